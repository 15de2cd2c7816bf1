import type { DrawLists } from '../../../shared/draw/lists.ts'
import type { Slot } from '../../../shared/draw/manifest.ts'
import { officeOfDraw } from '../../../shared/draw/notation.ts'
import type { MemberFacts } from '../../../shared/forms/draw-facts.ts'
import type { InspectionObject } from '../../../shared/registry/inspection-object.ts'
import type { Inspector } from '../../../shared/registry/inspector.ts'
import { serialSchema } from '../../../shared/registry/office.ts'
import type { CoreContext } from '../context.ts'
import type { FrozenFacts, Versions } from './frozen-facts.ts'

/** Names of what a draw froze, and the register rows as they were then (not as they are now). */
export class NamedRows {
  readonly #context: CoreContext
  readonly #office: string
  readonly #names = new Map<string, string>()
  readonly #objectVersions: Versions
  readonly #inspectorVersions: Versions
  /** what was read: a person stands at many objects, and a frozen row never changes */
  readonly #objects = new Map<string, InspectionObject | null>()
  readonly #inspectors = new Map<string, Inspector | null>()

  constructor(
    context: CoreContext,
    number: string,
    facts: readonly FrozenFacts[],
    lists: readonly DrawLists[],
  ) {
    this.#context = context
    this.#office = officeOfDraw(number)
    this.#objectVersions = Object.assign({}, ...facts.map((f) => f.versions.objects))
    this.#inspectorVersions = Object.assign({}, ...facts.map((f) => f.versions.inspectors))
    for (const list of lists)
      for (const row of [...list.objects, ...list.inspectors, ...list.excluded])
        this.#names.set(row.id, row.name)
  }

  /** The name that stood in the lists; the id where none did. */
  name(id: string): string {
    return this.#names.get(id) ?? id
  }

  #serial(id: string) {
    return serialSchema.safeParse(id.slice(this.#office.length + 1)).data ?? null
  }

  /** The object's row as it was frozen. */
  object(id: string): InspectionObject | null {
    return once(this.#objects, id, () => this.#readObject(id))
  }

  #readObject(id: string): InspectionObject | null {
    const serial = this.#serial(id)
    if (serial === null) return null
    const version = this.#objectVersions[serial]
    return this.#context.database.objects.history(serial).find((v) => v.version === version)?.row ?? null
  }

  /** The inspector's row as it was frozen. */
  inspector(id: string): Inspector | null {
    return once(this.#inspectors, id, () => this.#readInspector(id))
  }

  #readInspector(id: string): Inspector | null {
    const serial = this.#serial(id)
    if (serial === null) return null
    const version = this.#inspectorVersions[serial]
    return this.#context.database.inspectors.history(serial).find((v) => v.version === version)?.row ?? null
  }

  /** A member of a group for the paper: name, department and 执法证号; never another number. */
  member(id: string, slot: Slot | undefined): MemberFacts {
    const row = this.inspector(id)
    return {
      id,
      name: this.name(id),
      department: row?.department ?? row?.unit ?? null,
      certificate: row?.certificate ?? null,
      leader: slot?.role === 'L',
    }
  }
}

function once<Row>(read: Map<string, Row | null>, id: string, find: () => Row | null): Row | null {
  const known = read.get(id)
  if (known !== undefined) return known
  const row = find()
  read.set(id, row)
  return row
}
