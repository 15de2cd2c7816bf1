import { createHash } from 'node:crypto'
import path from 'node:path'
import type { DocumentRow } from '../../../db/document-store.ts'
import type { StoredDocument } from '../../../shared/api/document-contract.ts'
import { freezeSlip } from '../../../shared/forms/freeze-slip.ts'
import { renderForm } from '../../documents/pdf/render-form.ts'
import { type Disk, writeFiles } from '../../documents/write-files.ts'
import { zipPackage } from '../../documents/zip-package.ts'
import { type CoreContext, now } from '../context.ts'
import { refusePackageOfConfidential } from '../draws/confidential.ts'
import { type DrawForm, renderForms, verifiedPackage } from '../draws/draw-documents.ts'
import { readDrawFacts } from '../draws/draw-facts.ts'
import { readFreezeSlipFacts } from '../draws/freeze-slip-facts.ts'
import { readSession } from '../draws/session.ts'
import { refusePapersOfHidden } from '../draws/shown-in-full.ts'
import { RefusalError } from '../outcome.ts'
import { type AttachOrder, attachDocument } from './attach-document.ts'
import { factsDigest } from './facts-digest.ts'
import { type NewDocument, recordDocument, withPlaced } from './file-documents.ts'

/** Documents of a draw that lie ready to be printed or taken along. */
export interface PreparedDocuments {
  readonly documents: readonly StoredDocument[]
  /** characters that no font has and that stand as 〓; told when they are set, and kept in the document's note */
  readonly missing: DrawForm['missing']
}

/** What one call of `prepare` makes, and what it is made from. */
interface Made {
  readonly number: string
  readonly attempt: number
  readonly kind: 'freeze-slip' | 'form' | 'package'
  readonly facts: string
  readonly make: () => Promise<{
    readonly files: readonly NewDocument[]
    readonly missing: DrawForm['missing']
  }>
}

/**
 * Files that are kept of a draw (文书与材料): made by the program and archived, or brought back signed. What is made
 * is made once of the same facts: whoever asks again is given what is on file. It is made anew where the facts
 * changed (an ending, a replacement, a further attempt), or where a file on disk is no longer what was archived;
 * what was archived before stays.
 */
export class Documents {
  readonly #context: CoreContext
  readonly #verifyPage: () => Uint8Array
  readonly #disk: Disk | undefined
  /** one at a time, so that two windows that ask at once are given the same papers */
  #last: Promise<unknown> = Promise.resolve()

  constructor(context: CoreContext, verifyPage: () => Uint8Array, disk: Disk | undefined) {
    this.#context = context
    this.#verifyPage = verifyPage
    this.#disk = disk
  }

  /** Everything that is kept of a draw, the oldest first. Refuses with `DRAW_UNKNOWN`. */
  list(number: string): StoredDocument[] {
    readSession(this.#context, number)
    return this.#context.database.documents.ofDraw(number).map((row) => this.stored(row))
  }

  /** The 锁定名单校验单 of the newest attempt. Refuses with `DRAW_UNKNOWN` or `WRONG_STATE`. */
  prepareFreezeSlip(actor: string, number: string): Promise<PreparedDocuments> {
    return this.#prepare(actor, () => {
      const facts = readFreezeSlipFacts(this.#context, number)
      const make = async () => {
        const rendered = await renderForm(freezeSlip(facts), { creationDate: new Date(facts.frozenAt) })
        const form = { name: '锁定名单校验单.pdf', ...rendered }
        return { files: [formOf(form, 'freeze-slip', number, facts.attempt)], missing: told([form]) }
      }
      return { number, attempt: facts.attempt, kind: 'freeze-slip', facts: factsDigest(facts), make }
    })
  }

  /** The forms of a draw that was shown in full. Refuses with `DRAW_UNKNOWN` or `NOT_DRAWN_YET`. */
  prepareForms(actor: string, number: string): Promise<PreparedDocuments> {
    return this.#prepare(actor, () => {
      refusePapersOfHidden(this.#context, number)
      const facts = readDrawFacts(this.#context, number)
      const make = async () => {
        const forms = await renderForms(facts)
        return {
          files: forms.map((form) => formOf(form, 'form', number, facts.attempt, facts.confidential)),
          missing: told(forms),
        }
      }
      return { number, attempt: facts.attempt, kind: 'form', facts: factsDigest(facts), make }
    })
  }

