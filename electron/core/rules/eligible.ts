import { applies } from '../../../shared/registry/applies.ts'
import type { InspectionItem } from '../../../shared/registry/inspection-item.ts'
import { fullId } from '../../../shared/registry/office.ts'
import type { PlanLine } from '../../../shared/registry/plan-line.ts'
import { defaultStrata } from '../../../shared/rules/default-strata.ts'
import { type ExclusionCode, exclusionWords } from '../../../shared/rules/eligibility.ts'
import { judgeObjects, type ObjectVerdict } from '../../../shared/rules/judge-objects.ts'
import { type CoreContext, now, office } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { drawItems } from './draw-items.ts'
import { rulesInForce } from './office-rules.ts'
import { yearHistory } from './year-history.ts'

/** One object of an item: in the pool with its stratum, or out with the first reason. */
export interface EligibleObject {
  readonly id: string
  readonly name: string
  readonly in: boolean
  readonly stratum: string | null
  /** why it is out, in words; `null` where it is in */
  readonly reason: string | null
  readonly code: ExclusionCode | null
  readonly clause: string | null
  readonly sentence: string
  /** every reason, where there are several */
  readonly reasons: readonly {
    readonly code: ExclusionCode
    readonly clause: string | null
    readonly sentence: string
  }[]
}

/** Every object of an item on a day, as the rules in force judge it. */
export interface EligibleObjects {
  readonly item: string
  readonly on: string
  readonly preset: string
  /** what must be known to read this: nobody has confirmed whom the item applies to */
  readonly notice: string | null
  readonly objects: readonly EligibleObject[]
}

/** How many near names a refusal lists. */
const nearMost = 5

/**
 * Every object of an item: who may be drawn on a day, and who may not, with the clause. The strata are those that the
 * 执行细则 and the year's plan propose. Refuses with `ROW_UNKNOWN` an item that is not in the list.
 */
export function eligibleObjects(context: CoreContext, name: string, day: string | null): EligibleObjects {
  const { database } = context
  const on = day ?? now(context).slice(0, 10)
  const { preset } = rulesInForce(context)
  const list = database.items.current().map(({ row }) => row)
  const current = database.objects.current()
  const found = drawItems(
    [name],
    list,
    current.map(({ row }) => row),
  )
  const [item] = found.items
  if (item === undefined)
    throw new RefusalError(
      'ROW_UNKNOWN',
      `随机抽查事项清单中没有“${name}”。没有写入任何数据。${near(name, list)}`,
    )
  const code = office(context)?.code ?? null
  const history = yearHistory(context, on)
  const facts = current.flatMap(({ serial, row: object }) => {
    if (!applies(item, object)) return []
    const id = code === null ? serial : fullId(code, serial)
    return [{ id, object, year: history.of(id) }]
  })
  const verdicts = judgeObjects(
    {
      preset,
      items: [item],
      scoped: true,
      conditions: {},
      strata: defaultStrata(preset, [item], lineOf(context, name, on)),
      decisions: new Map(),
      setAside: new Map(),
      on,
    },
    facts,
  )
  return {
    item: name,
    on,
    preset: preset.title,
    notice: noticeOf(found.unconfirmed, history.hidden),
    objects: verdicts.map((verdict, index) =>
      told(item.included ? verdict : notIncluded(verdict, item), facts[index]?.object.name ?? ''),
    ),
  }
}

/** The line of the year's plan for an item, where there is just one. */
function lineOf({ database }: CoreContext, item: string, on: string): PlanLine | null {
  const year = Number(on.slice(0, 4))
  const lines = database.plans.find('item', item).filter(({ row }) => row.year === year)
  return lines.length === 1 ? (lines[0]?.row ?? null) : null
}

/** Of an item that is not drawn (S1 附件2一) nobody is, with the list's own reason before any other. */
function notIncluded(verdict: ObjectVerdict, { name, reasonNotIncluded }: InspectionItem): ObjectVerdict {
  const reason = {
    code: 'item-not-included',
    clause: null,
    sentence: `“${name}”未纳入双随机（${reasonNotIncluded ?? '没有写明理由'}），不抽取`,
  } as const
  const { id, stratum } = verdict
  return { id, in: false, stratum, reasons: [reason, ...(verdict.in ? [] : verdict.reasons)] }
}

function told(verdict: ObjectVerdict, name: string): EligibleObject {
  const { id, stratum } = verdict
  if (verdict.in)
    return {
      id,
      name,
      in: true,
      stratum,
      reason: null,
      code: null,
      clause: verdict.clause,
      sentence: verdict.sentence,
      reasons: [],
    }
  const [first] = verdict.reasons
  return {
    id,
    name,
    in: false,
    stratum,
    reason: first === undefined ? null : exclusionWords[first.code],
    code: first?.code ?? null,
    clause: first?.clause ?? null,
    sentence: first?.sentence ?? '',
    reasons: verdict.reasons,
  }
}

function noticeOf(
  [open]: readonly { readonly name: string; readonly taken: string | null }[],
  hidden: readonly string[],
): string | null {
  const notices = [
    ...(open === undefined
      ? []
      : [
          open.taken === null
            ? `“${open.name}”的适用对象还没有确认，清单所列的检查对象也不是名录中的种类或经营类别，没有可以列出的对象。请先在随机抽查事项清单中确认适用对象。`
            : `“${open.name}”的适用对象还没有经人确认，暂按清单所列的“${open.taken}”列出。请在随机抽查事项清单中确认。`,
        ]),
    ...(hidden.length === 0 ? [] : [`“${hidden.join('、')}”的结果还没有全部揭晓，没有计入。`]),
  ]
  return notices.length === 0 ? null : notices.join('')
}

/** The names of the list that share the most with a mistyped one. */
function near(name: string, list: readonly { readonly name: string }[]): string {
  const pairs = (text: string) => [...text].slice(1).map((char, index) => `${[...text][index]}${char}`)
  const wanted = new Set(pairs(name))
  const known = list
    .map((item) => ({ name: item.name, shared: pairs(item.name).filter((pair) => wanted.has(pair)).length }))
    .sort((a, b) => b.shared - a.shared)
  const [closest] = known
  if (closest === undefined) return '清单中还没有事项，请先导入随机抽查事项清单。'
  const alike = closest.shared === 0 ? known : known.filter(({ shared }) => shared > 0)
  const named = alike.slice(0, nearMost).map((item) => `“${item.name}”`)
  return `${closest.shared === 0 ? '清单中有' : '相近的有'}：${named.join('、')}。`
}
