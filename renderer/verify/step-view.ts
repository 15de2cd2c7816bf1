import type { StepState, StepValue } from '../../shared/package/verification.ts'
import type { ShownStep } from './checked-package.ts'
import type { Checker } from './checker.ts'
import { digestView, element, preimageView } from './dom.ts'
import { pickTableView } from './pick-table-view.ts'

/** More values than this are not listed one by one. */
const MAX_VALUES = 300

function badge(step: ShownStep): { readonly words: string; readonly kind: 'good' | 'bad' | 'plain' } {
  const kinds: Record<StepState, 'good' | 'bad' | 'plain'> = {
    ok: 'good',
    failed: 'bad',
    absent: 'plain',
    notChecked: 'plain',
  }
  const words: Record<StepState, string> = {
    ok: '✓ 一致',
    failed: '✕ 不一致',
    absent: step.id === 'attachments' ? '未附' : '无此项',
    notChecked: '未核对',
  }
  return { words: words[step.state], kind: kinds[step.state] }
}

/** All steps as a list to be opened one by one; what failed is open already. */
export function stepsView(steps: readonly ShownStep[], checker: Checker, isTop = true): HTMLElement {
  const items = steps.map((step, index) =>
    element('li', {}, stepView(step, isTop ? String(index + 1) : '', checker)),
  )
  return element('ol', { class: 'steps' }, ...items)
}

function stepView(step: ShownStep, number: string, checker: Checker): HTMLElement {
  const { words, kind } = badge(step)
  const summary = element(
    'summary',
    {},
    number === '' ? null : element('span', { class: 'number' }, number),
    element('span', { class: 'title' }, step.title),
    element('span', { class: `badge ${kind}` }, words),
  )
  const view = element('details', { class: `step ${kind}` }, summary)
  // Contents are made when somebody looks: a package with many earlier records has thousands of values.
  const fill = (): void => {
    if (view.childElementCount === 1) view.append(bodyView(step, checker))
  }
  view.addEventListener('toggle', () => view.open && fill())
  if (step.state === 'failed') {
    fill()
    view.open = true
  }
  return view
}

function bodyView(step: ShownStep, checker: Checker): HTMLElement {
  const more = step.values.length - MAX_VALUES
  return element(
    'div',
    { class: 'body' },
    element('p', {}, step.summary),
    step.values.length === 0
      ? null
      : element('dl', { class: 'values' }, ...step.values.slice(0, MAX_VALUES).flatMap(valueView)),
    more > 0 ? element('p', { class: 'quiet' }, `另有${more}项，也已核对，不在此逐项列出。`) : null,
    ...step.tables.map((table) => pickTableView(table, checker)),
    step.children.length === 0 ? null : stepsView(step.children, checker, false),
  )
}

function valueView({ label, value, kind }: StepValue): HTMLElement[] {
  if (kind === 'preimage')
    return [element('dt', { class: 'long' }, label), element('dd', { class: 'long' }, preimageView(value))]
  return [element('dt', {}, label), element('dd', {}, kind === 'digest' ? digestView(value) : value)]
}
