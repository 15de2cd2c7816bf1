import { readPackage } from '../../shared/package/read-package.ts'
import type { PickRow, PickTable, Step } from '../../shared/package/verification.ts'
import { type Verification, verifyPackage } from '../../shared/package/verify-package.ts'

/** A table of picks without its rows, which are asked for a page at a time: there may be 100,000. */
export interface TableHead extends Omit<PickTable, 'rows'> {
  readonly table: number
  readonly count: number
}

/** A step as the page shows it. */
export interface ShownStep extends Omit<Step, 'tables' | 'children'> {
  readonly tables: readonly TableHead[]
  readonly children: readonly ShownStep[]
}

/** What the page gets to know about a package. */
export type CheckedPackage =
  | { readonly ok: false; readonly sentence: string }
  | ({ readonly ok: true; readonly steps: readonly ShownStep[] } & {
      readonly verification: Omit<Verification, 'steps'>
    })

/** Unpacks and verifies, and keeps the picks for whoever leafs through them. */
export class PackageCheck {
  #tables: PickTable[] = []

  /** `zip` are the bytes of a file that somebody chose. Never throws. */
  check(zip: Uint8Array): CheckedPackage {
    this.#tables = []
    const read = readPackage(zip)
    if (!read.ok) return read
    const { steps, ...verification } = verifyPackage(read.files)
    return { ok: true, steps: steps.map((step) => this.#shown(step)), verification }
  }

  /** Rows `from` to before `to` of a table. */
  rows(table: number, from: number, to: number): readonly PickRow[] {
    return this.#tables[table]?.rows.slice(from, to) ?? []
  }

  #shown(step: Step): ShownStep {
    const tables = step.tables.map((whole) => {
      const { rows, ...head } = whole
      this.#tables.push(whole)
      return { ...head, table: this.#tables.length - 1, count: rows.length }
    })
    return { ...step, tables, children: step.children.map((child) => this.#shown(child)) }
  }
}
