import { type DrawLists, type ListKind, listKinds, parseLists } from '../draw/lists.ts'
import { assertManifestFits, isReplacement, type Manifest, parseManifest } from '../draw/manifest.ts'
import { officeOfDraw } from '../draw/notation.ts'
import { describeGap, staffingGaps } from '../draw/staffing.ts'
import { ABORTED, listFiles, MANIFEST, RESULT } from './package-files.ts'
import type { PackageSource } from './package-source.ts'
import { notChecked, type Step, StepWriter } from './verification.ts'

/** What was frozen, after it was checked. */
export interface Frozen {
  readonly manifest: Manifest
  readonly lists: DrawLists
  /** `F` */
  readonly freeze: string
}

const listTitles: Record<ListKind, string> = {
  objects: '检查对象名单',
  inspectors: '执法检查人员名单',
  recusals: '回避名单',
  excluded: '排除名单',
}

/** Checks lists, manifest and staffing of the record in `folder` (`''` or `earlier/n/`). Never throws. */
export function checkFreeze(
  source: PackageSource,
  folder: string,
): { readonly steps: readonly Step[]; readonly frozen: Frozen | null } {
  const listStep = new StepWriter('lists', '名单：逐份计算校验码，与锁定清单所写比对')
  const manifestStep = new StepWriter('manifest', '锁定清单：写法规范，算出名单校验码 F')
  const manifestPath = `${folder}${MANIFEST}`
  checkListDigests(source, folder, listStep)
  const manifest = manifestStep.attempt(manifestPath, () => parseManifest(source.text(manifestPath)))
  const freeze = manifestStep.attempt(manifestPath, () => source.digest(manifestPath))
  if (freeze !== null) checkFreezeDigest(source, folder, freeze, manifestStep)
  if (manifest !== null) {
    describeManifest(manifest, manifestStep)
    manifestStep.summary(
      `锁定清单每一行都合乎规定；对整个文件计算 SHA-256，得到名单校验码 F，与后面各处所写的 F 相同。`,
    )
  }
  const lists = manifest === null || listStep.failed ? null : readLists(source, folder, manifest, listStep)
  if (manifest !== null && lists !== null)
    manifestStep.attempt(manifestPath, () => assertManifestFits(manifest, lists))
  const usable = manifest !== null && lists !== null && freeze !== null && !manifestStep.failed
  const staffing = usable
    ? checkStaffing(manifestPath, manifest, lists)
    : notChecked('staffing', staffingTitle, '前面的名单或锁定清单有误，此步未核对。')
  const steps = [listStep.done(), manifestStep.done(), staffing]
  const frozen = usable && staffing.state === 'ok' ? { manifest, lists, freeze } : null
  return { steps, frozen }
}

function checkListDigests(source: PackageSource, folder: string, step: StepWriter): void {
  for (const kind of listKinds) {
    const path = `${folder}${listFiles[kind]}`
    const digest = step.attempt(path, () => source.digest(path))
    if (digest === null) continue
    step.digest(`${listTitles[kind]} ${path}`, digest)
    const named = source.named(`${folder}${MANIFEST}`, kind)
    if (named === null) step.fail(`${folder}${MANIFEST}`, `锁定清单没有写明${listTitles[kind]}的校验码`)
    else if (named.value !== digest)
      step.fail(
        path,
        `名单的校验码与 ${folder}${MANIFEST} 第${named.line}行所锁定的不符，名单或锁定清单被改动`,
        {
          expected: named.value,
          found: digest,
        },
      )
  }
}

