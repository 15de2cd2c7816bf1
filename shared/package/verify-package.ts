import type { DrawKind, DrawMode } from '../draw/manifest.ts'
import { SpecError } from '../draw/notation.ts'
import { singleCandidates } from '../draw/outcome.ts'
import { byUtf8Bytes } from './bytes.ts'
import { attemptsTitle, chainTitle, checkAttempts, checkChain } from './check-chain.ts'
import { checkEarlierRecords, type EarlierRecord } from './check-earlier.ts'
import { checkFreeze } from './check-freeze.ts'
import { checkLedger, ledgerTitle } from './check-ledger.ts'
import { checkResult } from './check-result.ts'
import type { LedgerLine } from './ledger-lines.ts'
import {
  type Inventory,
  type PackageFiles,
  parseSums,
  SUMS,
  takeInventory,
  VERIFY_PAGE,
} from './package-files.ts'
import { PackageSource } from './package-source.ts'
import {
  type Difference,
  describeDifference,
  firstDifference,
  notChecked,
  type Step,
  StepWriter,
} from './verification.ts'

/** What a package turned out to be. */
export interface Verification {
  /** whether no step failed */
  readonly ok: boolean
  /** in the order in which a witness can follow them */
  readonly steps: readonly Step[]
  /** the first that is not as it should be, and its sentence; `null` when all is well */
  readonly first: { readonly step: string; readonly difference: Difference; readonly sentence: string } | null
  /** what the package says of itself, as far as it could be read and was right by itself */
  readonly facts: VerifiedFacts | null
  /** `F` and `D` as computed from the files, whatever else is wrong; `null` where a file is missing */
  readonly freeze: string | null
  readonly record: string | null
  /** the ledger's lines, empty when it could not be walked */
  readonly ledger: readonly { readonly seq: number; readonly hash: string }[]
}

/** The plain facts of a package, for a heading. */
export interface VerifiedFacts {
  readonly draw: string
  readonly kind: DrawKind
  readonly mode: DrawMode
  readonly attempt: number
  readonly office: string
  readonly task: string
  readonly frozenAt: string
  readonly drawnAt: string | null
  readonly seed: string | null
  readonly singleCandidates: number | null
}

/**
 * Recomputes every digest, pick and pairing of a package, walks its ledger, and names the first difference.
 * Never throws: whatever is wrong with the files is a failed step. A package that its maker rewrote from end to
 * end, ledger included, is right by itself: only `D`, `F` or a ledger hash on signed paper can tell it (see
 * paper-anchor.ts).
 */
export function verifyPackage(files: PackageFiles): Verification {
  const source = new PackageSource(files)
  const inventory = takeInventory(files)
  const { steps: freezeSteps, frozen } = checkFreeze(source, '')
  const { steps: resultSteps, drawn } = checkResult(source, '', frozen)
  const { steps: earlierSteps, records } = checkEarlierRecords(source, inventory.earlier)
  const steps: Step[] = [
    checkInventory(inventory),
    checkSums(source),
    ...freezeSteps,
    ...resultSteps,
    earlierStep(earlierSteps),
  ]
  let ledger: readonly LedgerLine[] = []
  const usable = records.filter((record): record is EarlierRecord => record !== null)
  if (frozen === null || drawn === null || usable.length < records.length) {
    const because = '前面的记录有误，此步未核对。'
    steps.push(notChecked('attempts', attemptsTitle, because), notChecked('chain', chainTitle, because))
    steps.push(notChecked('ledger', ledgerTitle, because))
  } else {
    steps.push(checkAttempts(frozen.manifest, usable), checkChain(frozen, usable))
    const own = usable.filter((record) => record.draw === frozen.manifest.draw)
    const checked = checkLedger(source, frozen, drawn, own)
    steps.push(checked.step)
    ledger = checked.lines
  }
  steps.push(attachments(inventory, files))
  const failed = steps.find((step) => step.state === 'failed')
  const difference = failed === undefined ? null : firstDifference(failed)
  return {
    ok: failed === undefined,
    steps,
    first:
      failed === undefined || difference === null
        ? null
        : { step: failed.id, difference, sentence: describeDifference(difference) },
    facts:
      frozen === null
        ? null
        : {
            draw: frozen.manifest.draw,
            kind: frozen.manifest.kind,
            mode: frozen.manifest.mode,
            attempt: frozen.manifest.attempt,
            office: frozen.manifest.office,
            task: frozen.manifest.task,
            frozenAt: frozen.manifest.at,
            drawnAt: drawn?.result.at ?? null,
            seed: drawn?.result.seed ?? null,
            singleCandidates: drawn === null ? null : singleCandidates(drawn.outcome),
          },
    freeze: digestOrNull(source, 'manifest.txt'),
    record: digestOrNull(source, 'result.txt'),
    ledger: ledger.map(({ seq, hash }) => ({ seq, hash })),
  }
}

