import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { commitment, seed } from '../../../shared/draw/ceremony.ts'
import { amendmentProblems, type ChainRecord } from '../../../shared/draw/chain.ts'
import { assertManifestFits, parseManifest } from '../../../shared/draw/manifest.ts'
import { Stage, stageKey } from '../../../shared/draw/picks.ts'
import { staffingGaps } from '../../../shared/draw/staffing.ts'
import { canonicalJson, chainHash, sealEntry } from '../../../shared/ledger/ledger.ts'
import known from '../../fixtures/draw/known-answers.json' with { type: 'json' }
import { fileOf, knownPackage } from './package-facts.ts'
import { digestOf, type Remade, remake } from './remake.ts'

const none = { previous: null, amends: null }
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Each package's attempt and those under earlier/, made anew, the oldest first, by folder. */
const remakers: Record<string, (files: ReadonlyMap<string, string>) => Map<string, Remade>> = {
  '1-each': (files) => new Map([['', remake(files, '', none)]]),
  '2-teams-own-group': (files) => new Map([['', remake(files, '', none)]]),
  '3-none': (files) => new Map([['', remake(files, '', none)]]),
  '4-match-of-3': (files) => chainOf(files, ['earlier/1/', '']),
  '5-replace-inspector': (files) => chainOf(files, ['earlier/1/', '']),
  '6-replace-object': (files) => chainOf(files, ['earlier/1/', 'earlier/2/', '']),
  '7-second-attempt-after-abort': (files) => {
    const aborted = remake(files, 'earlier/1/', none)
    const second = remake(files, '', { previous: aborted.ending, amends: null })
    return new Map([
      ['earlier/1/', aborted],
      ['', second],
    ])
  },
  '8-census-batch-order': (files) => new Map([['', remake(files, '', none)]]),
}

function chainOf(files: ReadonlyMap<string, string>, folders: readonly string[]): Map<string, Remade> {
  const made = new Map<string, Remade>()
  let amends: string | null = null
  for (const folder of folders) {
    const one: Remade = remake(files, folder, { previous: null, amends })
    made.set(folder, one)
    amends = digestOf(one)
  }
  return made
}

/** All files of the package that are made from facts, by path. */
function filesOf(made: ReadonlyMap<string, Remade>): Map<string, string> {
  return new Map(
    [...made].flatMap(([folder, one]) => [...one.files].map(([n, text]) => [folder + n, text] as const)),
  )
}

interface LedgerLine {
  readonly entry?: {
    readonly actor: string
    readonly at: string
    readonly data: Record<string, string | number>
    readonly event: string
    readonly seq: number
  }
  readonly digest?: string
  readonly hash: string
}

/** ledger.jsonl sealed anew: own entries from what happened, the others' digests taken as they are. */
function resealed(text: string): string {
  let head = { seq: 0, hash: '-' }
  const lines = text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const { entry, digest = '' } = JSON.parse(line) as LedgerLine
      const seq = head.seq + 1
      if (entry === undefined) {
        head = { seq, hash: chainHash(head.hash, digest) }
        return canonicalJson({ seq, hash: head.hash, digest })
      }
      const { event, data, at, actor } = entry
      const sealed = sealEntry(head, { data, event, at, actor })
      head = { seq, hash: sealed.hash }
      return `{"entry":${sealed.canonical},"hash":"${sealed.hash}"}`
    })
  return `${lines.join('\n')}\n`
}

