import type { WitnessFacts } from './draw-facts.ts'
import type { FormDefinition } from './form-definition.ts'
import type { FormBlock, FormModel, TableRow } from './form-model.ts'
import { modeBanner } from './form-parts.ts'
import { marksOf } from './form-words.ts'
import type { InspectionFacts } from './inspection-facts.ts'
import { blank, signatures } from './official-parts.ts'

const id = 'digit-slips'
const name = '见证人数字条'

/** Seats of a blank form. */
const blankSeats = 4
/** Boxes of a slip: as many as a single witness has to give. */
const boxes = 12
/** Each contribution, and all of them together (SSJ-DRAW-1, section 3). */
const fewestDigits = 6
const fewestTogether = 12

const cut: FormBlock = { kind: 'cut' }

/** 身份, 姓名 and 签名, each with room. */
const slipColumns = [14, 46, 12, 28, 12, 44].map((width) => ({ width }))

/** Who will hold a seat; `null` is written by hand. */
interface SlipSeat {
  readonly seat: number | null
  readonly role: string | null
  readonly name: string | null
}

/**
 * 见证人数字条 (SSJ-DRAW-1, section 3): slips that witnesses write beforehand, each with its spare, so that nobody chooses
 * digits after having heard those of another. They hold no digit: what was given stands on the record alone.
 */
function digitSlips(facts: InspectionFacts): FormModel {
  const known = facts.freezeSlip ?? facts.draw
  const seats = seatsOf(known?.witnesses ?? null)
  const number = known?.number ?? null
  const slips = seats.flatMap((seat) =>
    (['正条', '备用'] as const).flatMap((which) =>
      slip(facts, { seat, which, number, alone: seats.length === 1 }),
    ),
  )
  return {
    id,
    title: name,
    running: { left: `${facts.office}　${name}`, right: `编号：${number ?? ''}` },
    // The names of witnesses are no secret, and neither is anything else on a slip before it is written.
    marks: known === null ? [] : marksOf({ mode: known.mode, confidential: false }),
    blocks: [
      { kind: 'title', text: name },
      ...(known === null ? [] : modeBanner(known)),
      { kind: 'list', items: instructions(seats.length) },
      ...slips,
      ...((facts.style.extraSignatures[id] ?? []).length === 0 ? [] : [cut, signatures(facts, id, [])]),
    ],
  }
}

function seatsOf(witnesses: readonly Omit<WitnessFacts, 'digits'>[] | null): readonly SlipSeat[] {
  if (witnesses !== null && witnesses.length > 0)
    return witnesses.map(({ seat, role, name: who }) => ({ seat, role, name: who }))
  return Array.from({ length: blankSeats }, () => ({ seat: null, role: null, name: null }))
}

function instructions(seats: number): string[] {
  return [
    '每名见证人到场以前各自写好正条、备用各一张，不互相商量；数字用骰子、号码球等得出，不用生日、电话、连号。',
    `从左起每格一个数字，0也算一位；至少${fewestOf(seats)}位${seats === 1 ? '' : `，全部见证人合计不少于${fewestTogether}位`}；空格划去。`,
    '沿剪开线裁下，写字的一面向内对折两次，装入信封封口，自己保管，不给任何人看。',
    '公布名单校验码以后交主持人，全部交齐以前不打开；看不清的改用备用，不必中止。',
    '用过的和没有用的数字条，都随抽查工作记录表一起存档。',
  ]
}

function signingRow({ role, name: who }: SlipSeat): TableRow {
  const label = (text: string) => ({ text, role: 'label' }) as const
  return {
    cells: [
      label('身份'),
      { text: role ?? '' },
      label('姓名'),
      { text: who ?? '' },
      label('签名'),
      { text: '' },
    ],
    minHeight: 26,
  }
}

/** Of one witness alone all the digits that the draw needs have to come. */
function fewestOf(seats: number): number {
  return seats === 1 ? fewestTogether : fewestDigits
}

interface SlipOrder {
  readonly seat: SlipSeat
  readonly which: '正条' | '备用'
  readonly number: string | null
  readonly alone: boolean
}

function slip(facts: InspectionFacts, { seat, which, number, alone }: SlipOrder): FormBlock[] {
  const place = seat.seat === null ? `第${blank(3)}席` : `第${seat.seat}席`
  return [
    cut,
    {
      kind: 'paragraph',
      size: 'small',
      indent: false,
      text: [
        { text: `${name}（${which}）　${place}`, style: 'strong' },
        { text: `　　${facts.office}　编号：${number ?? blank(6)}` },
      ],
    },
    { kind: 'grid', columns: slipColumns, rows: [signingRow(seat)] },
    { kind: 'space', height: 5 },
    { kind: 'digits', count: boxes, group: 4, size: 8 },
    {
      kind: 'paragraph',
      size: 'small',
      indent: false,
      text: `至少${alone ? fewestTogether : fewestDigits}位，从左起每格一位。写好后写字的一面向内对折，全部交齐以前不打开。`,
    },
  ]
}

/** 见证人数字条. */
export const digitSlipsForm = {
  id,
  name,
  stage: '抽取之前',
  scope: 'draw',
  numberWord: null,
  build: digitSlips,
} as const satisfies FormDefinition
