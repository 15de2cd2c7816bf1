import { z } from 'zod'
import type { RevisionRow } from '../../../db/release-store.ts'
import { type Revision, revisedRegisters } from '../../../shared/api/register-work-contract.ts'
import { registerTitles } from '../../../shared/registry/columns.ts'
import { type CoreContext, now, record } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { documentBytes } from '../papers/document-bytes.ts'
import { recordPaper, withSubjectScan } from '../papers/subject-papers.ts'
import { rulesInForce } from '../rules/office-rules.ts'
import { countDifferences, type DifferenceCounts, registerDifference } from './register-difference.ts'
import { storeOf } from './registers.ts'
import { endOfPeriod, periodOf, usualMonths } from './revision-period.ts'

export type RevisedRegister = (typeof revisedRegisters)[number]

/** What is confirmed: the revision of a register for a period, with a note and the scan of its proof. */
export interface RevisionOrder {
  readonly register: RevisedRegister
  readonly period: string
  readonly note: string | null
  readonly scan: string | null
}

const summarySchema = z.object({ added: z.int(), changed: z.int(), retired: z.int(), rows: z.int() })

/** The revisions of the registers (定期修订): S1 第六条 wants them in June and December, others at any time. */
export class Revisions {
  readonly #context: CoreContext

  constructor(context: CoreContext) {
    this.#context = context
  }

  /** Where every register stands, and what was done. */
  read() {
    const rule = rulesInForce(this.#context).preset.registerRevision
    const done = this.#context.database.releases.revisions()
    return {
      months: rule?.months ?? usualMonths,
      words: rule?.words ?? null,
      clause: rule?.clause ?? null,
      registers: revisedRegisters.map((register) => {
        const period = this.#period()
        const last = lastOf(done, register)
        return {
          register,
          period,
          due: isRevisionDue(this.#context, register),
          done: done.some((row) => row.register === register && row.period === period),
          since: last?.at ?? null,
          counts: this.#counts(register, last),
          rows: storeOf(this.#context.database, register).count(),
        }
      }),
      done: done.map((row) => this.#shown(row)),
    }
  }

  /** Records a revision. Refuses with `REVISION_DONE`, `UPLOAD_UNKNOWN` or `FILE_NOT_A_SCAN`. */
  confirm(actor: string, { register, period, note, scan }: RevisionOrder): Revision {
    const { database } = this.#context
    const title = registerTitles[register]
    const [year, month] = period.split('-').map(Number)
    if (period !== this.#period())
      throw new RefusalError(
        'REVISION_DONE',
        `现在可以登记的是${this.#period()}的修订，不是${period}的。没有写入任何数据。请刷新后重试。`,
      )
    const done = database.releases.revisions()
    const before = done.find((row) => row.register === register && row.period === period)
    if (before !== undefined)
      throw new RefusalError(
        'REVISION_DONE',
        `${title}${year}年${month}月的修订已由${before.by}于${before.at.slice(0, 10)}登记。没有写入任何数据。不需要再次登记。`,
      )
    const said = {
      subject: `revision:${register}:${period}`,
      kind: 'proof',
      name: `${title}${period}修订佐证`,
      note: null,
    } as const
    const row = withSubjectScan(this.#context, '名录修订', said, scan, (placed) =>
      database.transaction(() => {
        const at = now(this.#context)
        const rows = storeOf(database, register).count()
        const counts = this.#counts(register, lastOf(done, register))
        const paper = placed === null ? null : recordPaper(this.#context, actor, placed, at).id
        const summary = { ...counts, rows }
        const moment = Date.parse(at)
        record(
          this.#context,
          actor,
          'register.revised',
          {
            register,
            period,
            ...summary,
            ...(note === null ? {} : { note }),
            ...(paper === null ? {} : { paper }),
          },
          at,
        )
        const written = { register, period, moment, summary, note, paper, at, by: actor }
        database.releases.insertRevision(written)
        return written
      }),
    )
    return this.#shown(row)
  }

  /** The proof of a revision. Refuses with `DOCUMENT_UNKNOWN` or `DOCUMENT_CHANGED`. */
  proof(id: string): { readonly name: string; readonly type: string; readonly bytes: Uint8Array } {
    const row = this.#context.database.papers.get(id)
    if (row === null || !row.subject.startsWith('revision:'))
      throw new RefusalError('DOCUMENT_UNKNOWN', '没有这份佐证。没有改动任何数据。请刷新后重新选择。')
    const bytes = documentBytes(this.#context, row)
    if (bytes === null)
      throw new RefusalError(
        'DOCUMENT_CHANGED',
        `“${row.name}”已不在数据文件夹中，或内容与归档时不同，没有打开。台账中的记录保持原样。请从备份中找回该文件。`,
      )
    return { name: row.name, type: row.type, bytes }
  }

  #period(): string {
    return currentPeriod(this.#context)
  }

  #counts(register: RevisedRegister, last: RevisionRow | null): DifferenceCounts {
    const store = storeOf(this.#context.database, register)
    return countDifferences(registerDifference(last === null ? [] : store.asOf(last.moment), store.current()))
  }

  #shown({ register, period, at, by, note, summary, paper }: RevisionRow): Revision {
    const { rows, ...counts } = summarySchema.parse(summary)
    const proof = paper === null ? null : this.#context.database.papers.get(paper)
    return {
      register,
      period,
      at,
      by,
      counts,
      rows,
      note,
      proof: proof === null ? null : { id: proof.id, name: proof.name, sha256: proof.sha256 },
    }
  }
}

/**
 * Whether a register ought to have been revised and was not: its month has begun, and it was kept already in that
 * month. Where the rule in force names no months (at any time), nothing is due.
 */
export function isRevisionDue(context: CoreContext, register: RevisedRegister): boolean {
  // 执法人员名录库 is kept up at any time (S1 第七条), 事项清单 likewise (S1 附件2一): only objects have months.
  if (register !== 'objects') return false
  if (rulesInForce(context).preset.registerRevision?.months.length === 0) return false
  const period = currentPeriod(context)
  const { releases, sqlite } = context.database
  if (releases.revisions().some((row) => row.register === register && row.period === period)) return false
  const first = sqlite
    .prepare<[], string>('SELECT at FROM inspection_object_version ORDER BY serial, version LIMIT 1')
    .pluck()
    .get()
  return first !== undefined && first.slice(0, 10) < endOfPeriod(period)
}

/** The period whose revision can be recorded now. */
export function currentPeriod(context: CoreContext): string {
  const months = rulesInForce(context).preset.registerRevision?.months ?? usualMonths
  return periodOf(now(context).slice(0, 10), months.length === 0 ? usualMonths : months)
}

/** The last revision of a register. */
function lastOf(done: readonly RevisionRow[], register: RevisedRegister): RevisionRow | null {
  return done.find((row) => row.register === register) ?? null
}