describe.each(Object.entries(known.packages))('the known-answer package %s', (name, answers) => {
  const files = knownPackage(name)
  const made = remakers[name]?.(files) ?? new Map<string, Remade>()
  const own = made.get('')
  const record = own?.record

  it('comes out byte for byte from its facts, whatever the order of its lists', () => {
    const paths = [...files.keys()].filter((path) => path !== 'SHA256SUMS' && path !== 'ledger.jsonl')
    const texts = filesOf(made)
    expect([...texts.keys()].sort()).toEqual(paths.sort())
    for (const [path, text] of texts) expect(text, path).toBe(files.get(path))
  })

  it('has the seed, the freeze and the record that two programs agreed on', () => {
    expect({ seed: own?.outcome?.seed, freeze: own?.freeze, record: record?.digest }).toEqual(answers)
  })

  it('has the ledger that sealing the same events again gives', () => {
    expect(resealed(fileOf(files, 'ledger.jsonl'))).toBe(files.get('ledger.jsonl'))
  })

  it('has the SHA256SUMS of the files made anew', () => {
    const texts = filesOf(made).set('ledger.jsonl', resealed(fileOf(files, 'ledger.jsonl')))
    const paths = [...texts.keys()].sort()
    const sums = paths.map((path) => `${sha256(fileOf(texts, path))}  ${path}\n`).join('')
    expect(sums).toBe(files.get('SHA256SUMS'))
  })

  it('could be frozen: nothing was missing, and its manifest fits its lists', () => {
    for (const { files: texts, record: of } of made.values()) {
      if (of === null) continue
      const manifest = parseManifest(fileOf(texts, 'manifest.txt'))
      expect(staffingGaps(manifest, of.lists)).toEqual([])
      expect(() => assertManifestFits(manifest, of.lists)).not.toThrow()
    }
  })

  it('rightly amends the chain before it, or amends nothing', () => {
    const [root, ...later] = [...made.values()]
      .map((m) => m.record)
      .filter((r): r is ChainRecord => r !== null)
    const amending = later.pop()
    if (root === undefined || amending === undefined) {
      expect(record?.manifest).toMatchObject({ kind: 'draw', amends: null })
      return
    }
    expect(amendmentProblems(root, later, amending.manifest, amending.lists)).toEqual([])
  })
})

it('the aborted first attempt of package 7 has the digest its second attempt names', () => {
  const files = knownPackage('7-second-attempt-after-abort')
  expect(remake(files, 'earlier/1/', none).ending).toBe(known.abortedOf7)
})

describe('single values of section 9', () => {
  const { secret, commit, freeze, digits, seed: answer, stage, picksAmongNine } = known.single

  it('the commitment to the secret', () => {
    expect(commitment(secret)).toBe(commit)
  })
  it('the seed of freeze, secret and digits', () => {
    expect(seed(freeze, secret, digits)).toBe(answer)
  })
  it('the key of the stage “objects”, and its picks among nine', () => {
    expect(stageKey(answer, 'objects')).toBe(stage)
    const picks = new Stage(stage)
    expect([1, 2, 3, 4].map(() => picks.pick(9).index)).toEqual(picksAmongNine)
  })
})

describe('the first picks of package 1, as a person would check them', () => {
  const made = remake(knownPackage('1-each'), '', none)
  const { seed: of = '', listPicks = [], choices = [] } = made.outcome ?? {}

  it.each(['objects/GC', 'objects/RQ'] as const)('stage %s', (label) => {
    const { key, picks } = known.firstPicksOf1[label]
    expect(stageKey(of, label)).toBe(key)
    const first = listPicks.filter((pick) => pick.label === label).slice(0, 5)
    expect(first).toEqual(
      picks.map((p, at) => ({ ...p, i: at + 1, hash: sha256(`${key},${at + 1}`), label })),
    )
  })

  it('stage pairing', () => {
    const { key, picks } = known.firstPicksOf1.pairing
    expect(stageKey(of, 'pairing')).toBe(key)
    const first = choices.slice(0, 5)
    expect(first.map((c) => c.pick)).toEqual(
      picks.map(({ n, index }, at) => ({ i: at + 1, n, index, hash: sha256(`${key},${at + 1}`) })),
    )
    expect(
      first.map(({ chosen, object, seat, team, stage }) => ({ chosen, object, seat, team, stage })),
    ).toEqual(
      picks.map(({ chosen, object, seat }) => ({ chosen, object, seat, team: null, stage: 'pairing' })),
    )
  })
})
