type Child = Node | string | null

/** An element with attributes and children; text only ever becomes text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.filter((child) => child !== null))
  return made
}

/** A button that says what it does. */
export function button(words: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, words)
  made.addEventListener('click', onClick)
  return made
}

/** A digest in groups of eight, which are copied without the gaps. */
export function digestView(digest: string): HTMLElement {
  const groups = digest.match(/.{1,8}/gsu) ?? []
  return element('span', { class: 'digest' }, ...groups.map((group) => element('span', {}, group)))
}

/** Text that was hashed, each line end shown. */
export function preimageView(text: string): HTMLElement {
  const lines = text.split('\n')
  const pieces: Child[] = lines.flatMap((line, index): Child[] =>
    index < lines.length - 1 ? [line, element('span', { class: 'lf', title: '换行符' }, '↵'), '\n'] : [line],
  )
  return element('pre', {}, ...pieces)
}
