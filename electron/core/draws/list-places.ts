import type { PoolRow } from '../../../shared/api/draw-contract.ts'
import { byBytes } from '../../../shared/draw/notation.ts'
import type { ParsedFreeze } from './parsed-freeze.ts'

/** The rows of frozen lists as picks count them: a pick's index is `place - 1`. */
export interface ListPlaces {
  /** by stratum, then by id; the places of every stratum begin at 1 */
  readonly objects: readonly PoolRow[]
  /** by id */
  readonly inspectors: readonly PoolRow[]
  /** the place of an object in its stratum, or of a person in the list */
  readonly placeOf: ReadonlyMap<string, number>
  /** the names of everybody and everything in the lists, those left out too */
  readonly names: ReadonlyMap<string, string>
}

const known = new WeakMap<ParsedFreeze, ListPlaces>()

/** The places of a freeze: counted once for as long as it is kept parsed. */
export function placesOf(freeze: ParsedFreeze): ListPlaces {
  const kept = known.get(freeze)
  if (kept !== undefined) return kept
  const { lists } = freeze
  let stratum: string | null = null
  let place = 0
  const objects = [...lists.objects]
    .sort((a, b) => byBytes(a.stratum, b.stratum) || byBytes(a.id, b.id))
    .map((o) => {
      place = o.stratum === stratum ? place + 1 : 1
      stratum = o.stratum
      return { place, id: o.id, name: o.name, stratum: o.stratum }
    })
  const inspectors = [...lists.inspectors]
    .sort((a, b) => byBytes(a.id, b.id))
    .map(({ id, name }, index) => ({ place: index + 1, id, name, stratum: null }))
  const names = new Map<string, string>()
  for (const row of [...lists.objects, ...lists.inspectors, ...lists.excluded]) names.set(row.id, row.name)
  const placeOf = new Map([...objects, ...inspectors].map((row) => [row.id, row.place]))
  const fresh = { objects, inspectors, placeOf, names }
  known.set(freeze, fresh)
  return fresh
}
