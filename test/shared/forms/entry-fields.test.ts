import { describe, expect, it } from 'vitest'
import { inspectionEntrySchema } from '../../../shared/forms/inspection-entry.ts'
import { visitEntrySchema } from '../../../shared/forms/visit-entry.ts'

const line = (materials: string) => inspectionEntrySchema.safeParse({ materials }).success
const passage = (problems: string) => visitEntrySchema.safeParse({ problems }).success

describe('what is entered for papers', () => {
  it('may be any Chinese text, several lines where the field has room for them', () => {
    for (const text of ['燃气经营许可证', '“瓶库”（2号）', '𬭎业公司', '买买提·艾力', '葛\u{e0100}某']) {
      expect(line(text)).toBe(true)
      expect(passage(text)).toBe(true)
    }
    expect(passage('一、未设标志\n二、未登记')).toBe(true)
    expect(passage('一'.repeat(8000))).toBe(true)
    expect(passage('一'.repeat(8001))).toBe(false)
  })

  it.each([
    ['blanks alone', ' 　'],
    ['a control', '甲\u0000乙'],
    ['an override of direction, by which a page shows another number than it says', '甲\u202e321'],
    ['an isolate of direction', '甲\u2066乙'],
    ['a blank without width', '甲\u200b乙'],
    ['nothing that anybody sees', '\u200b'],
    ['a byte-order mark', '\ufeff甲'],
    ['half of a character', '甲\ud800'],
  ])('is never %s', (_what, text) => {
    expect(line(text)).toBe(false)
    expect(passage(text)).toBe(false)
  })
})
