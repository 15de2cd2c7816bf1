import { namePinyin } from '../../../db/name-pinyin.ts'
import type { Database } from '../../../db/open-database.ts'
import { type ComparedRow, type SimilarPair, similarPairs } from '../../../shared/registry/similar-names.ts'

export type { SimilarPair }

/** Pairs that are kept at most: who has more has another trouble than duplicates. */
const pairsAtMost = 5_000

/** The registers in which two rows can be one and the same. */
export type MergedRegister = 'objects' | 'inspectors'

function* comparedOf({ objects, inspectors }: Database, register: MergedRegister): Generator<ComparedRow> {
  if (register === 'objects')
    for (const { serial, row } of objects.iterate()) {
      const { name, uscc: code, phone, legalRepresentative: representative, address } = row
      yield { serial, name, code, phone, representative, address, identity: null }
    }
  else
    for (const { serial, row } of inspectors.iterate()) {
      const { name, certificate: code, phone, idNumber: identity } = row
      yield { serial, name, code, phone, representative: null, address: null, identity }
    }
}

/**
 * Rows of a register that may be the same (疑似重复), without those that were decided not to be. Takes seconds on a
 * large register: for a thread of its own.
 */
export function findSimilar(database: Database, register: MergedRegister): readonly SimilarPair[] {
  const sounds = new Map<string, string>()
  const soundOf = (character: string): string => {
    const known = sounds.get(character)
    if (known !== undefined) return known
    const sound = namePinyin(character)[0] ?? character
    sounds.set(character, sound)
    return sound
  }
  const distinct = new Set(
    database.listMemory.distinctPairs(register).map(({ first, second }) => `${first} ${second}`),
  )
  return similarPairs(comparedOf(database, register), soundOf)
    .filter(({ first, second }) => !distinct.has(`${first} ${second}`))
    .slice(0, pairsAtMost)
}
