import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { EndingRecord } from '../../../shared/draw/ceremony.ts'
import type { DrawLists } from '../../../shared/draw/lists.ts'
import type { DrawKind, DrawMode, Manifest, Topology } from '../../../shared/draw/manifest.ts'

/** The files of a known-answer package, by path. */
export function knownPackage(name: string): Map<string, string> {
  const zip = readFileSync(new URL(`../../fixtures/known-answers/${name}.zip`, import.meta.url))
  return new Map(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

/** The facts of an attempt: what people decided and typed. Nothing that a program computed is among them. */
export interface AttemptFacts {
  readonly lists: DrawLists
  readonly manifest: Omit<Manifest, 'lists' | 'commitment' | 'previous' | 'amends'>
  /** `null` where the attempt was aborted */
  readonly result: { readonly secret: string; readonly digits: readonly string[]; readonly at: string } | null
}

/** The file at `folder` + `name`, which must be there. */
export function fileOf(files: ReadonlyMap<string, string>, path: string): string {
  const text = files.get(path)
  if (text === undefined) throw new Error(`no ${path}`)
  return text
}

type Values = (key: string) => string[]

function valuesOf(text: string): Values {
  const lines = text.split('\n')
  return (key) => lines.filter((l) => l.startsWith(`${key}=`)).map((l) => l.slice(key.length + 1))
}

const orNull = (value: string): string | null => (value === '-' ? null : value)

/** Rows in another order than the file's, the same every time: the last first, and every third before the rest. */
export function disordered<T>(rows: readonly T[]): T[] {
  const back = rows.toReversed()
  return [...back.filter((_, index) => index % 3 === 1), ...back.filter((_, index) => index % 3 !== 1)]
}

function rowsOf(text: string): string[][] {
  return disordered(
    text
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split('\t')),
  )
}

function listsOf(file: (name: string) => string): DrawLists {
  return {
    objects: rowsOf(file('objects.txt')).map(
      ([id = '', stratum = '', domain = '', name = '', uscc = '']) => ({
        uscc: orNull(uscc),
        name,
        domain: orNull(domain),
        stratum,
        id,
      }),
    ),
    inspectors: rowsOf(file('inspectors.txt')).map(
      ([id = '', role = '', department = '', domains = '', name = '']) => ({
        name,
        domains: domains === '*' ? '*' : disordered(domains === '-' ? [] : domains.split(',')),
        department,
        mayLead: role === 'L',
        id,
      }),
    ),
    recusals: rowsOf(file('recusals.txt')).map(([object = '', inspector = '', reasonCode = '']) => ({
      reasonCode,
      inspector,
      object,
    })),
    excluded: rowsOf(file('excluded.txt')).map(
      ([id = '', what = '', reasonCode = '', clause = '', name = '']) => ({
        id,
        what: what === 'object' ? 'object' : 'inspector',
        reasonCode,
        clause: orNull(clause),
        name,
      }),
    ),
  }
}

/** The facts of the attempt whose files are in `folder` (`''` or `earlier/1/`), read without the code under test. */
export function attemptFacts(files: ReadonlyMap<string, string>, folder: string): AttemptFacts {
  const file = (name: string): string => fileOf(files, `${folder}${name}`)
  const values = valuesOf(file('manifest.txt'))
  const one = (key: string): string => values(key).join()
  const split = (key: string): string[][] => values(key).map((value) => value.split('\t'))
  const resultText = files.get(`${folder}result.txt`)
  const result = resultText === undefined ? null : valuesOf(resultText)
  return {
    lists: listsOf(file),
    manifest: {
      draw: one('draw'),
      kind: one('kind') as DrawKind,
      mode: one('mode') as DrawMode,
      attempt: Number(one('attempt')),
      reason: orNull(one('reason')),
      approver: orNull(one('approver')),
      office: one('office'),
      operator: one('operator'),
      task: one('task'),
      items: one('items'),
      venue: one('venue'),
      at: one('at'),
      software: one('software'),
      vacancies: disordered(split('vacancy')).map(([object = '', seat = '', inspector = '']) => ({
        object,
        seat: seat === '-' ? null : Number(seat),
        inspector: orNull(inspector),
      })),
      strata: disordered(split('stratum')).map(([id = '', size = '', sample = '', basis = '']) => ({
        id,
        size: Number(size),
        sample: Number(sample),
        basis,
      })),
      topology: one('topology') as Topology,
      teams: one('teams') === '-' ? null : Number(one('teams')),
      slots: split('slot').map(([, role = '', department = '']) => ({
        role: role === 'L' ? 'L' : 'M',
        department,
      })),
      witnesses: split('witness').map(([, role = '', name = '']) => ({ role, name })),
    },
    result:
      result === null
        ? null
        : {
            secret: result('secret').join(),
            digits: result('contribution').map((line) => String(line.split('\t')[1])),
            at: result('at').join(),
          },
  }
}

/** The facts of an aborted attempt. */
export function endingFacts(text: string): Omit<EndingRecord, 'commitment' | 'manifest' | 'previous'> {
  const values = valuesOf(text)
  const one = (key: string): string => values(key).join()
  return {
    kind: text.startsWith('SSJ-DRAW-1 void') ? 'void' : 'aborted',
    draw: one('draw'),
    attempt: Number(one('attempt')),
    secret: one('secret'),
    contributions: values('contribution').map((line) => String(line.split('\t')[1])),
    result: orNull(one('result')),
    reason: one('reason'),
    decision: orNull(one('decision')),
    approver: one('approver'),
    supervisor: one('supervisor'),
    at: one('at'),
  }
}
