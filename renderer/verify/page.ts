import { comparePaper, type PaperComparison, type PaperDigests } from '../../shared/package/paper-anchor.ts'
import type { CheckedPackage } from './checked-package.ts'
import { createChecker } from './checker.ts'
import { button, element } from './dom.ts'
import { stepsView } from './step-view.ts'
import { busyView, refusedView, verdictView } from './verdict-view.ts'

const papers = ['record', 'freeze', 'ledger'] as const

function part<T extends HTMLElement>(page: Document, id: string, kind: new () => T): T {
  const found = page.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`)
  return found
}

/** Brings verify.html to life. */
export function openPage(page: Document): void {
  const checker = createChecker(part(page, 'program', HTMLScriptElement).textContent ?? '')
  const file = part(page, 'file', HTMLInputElement)
  const drop = part(page, 'drop', HTMLLabelElement)
  const name = part(page, 'file-name', HTMLSpanElement)
  const verdict = part(page, 'verdict', HTMLDivElement)
  const steps = part(page, 'steps', HTMLDivElement)
  let checked: CheckedPackage | null = null
  let newest = 0

  const showVerdict = (): void => {
    if (checked === null) return
    if (!checked.ok) {
      verdict.replaceChildren(refusedView(checked.sentence))
      return
    }
    const compared = comparePaper(checked.verification, typed(page))
    answerPaper(page, compared)
    verdict.replaceChildren(verdictView(checked, compared))
  }

  const take = async (chosen: File): Promise<void> => {
    newest += 1
    const mine = newest
    checked = null
    name.textContent = `已选择：${chosen.name}`
    answerPaper(page, [])
    steps.replaceChildren()
    verdict.replaceChildren(busyView(chosen.name))
    const found = await checker.check(chosen).catch((error: Error) => ({
      ok: false as const,
      sentence: error.message,
    }))
    // Somebody may have chosen another file meanwhile.
    if (mine !== newest) return
    checked = found
    showVerdict()
    if (found.ok) steps.replaceChildren(toolsView(steps), stepsView(found.steps, checker))
    verdict.focus({ preventScroll: true })
    verdict.scrollIntoView({ block: 'nearest' })
  }

  file.addEventListener('change', () => {
    const [chosen] = file.files ?? []
    if (chosen !== undefined) void take(chosen)
    // So that the same file, changed meanwhile, can be chosen once more.
    file.value = ''
  })
  page.addEventListener('dragover', (event) => {
    event.preventDefault()
    drop.classList.add('over')
  })
  page.addEventListener('dragleave', () => drop.classList.remove('over'))
  page.addEventListener('drop', (event) => {
    event.preventDefault()
    drop.classList.remove('over')
    const [chosen] = event.dataTransfer?.files ?? []
    if (chosen !== undefined) void take(chosen)
  })
  for (const what of papers)
    part(page, `paper-${what}`, HTMLTextAreaElement).addEventListener('input', showVerdict)
}

function typed(page: Document): PaperDigests {
  const value = (what: keyof PaperDigests): string => part(page, `paper-${what}`, HTMLTextAreaElement).value
  return { record: value('record'), freeze: value('freeze'), ledger: value('ledger') }
}

function answerPaper(page: Document, compared: readonly PaperComparison[]): void {
  for (const what of papers) {
    const answer = part(page, `paper-${what}-answer`, HTMLParagraphElement)
    const found = compared.find((comparison) => comparison.what === what)
    answer.textContent = found === undefined ? '' : `${found.state === 'same' ? '✓' : '✕'} ${found.sentence}`
    answer.className = `paper-answer ${found?.state ?? ''}`
  }
}

function toolsView(steps: HTMLElement): HTMLElement {
  const setAll = (open: boolean): void => {
    for (const details of steps.querySelectorAll('details')) details.open = open
  }
  return element(
    'div',
    { class: 'tools' },
    element('h3', { class: 'tools-title' }, '逐步核对'),
    button('全部展开', () => setAll(true)),
    button('全部收起', () => setAll(false)),
    button('打印', () => window.print()),
  )
}
