import type { DrawPreview } from '../../../shared/api/draw-contract.ts'
import type { DrawSession, PickShown, RevealStep } from '../../../shared/api/session.ts'
import type { DrawKind, DrawMode } from '../../../shared/draw/manifest.ts'
import { wordsOfExclusion } from '../../../shared/rules/eligibility.ts'

export const kindWords = {
  draw: '抽取',
  match: '匹配人员',
  'replace-inspector': '更换人员',
  'replace-object': '更换对象',
} as const satisfies Record<DrawKind, string>

export const modeWords = {
  official: '正式',
  rehearsal: '演练',
  unwitnessed: '未经现场见证',
} as const satisfies Record<DrawMode, string>

export const topologyWords = {
  none: { title: '只抽对象', note: '本次只抽检查对象，检查人员以后另行匹配。' },
  teams: { title: '分组抽人后配对', note: '先抽出各组人员，再把抽中的对象随机分到各组。' },
  each: { title: '逐一配对', note: '逐个对象随机配检查人员，各人的任务数尽量相等。' },
} as const

/** `12/96 = 12.50 %`; as it stands on paper. */
export function probabilityWords(sample: number, size: number): string {
  if (size === 0) return '本层没有对象'
  return `${sample}/${size} = ${((sample / size) * 100).toFixed(2)} %`
}

/** A digest as people read it aloud and compare it: groups of four. */
export function inGroups(code: string, size = 4): string {
  return code.match(new RegExp(`.{1,${size}}`, 'gu'))?.join(' ') ?? ''
}

/** `2026-11-20T09:30:00+08:00` as `2026年11月20日 09:30:00`: the clock of the office, whatever this PC is set to. */
export function timeWords(at: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}:\d{2})/.exec(at)
  if (parts === null) return at
  return `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日 ${parts[4]}`
}

/** Who is left out for one reason. */
export interface LeftOut {
  readonly what: 'object' | 'inspector'
  readonly reason: string
  /** the clause of the rule, or why it was decided */
  readonly because: string | null
  readonly rows: readonly { readonly id: string; readonly name: string }[]
}

/** Reasons whose line says in the clause's place why it was decided. */
const byDecision: ReadonlySet<string> = new Set(['left-out-by-decision', 'leaves'])

/** Everybody who is left out, by reason and clause, in the order of the list. */
export function groupLeftOut(excluded: DrawPreview['excluded']): LeftOut[] {
  const groups = new Map<
    string,
    { line: DrawPreview['excluded'][number]; rows: DrawPreview['excluded'][number][] }
  >()
  for (const line of excluded) {
    const key = [line.what, line.reasonCode, line.clause ?? ''].join('\n')
    const group = groups.get(key) ?? { line, rows: [] }
    group.rows.push(line)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ line, rows }) => ({
    what: line.what,
    reason: wordsOfExclusion(line.reasonCode),
    because:
      line.clause === null ? null : byDecision.has(line.reasonCode) ? line.clause : `依据 ${line.clause}`,
    rows,
  }))
}

/** The pick that hit: the last one, after those that were skipped as repeats. */
export function decidingPick(picks: readonly PickShown[]): PickShown | null {
  return picks.findLast((pick) => !pick.repeat) ?? null
}

/** One line of what was revealed: which number, what, and the picks that led to it. */
export interface RevealedLine {
  readonly key: string
  readonly order: string
  readonly what: string
  readonly name: string
  readonly detail: string
  readonly picks: readonly PickShown[]
}

export function revealedLines(shown: readonly RevealStep[]): RevealedLine[] {
  return shown.map((step, index) => {
    const key = String(index)
    const names = (people: readonly { readonly name: string }[]) => people.map((p) => p.name).join('、')
    if (step.step === 'object')
      return {
        key,
        order: String(step.order),
        what: '对象',
        name: step.name,
        detail: `名单第${step.place}号`,
        picks: step.picks,
      }
    if (step.step === 'team')
      return {
        key,
        order: `第${step.team}组`,
        what: '人员',
        name: names(step.inspectors),
        detail: '',
        picks: step.picks,
      }
    if (step.step === 'pair')
      return {
        key,
        order: String(index + 1),
        what: '配对',
        name: step.object.name,
        detail: `${step.team === null ? '单独编组' : `第${step.team}组`}：${names(step.inspectors)}`,
        picks: step.picks,
      }
    return {
      key,
      order: '1',
      what: '更换',
      name: step.drawn.name,
      detail: `接替${step.vacated.name}，名单第${step.place}号`,
      picks: step.picks,
    }
  })
}

/** What has happened in a session, the oldest first. */
export function timelineOf(session: DrawSession): { readonly at: string; readonly what: string }[] {
  const events = [{ at: session.committedAt, what: '取号并公布承诺码 C' }]
  if ('frozenAt' in session) events.push({ at: session.frozenAt, what: '锁定名单并公布名单校验码 F' })
  if ('drawnAt' in session) events.push({ at: session.drawnAt, what: '见证数字齐全，结果封存' })
  if (session.state === 'confirmed') {
    events.push({ at: session.confirmedAt, what: '结果全部揭晓并确认' })
    if (session.archived !== null) events.push({ at: session.archived.at, what: '签字件归档' })
    const disclosed = session.root === null ? session.confidential?.disclosed : null
    if (disclosed) events.push({ at: disclosed.at, what: '公布保密名单' })
    events.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  }
  if (session.state === 'aborted') events.push({ at: session.at, what: `中止：${session.reason}` })
  if (session.state === 'void')
    events.push({ at: session.at, what: `作废（${session.decision}）：${session.reason}` })
  return events
}

/** The four steps of the short way. */
export const stepTitles = ['任务与名单', '见证数字', '摇号与揭晓', '打印与归档'] as const

/** Which of the four steps a session stands at, from 0. */
export function stepOf(session: DrawSession): number {
  switch (session.state) {
    case 'committed':
      return 0
    case 'frozen':
      return 1
    case 'drawn':
    case 'revealed':
      return 2
    case 'confirmed':
      return 3
    case 'aborted':
      return 0
    case 'void':
      return 2
  }
}
