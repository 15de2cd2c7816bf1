import { amendmentProblems, type ChainRecord } from '../draw/chain.ts'
import type { Manifest } from '../draw/manifest.ts'
import { type EarlierRecord, stands } from './check-earlier.ts'
import type { Frozen } from './check-freeze.ts'
import { MANIFEST } from './package-files.ts'
import { type Difference, type Step, StepWriter } from './verification.ts'

/** Title of the step about earlier attempts of this number. */
export const attemptsTitle = '本编号较早的各次：中止和作废的记录一次不缺，首尾相接'
/** Title of the step about the amended chain. */
export const chainTitle = '所变更的抽查：沿记录链找到最新的一份，变更合乎规定'

/** Checks that every earlier attempt of this number is there and each names the one before it. */
export function checkAttempts(main: Manifest, records: readonly EarlierRecord[]): Step {
  const step = new StepWriter('attempts', attemptsTitle)
  const own = records.filter((record) => record.draw === main.draw)
  const last = { file: MANIFEST, attempt: main.attempt, previous: main.previous }
  const problem = sequenceProblem(main.draw, own, last)
  if (problem !== null) step.fail(problem.file, problem.meaning, problem)
  for (const record of own) {
    const before = record.frozen?.manifest
    if (before !== undefined && before.kind !== main.kind)
      step.fail(`${record.folder}${MANIFEST}`, '同一编号各次的种类应当相同', {
        expected: main.kind,
        found: before.kind,
      })
    if (record.ending !== null)
      step.digest(`第${record.attempt}次的${endingWord(record)}记录 ${record.file}`, record.ending.digest)
  }
  step.summary(
    own.length === 0
      ? '这是本编号的第一次，没有更早的。'
      : `本次是第${main.attempt}次，此前${own.length}次的记录都在包内，每一次都写明前一次记录的校验码，算得相同。`,
  )
  return step.done()
}

const endingWord = (record: EarlierRecord): string => (record.ending?.kind === 'void' ? '作废' : '中止')

/** Attempts 1, 2, … of one number, all but the last ended, each `previous` the digest of the ending before it. */
function sequenceProblem(
  draw: string,
  earlier: readonly EarlierRecord[],
  last: { readonly file: string; readonly attempt: number; readonly previous: string | null },
): Pick<Difference, 'file' | 'meaning' | 'expected' | 'found'> | null {
  let previous: string | null = null
  for (const [index, { file, attempt, previous: named }] of [...earlier, last].entries()) {
    if (attempt !== index + 1)
      return {
        file,
        meaning: `编号${draw}的各次不连续：此处应为第${index + 1}次，缺少较早的记录或次序有误`,
        expected: String(index + 1),
        found: String(attempt),
      }
    if (named !== previous)
      return {
        file,
        meaning: '“previous=”不是前一次中止或作废记录的校验码',
        expected: previous ?? '-',
        found: named ?? '-',
      }
    const ending: EarlierRecord['ending'] = earlier[index]?.ending ?? null
    if (index < earlier.length && ending === null) {
      const meaning = `编号${draw}第${attempt}次既未中止也未作废，却有后一次`
      return { file, meaning, expected: null, found: null }
    }
    previous = ending?.digest ?? null
  }
  return null
}

/** Checks the chain that a match or a replacement amends; a draw has none. */
export function checkChain(frozen: Frozen, records: readonly EarlierRecord[]): Step {
  const step = new StepWriter('chain', chainTitle)
  const main = frozen.manifest
  const foreign = records.filter((record) => record.draw !== main.draw)
  const [stray] = foreign
  if (main.kind === 'draw') {
    if (stray !== undefined) step.fail(stray.file, '本次是新的抽取，不变更其他抽查，包内却有其他编号的记录')
    if (stray === undefined) step.absent('本次是新的抽取，不变更其他抽查。')
    return step.done()
  }
  checkForeignNumbers(step, foreign)
  step.attempt(MANIFEST, () => checkStanding(step, frozen, foreign))
  checkAmendsKnown(step, records)
  return step.done()
}

function checkForeignNumbers(step: StepWriter, foreign: readonly EarlierRecord[]): void {
  const numbers = new Map<string, EarlierRecord[]>()
  for (const record of foreign) numbers.set(record.draw, [...(numbers.get(record.draw) ?? []), record])
  for (const [draw, attempts] of numbers) {
    const newest = attempts.at(-1)
    const problem = newest === undefined ? null : sequenceProblem(draw, attempts.slice(0, -1), newest)
    if (problem !== null) step.fail(problem.file, problem.meaning, problem)
  }
}

function checkStanding(step: StepWriter, frozen: Frozen, foreign: readonly EarlierRecord[]): void {
  const records = foreign.flatMap((record) => {
    const { frozen: before, drawn } = record
    if (before === null || drawn === null || !stands(record)) return []
    const { manifest, lists } = before
    const chain: ChainRecord = { manifest, lists, result: drawn.result, digest: drawn.digest }
    return [{ file: `${record.folder}${MANIFEST}`, chain }]
  })
  const [root, ...later] = records
  if (root === undefined || root.chain.manifest.kind !== 'draw') {
    step.fail(root?.file ?? MANIFEST, '包内没有所变更的那次抽取的有效记录')
    return
  }
  const { manifest, lists } = frozen
  const links = [
    ...later.map(({ file, chain }) => ({ file, manifest: chain.manifest, lists: chain.lists })),
    { file: MANIFEST, manifest, lists },
  ]
  const chain = later.map((record) => record.chain)
  step.digest(`${root.chain.manifest.draw} 抽取的记录校验码 D`, root.chain.digest)
  for (const [index, link] of links.entries()) {
    if (link.manifest.kind === 'draw') step.fail(link.file, '一条记录链只有一次抽取')
    const newest = chain[index - 1]?.digest ?? root.chain.digest
    step.same(newest, link.manifest.amends ?? '-', {
      file: link.file,
      line: 7,
      meaning: '“amends=”不是记录链上最新一份的记录校验码 D',
    })
    const [problem] = amendmentProblems(root.chain, chain.slice(0, index), link.manifest, link.lists)
    if (problem !== undefined) step.fail(link.file, problem)
    const own = chain[index]?.digest
    if (own !== undefined) step.digest(`${link.manifest.draw} 变更的记录校验码 D`, own)
  }
  step.summary(
    `记录链上有效的记录${records.length}份，逐份重新算过；每一份都写明它所变更的最新记录的 D，本次变更的是最新的一份，候选名单与链上的情况相符。`,
  )
}

/** A record that does not stand (void, aborted) must amend something that is here too, or it belongs elsewhere. */
function checkAmendsKnown(step: StepWriter, records: readonly EarlierRecord[]): void {
  const known = new Set<string>()
  for (const record of records) {
    const amends = record.frozen?.manifest.amends ?? null
    if (amends !== null && !known.has(amends))
      step.fail(`${record.folder}${MANIFEST}`, '所变更的记录不在它之前的各份记录之中', {
        line: 7,
        found: amends,
      })
    if (record.drawn !== null) known.add(record.drawn.digest)
  }
}
