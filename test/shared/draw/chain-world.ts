import type { ChainRecord } from '../../../shared/draw/chain.ts'
import type { DrawLists, ExcludedLine } from '../../../shared/draw/lists.ts'
import type { Manifest, Vacancy } from '../../../shared/draw/manifest.ts'
import type { DrawResult } from '../../../shared/draw/result.ts'
import { anybody, anyLeader, inspectorLine, listsOf, manifestOf, objectLine } from './sample-draw.ts'

export const hex = (digit: string): string => digit.repeat(64)
export const said: DrawResult = {
  freeze: hex('f'),
  secret: hex('0'),
  contributions: ['123456789012'],
  seed: hex('e'),
  at: '2026-11-20T09:45:00+08:00',
  objects: [],
  teams: [],
  pairs: [],
  replaced: null,
}

/** GC: O1 and O2 drawn, O3, O4 and O7 not. RQ: O5 drawn, O6 not. */
export const objects = [
  objectLine('O1', { domain: 'gc' }),
  objectLine('O2', { domain: 'gc' }),
  objectLine('O3', { domain: 'gc' }),
  objectLine('O4', { domain: 'rq' }),
  objectLine('O5', { stratum: 'RQ' }),
  objectLine('O6', { stratum: 'RQ' }),
  objectLine('O7', { domain: 'gc' }),
]
export const people = {
  P1: inspectorLine('P1'),
  P2: inspectorLine('P2', { mayLead: false, domains: ['gc', 'xx'] }),
  P3: inspectorLine('P3', { domains: ['rq', 'gc'] }),
  P4: inspectorLine('P4', { mayLead: false }),
  P5: inspectorLine('P5', { domains: ['rq'] }),
  P6: inspectorLine('P6', { mayLead: false }),
}
export const recusals = [
  { object: 'YL01-O2', inspector: 'YL01-P4', reasonCode: 'kin' },
  { object: 'YL01-O3', inspector: 'YL01-P1', reasonCode: 'kin' },
]
export const rootLists = listsOf({ objects, inspectors: Object.values(people), recusals })
export const two = { topology: 'each', slots: [anyLeader, anybody] } as const
export const drawnObjects = [
  { stratum: 'GC', id: 'YL01-O2' },
  { stratum: 'GC', id: 'YL01-O1' },
  { stratum: 'RQ', id: 'YL01-O5' },
]
export const pair = (object: string, ...inspectors: string[]) => ({
  object: `YL01-${object}`,
  team: null,
  inspectors: inspectors.map((id) => `YL01-${id}`),
})
export const root: ChainRecord = {
  manifest: manifestOf(rootLists, 2, two),
  lists: rootLists,
  result: {
    ...said,
    objects: drawnObjects,
    pairs: [pair('O2', 'P1', 'P6'), pair('O1', 'P1', 'P2'), pair('O5', 'P3', 'P4')],
  },
  digest: hex('1'),
}

export const excluded = (what: 'object' | 'inspector', ...ids: string[]): ExcludedLine[] =>
  ids.map((id) => ({ id: `YL01-${id}`, what, reasonCode: 'other', clause: null, name: id }))
export const seatOf = (object: string, seat: number | null, inspector: string | null): Vacancy => ({
  object: `YL01-${object}`,
  seat,
  inspector: inspector === null ? null : `YL01-${inspector}`,
})
export const amending = (more: Partial<Manifest>): Manifest => ({
  ...manifestOf(listsOf({}), 0),
  amends: hex('1'),
  reason: '因病',
  ...two,
  ...more,
})
export const replaced = (
  manifest: Manifest,
  lists: DrawLists,
  vacated: string,
  drawn: string,
  digest: string,
): ChainRecord => ({
  manifest,
  lists,
  result: { ...said, replaced: { vacated: `YL01-${vacated}`, drawn: `YL01-${drawn}` } },
  digest,
})

/** P1 leaves O1 and O2; only P3 may lead, knows gc, and sits on neither. */
export const personLeaves = amending({
  kind: 'replace-inspector',
  vacancies: [seatOf('O1', 0, 'P1'), seatOf('O2', 0, 'P1')],
})
export const personLists = listsOf({
  objects: objects.slice(0, 2),
  inspectors: [people.P3],
  excluded: excluded('inspector', 'P1', 'P2', 'P4', 'P5', 'P6'),
})
/** O1 goes; P1 and P2 sit there; O3 recuses P1, P2 does not know O4’s domain: only O7 is left. */
export const objectGoes = amending({ kind: 'replace-object', vacancies: [seatOf('O1', null, null)] })
export const objectLists = listsOf({
  objects: objects.slice(6),
  inspectors: [people.P1, people.P2],
  excluded: excluded('object', 'O3', 'O4'),
})

export const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map((row) => row.id.slice(5))
