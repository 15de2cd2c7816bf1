import { commitment, type EndingRecord, renderEnding } from '../../../shared/draw/ceremony.ts'
import { type DrawLists, listDigests, renderLists } from '../../../shared/draw/lists.ts'
import { freezeDigest, type Manifest, renderManifest } from '../../../shared/draw/manifest.ts'
import { H } from '../../../shared/draw/notation.ts'
import { drawOutcome } from '../../../shared/draw/outcome.ts'
import { recordDigest, renderResult } from '../../../shared/draw/result.ts'
import { emptyLedger, type LedgerData, type SealedEntry, sealEntry } from '../../../shared/ledger/ledger.ts'
import { renderLedgerLines } from '../../../shared/package/ledger-lines.ts'
import { type PackageFiles, withSums } from '../../../shared/package/package-files.ts'

const encoder = new TextEncoder()
const at = '2026-11-20T09:30:00+08:00'

/** The files of one attempt, by name. */
export type Attempt = ReadonlyMap<string, string>

/** An office that draws on paper of its own: everything that a package holds, with the ledger that goes with it. */
export class SampleOffice {
  readonly #ledger: SealedEntry[] = []
  #secrets = 0

  /** Writes what happened into the ledger. */
  note(event: string, data: LedgerData): void {
    const last = this.#ledger.at(-1)
    const head = last === undefined ? emptyLedger : { seq: last.entry.seq, hash: last.hash }
    this.#ledger.push(sealEntry(head, { actor: '赵敏', at, event, data }))
  }

