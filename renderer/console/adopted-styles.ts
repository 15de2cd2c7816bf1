/**
 * A place for the style elements that the component library makes at run time (its colours as CSS variables). The
 * page's policy allows no inline style element, so this one never enters the document: what is put into it is
 * mirrored into constructed style sheets, which are the page's own script's doing.
 */
export function adoptedStyles(): Element {
  const place = document.createElement('div')
  const sheets = new Map<Node, { text: string; sheet: CSSStyleSheet }>()
  const mirror = (): void => {
    const styles = [...place.querySelectorAll('style')]
    const kept = new Set<Node>(styles)
    for (const node of sheets.keys()) if (!kept.has(node)) sheets.delete(node)
    for (const style of styles) {
      const text = style.textContent ?? ''
      const known = sheets.get(style)
      if (known?.text === text) continue
      const sheet = known?.sheet ?? new CSSStyleSheet()
      sheet.replaceSync(text)
      sheets.set(style, { text, sheet })
    }
    document.adoptedStyleSheets = styles.flatMap((style) => sheets.get(style)?.sheet ?? [])
  }
  new MutationObserver(mirror).observe(place, { childList: true, subtree: true, characterData: true })
  return place
}
