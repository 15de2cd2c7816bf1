import type { DocumentRow } from '../../../db/document-store.ts'
import type { StoredDocument } from '../../../shared/api/document-contract.ts'
import type { FormState, InspectionState, PrepareEvent } from '../../../shared/api/form-contract.ts'
import type { FormStyle } from '../../../shared/forms/form-style.ts'
import type { InspectionEntry } from '../../../shared/forms/inspection-entry.ts'
import type { VisitEntry } from '../../../shared/forms/visit-entry.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { CoreContext } from '../context.ts'
import type { FiledForm } from '../papers/file-form.ts'
import { readFormStyle, writeFormStyle } from './form-style.ts'

/** What is to be made of a draw. */
export interface PrepareOrder {
  readonly number: string
  /** ids of forms; `null`: all that can be made */
  readonly forms: readonly string[] | null
  /** all in one PDF */
  readonly combined: boolean
}

/** The paper forms of inspections (文书). */
export class Forms {
  readonly #context: CoreContext
  readonly #stored: (row: DocumentRow) => StoredDocument

  constructor(context: CoreContext, stored: (row: DocumentRow) => StoredDocument) {
    this.#context = context
    this.#stored = stored
  }

  list(_number: string): FormState[] {
    throw new Error(`not built: ${this.#context.software}${this.#stored.name}`)
  }

  entry(_number: string): InspectionState {
    throw new Error('not built')
  }

  saveEntry(
    _actor: string,
    _order: { readonly number: string; readonly version: number; readonly entry: InspectionEntry },
  ): InspectionState {
    throw new Error('not built')
  }

  saveVisit(
    _actor: string,
    _order: {
      readonly number: string
      readonly object: string
      readonly version: number
      readonly entry: VisitEntry
    },
  ): InspectionState {
    throw new Error('not built')
  }

  // biome-ignore lint/correctness/useYield: to be built
  async *prepare(_actor: string, _order: PrepareOrder, _signal?: AbortSignal): AsyncGenerator<PrepareEvent> {
    throw new Error('not built')
  }

  print(_actor: string, _id: string): Promise<StoredDocument> {
    throw new Error('not built')
  }

  printed(_actor: string, _id: string): StoredDocument {
    throw new Error('not built')
  }

  blank(_actor: string, _form: string): Promise<FiledForm> {
    throw new Error('not built')
  }

  nonRandom(_actor: string, _serial: Serial): Promise<FiledForm> {
    throw new Error('not built')
  }

  /** How the office's papers look (文书版式). */
  style(): FormStyle {
    return readFormStyle(this.#context)
  }

  /** Writes it. Refuses with `LOGO_NOT_A_PICTURE`. */
  writeStyle(actor: string, style: FormStyle): FormStyle {
    return writeFormStyle(this.#context, actor, style)
  }
}
