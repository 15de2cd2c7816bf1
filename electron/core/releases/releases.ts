import { randomUUID } from 'node:crypto'
import type { ReleaseRow, ReleaseStepRow } from '../../../db/release-store.ts'
import {
  type Comparison,
  type ListOf,
  type ListState,
  type Release,
  releaseSteps,
  type StepOrder,
} from '../../../shared/api/release-contract.ts'
import type { EventName } from '../../../shared/ledger/events.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import { type CoreContext, now, record } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import type { FiledForm } from '../papers/file-form.ts'
import { recordPaper, withSubjectScan } from '../papers/subject-papers.ts'
import { refuseUnlawfulPlan } from '../plans/plan-problems.ts'
import { rulesInForce } from '../rules/office-rules.ts'
import { compareLists } from './compare-lists.ts'
import { listPaper, type PaperOrder } from './list-papers.ts'
import { listTitle, releaseSubject } from './list-titles.ts'
import { countChanges, countListed, listDigest, listedRows } from './listed-rows.ts'
import { isApproved, nextSteps, stateOf } from './release-steps.ts'

const events = {
  reviewed: 'release.reviewed',
  approved: 'release.approved',
  published: 'release.published',
  filed: 'release.filed',
  returned: 'release.returned',
} as const satisfies Record<StepOrder['step'], EventName>

/**
 * 审核, 批准, 公布, 备案/报送 of the lists (S1 附件2一, S2 第七条): what was handed in is the register as of its moment,
 * held by its digest; every step with its paper, append-only, and each one transaction with its ledger entry.
 */
export class Releases {
  readonly #context: CoreContext

  constructor(context: CoreContext) {
    this.#context = context
  }

