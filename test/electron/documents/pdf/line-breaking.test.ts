import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fontSet } from '../../../../electron/documents/pdf/fonts.ts'
import { breakLines, type Line } from '../../../../electron/documents/pdf/line-breaking.ts'
import { toClusters } from '../../../../electron/documents/pdf/text-runs.ts'
import type { FormText } from '../../../../shared/forms/form-model.ts'

function lines(text: FormText, width: number): Line[] {
  const style = { role: 'body', size: 10 } as const
  return breakLines(
    toClusters(text, style, fontSet(), () => {}),
    width,
  )
}

const han = fc.constantFrom(...'云岭县住房和城乡建设局抽查对象检查人员名单䶮㛃𬭎')
const opening = fc.constantFrom(...'（《“【〔')
const closing = fc.constantFrom(...'，。；：、！？）》”】〕…')
const word = fc.stringMatching(/^[0-9A-Za-z]{1,8}$/)
const phrase = fc
  .array(fc.oneof({ weight: 6, arbitrary: han }, { weight: 2, arbitrary: word }, fc.constant(' ')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(''))
const sentence = fc
  .array(fc.tuple(fc.option(opening, { nil: '' }), phrase, closing), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.flat().join(''))
const width = fc.integer({ min: 100, max: 400 })

describe('breaking lines', () => {
  it('loses nothing: the lines together are the text', () => {
    fc.assert(
      fc.property(fc.oneof(sentence, fc.string({ unit: 'grapheme', maxLength: 80 })), width, (text, room) => {
        const joined = lines(text, room)
          .map((line) => line.text)
          .join('')
        expect(joined).toBe(text)
      }),
    )
  })

  it('begins no line with a closing mark and ends none with an opening one (避头尾)', () => {
    fc.assert(
      fc.property(sentence, width, (text, room) => {
        const broken = lines(text, room)
        for (const line of broken.slice(1)) expect(line.text).not.toMatch(/^[，。；：、！？）》”】〕…]/)
        for (const line of broken.slice(0, -1)) expect(line.text.trimEnd()).not.toMatch(/[（《“【〔]$/)
      }),
    )
  })

  it('makes no line wider than the room', () => {
    fc.assert(
      fc.property(sentence, width, (text, room) => {
        for (const line of lines(text, room)) expect(line.width).toBeLessThanOrEqual(room + 0.01)
      }),
    )
  })

  it('keeps words and numbers together', () => {
    for (const line of lines('编号为 YL01-2026-0007 的记录，共2026年11月20日抽取12345678个', 90)) {
      expect(line.text).not.toMatch(/(YL01-2026-000|YL0|123|YL01-)$/)
    }
  })

  it('breaks a word that is wider than the line rather than cutting it off', () => {
    const broken = lines('A'.repeat(100), 100)
    expect(broken.length).toBeGreaterThan(1)
    expect(broken.map((line) => line.text).join('')).toBe('A'.repeat(100))
  })

  it('breaks a digest only between its groups', () => {
    const digest = '0123456789abcdef'.repeat(4)
    const broken = lines([{ text: digest, style: 'code', group: 8 }], 120)
    expect(broken.length).toBeGreaterThan(1)
    for (const line of broken) expect(line.text.trim()).toMatch(/^[0-9a-f]{8}( [0-9a-f]{8})*$/)
    expect(
      broken
        .map((line) => line.text)
        .join('')
        .replaceAll(' ', ''),
    ).toBe(digest)
  })

  it('begins a new line at a line feed', () => {
    expect(lines('甲\n乙', 100).map((line) => line.text)).toEqual(['甲\n', '乙'])
  })
})

describe('finding a font for a character', () => {
  it('goes from 宋体 to 花园明朝 and, where none has it, prints 〓 and reports it', () => {
    const missing: string[] = []
    const style = { role: 'body', size: 10 } as const
    const clusters = toClusters('张𠀀𰻞', style, fontSet(), ({ codePoint, char, where }) =>
      missing.push(`${codePoint} ${char} ${where}`),
    )
    expect(clusters.map(({ drawn, face }) => [drawn, face])).toEqual([
      ['张', 'serif'],
      ['𠀀', 'hanazono'],
      ['〓', 'serif'],
    ])
    expect(missing).toEqual(['U+30EDE 𰻞 张𰻞'.replace('张', '张𠀀')])
  })

  it('sets titles in the bold face and falls back to the regular one for a rare character', () => {
    const clusters = toClusters('县䶮', { role: 'title', size: 22 }, fontSet(), () => {})
    expect(clusters.map(({ face }) => face)).toEqual(['serif-bold', 'serif'])
  })
})
