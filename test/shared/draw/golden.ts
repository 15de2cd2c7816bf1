import { readFileSync } from 'node:fs'

/** A golden file of test/fixtures/draw, written by hand from the specification. */
export function golden(name: string): string {
  return readFileSync(new URL(`../../fixtures/draw/${name}`, import.meta.url), 'utf8')
}

export const hexA = 'a'.repeat(64)
export const hexB = 'b'.repeat(64)
export const hexC = 'c'.repeat(64)
export const hexD = 'd'.repeat(64)
/** Secret and commitment of section 9 of the specification. */
export const knownSecret = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'
export const knownCommitment = '6f46762aba231a74e7d31c557bac058f8cf6a99a9ef4110d2115af7ce1da31ee'