  /** How a list stands: its versions, what the 执行细则 asks, what changed since the newest version. */
  of(list: ListOf): ListState {
    const releases = this.#releases(list)
    const [newest] = releases
    return {
      ...list,
      title: listTitle(list),
      rows: countListed(this.#context, list),
      changed: countChanges(this.#context, list, newest?.moment ?? null),
      state: newest?.state ?? 'none',
      ...asked(rulesInForce(this.#context).preset, list),
      releases,
    }
  }

  /**
   * Hands the list as it stands in for review. Refuses with `LIST_EMPTY`, `LIST_UNCHANGED` where the newest version
   * says the same and still counts, or `REASON_MISSING` for an adjustment of what was approved.
   */
  make(actor: string, list: ListOf, reason: string | null): ListState {
    const { database } = this.#context
    database.transaction(() => {
      const title = listTitle(list)
      const rows = listedRows(this.#context, list, null)
      if (rows.length === 0)
        throw new RefusalError(
          'LIST_EMPTY',
          `${title}还没有条目，不能报审。没有写入任何数据。请先录入或导入。`,
        )
      const digest = listDigest(rows)
      const earlier = this.#releases(list)
      const [newest] = earlier
      if (newest !== undefined && newest.digest === digest && stillCounts(newest, reason))
        throw new RefusalError(
          'LIST_UNCHANGED',
          `${title}与第${newest.number}版完全相同，没有重复报审。第${newest.number}版保持原样。请继续登记该版的审核、批准。`,
        )
      if (reason === null && earlier.some(({ steps }) => isApproved(steps)))
        throw new RefusalError(
          'REASON_MISSING',
          `${title}此前已经批准，再次报审须写明调整的理由。没有写入任何数据。请填写理由后重试。`,
        )
      const id = randomUUID()
      const at = now(this.#context)
      const number = (newest?.number ?? 0) + 1
      record(
        this.#context,
        actor,
        'release.made',
        { release: id, subject: list.subject, year: list.year, number, rows: rows.length, digest },
        at,
      )
      database.releases.insert({
        ...list,
        id,
        number,
        moment: Date.parse(at),
        rows: rows.length,
        digest,
        reason,
        at,
        by: actor,
      })
    })
    return this.of(list)
  }

  /**
   * Registers a step of a version. Refuses with `RELEASE_UNKNOWN`, `STEP_OUT_OF_ORDER`, `DATE_IMPOSSIBLE`,
   * `PLAN_NOT_LAWFUL`, `UPLOAD_UNKNOWN` or `FILE_NOT_A_SCAN`.
   */
  register(actor: string, id: string, order: StepOrder): ListState {
    const { database } = this.#context
    const { list, row } = this.#require(id)
    this.#refuseStep(list, row, order)
    const word = releaseSteps[order.step]
    const said = {
      subject: releaseSubject(id),
      kind:
        order.step === 'approved' || order.step === 'reviewed' ? ('approval' as const) : ('proof' as const),
      name: `${listTitle(list)}第${row.number}版${word}`,
      note: 'number' in order ? order.number : null,
    }
    const folder = list.subject === 'plans' ? '年度计划' : '一单两库'
    withSubjectScan(this.#context, folder, said, order.scan, (placed) =>
      database.transaction(() => {
        this.#refuseStep(list, row, order)
        const at = now(this.#context)
        const paper = placed === null ? null : recordPaper(this.#context, actor, placed, at).id
        const sequence = database.releases.steps(id).length + 1
        const { date } = order
        const step = {
          name: 'name' in order ? order.name : null,
          number: 'number' in order ? order.number : null,
          recipient: 'recipient' in order ? order.recipient : null,
          place: 'place' in order ? order.place : null,
        }
        record(
          this.#context,
          actor,
          events[order.step],
          { release: id, sequence, date, ...given(step), ...given({ paper }) },
          at,
        )
        database.releases.insertStep({
          release: id,
          sequence,
          step: order.step,
          ...step,
          date,
          note: order.note,
          paper,
          at,
          by: actor,
        })
      }),
    )
    return this.of(list)
  }

  /** What changed from one version to another, or to now. Refuses with `RELEASE_UNKNOWN`. */
  compare(list: ListOf, from: string | null, to: string | null): Comparison {
    const moment = (id: string | null) => (id === null ? null : this.#require(id, list).row.moment)
    return compareLists(this.#context, list, moment(from), moment(to))
  }

  /** The list as a paper that is filed: {@link listPaper}. Refuses with `RELEASE_UNKNOWN` besides. */
  async print(
    actor: string,
    { release, ...order }: Omit<PaperOrder, 'release'> & { readonly release: string | null },
  ): Promise<FiledForm> {
    const row = release === null ? null : this.#require(release, order.list).row
    return listPaper(this.#context, actor, { ...order, release: row })
  }

  #releases(list: ListOf): Release[] {
    const { releases } = this.#context.database
    const rows = releases.of(list.subject, list.year)
    const steps = new Map(rows.map(({ id }) => [id, releases.steps(id)]))
    return rows.map((row, index) => {
      const own = steps.get(row.id) ?? []
      const later = rows.slice(0, index)
      const inForce = !later.some(({ id }) => isApproved(steps.get(id) ?? []))
      const { id, number, at, moment, by, rows: size, digest, reason } = row
      return {
        id,
        number,
        at,
        moment,
        by,
        rows: size,
        digest,
        reason,
        state: stateOf(own),
        steps: own.map((step) => this.#step(step)),
        next: nextSteps(own, later.length === 0, inForce),
      }
    })
  }

  #step({ release: _release, sequence: _sequence, paper, ...said }: ReleaseStepRow) {
    const filed = paper === null ? null : this.#context.database.papers.get(paper)
    return {
      ...said,
      paper: filed === null ? null : { id: filed.id, name: filed.name, sha256: filed.sha256 },
    }
  }

  #require(id: string, list: ListOf | null = null): { readonly list: ListOf; readonly row: ReleaseRow } {
    const row = this.#context.database.releases.get(id)
    if (row === null || (list !== null && (row.subject !== list.subject || row.year !== list.year)))
      throw new RefusalError('RELEASE_UNKNOWN', '没有这个报审版本。没有写入任何数据。请刷新后重新选择版本。')
    return { list: { subject: row.subject, year: row.year }, row }
  }

  #refuseStep(list: ListOf, row: ReleaseRow, order: StepOrder): void {
    const release = this.#releases(list).find(({ id }) => id === row.id)
    if (release === undefined) throw new Error(`release ${row.id} is in no list`)
    const word = releaseSteps[order.step]
    const title = `${listTitle(list)}第${release.number}版`
    if (!release.next.includes(order.step)) {
      const next = release.next.map((step) => `“${releaseSteps[step]}”`).join('或')
      throw new RefusalError(
        'STEP_OUT_OF_ORDER',
        `${title}现在不能登记“${word}”${next === '' ? '：该版已退回，或已有更新的版本' : `，应先登记${next}`}。没有写入任何数据。请按审核、批准、公布和备案报送的次序登记。`,
      )
    }
    const last = release.steps.at(-1)
    if (last !== undefined && order.date < last.date)
      throw new RefusalError(
        'DATE_IMPOSSIBLE',
        `“${word}”的日期${order.date}早于“${releaseSteps[last.step]}”的日期${last.date}。没有写入任何数据。请核对文件上的日期。`,
      )
    const today = now(this.#context).slice(0, 10)
    if (order.date > today)
      throw new RefusalError(
        'DATE_IMPOSSIBLE',
        `“${word}”的日期${order.date}晚于今天（${today}）。没有写入任何数据。请核对文件上的日期。`,
      )
    if (order.step === 'approved' && list.subject === 'plans')
      refuseUnlawfulPlan(this.#context, list.year, row.moment, row.reason)
  }
}

/** Whether a version with the same rows need not be handed in again: it can be with a further reason, until it is approved. */
function stillCounts({ state, steps, reason }: Release, given: string | null): boolean {
  return state !== 'returned' && (isApproved(steps) || given === null || given === reason)
}

/** What the 执行细则 says of approval, publication and filing of a list. */
function asked(preset: Preset, { subject }: ListOf): Pick<ListState, 'approval' | 'publication' | 'filing'> {
  if (subject === 'plans')
    return { approval: preset.planApproval, publication: preset.planPublication, filing: preset.planFiling }
  const approval =
    subject === 'items' || subject === 'joint-items' ? preset.listApproval : preset.registerApproval
  return { approval, publication: preset.registerPublication, filing: null }
}

/** The members that say something: the ledger knows no null. */
function given(members: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(members).filter((member): member is [string, string] => member[1] !== null),
  )
}
