import { uniformBigInt } from 'pure-rand/distribution/uniformBigInt'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import { H } from './notation.ts'

/** The largest number of candidates of one pick (draw-spec section 4). */
export const MAX_CANDIDATES = 2 ** 32
const TOP = 2n ** 256n - 1n

/**
 * A counter generator behind pure-rand's interface: the big-endian 32-bit words of `H(key + "," + i)` for
 * i = 1, 2, 3, …. One hash is eight words, so one 256-bit number is exactly one hash.
 */
export class HashCounter implements RandomGenerator {
  #key: string
  #counter: number
  #hash = ''
  #word = 8

  /** `key` is any text; `counter` is the number of hashes already consumed. */
  constructor(key: string, counter = 0) {
    this.#key = key
    this.#counter = counter
  }

  /** The number of the last hash taken, 0 before the first. */
  get counter(): number {
    return this.#counter
  }

  /** The last hash taken, 64 hex digits. */
  get hash(): string {
    return this.#hash
  }

  /** The next word, as pure-rand wants it: a signed 32-bit integer. */
  next(): number {
    if (this.#word === 8) {
      this.#counter += 1
      this.#hash = H(`${this.#key},${this.#counter}`)
      this.#word = 0
    }
    const at = this.#word * 8
    this.#word += 1
    return (Number.parseInt(this.#hash.slice(at, at + 8), 16) - 2 ** 31) | 0
  }

  /** A copy that goes on from the same place. */
  clone(): HashCounter {
    const copy = new HashCounter(this.#key, this.#counter)
    copy.#hash = this.#hash
    copy.#word = this.#word
    return copy
  }

  /** Everything that the generator is, for pure-rand. */
  getState(): readonly number[] {
    return [this.#counter, this.#word]
  }
}

/** One pick: `P_i(n)`, with what a person needs to check it by hand. */
export interface Pick {
  /** pick number within its stage, from 1 */
  readonly i: number
  /** among how many */
  readonly n: number
  /** `H(K + "," + i)` */
  readonly hash: string
  /** which, from 0 */
  readonly index: number
}

/** The picks of one stage. `i` runs on through the whole stage; a pick is made even where n = 1. */
export class Stage {
  readonly key: string
  readonly #generator: HashCounter

  constructor(key: string) {
    this.key = key
    this.#generator = new HashCounter(key)
  }

  /** The next pick among `n` candidates, 1 ≤ n ≤ 2^32. Throws a RangeError for any other `n`. */
  pick(n: number): Pick {
    if (!Number.isSafeInteger(n) || n < 1 || n > MAX_CANDIDATES)
      throw new RangeError(`a pick among ${n} candidates is not defined`)
    const index = Number(uniformBigInt(this.#generator, 0n, TOP) % BigInt(n))
    return { i: this.#generator.counter, n, hash: this.#generator.hash, index }
  }
}

/** The key `K` of a stage of a draw with seed `R`. */
export function stageKey(seed: string, label: string): string {
  return H(`SSJ-DRAW-1 stage\n${seed}\n${label}\n`)
}

/**
 * `DISTINCT`: picks among all of `length`, an index already taken is skipped and its pick counted, until `k`
 * are taken. Gives every pick in order; `taken` is false for those skipped. Throws a RangeError when k > length.
 */
export function* distinct(
  stage: Stage,
  length: number,
  k: number,
): Generator<Pick & { readonly taken: boolean }> {
  if (k > length) throw new RangeError(`${k} distinct of ${length}`)
  const seen = new Set<number>()
  while (seen.size < k) {
    const pick = stage.pick(length)
    const taken = !seen.has(pick.index)
    seen.add(pick.index)
    yield { ...pick, taken }
  }
}
