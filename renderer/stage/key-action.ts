/** What a key of the clicker or of the keyboard asks for. */
export type KeyAction = 'next' | 'back' | 'dark'

const actions: Readonly<Record<string, KeyAction>> = {
  PageDown: 'next',
  Enter: 'next',
  ' ': 'next',
  PageUp: 'back',
  b: 'dark',
  B: 'dark',
  '.': 'dark',
}

/** A key press, as far as it is looked at. */
export interface KeyPress {
  readonly key: string
  readonly repeat: boolean
  readonly isComposing: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/** What a key asks for. A key held down, one of an input method and one with a modifier ask for nothing. */
export function keyAction(press: KeyPress): KeyAction | null {
  if (press.repeat || press.isComposing || press.ctrlKey || press.altKey || press.metaKey || press.shiftKey)
    return null
  return actions[press.key] ?? null
}
