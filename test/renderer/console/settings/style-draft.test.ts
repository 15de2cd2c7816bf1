import { describe, expect, it } from 'vitest'
import {
  cleaned,
  formsWithBoxes,
  numberLines,
  sameStyle,
  styleProblems,
} from '../../../../renderer/console/settings/style-draft.ts'
import { defaultFormStyle, type FormStyle } from '../../../../shared/forms/form-style.ts'

const style = (change: Partial<FormStyle>): FormStyle => ({ ...defaultFormStyle, ...change })
const used = { year: 2026, words: [{ word: '检通', last: 12 }] }

describe('文号 while it is being set', () => {
  it('every form that has one shows what its next will be', () => {
    const lines = numberLines(style({ numberPattern: '云住建{字}〔{年}〕{号}号' }), used)
    expect(lines.find(({ word }) => word === '检通')).toMatchObject({
      forms: ['行政检查通知书'],
      last: 12,
      next: '云住建检通〔2026〕13号',
    })
    expect(lines.find(({ word }) => word === '责改')).toMatchObject({
      last: 0,
      next: '云住建责改〔2026〕1号',
    })
  })

  it('begins a year with the number that the office wants, and never goes back behind one that was used', () => {
    const lines = numberLines(style({ firstNumbers: { 检通: 5, 责改: 101 } }), used)
    expect(lines.find(({ word }) => word === '检通')?.next).toBe('检通〔2026〕13号')
    expect(lines.find(({ word }) => word === '责改')?.next).toBe('责改〔2026〕101号')
    const raised = numberLines(style({ firstNumbers: { 检通: 30 } }), used)
    expect(raised.find(({ word }) => word === '检通')?.next).toBe('检通〔2026〕30号')
  })

  it('without a word of the form all forms count together', () => {
    const lines = numberLines(style({ numberPattern: '云住建〔{年}〕{号}号' }), {
      year: 2026,
      words: [{ word: '统一编号', last: 40 }],
    })
    expect(lines).toHaveLength(1)
    expect(lines[0]?.next).toBe('云住建〔2026〕41号')
    expect(lines[0]?.forms.length).toBeGreaterThan(3)
  })

  it.each([
    ['第1号', '只能使用 {字}、{年}、{号}'],
    ['{字}{号}号', '须含有 {年} 和 {号}'],
    ['{字}〔{年}〕{序}', '只能使用 {字}、{年}、{号}'],
  ])('%s is no pattern, and says why', (numberPattern, said) => {
    expect(styleProblems(style({ numberPattern })).numberPattern).toBe(said)
  })
})

describe('what is typed of 文书版式', () => {
  it('only spaces are nothing, and change nothing', () => {
    const typed = style({ headOffice: '  ', phone: ' 0871-5550100 ' })
    expect(cleaned(typed)).toMatchObject({ headOffice: null, phone: '0871-5550100' })
    expect(sameStyle(style({ headOffice: ' ' }), defaultFormStyle)).toBe(true)
    expect(sameStyle(style({ redHead: false }), defaultFormStyle)).toBe(false)
    expect(styleProblems(typed)).toEqual({})
  })

  it('a form whose boxes were all taken away again is as it was', () => {
    expect(sameStyle(style({ extraSignatures: { 'inspection-approval': [] } }), defaultFormStyle)).toBe(true)
  })

  it('boxes can be added where a form prints them, and nowhere else', () => {
    const forms = formsWithBoxes().map(({ name }) => name)
    expect(forms).toEqual(expect.arrayContaining(['行政检查审批表', '现场检查记录表', '档案目录']))
    expect(forms).not.toContain('年度抽查计划表')
  })
})
