import { randomUUID } from 'node:crypto'
import type { SchemeRow } from '../../../db/scheme-store.ts'
import { type Scheme, type SchemeBody, schemeBodySchema } from '../../../shared/api/scheme-contract.ts'
import { withExtraSignatures } from '../../../shared/forms/extra-signatures.ts'
import { schemeForm } from '../../../shared/forms/scheme-form.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { PlanLine } from '../../../shared/registry/plan-line.ts'
import { renderForm } from '../../documents/pdf/render-form.ts'
import { type CoreContext, now, office, record, requireOffice } from '../context.ts'
import { readFormStyle } from '../forms/form-style.ts'
import { RefusalError } from '../outcome.ts'
import { canonicalDigest } from '../papers/canonical-digest.ts'
import { type FiledForm, fileForm } from '../papers/file-form.ts'
import { recordPaper, withSubjectScan } from '../papers/subject-papers.ts'
import { objectGroups } from '../plans/object-groups.ts'
import { rulesInForce } from '../rules/office-rules.ts'
import { proposeScheme } from './propose-scheme.ts'
import { readSchemeFacts } from './scheme-facts.ts'

/** An approval as 负责人 gave it. */
export interface SchemeApprovalOrder {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly date: string
  /** the upload of its scan */
  readonly scan: string
}

/**
 * 实施方案 (S2 第九条): made from a plan line, approved by 负责人 with number, name, date and scan, and never changed
 * after that. Each change is one transaction with its ledger entry.
 */
export class Schemes {
  readonly #context: CoreContext

  constructor(context: CoreContext) {
    this.#context = context
  }

