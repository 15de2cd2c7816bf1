import { assertContributions, commitment, seed as seedOf } from '../draw/ceremony.ts'
import { drawOutcome, type Outcome, singleCandidates } from '../draw/outcome.ts'
import { type DrawResult, parseResult, renderResult } from '../draw/result.ts'
import type { Frozen } from './check-freeze.ts'
import { MANIFEST, RESULT } from './package-files.ts'
import type { PackageSource } from './package-source.ts'
import { pickTables } from './pick-tables.ts'
import { notChecked, type Step, StepWriter } from './verification.ts'

/** What was drawn, recomputed. */
export interface Drawn {
  readonly result: DrawResult
  readonly outcome: Outcome
  /** `D` */
  readonly digest: string
}

const titles = {
  commitment: '承诺：公布的秘密数 S 就是锁定前承诺的那一个',
  witnesses: '见证人：人数、数字位数合乎规定',
  seed: '种子：由 F、S 和见证数字算出 R',
  picks: '逐次抽取：每个阶段的密钥 K 和每一次抽取',
  result: '结果：重新算出全文，与结果文件逐行比对，得出记录校验码 D',
  single: '只有一个候选的抽取',
} as const

/** Recomputes the result in `folder` from what was frozen (`null`: the freeze was not right). Never throws. */
export function checkResult(
  source: PackageSource,
  folder: string,
  frozen: Frozen | null,
): { readonly steps: readonly Step[]; readonly drawn: Drawn | null } {
  const path = `${folder}${RESULT}`
  const resultStep = new StepWriter('result', titles.result)
  const digest = resultStep.attempt(path, () => source.digest(path))
  if (digest !== null) resultStep.digest('记录校验码 D = SHA-256(result.txt)', digest)
  const result = resultStep.attempt(path, () => parseResult(source.text(path)))
  const rest = (because: string, from: number): Step[] =>
    (['commitment', 'witnesses', 'seed', 'picks'] as const)
      .slice(from)
      .map((id) => notChecked(id, titles[id], because))
  const single = (): Step => notChecked('single', titles.single, '前面有误，此步未核对。')
  if (frozen === null || result === null || digest === null) {
    if (result !== null && !resultStep.failed)
      resultStep.notChecked('名单、锁定清单或锁定时的证明有误，无法重新计算。')
    const because =
      frozen === null ? '前面的名单或锁定清单有误，此步未核对。' : '结果文件无法读出，此步未核对。'
    return { steps: [...rest(because, 0), resultStep.done(), single()], drawn: null }
  }
  const ceremony = [
    checkCommitment(path, folder, frozen, result),
    checkWitnesses(path, frozen, result),
    checkSeed(path, frozen, result),
  ]
  if (ceremony.some((step) => step.state !== 'ok')) {
    if (!resultStep.failed) resultStep.notChecked('承诺、见证数字或种子有误，未再重新抽取。')
    return {
      steps: [...ceremony, ...rest('承诺、见证数字或种子有误，此步未核对。', 3), resultStep.done(), single()],
      drawn: null,
    }
  }
  const picks = new StepWriter('picks', titles.picks)
  const outcome = picks.attempt(path, () => {
    const { manifest, lists, freeze } = frozen
    const made = drawOutcome(manifest, lists, freeze, result.secret, result.contributions)
    for (const table of pickTables(manifest, lists, made)) picks.table(table)
    return made
  })
  if (outcome === null)
    return { steps: [...ceremony, picks.done(), resultStep.done(), single()], drawn: null }
  const total = outcome.listPicks.length + outcome.choices.length
  picks.summary(
    `共${total}次抽取。每次：K 后接逗号和序号 i，计算 SHA-256，把所得十六进制数除以候选数 n 取余，余数就是抽中者在候选中的位置（从0数起）。`,
  )
  compareResult(resultStep, path, source.text(path), renderResult({ ...outcome, at: result.at }))
  resultStep.text('抽取时间', result.at)
  resultStep.summary('由名单、S 和见证数字重新算出的结果全文，与结果文件每一行、每一个字节都相同。')
  const steps = [...ceremony, picks.done(), resultStep.done(), singleStep(outcome, total)]
  return { steps, drawn: resultStep.failed ? null : { result, outcome, digest } }
}

