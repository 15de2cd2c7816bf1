import { describe, expect, it } from 'vitest'
import { drawRecordForm } from '../../../shared/forms/draw-record.ts'
import { drawnObjectsForm } from '../../../shared/forms/drawn-objects-list.ts'
import type { FormDefinition } from '../../../shared/forms/form-definition.ts'
import type { FormBlock, FormModel, SignatureBlock } from '../../../shared/forms/form-model.ts'
import { type FormStyle, formStyleSchema } from '../../../shared/forms/form-style.ts'
import { freezeSlipForm } from '../../../shared/forms/freeze-slip.ts'
import { inspectorGroupsForm } from '../../../shared/forms/inspector-groups.ts'
import { itemListForm } from '../../../shared/forms/list-definitions.ts'
import { schemeFormDefinition } from '../../../shared/forms/scheme-form.ts'
import { wordsOf } from './form-texts.ts'
import { sampleFacts } from './sample-facts.ts'
import { sampleInspection } from './sample-inspection.ts'

const ofTheDraw = [
  ['抽查工作记录表', drawRecordForm],
  ['随机抽取结果名单', drawnObjectsForm],
  ['检查人员名单及分组', inspectorGroupsForm],
] as const
const forms = [
  ...ofTheDraw,
  ['锁定名单校验单', freezeSlipForm],
  ['抽查实施方案', schemeFormDefinition],
  ['随机抽查事项清单', itemListForm],
] as const

const added = ['法制审核人', '督查室', '分管领导', '主要负责人', '档案员', '特邀监督员']

/** Everything that an office can set, set so that a paper would have as little of its own as possible. */
const style: FormStyle = formStyleSchema.parse({
  headOffice: '云岭县抽查办',
  redHead: false,
  numberPattern: '{年}-{号}',
  firstNumbers: { 检通: 100 },
  extraSignatures: Object.fromEntries(forms.map(([, { id }]) => [id, added])),
  address: '云岭县城关镇人民路1号',
  phone: '0871-5550110',
})

function paperOf(form: FormDefinition, own: FormStyle, confidential = false): FormModel {
  const draw = sampleFacts(3, { mode: 'rehearsal', confidential })
  const model = form.build(sampleInspection('typical', { draw, style: own }), {
    visit: null,
    documentNumber: null,
  })
  if (model === null) throw new Error(`${form.name} was not made`)
  return model
}

function boxBlocks(blocks: readonly FormBlock[]): SignatureBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'group') return boxBlocks(block.blocks)
    return block.kind === 'signatures' ? [block] : []
  })
}

const plain = formStyleSchema.parse({})

describe.each(forms)('%s', (_name, form) => {
  it('has the boxes that the office adds beside its own, on the page where the others sign', () => {
    const before = boxBlocks(paperOf(form, plain).blocks)
    const after = boxBlocks(paperOf(form, style).blocks)
    expect(after).toHaveLength(before.length)
    const own = before.at(-1)?.boxes.map(({ label }) => label) ?? []
    expect(after.at(-1)?.boxes.map(({ label }) => label)).toEqual([...own, ...added])
  })

  it('has no box more where the office adds none', () => {
    const labels = boxBlocks(paperOf(form, plain).blocks).flatMap(({ boxes }) =>
      boxes.map(({ label }) => label),
    )
    for (const label of added) expect(labels).not.toContain(label)
  })

  it('says everything that it says without a setting, whatever the office sets', () => {
    const said = wordsOf(paperOf(form, style)).split('\n')
    for (const line of wordsOf(paperOf(form, plain)).split('\n')) expect(said).toContain(line)
  })
})

describe.each(ofTheDraw)('no setting takes from %s', (_name, form) => {
  it('the digests of the record and the ledger, the counts of attempts, or the marks', () => {
    const paper = paperOf(form, style, true)
    const { digest, ledger, counts } = sampleFacts(3)
    const words = wordsOf(paper)
    expect(words.replaceAll('\n', '')).toContain(digest)
    expect(words).toContain(ledger.hash)
    expect(words).toContain(`${counts.attempts}次`)
    for (const label of ['抽取次数', '中止次数', '作废次数', '更换次数', '未完成的编号'])
      expect(words).toContain(label)
    expect(paper.marks).toEqual(['演练', '保密'])
    expect(words).toContain('演练：本件为演练所用，不是正式的抽查文书')
  })
})

describe('no setting takes from 锁定名单校验单', () => {
  it('what was frozen and what was promised, or the mark', () => {
    const paper = paperOf(freezeSlipForm, style)
    const { freeze, commit } = sampleFacts(3)
    const words = wordsOf(paper).replaceAll('\n', '')
    expect(words).toContain(freeze)
    expect(words).toContain(commit)
    expect(paper.marks).toEqual(['演练'])
  })
})
