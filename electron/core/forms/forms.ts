import type { DocumentRow } from '../../../db/document-store.ts'
import type { StoredDocument } from '../../../shared/api/document-contract.ts'
import type { FormState, InspectionState, PrepareEvent } from '../../../shared/api/form-contract.ts'
import type { FormStyle } from '../../../shared/forms/form-style.ts'
import type { InspectionEntry } from '../../../shared/forms/inspection-entry.ts'
import type { VisitEntry } from '../../../shared/forms/visit-entry.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import type { FiledForm } from '../papers/file-form.ts'
import { paperAsDocument } from '../papers/paper-as-document.ts'
import { blankForm, nonRandomForm } from './blank-forms.ts'
import { type EntryOrder, readEntries, saveInspectionEntry, saveVisitEntry } from './entries.ts'
import type { FormPress, PrepareOrder } from './form-press.ts'
import { readFormStates } from './form-states.ts'
import { readFormStyle, readLastNumbers, writeFormStyle } from './form-style.ts'
import { confirmPrinted, copyToPrint } from './print-copies.ts'

/** The paper forms of inspections (文书): what is entered for them, how they stand, and their copies. */
export class Forms {
  readonly #context: CoreContext
  readonly #press: FormPress
  readonly #stored: (row: DocumentRow) => StoredDocument

  constructor(context: CoreContext, press: FormPress, stored: (row: DocumentRow) => StoredDocument) {
    this.#context = context
    this.#press = press
    this.#stored = stored
  }

  /** {@link readFormStates} */
  list(number: string): Promise<FormState[]> {
    return readFormStates(this.#context, number, this.#stored)
  }

  /** {@link readEntries} */
  entry(number: string): InspectionState {
    return readEntries(this.#context, number)
  }

  /** {@link saveInspectionEntry} */
  saveEntry(actor: string, order: EntryOrder<InspectionEntry>): InspectionState {
    return saveInspectionEntry(this.#context, actor, order)
  }

  /** {@link saveVisitEntry} */
  saveVisit(actor: string, order: EntryOrder<VisitEntry> & { readonly object: string }): InspectionState {
    return saveVisitEntry(this.#context, actor, order)
  }

  /** Makes and archives forms ({@link FormPress.make}), telling how far it is. Whoever leaves ends it. */
  async *prepare(
    actor: string,
    order: PrepareOrder,
    signal?: AbortSignal,
  ): AsyncGenerator<PrepareEvent, void, undefined> {
    const left = new AbortController()
    const ended = signal === undefined ? left.signal : AbortSignal.any([signal, left.signal])
    let newest: PrepareEvent | null = null
    let turn = Promise.withResolvers<void>()
    const making = this.#press.make(
      actor,
      order,
      (done, total, form) => {
        newest = { event: 'progress', done, total, form }
        turn.resolve()
      },
      ended,
    )
    const over = making.then(
      () => true,
      () => true,
    )
    try {
      while (!(await Promise.race([over, turn.promise.then(() => false)]))) {
        turn = Promise.withResolvers()
        if (newest !== null) yield newest
        newest = null
      }
      const { documents, missing, left: notMade } = await making
      yield {
        event: 'done',
        documents: documents.map((row) => this.#stored(row)),
        missing: [...missing],
        left: [...notMade],
      }
    } finally {
      left.abort()
      await over
    }
  }

  /** {@link copyToPrint}. Refuses with `DOCUMENT_UNKNOWN` besides. */
  print(actor: string, id: string): Promise<StoredDocument> {
    return this.#press.alone(async () => {
      const { row, ofDraw } = this.#require(id)
      return this.#stored(ofDraw ? await copyToPrint(this.#context, actor, row) : row)
    })
  }

  /** {@link confirmPrinted}. What is of no draw, a blank form, is printed as often as it is needed, uncounted. */
  printed(actor: string, id: string): StoredDocument {
    const { row, ofDraw } = this.#require(id)
    if (ofDraw) confirmPrinted(this.#context, actor, row)
    return this.#stored(row)
  }

  /** {@link blankForm} */
  blank(actor: string, form: string): Promise<FiledForm> {
    return this.#press.alone(() => blankForm(this.#context, actor, form))
  }

  /** {@link nonRandomForm} */
  nonRandom(actor: string, serial: Serial): Promise<FiledForm> {
    return this.#press.alone(() => nonRandomForm(this.#context, actor, serial))
  }

  /** {@link readLastNumbers} */
  lastNumbers(): ReturnType<typeof readLastNumbers> {
    return readLastNumbers(this.#context)
  }

  /** {@link readFormStyle} */
  style(): FormStyle {
    return readFormStyle(this.#context)
  }

  /** {@link writeFormStyle} */
  writeStyle(actor: string, style: FormStyle): FormStyle {
    return writeFormStyle(this.#context, actor, style)
  }

  #require(id: string): { readonly row: DocumentRow; readonly ofDraw: boolean } {
    const own = this.#context.database.documents.get(id)
    const row = own ?? paperAsDocument(this.#context, id)
    if (row === null)
      throw new RefusalError('DOCUMENT_UNKNOWN', '没有这份文书。没有改动任何数据。请刷新后重新选择。')
    return { row, ofDraw: own !== null }
  }
}
