/** Placeholder. */
export function HelpPage({ path }: { readonly path: string }) {
  return <p>正在准备。{path}</p>
}
