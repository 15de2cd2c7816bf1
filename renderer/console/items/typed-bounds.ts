import type { InspectionItem } from '../../../shared/registry/inspection-item.ts'
import { itemColumns } from '../../../shared/registry/item-columns.ts'
import { readCell } from '../../../shared/registry/read-cell.ts'
import { type Bound, type Bounds, frequencyBounds, ratioBounds } from '../../../shared/rules/bounds.ts'
import { cited } from '../../../shared/rules/cited.ts'
import { perCent } from '../../../shared/rules/per-cent.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import type { TypedValues } from '../registers/row-values.ts'

/** What bounds an item's ratio and frequency, as sentences; `ok: false` where no number keeps all bounds. */
export interface BoundsInWords {
  readonly title: string
  readonly ok: boolean
  readonly sentences: readonly string[]
}

/**
 * The bounds of an item as its form stands: the item's own law and the 执行细则 (S1 第九条). A box that cannot be read
 * bounds nothing yet; its own problem is said when the form is saved.
 */
export function typedBounds(preset: Preset, typed: TypedValues): readonly BoundsInWords[] {
  const item: Parameters<typeof ratioBounds>[1] = {
    name: textOf(typed, 'name') ?? '这一事项',
    category: categoryOf(typed.category),
    basis: textOf(typed, 'basis'),
    lawBasis: textOf(typed, 'lawBasis'),
    ratioFloor: numberOf(typed, 'ratioFloor'),
    ratioCeiling: numberOf(typed, 'ratioCeiling'),
    frequencyFloor: numberOf(typed, 'frequencyFloor'),
    frequencyCeiling: numberOf(typed, 'frequencyCeiling'),
  }
  return [
    inWords('抽查比例', ratioBounds(preset, item), numberOf(typed, 'ratio'), perCent),
    inWords(
      '抽查频次',
      frequencyBounds(preset, item),
      numberOf(typed, 'frequency'),
      (times) => `每年${times}次`,
    ),
  ]
}

function inWords(
  title: string,
  bounds: Bounds,
  chosen: number | null,
  show: (value: number) => string,
): BoundsInWords {
  if (!bounds.ok) return { title, ok: false, sentences: [bounds.sentence] }
  const { floor, ceiling } = bounds
  const said = (bound: Bound, word: string) =>
    `${word}${show(bound.value)}（${bound.strength === 'principle' && !bound.words.includes('原则上') ? '原则上，' : ''}${cited(bound)}）`
  const sentences = [
    ...(floor === null ? [] : [said(floor, '不低于')]),
    ...(ceiling === null ? [] : [said(ceiling, '不超过')]),
  ]
  const below = floor !== null && chosen !== null && chosen < floor.value
  const above = ceiling !== null && chosen !== null && chosen > ceiling.value
  return {
    title,
    ok: !below && !above,
    sentences: [
      ...(sentences.length === 0 ? ['法律和执行细则没有规定上下限，以年度计划为准。'] : sentences),
      ...(below ? [`上面填写的${title}是${show(chosen)}，低于下限。`] : []),
      ...(above ? [`上面填写的${title}是${show(chosen)}，高于上限。`] : []),
    ],
  }
}

function textOf(typed: TypedValues, field: string): string | null {
  const value = typed[field]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function categoryOf(value: unknown): InspectionItem['category'] {
  return value === '重点' || value === '一般' ? value : null
}

function numberOf(typed: TypedValues, field: string): number | null {
  const column = itemColumns.find((candidate) => candidate.field === field)
  const text = textOf(typed, field)
  if (column === undefined || text === null) return null
  const { value } = readCell({ column: 1, address: 'A1', value: text, source: 'text' }, column)
  return typeof value === 'number' ? value : null
}
