/** Placeholder. */
export function HomePage() {
  return <p>正在准备。</p>
}
