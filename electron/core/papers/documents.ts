import path from 'node:path'
import type { DocumentRow } from '../../../db/document-store.ts'
import type { StoredDocument } from '../../../shared/api/document-contract.ts'
import { type Disk, writeFiles } from '../../documents/write-files.ts'
import { zipPackage } from '../../documents/zip-package.ts'
import { type CoreContext, now } from '../context.ts'
import { refusePackageOfConfidential } from '../draws/confidential.ts'
import { type DrawForm, drawForms, verifiedPackage } from '../draws/draw-documents.ts'
import { readDrawFacts } from '../draws/draw-facts.ts'
import { readFreezeSlipFacts } from '../draws/freeze-slip-facts.ts'
import { readSession } from '../draws/session.ts'
import { refusePapersOfHidden } from '../draws/shown-in-full.ts'
import { beginningOf, type FormPress } from '../forms/form-press.ts'
import { RefusalError } from '../outcome.ts'
import { type AttachOrder, attachDocument } from './attach-document.ts'
import { documentBytes } from './document-bytes.ts'
import { factsDigest } from './facts-digest.ts'
import { recordDocument, withPlaced } from './file-documents.ts'
import { paperAsDocument } from './paper-as-document.ts'

/** Documents of a draw that lie ready to be printed or taken along. */
export interface PreparedDocuments {
  readonly documents: readonly StoredDocument[]
  /** characters that no font has and that stand as 〓; told when they are set, and kept in the document's note */
  readonly missing: DrawForm['missing']
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
  readonly #press: FormPress

  constructor(context: CoreContext, press: FormPress, verifyPage: () => Uint8Array, disk: Disk | undefined) {
    this.#context = context
    this.#press = press
    this.#verifyPage = verifyPage
    this.#disk = disk
  }

  /** Everything that is kept of a draw, the oldest first. Refuses with `DRAW_UNKNOWN`. */
  list(number: string): StoredDocument[] {
    readSession(this.#context, number)
    return this.#context.database.documents.ofDraw(number).map((row) => this.stored(row))
  }

  /**
   * The 锁定名单校验单 of the newest attempt. Refuses with `DRAW_UNKNOWN` or `WRONG_STATE`, and with `FORM_NOT_READY`
   * where the attempt ended while other papers were made.
   */
  async prepareFreezeSlip(actor: string, number: string): Promise<PreparedDocuments> {
    readFreezeSlipFacts(this.#context, number)
    return this.#pressed(actor, number, ['freeze-slip'])
  }

  /**
   * The forms that say what a draw was, of one that was shown in full: its record, the objects, the people. Refuses
   * with `DRAW_UNKNOWN`, `NOT_DRAWN_YET` or `FORM_NOT_READY`.
   */
  async prepareForms(actor: string, number: string): Promise<PreparedDocuments> {
    refusePapersOfHidden(this.#context, number)
    const facts = readDrawFacts(this.#context, number)
    return this.#pressed(
      actor,
      number,
      drawForms(facts).map(({ id }) => id),
    )
  }

  async #pressed(actor: string, number: string, forms: readonly string[]): Promise<PreparedDocuments> {
    const { documents, missing } = await this.#press.make(actor, { number, forms, combined: false })
    return { documents: documents.map((row) => this.stored(row)), missing }
  }

  /**
   * The package of a draw. Refuses with `DRAW_UNKNOWN`, `NOT_DRAWN_YET`, `CONFIDENTIAL`, `DRAW_VOID` or
   * `PACKAGE_NOT_VALID`.
   */
  preparePackage(actor: string, number: string): Promise<PreparedDocuments> {
    return this.#press.alone(async () => {
      refusePapersOfHidden(this.#context, number)
      refusePackageOfConfidential(this.#context, number)
      const drawn = readDrawFacts(this.#context, number)
      const { attempt } = drawn
      const facts = factsDigest(drawn)
      const onFile = this.#context.database.documents
        .madeFrom(number, attempt, facts)
        .find((row) => row.kind === 'package' && documentBytes(this.#context, row) !== null)
      if (onFile !== undefined) return { documents: [this.stored(onFile)], missing: [] }
      const { forms, files, at } = await verifiedPackage(this.#context, number, this.#verifyPage())
      const data = await zipPackage(files, at)
      const name = `${beginningOf(number, attempt)}.zip`
      const wanted = { kind: 'package', name, type: 'application/zip', pages: null, note: null } as const
      const rows = withPlaced(this.#context, number, [{ ...wanted, facts, compared: null, data }], (placed) =>
        this.#context.database.transaction(() => {
          const time = now(this.#context)
          return placed.map((document) => recordDocument(this.#context, actor, document, attempt, time))
        }),
      )
      return { documents: rows.map((row) => this.stored(row)), missing: told(forms) }
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
    const bytes = documentBytes(this.#context, row)
    if (bytes === null)
      throw new RefusalError(
        'DOCUMENT_CHANGED',
        `“${row.name}”已不在数据文件夹中，或内容与归档时不同，没有打开。台账中的记录保持原样。请从备份中找回该文件，或重新生成文书。`,
      )
    return { document: this.stored(row), bytes }
  }

  /** Copies documents into a folder, all or none, and gives their full paths. Refuses as {@link read} does. */
  copy(ids: readonly string[], folder: string): string[] {
    return this.copyAs(new Map(ids.map((id) => [this.read(id).document.name, id])), folder)
  }

  /** {@link copy} under other names: ids by the name that each is given. */
  copyAs(named: ReadonlyMap<string, string>, folder: string): string[] {
    const files = new Map([...named].map(([name, id]) => [name, this.read(id).bytes]))
    writeFiles(folder, files, this.#disk)
    return [...files.keys()].map((name) => path.join(folder, name))
  }

  /** A row as windows are told of it, with the full path of its file. */
  stored(row: DocumentRow): StoredDocument {
    const { facts: _facts, compared: _compared, ...said } = row
    return { ...said, path: this.#context.papers.fullPath(row.path) }
  }
}

function told(forms: readonly Pick<DrawForm, 'missing'>[]): DrawForm['missing'] {
  return forms.flatMap(({ missing }) => missing.map(({ codePoint, where }) => ({ codePoint, where })))
}
