import { describe, expect, test } from 'vitest'
import {
  type EntryShape,
  entryDifferences,
  entryProblems,
  filledIn,
  isFilled,
  mergeEntries,
  readDay,
  readMoment,
  readText,
  type StoredEntry,
  sameEntry,
  storedEntry,
  type TypedEntry,
  type TypedRow,
  typedEntry,
} from '../../../../renderer/console/papers/entry-values.ts'
import {
  noVisitEntry,
  visitEntrySchema,
  visitFields,
  visitLists,
} from '../../../../shared/forms/visit-entry.ts'

const shape: EntryShape = { fields: visitFields, lists: visitLists }
const empty: StoredEntry = noVisitEntry
const with_ = (said: StoredEntry): StoredEntry => ({ ...empty, ...said })

describe('days and moments as people type them', () => {
  test.each([
    ['2026-3-5', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['2026.03.05', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['２０２６／３／５', '2026-03-05'],
  ])('%s is the day %s', (typed, day) => expect(readDay(typed)).toBe(day))
  test.each(['2026-2-30', '2026-13-1', '3月5日', '', '2026'])('%s is no day', (typed) =>
    expect(readDay(typed)).toBeNull(),
  )
  test.each([
    ['2026-3-5 9:30', '2026-03-05T09:30'],
    ['2026年3月5日9时30分', '2026-03-05T09:30'],
    ['2026年3月5日 14点', '2026-03-05T14:00'],
    ['2026-03-05T09:30', '2026-03-05T09:30'],
    ['２０２６-３-５　９：０５', '2026-03-05T09:05'],
  ])('%s is the moment %s', (typed, moment) => expect(readMoment(typed)).toBe(moment))
  test.each(['2026-3-5', '9:30', '2026-3-5 24:10', '2026-3-5 9:60'])('%s is no moment', (typed) =>
    expect(readMoment(typed)).toBeNull(),
  )
})

test('what was pasted from a table keeps its words; a line stays one line, a passage keeps its lines', () => {
  expect(readText('line', ' 城关镇\t人民路\r\n1号 ')).toBe('城关镇 人民路 1号')
  expect(readText('passage', '一、台账不全\r\n二、阀门锈蚀\n')).toBe('一、台账不全\n二、阀门锈蚀')
})

test('what is stored fills the boxes, and unchanged boxes say the same again', () => {
  const stored = with_({
    startedAt: '2026-11-23T09:30',
    problems: '台账不全\n阀门锈蚀',
    samples: [
      { name: '钢筋', specification: null, batch: null, stock: '20吨', quantity: '2根', remark: null },
    ],
  })
  expect(typedEntry(shape, stored).texts.startedAt).toBe('2026-11-23 09:30')
  expect(sameEntry(shape, stored, storedEntry(shape, typedEntry(shape, stored)))).toBe(true)
  expect(isFilled(empty)).toBe(false)
  expect(isFilled(stored)).toBe(true)
})

test('rows of a table of which nothing is filled in are no rows', () => {
  const typed = typedEntry(shape, empty)
  const rows: TypedRow[] = [
    { key: 0, texts: { question: ' ' } },
    { key: 1, texts: { question: '何时开业？', answer: '2019年。' } },
  ]
  const stored = storedEntry(shape, { ...typed, rows: { ...typed.rows, questions: rows } })
  expect(stored.questions).toEqual([{ question: '何时开业？', answer: '2019年。' }])
  expect(filledIn(shape, '询问', { ...typed, rows: { ...typed.rows, questions: rows } })).toBe(1)
})

test('what is wrong in a table stands at its row, also below an empty one', () => {
  const typed = typedEntry(shape, empty)
  const wrong: TypedEntry = {
    texts: { ...typed.texts, startedAt: '昨天上午' },
    rows: {
      ...typed.rows,
      evidence: [
        { key: 4, texts: {} },
        { key: 7, texts: { form: '口头' } },
      ],
    },
  }
  const read = visitEntrySchema.safeParse(storedEntry(shape, wrong))
  if (read.success) throw new Error('a moment that is none was taken')
  expect(entryProblems(shape, wrong, read.error)).toEqual({
    startedAt: '“检查开始时间”须为日期和时刻，形如2026-11-20T09:30',
    'evidence 7 form': '“形式”须为所列各项之一',
  })
})

describe('two windows that changed the same entry', () => {
  const base = with_({ place: '人民路1号', situation: '正常营业' })
  const mine = with_({ place: '人民路2号', situation: '正常营业', witness: '见证人甲' })
  const theirs = with_({ place: '人民路3号', situation: '停产检修' })

  test('both see where they differ, and only where', () => {
    expect(entryDifferences(shape, base, mine, theirs)).toEqual([
      { name: 'place', title: '检查地点', theirs: '人民路3号', mine: '人民路2号' },
      { name: 'situation', title: '现场状况', theirs: '停产检修', mine: null },
    ])
  })
  test('what only one of them changed is kept; where both did, the choice counts', () => {
    const kept = { situation: '停产检修', witness: '见证人甲' }
    expect(mergeEntries(shape, base, mine, theirs, 'mine')).toMatchObject({ ...kept, place: '人民路2号' })
    expect(mergeEntries(shape, base, mine, theirs, 'theirs')).toMatchObject({ ...kept, place: '人民路3号' })
  })
})
