import { expect, it } from 'vitest'
import { follow } from '../../../renderer/connection/follow.ts'

async function* values(...all: number[]): AsyncGenerator<number> {
  yield* all
}

/** Resolves when `count` pauses were asked for; the pause itself takes no time. */
function pauses(count: number) {
  const asked: number[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  const pause = async (milliseconds: number) => {
    asked.push(milliseconds)
    if (asked.length === count) resolve()
    await Promise.resolve()
  }
  return { asked, reached: promise, pause }
}

it('opens a subscription that ended or failed anew, later and later up to two seconds, and soon again once it spoke', async () => {
  const { asked, reached, pause } = pauses(8)
  const heard: number[] = []
  let opened = 0
  const stop = follow(
    async () => {
      opened += 1
      if (opened === 6) return values(7)
      if (opened === 1) return values(1, 2)
      throw new TypeError('nobody there')
    },
    (value) => heard.push(value),
    { pause },
  )
  await reached
  stop()
  expect(heard).toEqual([1, 2, 7])
  expect(asked).toEqual([250, 500, 1000, 2000, 2000, 250, 500, 1000])
})

it('ends the subscription and tells nothing more once it is stopped', async () => {
  const left = Promise.withResolvers<void>()
  const first = Promise.withResolvers<void>()
  const later = Promise.withResolvers<IteratorResult<number>>()
  let asked = 0
  const heard: number[] = []
  const stop = follow<number>(
    async () => ({
      next: () => {
        asked += 1
        return asked === 1 ? Promise.resolve({ value: 1 }) : later.promise
      },
      return: async () => {
        left.resolve()
        return { done: true, value: undefined }
      },
    }),
    (value) => {
      heard.push(value)
      first.resolve()
    },
  )
  await first.promise
  stop()
  await left.promise
  later.resolve({ value: 2 })
  await later.promise
  expect(heard).toEqual([1])
})

it('gives up where whoever asked says that asking again is of no use', async () => {
  const gaveUp = Promise.withResolvers<void>()
  let opened = 0
  follow(
    async () => {
      opened += 1
      throw new Error('unknown draw')
    },
    () => undefined,
    {
      onFailure: () => {
        gaveUp.resolve()
        return 'stop'
      },
    },
  )
  await gaveUp.promise
  await Promise.resolve()
  expect(opened).toBe(1)
})
