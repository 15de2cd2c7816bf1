import { commitment, type EndingRecord, parseEnding, renderEnding } from '../draw/ceremony.ts'
import { officeOfDraw } from '../draw/notation.ts'
import { checkFreeze, type Frozen, kindWords } from './check-freeze.ts'
import { checkResult, type Drawn } from './check-result.ts'
import { ABORTED, earlierFolder, MANIFEST, RESULT, VOID } from './package-files.ts'
import type { PackageSource } from './package-source.ts'
import { type Step, StepWriter } from './verification.ts'

/** One earlier record after it was checked by itself. What could not be read is `null`. */
export interface EarlierRecord {
  readonly folder: string
  /** the file that vouches for the record's place: its ending, else its manifest */
  readonly file: string
  readonly draw: string
  readonly attempt: number
  /** the digest of the ending before it, as this record says */
  readonly previous: string | null
  readonly commitment: string
  readonly frozen: Frozen | null
  readonly drawn: Drawn | null
  readonly ending: (EndingRecord & { readonly digest: string }) | null
}

/** Whether the record's outcome stands: drawn, and not declared void. */
export function stands(record: EarlierRecord): boolean {
  return record.drawn !== null && record.ending === null
}

/** Checks every record under `earlier/` by itself, in order. Never throws; `null` for one that cannot be used. */
export function checkEarlierRecords(
  source: PackageSource,
  count: number,
): { readonly steps: readonly Step[]; readonly records: readonly (EarlierRecord | null)[] } {
  const steps: Step[] = []
  const records: (EarlierRecord | null)[] = []
  for (let n = 1; n <= count; n++) {
    const { step, record } = checkEarlierRecord(source, earlierFolder(n), n)
    steps.push(step)
    records.push(record)
  }
  return { steps, records }
}

function checkEarlierRecord(
  source: PackageSource,
  folder: string,
  n: number,
): { readonly step: Step; readonly record: EarlierRecord | null } {
  const endingPath = [ABORTED, VOID].map((name) => `${folder}${name}`).find((path) => source.has(path))
  const hasManifest = source.has(`${folder}${MANIFEST}`)
  const hasResult = source.has(`${folder}${RESULT}`)
  const draw = source.named(endingPath ?? `${folder}${MANIFEST}`, 'draw')?.value ?? '编号不明'
  const attempt = source.named(endingPath ?? `${folder}${MANIFEST}`, 'attempt')?.value ?? '？'
  const step = new StepWriter(`earlier-${n}`, `${folder}：${draw} 第${attempt}次`)
  const freeze = hasManifest ? checkFreeze(source, folder) : null
  for (const child of freeze?.steps ?? []) step.child(child)
  const result = hasResult ? checkResult(source, folder, freeze?.frozen ?? null) : null
  for (const child of result?.steps ?? []) step.child(child)
  const frozen = freeze?.frozen ?? null
  const drawn = result?.drawn ?? null
  const ending =
    endingPath === undefined ? null : checkEnding(source, endingPath, frozen, drawn, hasManifest, step)
  const manifest = frozen?.manifest
  const place = ending ?? (manifest === undefined ? null : { ...manifest })
  if (step.failed || place === null) {
    step.summary('这一份较早的记录有误。')
    return { step: step.done(), record: null }
  }
  const outcome = ending === null ? '结果有效' : ending.kind === 'void' ? '结果已作废' : '在数字齐备以前中止'
  step.summary(
    `${manifest === undefined ? '锁定名单以前' : kindWords[manifest.kind]}，${outcome}；按同样的步骤重新核对，一致。`,
  )
  const record: EarlierRecord = {
    folder,
    file: endingPath ?? `${folder}${MANIFEST}`,
    draw: place.draw,
    attempt: place.attempt,
    previous: place.previous,
    commitment: place.commitment,
    frozen,
    drawn,
    ending,
  }
  return { step: step.done(), record }
}

function checkEnding(
  source: PackageSource,
  path: string,
  frozen: Frozen | null,
  drawn: Drawn | null,
  hasManifest: boolean,
  step: StepWriter,
): (EndingRecord & { readonly digest: string }) | null {
  return step.attempt(path, () => {
    const text = source.text(path)
    const ending = parseEnding(text)
    officeOfDraw(ending.draw)
    const digest = source.digest(path)
    const isVoid = ending.kind === 'void'
    const differ = (name: string, expected: string, found: string, meaning: string): void =>
      step.same(expected, found, { file: path, line: source.named(path, name)?.line ?? null, meaning })
    if (renderEnding(ending) !== text || !Number.isSafeInteger(ending.attempt) || ending.attempt < 1)
      step.fail(path, '不是规范写法')
    if (isVoid !== path.endsWith(VOID)) step.fail(path, '文件名与记录的种类不符', { line: 1 })
    differ(
      'commit',
      commitment(ending.secret),
      ending.commitment,
      '由公布的秘密数 S 算出的承诺码与所写的不符',
    )
    if ((ending.manifest !== null) !== hasManifest)
      step.fail(path, hasManifest ? '有锁定清单，记录却写没有' : '写明了锁定清单，包内却没有')
    if (frozen !== null) {
      const { manifest, freeze } = frozen
      differ('draw', manifest.draw, ending.draw, '摇号编号与锁定清单不符')
      differ('attempt', String(manifest.attempt), String(ending.attempt), '次数与锁定清单不符')
      differ('previous', manifest.previous ?? '-', ending.previous ?? '-', '前次记录校验码与锁定清单不符')
      differ('commit', manifest.commitment, ending.commitment, '承诺码与锁定清单不符')
      differ('manifest', freeze, ending.manifest ?? '-', '名单校验码 F 与锁定清单不符')
      const complete = ending.contributions.length >= manifest.witnesses.length
      if (!isVoid && complete) step.fail(path, '见证数字已经齐备，此后只能作废，不能中止')
    } else if (!hasManifest && ending.contributions.length > 0) step.fail(path, '锁定名单以前不会有见证数字')
    if (isVoid && drawn !== null) {
      differ('result', drawn.digest, ending.result ?? '-', '记录校验码 D 与结果文件不符')
      differ('secret', drawn.result.secret, ending.secret, '秘密数 S 与结果文件不符')
      differ(
        'contribution',
        drawn.result.contributions.join(' '),
        ending.contributions.join(' '),
        '见证数字与结果文件不符',
      )
    }
    if (ending.attempt > 1 !== (ending.previous !== null))
      step.fail(path, '第二次起须写明前次记录，第一次则没有')
    step.digest(`${isVoid ? '作废' : '中止'}记录的校验码 SHA-256(${path})`, digest)
    step.text(isVoid ? '作废的原因' : '中止的原因', ending.reason)
    if (ending.decision !== null) step.text('书面决定', ending.decision)
    step.text('批准人', ending.approver)
    step.text('监督人', ending.supervisor)
    step.text('时间', ending.at)
    return { ...ending, digest }
  })
}