  #commit(draw: string, attempt: number): string {
    this.#secrets += 1
    const secret = H(`secret ${this.#secrets}`)
    this.note('draw.commit', { attempt, commit: commitment(secret), draw })
    return secret
  }

  /** A whole attempt: committed, frozen, drawn. */
  draw(facts: ManifestFacts, lists: DrawLists): { readonly files: Attempt; readonly ending: EndingFacts } {
    const { files, ending, manifest, freeze, secret } = this.#frozen(facts, lists)
    const contributions = manifest.witnesses.map((_, index) => `00000${index}271828`)
    for (const [index, digits] of contributions.slice(0, -1).entries())
      this.note('draw.contribution', {
        attempt: manifest.attempt,
        digits,
        draw: manifest.draw,
        seat: index + 1,
      })
    const outcome = drawOutcome(manifest, lists, freeze, secret, contributions)
    const text = renderResult({ ...outcome, at })
    const result = recordDigest(text)
    this.note('draw.result', {
      attempt: manifest.attempt,
      digits: contributions.at(-1) ?? '',
      draw: manifest.draw,
      result,
      seat: contributions.length,
      secret,
      seed: outcome.seed,
    })
    this.note('draw.reveal', { draw: manifest.draw, step: 1 })
    this.note('draw.confirmed', { draw: manifest.draw })
    return { files: new Map(files).set('result.txt', text), ending: { ...ending, contributions, result } }
  }

  #frozen(facts: ManifestFacts, lists: DrawLists) {
    const secret = this.#commit(facts.draw, facts.attempt)
    const texts = renderLists('YL01', lists)
    const manifest: Manifest = { ...facts, lists: listDigests(texts), commitment: commitment(secret) }
    const text = renderManifest(manifest)
    const freeze = freezeDigest(text)
    this.note('draw.freeze', { attempt: manifest.attempt, draw: manifest.draw, freeze })
    const files: Attempt = new Map([
      ['manifest.txt', text],
      ['objects.txt', texts.objects],
      ['inspectors.txt', texts.inspectors],
      ['recusals.txt', texts.recusals],
      ['excluded.txt', texts.excluded],
    ])
    const { draw, attempt, previous } = manifest
    const ending: EndingFacts = {
      draw,
      attempt,
      previous,
      commitment: manifest.commitment,
      manifest: freeze,
      secret,
      contributions: [],
      result: null,
    }
    return { files, ending, manifest, freeze, secret }
  }

  /** An attempt aborted after the freeze, or (`null` for lists) before it. Gives its files and the digest of the abort. */
  abort(facts: ManifestFacts, lists: DrawLists | null): { readonly files: Attempt; readonly digest: string } {
    if (lists !== null) {
      const { files, ending } = this.#frozen(facts, lists)
      return this.#end('aborted', files, ending)
    }
    const { draw, attempt, previous } = facts
    const secret = this.#commit(draw, attempt)
    return this.#end('aborted', new Map(), {
      draw,
      attempt,
      previous,
      commitment: commitment(secret),
      manifest: null,
      secret,
      contributions: [],
      result: null,
    })
  }

  /** Declares a drawn attempt void. */
  declareVoid(drawn: { readonly files: Attempt; readonly ending: EndingFacts }) {
    return this.#end('void', drawn.files, drawn.ending)
  }

  #end(kind: 'aborted' | 'void', files: Attempt, facts: EndingFacts) {
    const decision = kind === 'void' ? '云建决〔2026〕3号' : null
    const text = renderEnding({
      ...facts,
      kind,
      reason: '停电',
      decision,
      approver: '苏文彬',
      supervisor: '陈国栋',
      at,
    })
    const digest = H(text)
    this.note(`draw.${kind}`, { attempt: facts.attempt, draw: facts.draw, record: digest })
    return { files: new Map(files).set(`${kind}.txt`, text), digest }
  }

  /** The package of `main` with the earlier records, oldest first. */
  pack(draw: string, main: Attempt, earlier: readonly Attempt[] = []): PackageFiles {
    const files = new Map<string, Uint8Array>()
    for (const [name, text] of main) files.set(name, encoder.encode(text))
    for (const [index, record] of earlier.entries())
      for (const [name, text] of record) files.set(`earlier/${index + 1}/${name}`, encoder.encode(text))
    files.set('ledger.jsonl', encoder.encode(renderLedgerLines(this.#ledger, draw)))
    return withSums(files)
  }
}

type EndingFacts = Omit<EndingRecord, 'kind' | 'reason' | 'decision' | 'approver' | 'supervisor' | 'at'>
type ManifestFacts = Omit<Manifest, 'lists' | 'commitment'>

/** Four objects of one stratum and four people, two of whom may lead. */
export const sampleLists: DrawLists = {
  objects: ['1', '2', '3', '4'].map((n) => ({
    id: `YL01-O00000${n}`,
    stratum: 'GC',
    domain: null,
    name: `工程${n}`,
    uscc: null,
  })),
  inspectors: ['1', '2', '3', '4'].map((n) => ({
    id: `YL01-P00000${n}`,
    mayLead: n < '3',
    department: '执法大队',
    domains: '*',
    name: `检查员${n}`,
  })),
  recusals: [],
  excluded: [],
}

/** What a first official draw of two of the four objects says in its manifest. */
export const sampleFacts: ManifestFacts = {
  draw: 'YL01-2026-0001',
  kind: 'draw',
  mode: 'official',
  attempt: 1,
  previous: null,
  amends: null,
  reason: null,
  approver: null,
  office: '云岭县住房和城乡建设局',
  operator: '赵敏',
  task: '2026年双随机抽查',
  items: '施工现场安全',
  venue: '三楼会议室',
  at,
  software: '双随机 0.1.0',
  vacancies: [],
  strata: [{ id: 'GC', size: 4, sample: 2, basis: '4个中抽2个' }],
  topology: 'each',
  teams: null,
  slots: [
    { role: 'L', department: '*' },
    { role: 'M', department: '*' },
  ],
  witnesses: [
    { role: '派驻纪检监察组', name: '陈国栋' },
    { role: '企业代表', name: '马丽琼' },
  ],
}

/** What a further attempt says in addition. */
export function furtherAttempt(attempt: number, previous: string): ManifestFacts {
  return { ...sampleFacts, attempt, previous, reason: '前一次未能完成', approver: '苏文彬' }
}
