/**
 * `value`, which an invariant says is there. Throws an Error naming `what` where the invariant is broken: a
 * mistake of the program or a caller that skipped a check, never something a user can bring about.
 */
export function present<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`broken invariant: there is no ${what}`)
  return value
}

/** The element at `index`, which must be there: see {@link present}. */
export function at<T>(list: readonly T[], index: number): T {
  return present(list[index], `element ${index} of ${list.length}`)
}
