import axeCore from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { accountName } from '../../electron/core/account.ts'

/**
 * Latin words that a user may see: what is written so in every office, keys, endings of files, the sample's code, and
 * his own account.
 */
const latin = new Set([
  accountName(),
  ...'PDF JPEG PNG KB MB xlsx csv xls et YL Esc pdf png txt zip html'.split(' '),
])

/** Words of the page that are not Chinese; paths, digests, numbers of draws and credit codes are left out. */
async function foreignWords(page: Page): Promise<readonly string[]> {
  const text = await page.locator('body').innerText()
  const plain = text
    .replaceAll(/(?:\/[\w.-]+){2,}/g, ' ')
    .replaceAll(/\b(?:[0-9a-f]{4} ){3,}[0-9a-f]{4}\b/g, ' ')
    .replaceAll(/\b[0-9A-Za-z-]*\d[0-9A-Za-z-]*\b/g, ' ')
  return (plain.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !latin.has(word))
}

/** Buttons, headings, labels and columns that are wider than what shows them, and pages wider than their window. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'html, button, th, h1, h2, nav a, label, .content, .virtual-table, .ant-drawer-body, .ant-modal-body',
      ),
    ]
      .filter((part) => part.scrollWidth > part.clientWidth + 1 && part.offsetParent !== null)
      .map((part) => `${part.className}: ${part.innerText.slice(0, 40)}`),
  )
}

/** What axe-core finds wrong with the page, a line a finding. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeCore.source)
  return page.evaluate(async () => {
    interface Finding {
      readonly id: string
      readonly nodes: readonly { readonly html: string }[]
    }
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } }
    return (await axe.run()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    )
  })
}

/** Waits until nothing on the page is on its way: no answer is awaited, nothing is moving or fading. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector(
        '.waiting, .ant-skeleton, .ant-btn-loading, .draws-counting, [class*="-motion"]',
      ) === null &&
      // A colour half-way between two is neither; what turns for ever never ends.
      document
        .getAnimations()
        .every(
          ({ playState, effect }) =>
            playState !== 'running' || effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
        ),
  )
}

/** What stands on the page is Chinese, whole, and can be used by everybody. */
export async function expectWell(page: Page): Promise<void> {
  await settled(page)
  expect(await foreignWords(page)).toEqual([])
  expect(await cutOff(page)).toEqual([])
  expect(await violations(page)).toEqual([])
}
