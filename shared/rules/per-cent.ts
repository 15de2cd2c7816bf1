/** Hundredths of a per cent as people write it: 500 is `5%`, 1250 `12.5%`. */
export function perCent(hundredths: number): string {
  return `${hundredths / 100}%`
}

/** `hundredths` of `size`, rounded up; in integers, so that 5% of 20 is 1 and never 1.0000000000000002. */
export function shareUp(hundredths: number, size: number): number {
  return Math.ceil((hundredths * size) / 10_000)
}

/** `hundredths` of `size`, rounded down. */
export function shareDown(hundredths: number, size: number): number {
  return Math.floor((hundredths * size) / 10_000)
}
