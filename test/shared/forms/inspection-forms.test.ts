import { describe, expect, it } from 'vitest'
import { formOf } from '../../../shared/forms/form-catalogue.ts'
import type { FormDefinition } from '../../../shared/forms/form-definition.ts'
import type { FormModel } from '../../../shared/forms/form-model.ts'
import type { InspectionFacts } from '../../../shared/forms/inspection-facts.ts'
import { wordsOf } from './form-texts.ts'
import { madeForm } from './made-form.ts'
import { sampleFacts } from './sample-facts.ts'
import { blankInspection, emptyInspection, sampleInspection } from './sample-inspection.ts'

const names = [
  '见证人数字条',
  '行政检查审批表',
  '回避、更换人员审批表',
  '行政检查通知书',
  '非双随机检查登记表',
  '现场检查记录表',
  '检查结果清单',
  '随机抽查情况报告',
  '抽查结果告知书',
  '一抽查一通报',
] as const

function definition(name: string): FormDefinition {
  const found = formOf(name)
  if (found === null) throw new Error(`${name} is not in the catalogue`)
  return found
}

/** The form of the first object, or of the draw. */
function made(name: string, facts: InspectionFacts): FormModel {
  return madeForm(definition(name), facts)
}

function words(name: string, facts: InspectionFacts): string {
  const model = made(name, facts)
  return [model.title, model.running.left, model.running.right, wordsOf(model)].join('\n')
}

describe.each(names)('%s', (name) => {
  const approved = { scheme: sampleInspection('typical').scheme }

  it.each([
    ['of a usual inspection', sampleInspection('typical')],
    ['of a single object', sampleInspection('one')],
    ['where nothing was entered', emptyInspection(approved)],
    ['of no draw at all', blankInspection()],
  ])('%s says nothing that is no word for a clerk', (_what, facts) => {
    const text = words(name, facts)
    expect(text).not.toMatch(/undefined|null|NaN|\[object|Infinity/)
    const codes = /YL01[-\w]*|[0-9A-HJ-NPQRTUWXY]{18}|[0-9a-f]{16,}/g
    expect(text.replace(codes, '')).not.toMatch(/[A-Za-z]{2,}/)
    expect(text).not.toMatch(/[!！]/)
  })

  it('names its office', () => {
    expect(words(name, blankInspection())).toContain('云岭县住房和城乡建设局')
  })

  it('without a draw names no object, no inspector and no number', () => {
    const model = made(name, blankInspection())
    expect(model.marks).toEqual([])
    expect(words(name, blankInspection())).not.toMatch(/YL01|有限公司|1153/)
  })

  it('has the boxes that the office adds', () => {
    const facts = sampleInspection('typical')
    const { id } = definition(name)
    const style = { ...facts.style, extraSignatures: { [id]: ['督查室'] } }
    expect(words(name, { ...facts, style })).toContain('督查室')
  })
})

const ofTheDraw = names.filter((name) => name !== '非双随机检查登记表')

describe.each(ofTheDraw)('%s of a rehearsal', (name) => {
  it('cannot be taken for an official paper, on any page', () => {
    const model = made(name, sampleInspection('typical', { draw: sampleFacts(3, { mode: 'rehearsal' }) }))
    expect(model.marks).toEqual(['演练'])
    expect(wordsOf(model)).toContain('演练：本件为演练所用')
  })

  it('nor of a draw that nobody witnessed', () => {
    const model = made(name, sampleInspection('typical', { draw: sampleFacts(3, { mode: 'unwitnessed' }) }))
    expect(model.marks).toEqual(['未经现场见证'])
    expect(wordsOf(model)).toContain('未经现场见证：')
  })
})

describe('保密', () => {
  const facts = sampleInspection('typical', { draw: sampleFacts(3, { confidential: true }) })

  it('stands on every page of what names all objects before the visit', () => {
    for (const name of ['行政检查审批表', '检查结果清单', '随机抽查情况报告'])
      expect(made(name, facts).marks).toEqual(['保密'])
  })

  it('does not stand on what the party is given, which names nobody else', () => {
    const others = facts.visits.slice(1).map(({ object }) => object.name)
    for (const name of ['行政检查通知书', '抽查结果告知书']) {
      expect(made(name, facts).marks).toEqual([])
      for (const other of others) expect(words(name, facts)).not.toContain(other)
    }
  })

  it('does not stand on a visit that no draw decided, and neither does the number of one', () => {
    const model = made('非双随机检查登记表', facts)
    expect(model.marks).toEqual([])
    expect(words('非双随机检查登记表', facts)).not.toContain(facts.draw?.number)
  })
})

describe('the foot of a table form', () => {
  it.each(['行政检查审批表', '检查结果清单', '回避、更换人员审批表'])(
    'of %s ties it to the record, with its counts, also when they are 0',
    (name) => {
      const facts = sampleInspection('typical')
      const text = words(name, facts)
      expect(text.replaceAll('\n', '')).toContain(facts.draw?.digest)
      for (const label of ['抽取次数', '中止次数', '作废次数', '更换次数']) expect(text).toContain(label)
      expect(text).toContain('1次\n0次\n0次\n0次')
    },
  )
})