  /**
   * The package of a draw. Refuses with `DRAW_UNKNOWN`, `NOT_DRAWN_YET`, `CONFIDENTIAL`, `DRAW_VOID` or
   * `PACKAGE_NOT_VALID`.
   */
  preparePackage(actor: string, number: string): Promise<PreparedDocuments> {
    return this.#prepare(actor, () => {
      refusePapersOfHidden(this.#context, number)
      refusePackageOfConfidential(this.#context, number)
      const facts = readDrawFacts(this.#context, number)
      const make = async () => {
        const { forms, files, at } = await verifiedPackage(this.#context, number, this.#verifyPage())
        const data = await zipPackage(files, at)
        const name = `${beginningOf(number, facts.attempt)}.zip`
        const said = { kind: 'package', name, type: 'application/zip', pages: null } as const
        return {
          files: [{ ...said, note: null, facts: null, compared: null, data }],
          missing: told(forms),
        }
      }
      return { number, attempt: facts.attempt, kind: 'package', facts: factsDigest(facts), make }
    })
  }

  /** Files what came back from outside: {@link attachDocument}. */
  attach(actor: string, order: AttachOrder): StoredDocument {
    return this.stored(attachDocument(this.#context, actor, order))
  }

  /**
   * The bytes of a document as they were archived; of a draw, or a paper of a list, a plan or a scheme. Refuses with
   * `DOCUMENT_UNKNOWN` or `DOCUMENT_CHANGED`.
   */
  read(id: string): { readonly document: StoredDocument; readonly bytes: Uint8Array } {
    const row = this.#context.database.documents.get(id) ?? paperAsDocument(this.#context, id)
    if (row === null)
      throw new RefusalError('DOCUMENT_UNKNOWN', '没有这份文书。没有改动任何数据。请刷新后重新选择。')
    const bytes = this.#bytesOf(row)
    if (bytes === null)
      throw new RefusalError(
        'DOCUMENT_CHANGED',
        `“${row.name}”已不在数据文件夹中，或内容与归档时不同，没有打开。台账中的记录保持原样。请从备份中找回该文件，或重新生成文书。`,
      )
    return { document: this.stored(row), bytes }
  }

  /** Copies documents into a folder, all or none, and gives their full paths. Refuses as {@link read} does. */
  copy(ids: readonly string[], folder: string): string[] {
    const files = new Map<string, Uint8Array>()
    for (const id of ids) {
      const { document, bytes } = this.read(id)
      files.set(document.name, bytes)
    }
    writeFiles(folder, files, this.#disk)
    return [...files.keys()].map((name) => path.join(folder, name))
  }

  #prepare(actor: string, read: () => Made): Promise<PreparedDocuments> {
    const run = () => this.#onFileOrMade(actor, read())
    const next = this.#last.then(run, run)
    this.#last = next
    return next
  }

  async #onFileOrMade(actor: string, made: Made): Promise<PreparedDocuments> {
    const { number, attempt, facts } = made
    const { database } = this.#context
    const onFile = database.documents.madeFrom(number, attempt, facts).filter((row) => row.kind === made.kind)
    // What was made together was filed at one time.
    for (const together of Map.groupBy(onFile, (row) => row.at).values())
      if (together.every((row) => this.#bytesOf(row) !== null))
        return { documents: together.map((row) => this.stored(row)), missing: [] }
    const { files, missing } = await made.make()
    const wanted = files.map((file) => ({ ...file, facts }))
    const rows = withPlaced(this.#context, number, wanted, (placed) =>
      database.transaction(() => {
        const at = now(this.#context)
        return placed.map((document) => recordDocument(this.#context, actor, document, attempt, at))
      }),
    )
    return { documents: rows.map((row) => this.stored(row)), missing }
  }

  /** What was archived, `null` where the file is gone or another. */
  #bytesOf(row: DocumentRow): Uint8Array | null {
    const bytes = this.#context.papers.read(row.path)
    const same = bytes !== null && createHash('sha256').update(bytes).digest('hex') === row.sha256
    return same ? bytes : null
  }

  /** A row as windows are told of it, with the full path of its file. */
  stored(row: DocumentRow): StoredDocument {
    const { facts: _facts, compared: _compared, ...said } = row
    return { ...said, path: this.#context.papers.fullPath(row.path) }
  }
}

/** A paper of anything but a draw, as a document is told: under its subject, of no attempt. */
function paperAsDocument({ database }: CoreContext, id: string): DocumentRow | null {
  const row = database.papers.get(id)
  if (row === null) return null
  const { subject, kind, ...said } = row
  return {
    ...said,
    draw: subject,
    attempt: 0,
    kind: kind === 'proof' ? 'other' : kind,
    facts: null,
    compared: null,
    form: null,
    copy: 1,
    original: null,
  }
}

/** How names begin of what is made of an attempt. */
function beginningOf(number: string, attempt: number): string {
  return attempt === 1 ? number : `${number}-第${attempt}次`
}

function formOf(
  form: DrawForm,
  kind: 'freeze-slip' | 'form',
  number: string,
  attempt: number,
  confidential = false,
): NewDocument {
  const { name, pdf, pages, missing } = form
  const signs = [...new Set(missing.map(({ codePoint, where }) => `${where}（${codePoint}）`))]
  const notes = [
    ...(confidential ? ['保密'] : []),
    ...(signs.length === 0 ? [] : [`以“〓”代替的字：${signs.join('、')}`]),
  ]
  return {
    kind,
    name: `${beginningOf(number, attempt)}-${name}`,
    type: 'application/pdf',
    pages,
    note: notes.length === 0 ? null : notes.join('；'),
    facts: null,
    compared: null,
    data: pdf,
  }
}

function told(forms: readonly Pick<DrawForm, 'missing'>[]): DrawForm['missing'] {
  return forms.flatMap(({ missing }) => missing.map(({ codePoint, where }) => ({ codePoint, where })))
}