function readLists(
  source: PackageSource,
  folder: string,
  manifest: Manifest,
  step: StepWriter,
): DrawLists | null {
  const office = officeOfDraw(manifest.draw)
  for (const kind of listKinds) {
    const path = `${folder}${listFiles[kind]}`
    if (step.attempt(path, () => source.text(path)) === null) return null
  }
  const lists = step.attempt(`${folder}名单`, () =>
    parseLists(office, {
      objects: source.text(`${folder}${listFiles.objects}`),
      inspectors: source.text(`${folder}${listFiles.inspectors}`),
      recusals: source.text(`${folder}${listFiles.recusals}`),
      excluded: source.text(`${folder}${listFiles.excluded}`),
    }),
  )
  if (lists !== null)
    step.summary(
      `检查对象${lists.objects.length}个、执法检查人员${lists.inspectors.length}人、回避关系${lists.recusals.length}条、排除${lists.excluded.length}条。四份名单的 SHA-256 都与锁定清单所写相同，写法和次序都合乎规定。`,
    )
  return lists
}

/** Where the record itself says `F`: its result, or the record of its abort. */
function checkFreezeDigest(source: PackageSource, folder: string, freeze: string, step: StepWriter): void {
  step.digest('名单校验码 F = SHA-256(manifest.txt)', freeze)
  const places = [
    { file: `${folder}${RESULT}`, name: 'freeze' },
    { file: `${folder}${ABORTED}`, name: 'manifest' },
  ]
  for (const { file, name } of places) {
    const named = source.named(file, name)
    if (named !== null)
      step.same(named.value, freeze, {
        file: `${folder}${MANIFEST}`,
        meaning: `由锁定清单算出的名单校验码 F 与 ${file} 第${named.line}行所写的不符，两个文件之一被改动`,
      })
  }
}

/** `kind` in words. */
export const kindWords = {
  draw: '抽取',
  match: '匹配检查人员',
  'replace-inspector': '更换检查人员',
  'replace-object': '更换检查对象',
} as const
/** `mode` in words. */
export const modeWords = { official: '正式', rehearsal: '演练', unwitnessed: '未经现场见证' } as const

function describeManifest(m: Manifest, step: StepWriter): void {
  step.text('摇号编号', m.draw)
  step.text('种类', kindWords[m.kind])
  step.text('性质', modeWords[m.mode])
  step.text('第几次', String(m.attempt))
  if (m.previous !== null) step.digest('前一次的记录校验码', m.previous)
  if (m.amends !== null) step.digest('所变更记录的校验码', m.amends)
  if (m.reason !== null) step.text('原因', m.reason)
  if (m.approver !== null) step.text('批准人', m.approver)
  step.text('单位', m.office)
  step.text('操作人', m.operator)
  step.text('任务', m.task)
  step.text('抽查事项', m.items)
  step.text('地点', m.venue)
  step.text('锁定时间', m.at)
  step.text('软件', m.software)
  for (const v of m.vacancies)
    step.text('空缺', `${v.object}${v.seat === null ? '' : `　第${v.seat + 1}席　${v.inspector}`}`)
  for (const s of m.strata) step.text(`分层 ${s.id}`, `${s.size}个中抽${s.sample}个（${s.basis}）`)
}

const staffingTitle = '锁定时的证明：种子产生以后，抽取不会因人手不足而失败'

function checkStaffing(path: string, manifest: Manifest, lists: DrawLists): Step {
  const step = new StepWriter('staffing', staffingTitle)
  step.attempt(path, () => {
    // Before anything is allocated by a number that only the manifest vouches for. A replacement fills no teams:
    // it names those of the draw that it amends, and its people are candidates or one group.
    const teams = isReplacement(manifest.kind) ? 0 : (manifest.teams ?? 0)
    if (teams * manifest.slots.length > lists.inspectors.length) {
      step.fail(
        path,
        `${manifest.teams}个组每组${manifest.slots.length}席，名录中只有${lists.inspectors.length}人`,
      )
      return
    }
    const [gap] = staffingGaps(manifest, lists)
    if (gap !== undefined) step.fail(path, `这份名单本不应锁定：${describeGap(gap, manifest, lists)}`)
  })
  step.summary(
    manifest.topology === 'none' && manifest.kind === 'draw'
      ? '本次只抽检查对象，不涉及人员。'
      : '只凭名单和席位，不凭种子，逐个验算：每个可能抽中的对象，各席位都能安排到不同的人。',
  )
  return step.done()
}
