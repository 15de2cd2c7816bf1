import { randomUUID } from 'node:crypto'
import type { DocumentRow } from '../../../db/document-store.ts'
import type { NoticeRow } from '../../../db/inspection-store.ts'
import type { StoredDocument } from '../../../shared/api/document-contract.ts'
import { type Notice, type NoticeKind, noticeKinds } from '../../../shared/api/notice-contract.ts'
import { asDraft } from '../../../shared/forms/notice-paper.ts'
import { isSamePerson, nameAsTyped } from '../../../shared/registry/same-person.ts'
import { formHtml } from '../../documents/html/form-html.ts'
import { type CoreContext, now, record } from '../context.ts'
import { readSession } from '../draws/session.ts'
import { withKept } from '../forms/kept-models.ts'
import { RefusalError } from '../outcome.ts'
import { recordDocument, withPlaced } from '../papers/file-documents.ts'
import { composeNotice } from './compose-notice.ts'
import { noticeBody, readNotice } from './notice-body.ts'
import { noticeFiles } from './notice-files.ts'
import { NoticesNow } from './notices-now.ts'

/**
 * Public notices (公示稿): drawn up from the facts with everything personal covered, compared by a second person, and
 * only then written as page, workbook and PDF. What was drawn up is kept as it was; whoever confirms, confirms that.
 */
export class Notices {
  readonly #context: CoreContext
  readonly #stored: (row: DocumentRow) => StoredDocument

  constructor(context: CoreContext, stored: (row: DocumentRow) => StoredDocument) {
    this.#context = context
    this.#stored = stored
  }

  /** Notices of the inspection that a draw belongs to, the newest first. Refuses with `DRAW_UNKNOWN`. */
  list(number: string): Notice[] {
    const root = this.#rootOf(number)
    const rows = this.#context.database.inspections.notices(root)
    if (rows.length === 0) return []
    const standing = new NoticesNow(this.#context, root)
    return rows.map((row) => this.#told(row, standing)).toReversed()
  }

  /**
   * Draws one up from the facts as they are now. One that says the same and was confirmed, or was drawn up by the same
   * person, is given again. Refuses as `composeNotice` does.
   */
  make(
    actor: string,
    { number, kind, maker }: { readonly number: string; readonly kind: NoticeKind; readonly maker: string },
  ): Notice {
    const { database } = this.#context
    const root = this.#rootOf(number)
    const by = nameAsTyped(maker)
    const row = database.transaction(() => {
      const at = now(this.#context)
      const notice = composeNotice(this.#context, { root, kind, today: at.slice(0, 10) })
      const said = noticeBody(notice)
      const last = database.inspections.notices(root).findLast((one) => one.kind === kind)
      if (last !== undefined && last.digest === said.digest && this.#standsFor(last, by)) return last
      const fresh = { id: randomUUID(), draw: root, kind, ...said, maker: by, at, by: actor }
      record(
        this.#context,
        actor,
        'notice.made',
        { digest: said.digest, draw: root, kind: noticeKinds[kind], maker: by, notice: fresh.id },
        at,
      )
      database.inspections.insertNotice(fresh)
      return fresh
    })
    return this.#told(row)
  }

  /** The notice as a page, marked 待核对 until it was confirmed. Refuses with `NOTICE_UNKNOWN`. */
  preview(id: string): string {
    const row = this.#known(id)
    const { model } = readNotice(row).paper
    return formHtml(this.#context.database.inspections.confirmation(id) === null ? asDraft(model) : model)
  }

  /**
   * A second person compared it: the three files are archived with the confirmation, or nothing is. Refuses with
   * `NOTICE_UNKNOWN`, `SAME_PERSON`, `WRONG_STATE` (confirmed before), `NOTICE_CHANGED` (the facts say something else
   * by now) or `CONFIDENTIAL`.
   */
  async confirm(
    actor: string,
    { id, name }: { readonly id: string; readonly name: string },
  ): Promise<Notice> {
    const { database } = this.#context
    const row = this.#known(id)
    const by = nameAsTyped(name)
    this.#refuseConfirming(row, by)
    const { paper } = readNotice(row)
    const { draw, kind, digest } = row
    const { files, kept } = await noticeFiles({ number: draw, kind, digest }, paper, new Date(row.at))
    withKept(this.#context, draw, [kept], () =>
      withPlaced(this.#context, draw, files, (placed) =>
        database.transaction(() => {
          // Somebody may have confirmed it, or changed the facts, while the files were made.
          this.#refuseConfirming(row, by)
          const at = now(this.#context)
          const { attempt } = readSession(this.#context, draw)
          for (const document of placed) {
            const models = document.type === 'application/pdf' ? kept.digest : null
            recordDocument(this.#context, actor, document, attempt, at, models)
          }
          record(
            this.#context,
            actor,
            'notice.confirmed',
            { confirmer: by, digest, draw, kind: noticeKinds[kind], notice: id },
            at,
          )
          database.inspections.insertConfirmation({ notice: id, name: by, at, by: actor })
        }),
      ),
    )
    return this.#told(row)
  }

  #rootOf(number: string): string {
    return readSession(this.#context, number).root ?? number
  }

  #known(id: string): NoticeRow {
    const row = this.#context.database.inspections.notice(id)
    if (row === null)
      throw new RefusalError('NOTICE_UNKNOWN', '没有这份公示稿。没有写入任何数据。请刷新后重新选择。')
    return row
  }

  /** Whether asking for the same again is answered with this one. */
  #standsFor({ id, maker }: NoticeRow, by: string): boolean {
    return isSamePerson(maker, by) || this.#context.database.inspections.confirmation(id) !== null
  }

  #refuseConfirming(row: NoticeRow, by: string): void {
    const { id, maker, draw, kind } = row
    const confirmed = this.#context.database.inspections.confirmation(id)
    if (confirmed !== null)
      throw new RefusalError(
        'WRONG_STATE',
        `这份公示稿已由“${confirmed.name}”核对并存档。没有写入任何数据。可以直接使用存档的文件。`,
      )
    if (isSamePerson(maker, by))
      throw new RefusalError(
        'SAME_PERSON',
        `这份公示稿由“${maker}”拟定，须由另一人核对。没有写入任何数据，公示稿保持原样。请换一人核对，并填写其姓名。`,
      )
    const digest = new NoticesNow(this.#context, draw).digestOf(row)
    if (digest.ok && digest.value === row.digest) return
    if (!digest.ok && digest.refusal.code === 'CONFIDENTIAL')
      throw new RefusalError('CONFIDENTIAL', digest.refusal.message)
    throw new RefusalError(
      'NOTICE_CHANGED',
      `“${draw}”的${noticeKinds[kind]}拟定后，抽取结果、检查情况或文书版式有了变化，没有存档。拟定的稿子保持原样。请重新拟定，再行核对。`,
    )
  }

  /** A notice as windows are told of it. */
  #told(row: NoticeRow, standing = new NoticesNow(this.#context, row.draw)): Notice {
    const { inspections, documents } = this.#context.database
    const { id, kind, at, maker, digest, draw } = row
    const { masked, free } = readNotice(row).paper
    const confirmation = inspections.confirmation(id)
    const files =
      confirmation === null
        ? []
        : documents
            .ofDraw(draw)
            .filter((one) => one.kind === 'notice' && one.facts === digest && one.at === confirmation.at)
    return {
      id,
      kind,
      at,
      maker,
      digest,
      current: standing.isCurrent(row),
      masked: [...masked],
      free: [...free],
      confirmed: confirmation === null ? null : { name: confirmation.name, at: confirmation.at },
      documents: files.map((one) => this.#stored(one)),
    }
  }
}
