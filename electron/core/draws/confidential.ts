import { z } from 'zod'
import type { Database } from '../../../db/open-database.ts'
import type { Confidentiality, Disclosure } from '../../../shared/api/session.ts'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { readFrozenFacts } from './frozen-facts.ts'

/**
 * Whether names of the chain of a draw are kept secret (保密) until the visits are done (S2 第九条、第十七条), and
 * whether they were disclosed since; `null` where nothing is secret. One chain is one list: where any draw of it is
 * confidential, so is every match and replacement, and an attempt that was frozen as confidential stays so.
 */
export function confidentialityOf(context: CoreContext, number: string): Confidentiality | null {
  const { draws } = context.database
  const root = draws.draw(number)?.root ?? number
  if (!draws.chain(root).some((draw) => isMeantSecret(context, draw.number))) return null
  return { disclosed: disclosureOf(context, root) }
}

/** Refuses with `CONFIDENTIAL` a package that would carry names before they are disclosed. */
export function refusePackageOfConfidential(context: CoreContext, number: string): void {
  const confidential = confidentialityOf(context, number)
  if (confidential === null || confidential.disclosed !== null) return
  throw new RefusalError(
    'CONFIDENTIAL',
    `“${number}”是保密抽取，校验包含有全部名称，公布名单之前不能生成。没有写入任何文件，抽取结果和文书保持原样。请在检查实施后公布名单，再生成校验包。`,
  )
}

/** As drafted while the newest attempt can still be changed; as any attempt was frozen. */
function isMeantSecret(context: CoreContext, number: string): boolean {
  const { draws } = context.database
  const attempts = draws.attempts(number).map(({ attempt }) => attempt)
  if (attempts.some((attempt) => isFrozenSecret(context, number, attempt))) return true
  const newest = attempts.at(-1)
  if (newest !== undefined && draws.freezeDigest(number, newest) !== null) return false
  const draft = draws.draw(number)?.draftId ?? null
  return draft !== null && saysSecret(draws.draft(draft)?.body)
}

const known = new WeakMap<Database, Map<string, boolean>>()

/** What was frozen never changes, so what was read once is kept by its digest. */
function isFrozenSecret({ database }: CoreContext, number: string, attempt: number): boolean {
  const digest = database.draws.freezeDigest(number, attempt)
  if (digest === null) return false
  const read = known.get(database) ?? new Map<string, boolean>()
  known.set(database, read)
  const kept = read.get(digest)
  if (kept !== undefined) return kept
  const fresh = saysSecret(readFrozenFacts(database.draws.freeze(number, attempt)?.facts).plan)
  read.set(digest, fresh)
  return fresh
}

const secretPlan = z.looseObject({ confidential: z.literal(true) })

/** A plan from before there were confidential draws says nothing of it. */
function saysSecret(plan: unknown): boolean {
  return secretPlan.safeParse(plan).success
}

const disclosed = z.looseObject({
  draw: z.string(),
  attempt: z.int(),
  date: z.string(),
  reason: z.string(),
})

/** The ledger's entry that disclosed the newest attempt of a root, which a confirmed one alone can have. */
function disclosureOf({ database }: CoreContext, root: string): Disclosure | null {
  const { draws, ledger } = database
  const attempt = draws.attempts(root).at(-1)?.attempt
  if (attempt === undefined || draws.confirmation(root, attempt) === null) return null
  for (const { entry } of ledger.entriesOf('draw.disclosed')) {
    const said = disclosed.parse(entry.data)
    if (said.draw === root && said.attempt === attempt)
      return { at: entry.at, by: entry.actor, date: said.date, reason: said.reason }
  }
  return null
}
