import { commitment, renderEnding } from '../../../shared/draw/ceremony.ts'
import type { ChainRecord } from '../../../shared/draw/chain.ts'
import { listDigests, renderLists } from '../../../shared/draw/lists.ts'
import { freezeDigest, renderManifest } from '../../../shared/draw/manifest.ts'
import { H } from '../../../shared/draw/notation.ts'
import { drawOutcome, type Outcome } from '../../../shared/draw/outcome.ts'
import { recordDigest, renderResult } from '../../../shared/draw/result.ts'
import { attemptFacts, endingFacts } from './package-facts.ts'

/** What the code under test makes of an attempt's facts: its files by name, and the record for a chain. */
export interface Remade {
  readonly files: ReadonlyMap<string, string>
  /** `F` */
  readonly freeze: string
  readonly outcome: Outcome | null
  readonly record: ChainRecord | null
  /** the digest that a next attempt names, of an aborted one */
  readonly ending: string | null
}

/** Makes an attempt anew from the facts in `folder` of a package; `before` is what it follows or amends. */
export function remake(
  files: ReadonlyMap<string, string>,
  folder: string,
  before: { readonly previous: string | null; readonly amends: string | null },
): Remade {
  const { lists, manifest: facts, result } = attemptFacts(files, folder)
  const endingText = files.get(`${folder}aborted.txt`)
  const secret = result?.secret ?? endingFacts(String(endingText)).secret
  const texts = renderLists('YL01', lists)
  const manifest = { ...facts, ...before, lists: listDigests(texts), commitment: commitment(secret) }
  const manifestText = renderManifest(manifest)
  const freeze = freezeDigest(manifestText)
  const made = new Map([
    ['manifest.txt', manifestText],
    ['objects.txt', texts.objects],
    ['inspectors.txt', texts.inspectors],
    ['recusals.txt', texts.recusals],
    ['excluded.txt', texts.excluded],
  ])
  if (result === null) {
    const ending = renderEnding({
      ...endingFacts(String(endingText)),
      commitment: manifest.commitment,
      manifest: freeze,
      previous: before.previous,
    })
    made.set('aborted.txt', ending)
    return { files: made, freeze, outcome: null, record: null, ending: H(ending) }
  }
  const outcome = drawOutcome(manifest, lists, freeze, secret, result.digits)
  const record = { ...outcome, at: result.at }
  const text = renderResult(record)
  made.set('result.txt', text)
  const chainRecord = { manifest, lists, result: record, digest: recordDigest(text) }
  return { files: made, freeze, outcome, record: chainRecord, ending: null }
}

/** The newest record's digest, which the next of a chain amends. */
export function digestOf(made: Remade): string {
  if (made.record === null) throw new Error('an aborted attempt has no record')
  return made.record.digest
}