  /** All schemes, the last touched first; with `line` only those of that plan line. */
  list(line: Serial | null = null): readonly Scheme[] {
    const draws = drawsByScheme(this.#context)
    return this.#context.database.schemes
      .list()
      .filter((row) => line === null || row.line === line)
      .map((row) => this.#scheme(row, draws))
  }

  /** One scheme. Refuses with `SCHEME_UNKNOWN`. */
  read(id: string): Scheme {
    return this.#scheme(this.#require(id), drawsByScheme(this.#context))
  }

  /** What a new scheme of a line, or of these items outside any plan, would say. Refuses with `ROW_UNKNOWN`. */
  propose(line: Serial | null, items: readonly string[]): Partial<SchemeBody> {
    const { database } = this.#context
    const planned = line === null ? null : this.#requireLine(line)
    const names = planned === null ? items : [planned.item, ...planned.furtherItems]
    return proposeScheme({
      preset: rulesInForce(this.#context).preset,
      office: office(this.#context)?.name ?? '',
      line: planned,
      names,
      items: database.items
        .current()
        .filter(({ row }) => names.includes(row.name))
        .map(({ row }) => row),
      objects: objectGroups(this.#context),
      people: database.inspectors
        .current()
        .filter(({ row }) => row.kind === '执法人员' && row.state === '在岗').length,
      year: Number(now(this.#context).slice(0, 4)),
    })
  }

  /** Writes a scheme, new or over the draft `id`. Refuses with `SCHEME_UNKNOWN`, `SCHEME_APPROVED`, `ROW_UNKNOWN`. */
  save(actor: string, id: string | null, line: Serial | null, body: SchemeBody): Scheme {
    const { database } = this.#context
    return database.transaction(() => {
      if (id !== null) this.#requireDraft(id)
      if (line !== null) this.#requireLine(line)
      const own = id ?? randomUUID()
      const at = now(this.#context)
      record(this.#context, actor, 'scheme.saved', { scheme: own, line: line ?? '', title: body.title }, at)
      database.schemes.save({ id: own, line, body, updatedAt: at, by: actor })
      return this.read(own)
    })
  }

  /** Takes a scheme away that nobody has approved. Refuses with `SCHEME_UNKNOWN` or `SCHEME_APPROVED`. */
  discard(actor: string, id: string): void {
    const { database } = this.#context
    database.transaction(() => {
      this.#requireDraft(id)
      record(this.#context, actor, 'scheme.discarded', { scheme: id })
      database.schemes.discard(id)
    })
  }

  /**
   * Registers the approval and files its scan; what was approved is held by its digest. Refuses with
   * `SCHEME_UNKNOWN`, `SCHEME_APPROVED`, `DATE_IMPOSSIBLE`, `UPLOAD_UNKNOWN` or `FILE_NOT_A_SCAN`.
   */
  approve(actor: string, { id, name, number, date, scan }: SchemeApprovalOrder): Scheme {
    const { database } = this.#context
    this.#requireDraft(id)
    const today = now(this.#context).slice(0, 10)
    if (date > today)
      throw new RefusalError(
        'DATE_IMPOSSIBLE',
        `批准日期${date}晚于今天（${today}），没有登记批准。没有写入任何数据。请核对批准文件上的日期。`,
      )
    const said = {
      subject: schemeSubject(id),
      kind: 'approval' as const,
      name: '实施方案批准',
      note: `${number}　${name}　${date}`,
    }
    return withSubjectScan(this.#context, '实施方案', said, scan, (placed) =>
      database.transaction(() => {
        const { body } = this.#requireDraft(id)
        if (placed === null) throw new Error('an approval without its scan')
        const at = now(this.#context)
        const digest = canonicalDigest(body)
        const paper = recordPaper(this.#context, actor, placed, at)
        record(
          this.#context,
          actor,
          'scheme.approved',
          { scheme: id, name, number, date, digest, paper: paper.id },
          at,
        )
        database.schemes.insertApproval({
          scheme: id,
          name,
          number,
          date,
          paper: paper.id,
          digest,
          at,
          by: actor,
        })
        return this.read(id)
      }),
    )
  }

  /** The scheme as a paper, filed. Refuses with `SCHEME_UNKNOWN` or `OFFICE_NOT_SET`. */
  async print(actor: string, id: string): Promise<FiledForm> {
    const { approval, updatedAt } = this.read(id)
    requireOffice(this.#context)
    const facts = readSchemeFacts(this.#context, this.#require(id))
    const creationDate = new Date(approval?.at ?? updatedAt)
    const model = withExtraSignatures(schemeForm(facts), readFormStyle(this.#context))
    const { pdf, pages, missing } = await renderForm(model, { creationDate })
    const name = `抽查实施方案${approval === null ? '（待批准）' : ''}.pdf`
    const made = { subject: schemeSubject(id), name, type: 'application/pdf', pages, data: pdf }
    return fileForm(this.#context, actor, '实施方案', made, missing)
  }

  #scheme(row: SchemeRow, draws: ReadonlyMap<string, readonly string[]>): Scheme {
    const { schemes, papers } = this.#context.database
    const approval = schemes.approval(row.id)
    const paper = approval === null ? null : papers.get(approval.paper)
    const { id, createdAt, updatedAt, by } = row
    return {
      id,
      line: row.line as Serial | null,
      body: schemeBodySchema.parse(row.body),
      createdAt,
      updatedAt,
      by,
      approval:
        approval === null || paper === null
          ? null
          : {
              name: approval.name,
              number: approval.number,
              date: approval.date,
              paper: paper.id,
              paperName: paper.name,
              sha256: paper.sha256,
              at: approval.at,
              by: approval.by,
            },
      draws: draws.get(id) ?? [],
    }
  }

  #require(id: string): SchemeRow {
    const row = this.#context.database.schemes.get(id)
    if (row === null)
      throw new RefusalError(
        'SCHEME_UNKNOWN',
        '没有这份实施方案，可能已被删除。没有写入任何数据。请在年度计划中重新选择。',
      )
    return row
  }

  #requireDraft(id: string): SchemeRow {
    const row = this.#require(id)
    const approval = this.#context.database.schemes.approval(id)
    if (approval !== null)
      throw new RefusalError(
        'SCHEME_APPROVED',
        `这份实施方案已由${approval.name}批准（${approval.number}），不能再修改或删除。方案保持原样。如需调整，请复制为新的方案，重新报批。`,
      )
    return row
  }

  #requireLine(line: Serial): PlanLine {
    const version = this.#context.database.plans.get(line)
    if (version === null || version.change === 'retired')
      throw new RefusalError(
        'ROW_UNKNOWN',
        `年度计划中没有“${line}”这一计划项，可能已停用。没有写入任何数据。请重新选择计划项。`,
      )
    return version.row
  }
}

/** What papers of a scheme are kept under. */
export function schemeSubject(id: string): string {
  return `scheme:${id}`
}

/** Numbers of the draws that were frozen on every scheme. */
function drawsByScheme({ database }: CoreContext): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { scheme, draw } of database.schemes.bases()) {
    if (scheme === null) continue
    const numbers = found.get(scheme) ?? []
    if (!numbers.includes(draw)) numbers.push(draw)
    found.set(scheme, numbers)
  }
  return found
}