function checkCommitment(path: string, folder: string, frozen: Frozen, result: DrawResult): Step {
  const step = new StepWriter('commitment', titles.commitment)
  step.digest('秘密数 S', result.secret)
  step.preimage('计算承诺码所用的原文', `SSJ-DRAW-1 commit\n${result.secret}\n`)
  step.attempt(path, () => {
    const found = commitment(result.secret)
    step.digest('承诺码 C = SHA-256(原文)', found)
    step.same(frozen.manifest.commitment, found, {
      file: path,
      line: 3,
      meaning: `由秘密数 S 算出的承诺码与 ${folder}${MANIFEST} 末行“commit=”所写的不符：S 不是事先承诺的那一个`,
    })
  })
  step.summary('C 在抽取以前已经公布并锁定；由后来公布的 S 重新算出的正是它，所以 S 没有换过。')
  return step.done()
}

function checkWitnesses(path: string, frozen: Frozen, result: DrawResult): Step {
  const step = new StepWriter('witnesses', titles.witnesses)
  const { witnesses, mode, operator } = frozen.manifest
  for (const [index, witness] of witnesses.entries())
    step.text(`第${index + 1}位 ${witness.role} ${witness.name}`, result.contributions[index] ?? '没有数字')
  step.attempt(path, () => assertContributions(result.contributions, witnesses.length))
  step.text('操作人', operator)
  step.summary(
    mode === 'official'
      ? `见证人${witnesses.length}名，各给一组6至64位数字，合计不少于12位；操作人不在其中（按姓名比对）。`
      : `数字${witnesses.length}组，各6至64位，合计不少于12位。性质为“${mode === 'rehearsal' ? '演练' : '未经现场见证'}”，不能当作有现场见证。`,
  )
  return step.done()
}

function checkSeed(path: string, frozen: Frozen, result: DrawResult): Step {
  const step = new StepWriter('seed', titles.seed)
  const digits = result.contributions.map((w) => `${w}\n`).join('')
  step.preimage('计算种子所用的原文', `SSJ-DRAW-1 seed\n${frozen.freeze}\n${result.secret}\n${digits}`)
  step.attempt(path, () => {
    const found = seedOf(frozen.freeze, result.secret, result.contributions)
    step.digest('种子 R = SHA-256(原文)', found)
    step.same(found, result.seed, {
      file: path,
      line: 4 + result.contributions.length,
      meaning: '重新算出的种子 R 与结果文件所写的不符',
    })
  })
  step.summary(
    '原文依次是：名单校验码 F、秘密数 S、按席次排列的见证数字，每项一行。算出的 R 与结果文件所写相同。',
  )
  return step.done()
}

function compareResult(step: StepWriter, path: string, found: string, expected: string): void {
  if (found === expected) return
  const foundLines = found.split('\n')
  const expectedLines = expected.split('\n')
  const at = expectedLines.findIndex((line, index) => line !== foundLines[index])
  const index = at < 0 ? expectedLines.length : at
  step.fail(path, '与重新计算的结果不符', {
    line: index + 1,
    expected: expectedLines[index] || '（到此为止）',
    found: foundLines[index] || '（到此为止）',
  })
}

function singleStep(outcome: Outcome, total: number): Step {
  const step = new StepWriter('single', titles.single)
  const single = singleCandidates(outcome)
  step.text('抽取总次数', String(total))
  step.text('其中只有一个候选', String(single))
  step.summary(
    single === 0
      ? '没有哪一次抽取只有一个候选。'
      : `有${single}次抽取只有一个候选，等于没有选择余地；记录表上应写明这个数。`,
  )
  return step.done()
}
