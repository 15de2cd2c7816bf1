import { timeInWords } from '../../shared/forms/form-words.ts'
import { kindWords } from '../../shared/package/check-freeze.ts'
import type { PaperComparison } from '../../shared/package/paper-anchor.ts'
import type { VerifiedFacts } from '../../shared/package/verify-package.ts'
import type { CheckedPackage } from './checked-package.ts'
import { digestView, element } from './dom.ts'

/** While it is being computed. */
export function busyView(name: string): HTMLElement {
  return element(
    'div',
    { class: 'verdict busy' },
    element('h3', {}, '正在核对'),
    element('p', {}, `${name}：逐份名单、逐次抽取重新计算，大的校验包要一些时间。`),
    element('div', { class: 'bar' }, element('i')),
  )
}

/** What cannot be checked at all. */
export function refusedView(sentence: string): HTMLElement {
  return element(
    'div',
    { class: 'verdict bad' },
    element('h3', {}, mark('✕'), '无法核对'),
    element('p', {}, sentence),
  )
}

const mark = (sign: string): HTMLElement => element('span', { class: 'mark', 'aria-hidden': 'true' }, sign)

/** The verdict over the package and what was typed from paper. */
export function verdictView(
  checked: Extract<CheckedPackage, { ok: true }>,
  paper: readonly PaperComparison[],
): HTMLElement {
  const { verification, steps } = checked
  const { facts } = verification
  return element(
    'div',
    {},
    facts === null ? null : modeView(facts),
    verification.ok ? agreeingView(paper) : differingView(checked, steps),
    factsView(facts, verification.freeze, verification.record),
  )
}

function modeView({ mode }: VerifiedFacts): HTMLElement | null {
  if (mode === 'rehearsal')
    return element('p', { class: 'mode' }, '演练', element('span', {}, '这是一次演练，不是正式的抽取。'))
  if (mode === 'unwitnessed')
    return element(
      'p',
      { class: 'mode' },
      '未经现场见证',
      element('span', {}, '这次抽取由命令行完成，数字不是见证人当场给出的。'),
    )
  return null
}

function agreeingView(paper: readonly PaperComparison[]): HTMLElement {
  const different = paper.filter((comparison) => comparison.state === 'different')
  if (different.length > 0)
    return element(
      'div',
      { class: 'verdict bad' },
      element('h3', {}, mark('✕'), '不一致：与纸面不同'),
      ...different.map((comparison) => element('p', {}, comparison.sentence)),
      element('p', { class: 'where' }, '校验包本身前后相符；但应当以签字的纸面为准。'),
    )
  const isAnchored = paper.some((comparison) => comparison.what === 'record' && comparison.state === 'same')
  return element(
    'div',
    { class: 'verdict good' },
    element('h3', {}, mark('✓'), '一致'),
    element('p', {}, '从名单到结果全部重新算过，与包内所写逐字节相同。'),
    element(
      'p',
      { class: 'more' },
      isAnchored
        ? '纸面上的记录校验码 D 也相同：这个包就是签字的那一份。'
        : '还没有与纸面比对：请把签字纸面上的记录校验码 D 填在上面第2项，才知道这个包就是签字的那一份。',
    ),
  )
}

function differingView(
  { verification }: Extract<CheckedPackage, { ok: true }>,
  steps: Extract<CheckedPackage, { ok: true }>['steps'],
): HTMLElement {
  const at = steps.findIndex((step) => step.state === 'failed')
  const difference = verification.first?.difference
  const rows: (readonly [string, string | null])[] =
    difference === undefined
      ? []
      : [
          ['文件', difference.line === null ? difference.file : `${difference.file} 第${difference.line}行`],
          ['差异', difference.meaning],
          ['应为', difference.expected],
          ['实为', difference.found],
        ]
  return element(
    'div',
    { class: 'verdict bad' },
    element('h3', {}, mark('✕'), '不一致'),
    element('p', { class: 'more' }, '第一处差异'),
    element(
      'dl',
      { class: 'difference' },
      ...rows.flatMap(([label, value]) =>
        value === null ? [] : [element('dt', {}, label), element('dd', {}, value.replaceAll('\t', ' ⇥ '))],
      ),
    ),
    element('p', { class: 'where' }, `在第${at + 1}步“${steps[at]?.title ?? ''}”。各步详情见下。`),
  )
}

function factsView(facts: VerifiedFacts | null, freeze: string | null, record: string | null): HTMLElement {
  const rows: (readonly [string, Node | string])[] = []
  if (facts !== null) {
    rows.push(['摇号编号', `${facts.draw}（${kindWords[facts.kind]}，第${facts.attempt}次）`])
    rows.push(['单位', facts.office], ['任务', facts.task], ['锁定时间', timeInWords(facts.frozenAt)])
    if (facts.drawnAt !== null) rows.push(['抽取时间', timeInWords(facts.drawnAt)])
    if (facts.singleCandidates !== null)
      rows.push(['只有一个候选', facts.singleCandidates === 0 ? '没有' : `${facts.singleCandidates}次抽取`])
  }
  if (freeze !== null) rows.push(['名单校验码 F', digestView(freeze)])
  if (facts !== null && facts.seed !== null) rows.push(['种子 R', digestView(facts.seed)])
  if (record !== null) rows.push(['记录校验码 D', digestView(record)])
  return element(
    'dl',
    { class: 'facts' },
    ...rows.flatMap(([label, value]) => [element('dt', {}, label), element('dd', {}, value)]),
  )
}
