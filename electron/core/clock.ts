/** Gives the time. An argument of the core, so that tests bring their own. */
export type Clock = () => Date

/** Gives 32 fresh random bytes. An argument of the core; the product hands it the operating system's CSPRNG. */
export type RandomSource = () => Uint8Array

/** A time as the draw and the ledger write it: ISO 8601 to the second with the PC's numeric offset. */
export function instant(date: Date): string {
  const offset = -date.getTimezoneOffset()
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, '0')
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19)
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`
}
