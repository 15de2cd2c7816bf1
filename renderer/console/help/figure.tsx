const images: Readonly<Record<string, string>> = import.meta.glob('./images/*.png', {
  eager: true,
  import: 'default',
})

/** A picture of a screen; nothing where the script that makes the pictures has not run. */
export function Figure({ name, caption }: { readonly name: string; readonly caption: string }) {
  const source = images[`./images/${name}.png`]
  if (source === undefined) return null
  return (
    <figure>
      <img src={source} alt={caption} />
      <figcaption>{caption}</figcaption>
    </figure>
  )
}
