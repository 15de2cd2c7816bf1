import type { ObjectYearAnswer } from '../../../shared/api/year-contract.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { cited } from '../../../shared/rules/cited.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { rulesInForce } from '../rules/office-rules.ts'
import { standingDraws } from './standing-draws.ts'

/** What a year has seen of one object, held against the preset's cap. Refuses with `ROW_UNKNOWN`. */
export function objectYear(context: CoreContext, serial: Serial, year: number): ObjectYearAnswer {
  const { database } = context
  if (database.objects.get(serial) === null)
    throw new RefusalError(
      'ROW_UNKNOWN',
      `检查对象名录中没有“${serial}”。没有改动任何数据。请刷新后重新选择。`,
    )
  const draws = standingDraws(context, year)
    .filter(({ objects }) => objects.includes(serial))
    .map(({ number, at, task, items }) => ({ number, at, task, items }))
  const visits = database.visits
    .current()
    .filter(({ row }) => row.object === serial && row.date.startsWith(String(year)))
    .map((version) => ({ serial: version.serial, row: version.row }))
    .sort((a, b) => (a.row.date < b.row.date ? -1 : 1))
  const { yearlyCap } = rulesInForce(context).preset
  return {
    year,
    draws,
    visits,
    count: draws.length + visits.length,
    most: yearlyCap?.most ?? null,
    sentence: sentenceOf(year, draws.length, visits.length, yearlyCap),
    clause: yearlyCap?.clause ?? null,
  }
}

/** The count against the cap in one sentence; what the clause itself excepts is judged where a draw is planned. */
export function sentenceOf(
  year: number,
  draws: number,
  visits: number,
  cap: Pick<NonNullable<Preset['yearlyCap']>, 'most' | 'words' | 'clause'> | null,
): string {
  const count = draws + visits
  const counted = `${year}年度共${count}次：摇号抽中${draws}次，其他检查${visits}次`
  if (cap === null) return `${counted}。现行细则没有规定同一对象每年的次数上限。`
  const left = cap.most - count
  const rest = left > 0 ? `还可以抽查${left}次` : '已达上限，不再列入抽取，但该条另有规定的除外'
  return `${counted}。${cited(cap)}；${rest}。`
}
