import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { refusalCode, refusalSentence } from '../../../renderer/console/refusal-sentence.ts'

test('a refusal is told in the words of the core', () => {
  const refused = new ORPCError('ROW_CHANGED', { status: 422, data: { message: '别处刚改过这一条。' } })
  expect(refusalSentence(refused)).toBe('别处刚改过这一条。')
  expect(refusalCode(refused)).toBe('ROW_CHANGED')
})
test('a fault without words is not shown in English', () => {
  expect(refusalSentence(new ORPCError('INTERNAL_SERVER_ERROR', { message: 'boom' }))).toMatch(
    /^\p{Script=Han}/u,
  )
  expect(refusalSentence(new ORPCError('UNAUTHORIZED'))).toContain('重新打开操作台')
})
test('a lost connection says that the step may not have happened', () => {
  expect(refusalSentence(new TypeError('Failed to fetch'))).toContain('连接中断')
  expect(refusalCode(new TypeError('Failed to fetch'))).toBeNull()
})
test('what was cancelled changed nothing', () => {
  expect(refusalSentence(new DOMException('aborted', 'AbortError'))).toContain('已取消')
})
