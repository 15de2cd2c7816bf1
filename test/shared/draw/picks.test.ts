import { createHash } from 'node:crypto'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { describe, expect, it } from 'vitest'
import { distinct, HashCounter, MAX_CANDIDATES, Stage } from '../../../shared/draw/picks.ts'
import samplerTests from '../../fixtures/draw/rivest-sampler-tests.json' with { type: 'json' }
import transcript from '../../fixtures/draw/rivest-transcript.json' with { type: 'json' }

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

describe('Rivest’s published transcript, through the production pick', () => {
  it('gives the printed picks, the rejected one among them', () => {
    const stage = new Stage(transcript.key)
    const picks = transcript.picks.map(() => stage.pick(transcript.among))
    expect(picks.map((p) => p.index + 1)).toEqual(transcript.picks)
    expect(picks.map((p) => p.i)).toEqual(transcript.picks.map((_, at) => at + 1))
  })

  it('gives the 47 printed outputs without duplicates: the 32nd pick repeats, is skipped and counted', () => {
    const picks = [...distinct(new Stage(transcript.key), transcript.among, transcript.outputs.length)]
    expect(picks.filter((p) => p.taken).map((p) => p.index + 1)).toEqual(transcript.outputs)
    expect(picks.filter((p) => !p.taken).map((p) => p.i)).toEqual([transcript.duplicateAtPick])
    expect(picks.length).toBe(48)
  })
})

it.each(samplerTests.tests)('rivest-sampler-tests: key “$key” among $among', ({ key, among, outputs }) => {
  const stage = new Stage(key)
  expect(outputs.map(() => stage.pick(among).index + 1)).toEqual(outputs)
})

describe('a pick', () => {
  it('is one hash, taken modulo n as a 256-bit number, whatever n is', () => {
    const stage = new Stage('键')
    const sizes = [1, 2, 3, 1000, 2 ** 16, 2 ** 31, 2 ** 32 - 1, MAX_CANDIDATES, 7]
    for (const [at, n] of sizes.entries()) {
      const hash = sha256(`键,${at + 1}`)
      expect(stage.pick(n)).toEqual({ i: at + 1, n, hash, index: Number(BigInt(`0x${hash}`) % BigInt(n)) })
    }
    expect(stage.key).toBe('键')
  })

  it('is made even where there is one candidate', () => {
    const stage = new Stage('k')
    expect(stage.pick(1).index).toBe(0)
    expect(stage.pick(1).i).toBe(2)
  })

  it.each([0, -1, 1.5, Number.NaN, 2 ** 32 + 1, Number.POSITIVE_INFINITY])('among %d is not defined', (n) => {
    expect(() => new Stage('k').pick(n)).toThrow(RangeError)
  })
})

describe('DISTINCT', () => {
  it('takes nothing where nothing is wanted', () => {
    expect([...distinct(new Stage('k'), 5, 0)]).toEqual([])
    expect([...distinct(new Stage('k'), 0, 0)]).toEqual([])
  })
  it('takes everything where everything is wanted, each once', () => {
    const taken = [...distinct(new Stage('k'), 40, 40)].filter((p) => p.taken).map((p) => p.index)
    expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i))
  })
  it('cannot take more than there is', () => {
    expect(() => [...distinct(new Stage('k'), 3, 4)]).toThrow('4 distinct of 3')
  })
})

describe('the counter generator behind pure-rand’s interface', () => {
  const words = (key: string, i: number): number[] =>
    (sha256(`${key},${i}`).match(/.{8}/g) ?? []).map((word) => Number.parseInt(word, 16) - 2 ** 31)

  it('gives the big-endian 32-bit words of hash after hash', () => {
    const generator = new HashCounter('k')
    expect([generator.counter, generator.hash]).toEqual([0, ''])
    const sixteen = Array.from({ length: 16 }, () => generator.next())
    expect(sixteen).toEqual([...words('k', 1), ...words('k', 2)])
    expect([generator.counter, generator.hash]).toEqual([2, sha256('k,2')])
  })

  it('goes on after hashes already consumed', () => {
    expect(new HashCounter('k', 7).next()).toBe(words('k', 8)[0])
  })

  it('is copied with its place, and the copy goes its own way', () => {
    const generator = new HashCounter('k')
    for (let at = 0; at < 3; at++) generator.next()
    const copy = generator.clone()
    expect(copy.getState()).toEqual([1, 3])
    const expected = words('k', 1).slice(3)
    expect(expected.map(() => copy.next())).toEqual(expected)
    expect(expected.map(() => generator.next())).toEqual(expected)
    expect(copy.next()).toBe(words('k', 2)[0])
    expect(generator.getState()).toEqual([1, 8])
  })

  it('serves pure-rand’s own distributions', () => {
    const generator = new HashCounter('k')
    const drawn = Array.from({ length: 200 }, () => uniformInt(generator, 1, 6))
    expect(new Set(drawn)).toEqual(new Set([1, 2, 3, 4, 5, 6]))
  })
})
