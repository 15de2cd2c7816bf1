import type { PoolRow } from '../../../shared/api/draw-contract.ts'
import { type DrawSession, isConcealed, type RevealStep } from '../../../shared/api/session.ts'
import type { DrawLists } from '../../../shared/draw/lists.ts'
import type { CoreContext } from '../context.ts'
import { type ParsedFreeze, readFreeze } from './parsed-freeze.ts'

/** A text that people typed, without the names and codes of the lists. */
export type HideNames = (text: string) => string
type ChainOf = Pick<DrawSession, 'number' | 'attempt' | 'root'>
interface Named {
  readonly id: string
  readonly name: string
}

/** What stands for an object in a confidential draw: its number without the office's code. */
export function objectNumber(id: string): string {
  return `对象 ${id.slice(id.indexOf('-') + 1)}`
}

/** What stands for an inspector. */
export function inspectorNumber(id: string): string {
  return `人员 ${id.slice(id.indexOf('-') + 1)}`
}

/**
 * A session as a room full of people may see it: until the names of a confidential draw are disclosed, numbers stand
 * for them, and texts that people typed go through `hideNames`. Digests, digits, picks, witnesses, the task and the
 * items stay. Any other session stays as it is.
 */
export function concealed(session: DrawSession, hideNames: HideNames): DrawSession {
  if (!isConcealed(session)) return session
  switch (session.state) {
    case 'committed':
      return session
    case 'aborted':
      return { ...session, reason: hideNames(session.reason) }
    case 'frozen':
      return { ...session, exclusions: exclusionsWithout(session, hideNames) }
    case 'void':
      return {
        ...session,
        ...outcomeWithout(session, hideNames),
        reason: hideNames(session.reason),
        decision: hideNames(session.decision),
      }
    default:
      return { ...session, ...outcomeWithout(session, hideNames) }
  }
}

type Frozen = Extract<DrawSession, { readonly freeze: string }>
type Drawn = Extract<DrawSession, { readonly shown: readonly RevealStep[] }>

function outcomeWithout(session: Drawn, hideNames: HideNames): Pick<Drawn, 'exclusions' | 'shown'> {
  return {
    exclusions: exclusionsWithout(session, hideNames),
    shown: session.shown.map((step) => numbered(step, session.kind === 'replace-object')),
  }
}

/** In the place of a clause stands why somebody was left out by decision, as it was typed. */
function exclusionsWithout({ exclusions }: Frozen, hideNames: HideNames): Frozen['exclusions'] {
  return exclusions.map((entry) => ({ ...entry, clause: hideNames(entry.clause) }))
}

function numbered(step: RevealStep, ofObjects: boolean): RevealStep {
  switch (step.step) {
    case 'object':
      return { ...step, name: objectNumber(step.id) }
    case 'team':
      return { ...step, inspectors: step.inspectors.map(asInspector) }
    case 'pair':
      return { ...step, object: asObject(step.object), inspectors: step.inspectors.map(asInspector) }
    case 'replace': {
      const as = ofObjects ? asObject : asInspector
      return { ...step, vacated: as(step.vacated), drawn: as(step.drawn) }
    }
  }
}

function asObject({ id }: Named): Named {
  return { id, name: objectNumber(id) }
}

function asInspector({ id }: Named): Named {
  return { id, name: inspectorNumber(id) }
}

/** Rows of a frozen list by their numbers alone. */
export function concealedRows(rows: readonly PoolRow[], what: 'object' | 'inspector'): readonly PoolRow[] {
  const as = what === 'object' ? objectNumber : inspectorNumber
  return rows.map((row) => ({ ...row, name: as(row.id) }))
}

/** {@link concealed}, with the names and codes of every list of the chain of the session. */
export function asSeenByAll(context: CoreContext, session: DrawSession): DrawSession {
  return concealed(session, hidingNames(context, session))
}

/** What stands for every name and 统一社会信用代码 of lists, and how long these are, the longest first. */
export interface NameNumbers {
  readonly numbers: ReadonlyMap<string, string>
  readonly lengths: readonly number[]
}

const known = new WeakMap<ParsedFreeze, NameNumbers>()

/** Of all lists of a chain; counted once for as long as the lists of the session are kept parsed. */
function numbersOfChain(context: CoreContext, { number, attempt, root }: ChainOf): NameNumbers {
  const own = readFreeze(context, number, attempt)
  const kept = own === null ? undefined : known.get(own)
  if (kept !== undefined) return kept
  const { draws } = context.database
  const lists = draws
    .chain(root ?? number)
    .flatMap((draw) => draws.attempts(draw.number))
    .flatMap((of) => readFreeze(context, of.draw, of.attempt)?.lists ?? [])
  const fresh = nameNumbers(lists)
  if (own !== null) known.set(own, fresh)
  return fresh
}

/** The numbers of everybody and everything in lists, those left out too. */
export function nameNumbers(lists: readonly DrawLists[]): NameNumbers {
  const numbers = new Map<string, string>()
  for (const { objects, inspectors, excluded } of lists) {
    for (const { id, name, uscc } of objects) {
      numbers.set(name, objectNumber(id))
      if (uscc !== null) numbers.set(uscc, objectNumber(id))
    }
    for (const { id, name } of inspectors) numbers.set(name, inspectorNumber(id))
    for (const { what, id, name } of excluded)
      numbers.set(name, what === 'object' ? objectNumber(id) : inspectorNumber(id))
  }
  const lengths = [...new Set([...numbers.keys()].map((name) => name.length))]
  return { numbers, lengths: lengths.filter((length) => length > 1).sort((a, b) => b - a) }
}

/** {@link withoutNames} of every list of a chain. */
export function hidingNames(context: CoreContext, session: ChainOf): HideNames {
  return (text) => withoutNames(text, numbersOfChain(context, session))
}

/** A text with every name replaced by its number, the longest first where several begin at one place. */
export function withoutNames(text: string, { numbers, lengths }: NameNumbers): string {
  let said = ''
  for (let at = 0; at < text.length; ) {
    const length = lengths.find((length) => numbers.has(text.slice(at, at + length))) ?? 0
    said += length === 0 ? text.charAt(at) : numbers.get(text.slice(at, at + length))
    at += Math.max(1, length)
  }
  return said
}
