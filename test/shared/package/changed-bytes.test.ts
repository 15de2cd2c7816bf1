import { describe, expect, test } from 'vitest'
import { SUMS, withSums } from '../../../shared/package/package-files.ts'
import { verifyPackage } from '../../../shared/package/verify-package.ts'
import { knownAnswer, knownAnswers } from './known-answers.ts'

const LF = 10

/** First and last bytes, bytes around the first and last line ends, and some more spread by a fixed sequence. */
function positions(bytes: Uint8Array, seed: number): number[] {
  const ends = [...bytes.keys()].filter((at) => bytes[at] === LF)
  const around = [...ends.slice(0, 4), ...ends.slice(-3)].flatMap((at) => [at - 1, at, at + 1])
  const spread: number[] = []
  let state = seed
  for (let n = 0; n < 24; n++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    spread.push(state % bytes.length)
  }
  const all = [0, 1, bytes.length - 2, bytes.length - 1, ...around, ...spread]
  return [...new Set(all)].filter((at) => at >= 0 && at < bytes.length)
}

describe('any changed byte in any file of a package is found', () => {
  for (const { name } of knownAnswers)
    test(name, () => {
      const files = knownAnswer(name)
      const missed: string[] = []
      for (const [path, bytes] of files)
        for (const at of positions(bytes, path.length * 7919 + bytes.length))
          for (const bit of [1, 1 << (at % 8)]) {
            const changed = new Uint8Array(bytes)
            changed[at] = (changed[at] ?? 0) ^ bit
            const tampered = new Map(files).set(path, changed)
            const kept = verifyPackage(tampered)
            if (kept.ok || kept.first === null) missed.push(`${path} byte ${at}, sums kept`)
            if (path === SUMS) continue
            const remade = verifyPackage(withSums(tampered))
            if (remade.ok || remade.first === null) missed.push(`${path} byte ${at}, sums remade`)
            else if (remade.first.step === 'sums') missed.push(`${path} byte ${at}: not found any deeper`)
          }
      expect(missed).toEqual([])
    })
})

describe('a byte added or taken away is found', () => {
  test('at the end and in the middle of every file', () => {
    const missed: string[] = []
    for (const { name } of knownAnswers) {
      const files = knownAnswer(name)
      for (const [path, bytes] of files) {
        const half = bytes.length >> 1
        const variants = [
          bytes.subarray(0, bytes.length - 1),
          Uint8Array.of(...bytes, LF),
          Uint8Array.of(...bytes.subarray(0, half), 0x20, ...bytes.subarray(half)),
          Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes),
          new Uint8Array(),
        ]
        for (const [index, variant] of variants.entries()) {
          const tampered = new Map(files).set(path, variant)
          const checked = path === SUMS ? tampered : withSums(tampered)
          if (verifyPackage(checked).ok) missed.push(`${name} ${path} variant ${index}`)
        }
      }
    }
    expect(missed).toEqual([])
  })
})