const digestOrNull = (source: PackageSource, path: string): string | null =>
  source.has(path) ? source.digest(path) : null

function checkInventory(inventory: Inventory): Step {
  const step = new StepWriter('files', '文件：该有的都有，不该有的没有')
  for (const { path, meaning } of inventory.problems) {
    step.fail(path, meaning)
    step.text(path, meaning)
  }
  step.summary(
    inventory.earlier === 0
      ? '锁定清单、结果、四份名单、台账、校验清单齐全，没有来历不明的文件。'
      : `锁定清单、结果、四份名单、台账、校验清单齐全，另有较早的记录${inventory.earlier}份，没有来历不明的文件。`,
  )
  return step.done()
}

function checkSums(source: PackageSource): Step {
  const step = new StepWriter('sums', '校验清单 SHA256SUMS：每个文件的校验码')
  step.attempt(SUMS, () => {
    const sums = parseSums(source.text(SUMS))
    const listed = new Set(sums.map((sum) => sum.path))
    for (const { path, digest, line } of sums) {
      if (!source.has(path)) {
        step.fail(SUMS, `清单列有 ${path}，包内却没有这个文件`, { line })
        continue
      }
      const found = source.digest(path)
      step.digest(path, found)
      if (found !== digest)
        step.fail(path, `文件与 SHA256SUMS 第${line}行所记的校验码不符，打包以后被改动`, {
          expected: digest,
          found,
        })
    }
    for (const path of [...source.files.keys()].sort(byUtf8Bytes))
      if (path !== SUMS && !listed.has(path)) step.fail(path, 'SHA256SUMS 没有列出这个文件')
    if (sums.length === 0) throw new SpecError('校验清单是空的')
    step.summary(`对${sums.length}个文件逐个计算 SHA-256，都与清单所记相同；清单之外没有别的文件。`)
  })
  return step.done()
}

function earlierStep(steps: readonly Step[]): Step {
  const step = new StepWriter('earlier', '较早的记录：逐份重新核对')
  for (const child of steps) step.child(child)
  if (steps.length === 0) step.absent('本次没有较早的记录：是第一次，也不变更其他抽查。')
  else step.summary(`包内有较早的记录${steps.length}份，各按同样的步骤从头算过。`)
  return step.done()
}

function attachments(inventory: Inventory, files: PackageFiles): Step {
  const step = new StepWriter('attachments', '文书和校验页')
  const hasPage = files.has(VERIFY_PAGE)
  for (const path of inventory.forms) step.text('文书', path)
  if (hasPage) step.text('校验页', VERIFY_PAGE)
  const missing = [
    inventory.forms.length === 0 ? '文书（forms/）' : '',
    hasPage ? '' : '校验页（verify.html）',
  ].filter((part) => part !== '')
  const said = '文书的内容不在此重新排印，只核对其校验码；纸面上的签名须另行查看。'
  if (missing.length === 0) step.summary(`文书${inventory.forms.length}份、校验页都在包内。${said}`)
  else if (missing.length === 2) step.absent('本包未附文书和校验页；不影响以上核对。')
  else step.absent(`本包未附${missing.join('')}；不影响以上核对。${inventory.forms.length > 0 ? said : ''}`)
  return step.done()
}
