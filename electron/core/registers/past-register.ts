import type { Database } from '../../../db/open-database.ts'
import {
  inspectorRegister,
  itemRegister,
  objectRegister,
  planRegister,
  powerRegister,
  recusalRegister,
  visitRegister,
} from '../../../db/register-descriptors.ts'
import type { SearchFilters } from '../../../db/register-search.ts'
import { searchText, searchWords } from '../../../db/search-text.ts'
import type { RowScope } from '../../../shared/api/register-work-contract.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { serialSchema } from '../../../shared/registry/office.ts'
import type { FieldValue } from '../../../shared/registry/verdict.ts'
import type { AnyRow } from './row-scope.ts'

/** In which fields of a register a piece of text is looked for; the search of the present uses the same. */
interface Searched {
  readonly searched: readonly string[]
  readonly named: string | null
  readonly refersTo: readonly (readonly [field: string, register: string])[]
}

const descriptors: Readonly<Record<RegisterName, Searched>> = {
  objects: objectRegister,
  inspectors: inspectorRegister,
  items: itemRegister,
  recusals: recusalRegister,
  plans: planRegister,
  visits: visitRegister,
  powers: powerRegister,
}

/** The rows of a register as they stood at some moment: the search index knows the present alone. */
export class PastRegister {
  readonly #database: Database
  readonly #register: RegisterName
  readonly #rows: readonly AnyRow[]

  constructor(database: Database, register: RegisterName, rows: readonly AnyRow[]) {
    this.#database = database
    this.#register = register
    this.#rows = rows
  }

  /** The rows that are meant, by serial. */
  find(scope: RowScope): readonly AnyRow[] {
    if (scope.by === 'serials') {
      const wanted = new Set(scope.serials)
      return this.#rows.filter(({ serial }) => wanted.has(serial))
    }
    const words = searchWords(scope.piece)
    const filters = Object.entries(scope.filters)
    if (words.length === 0 && filters.length === 0) return this.#rows
    return this.#rows.filter((version) => {
      const values = new Map<string, FieldValue>(Object.entries(version.row))
      return passes(values, scope.filters) && (words.length === 0 || this.#holds(version, values, words))
    })
  }

  #holds(version: AnyRow, values: ReadonlyMap<string, FieldValue>, words: readonly string[]): boolean {
    const { searched, named, refersTo } = descriptors[this.#register]
    const text = (field: string): string | null => {
      const value = values.get(field)
      return typeof value === 'string' ? value : null
    }
    const own = searchText([version.serial, ...searched.map(text)], null)
    // The sound of a name is worked out where nothing else decides: it takes its time.
    const sound = (word: string) =>
      named !== null && /^(?=.*[a-z])[!-~]+$/.test(word) && searchText([], text(named)).includes(word)
    const other = (word: string) =>
      refersTo.some(([field, register]) => this.#textOf(text(field), register).includes(word))
    return words.every((word) => own.includes(word) || sound(word) || other(word))
  }

  /** What is searched of the row that a recusal or a visit names. */
  #textOf(serial: string | null, register: string): string {
    if (serial === null) return ''
    const { objects, inspectors } = this.#database
    const known = serialSchema.parse(serial)
    const name = (register === 'inspector' ? inspectors.get(known) : objects.get(known))?.row.name ?? null
    return searchText([serial, name], name)
  }
}

function passes(values: ReadonlyMap<string, FieldValue>, filters: SearchFilters): boolean {
  return Object.entries(filters).every(([field, wanted]) => {
    const value = values.get(field) ?? null
    if (!Array.isArray(value)) return wanted.includes(value === null ? '' : String(value))
    return value.length === 0 ? wanted.includes('') : value.some((entry) => wanted.includes(entry))
  })
}
