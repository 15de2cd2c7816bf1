/** What a clause says, with its name before it where there is one: `常德细则第十一条：…`. */
export function cited({ words, clause }: { readonly words: string; readonly clause: string | null }): string {
  return clause === null ? words : `${clause}：${words}`
}

/** The clause in brackets after a sentence; nothing where there is none. */
export function inBrackets(clause: string | null): string {
  return clause === null ? '' : `（${clause}）`
}
