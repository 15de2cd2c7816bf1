import { fileURLToPath } from 'node:url'
import axeCore from 'axe-core'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { freshPages } from '../../build/pages.ts'
import { startBrowserHost } from '../../electron/browser/browser-host.ts'
import { forkCore } from '../../electron/host/fork-core.ts'
import { temporaryFolder } from '../db/temporary-folder.ts'
import { browserAvailable, startBrowser, type TestBrowser } from './browser.ts'

const sample = (name: string): string =>
  fileURLToPath(new URL(`../../build/resources/sample-county/${name}`, import.meta.url))

/** Latin words that a user may see: what is written so in every office, keys, and the names of the formulas. */
const latin = new Set(
  'PDF JPEG PNG KB MB GB xlsx csv xls et YL Ctrl Alt Shift Tab Esc PageUp PageDown Home End SHA UTF SSJ DRAW'.split(
    ' ',
  ),
)

/** Words of the page that are not Chinese; what stands in code (paths, digests, formulas) is left out. */
function foreignWords(page: Page): Promise<string[]> {
  return page.evaluate(
    (known) => {
      const body = document.body.cloneNode(true) as HTMLElement
      for (const part of body.querySelectorAll('.code, .digest, .path, .formula, kbd, script')) part.remove()
      return (body.textContent ?? '').match(/[A-Za-z]{2,}/g)?.filter((word) => !known.includes(word)) ?? []
    },
    [...latin],
  )
}

/** What axe-core finds wrong with the page, a line a finding. */
async function violations(page: Page): Promise<string[]> {
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

/** Buttons, headings and columns that are wider than what shows them, and pages wider than their window. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, th, h1, h2, nav a, label, .content, .virtual-table, .ant-drawer-body, .ant-modal-body',
      ),
    ]
      .filter((part) => part.scrollWidth > part.clientWidth + 1 && part.offsetParent !== null)
      .map((part) => `${part.className}: ${part.innerText.slice(0, 40)}`),
  )
}

/** Nothing is on its way any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('.waiting, .ant-skeleton, .ant-btn-loading, [class*="-motion"]') === null,
  )
}

async function looksWell(page: Page): Promise<void> {
  await settled(page)
  expect(await cutOff(page)).toEqual([])
  expect(await violations(page)).toEqual([])
}

describe.skipIf(!browserAvailable())('the console in a real browser, 1280 by 720', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    await freshPages()
    browser = await startBrowser({ width: 1280, height: 720, reducedMotion: 'reduce' })
  })
  afterAll(() => browser.close())

  /** The program over an empty data folder, and a console. */
  async function open(): Promise<{ page: Page; another: () => Promise<Page> }> {
    const started = await startBrowserHost({ folder: temporaryFolder(), start: forkCore })
    if (!started.ok) throw new Error(started.refusal.message)
    const { host } = started
    onTestFinished(() => host.close())
    const another = async (): Promise<Page> => {
      const page = await browser.context.newPage()
      const errors: string[] = []
      page.on('pageerror', ({ message }) => errors.push(message))
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) errors.push(message.text())
      })
      onTestFinished(async () => {
        await page.close()
        expect(errors).toEqual([])
      })
      await page.goto(host.entry('console'))
      await page.getByRole('heading', { level: 1 }).waitFor()
      return page
    }
    return { page: await another(), another }
  }

  const press = (where: Page | Locator, name: string) =>
    where.getByRole('button', { name, exact: true }).click()
  const visit = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name }).click()
    await page.locator('main h1').filter({ hasText: name }).waitFor()
  }
  const loadSample = async (page: Page): Promise<void> => {
    await press(page, '载入示例单位')
    await page.getByRole('heading', { name: '确认抽查事项适用于哪些对象' }).waitFor()
  }
  const openRow = async (page: Page, name: string): Promise<Locator> => {
    await page.getByRole('row').filter({ hasText: name }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('名称').waitFor()
    return drawer
  }

  test('an empty database shows two ways; with the sample county a draw can be begun', async () => {
    const { page } = await open()
    await page.getByRole('heading', { name: '正式使用' }).waitFor()
    await looksWell(page)
    await loadSample(page)
    expect(await page.locator('.tiles').innerText()).toContain('412')
    await looksWell(page)
  })

  test('every page is in Chinese, whole, and can be used by everybody', async () => {
    const { page } = await open()
    await loadSample(page)
    const names = [
      '检查对象',
      '执法检查人员',
      '事项清单',
      '权责清单',
      '回避',
      '年度计划',
      '非双随机检查',
      '年度总览',
      '记录与台账',
      '设置',
      '帮助',
      '首页',
    ]
    for (const name of names) {
      await visit(page, name)
      await looksWell(page)
      expect((await foreignWords(page)).filter((word) => name !== '设置' || word !== 'root')).toEqual([])
    }
    await visit(page, '帮助')
    for (const link of await page.locator('.help nav a').all()) {
      await link.click()
      await looksWell(page)
      expect(await foreignWords(page)).toEqual([])
    }
  })

  test('initials of the pinyin find a firm as one types, and keys lead from page to page', async () => {
    const { page } = await open()
    await loadSample(page)
    await page.keyboard.press('Control+2')
    await page.getByText('共 412 条').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('ylxxs')
    await page.getByText('找到 2 条').waitFor()
    expect(await page.locator('tbody').innerText()).toContain('云岭县西盛建筑工程有限公司')
  })

  test('a visit is registered one after the other, and stands in the year of its firm', async () => {
    const { page } = await open()
    await loadSample(page)
    await visit(page, '非双随机检查')
    await page.getByRole('button', { name: '登记检查' }).first().click()
    const form = page.getByRole('form', { name: '登记一次检查' })
    await press(form, '登记')
    await form.getByText('请填写').first().waitFor()
    await form.getByLabel('检查对象').fill('ylxxs')
    await page.getByTitle('云岭县西盛建筑工程有限公司').first().waitFor()
    await page.keyboard.press('Enter')
    await form.getByText('共0次').waitFor()
    await form.getByLabel('检查部门').fill('质量安全股')
    await looksWell(page)
    await press(form, '登记')
    await page.getByText('已登记 V000001').waitFor()
    await page.getByText('共 1 条').waitFor()
    expect(await form.getByLabel('检查部门').inputValue()).toBe('质量安全股')
    await visit(page, '检查对象')
    const drawer = await openRow(page, '云岭县西盛建筑工程有限公司')
    await drawer.getByRole('tab', { name: '本年度检查' }).click()
    await drawer.getByText('其他检查1次').waitFor()
    await looksWell(page)
  })

  test('a figure of the year leads down to its rows and on to the year of an object', async () => {
    const { page } = await open()
    await loadSample(page)
    await visit(page, '年度总览')
    await page.getByRole('button', { name: /^计划项：6项/ }).click()
    await page.getByRole('dialog').getByText('共 6 条').waitFor()
    await looksWell(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^名录中的检查对象/ }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('row').filter({ hasText: '云岭县西盛建筑工程有限公司' }).click()
    await drawer.getByText('还没有抽中').waitFor()
    await press(drawer, '返回上一层')
    await drawer.getByText(/^共 \d+ 条$/).waitFor()
    await looksWell(page)
  })

  test('what is looked for at the end of a long list is read from its first row', async () => {
    const { page } = await open()
    await loadSample(page)
    await visit(page, '检查对象')
    await page.getByRole('row').filter({ hasText: 'O000001' }).waitFor()
    await page.locator('.virtual-table').evaluate((table) => table.scrollTo(0, table.scrollHeight))
    await page.getByRole('row').filter({ hasText: 'O000412' }).waitFor()
    await page.locator('#page-search').fill('物业服务')
    await page.getByRole('status').filter({ hasText: '找到' }).filter({ hasNotText: '412' }).waitFor()
    await expect.poll(() => page.locator('.virtual-table').evaluate((table) => table.scrollTop)).toBe(0)
    await page.locator('tr[data-index="0"]').filter({ hasText: '物业' }).waitFor()
  })

  test('a mistake is said at its field; what is saved is in the history with before and after', async () => {
    const { page } = await open()
    await loadSample(page)
    await visit(page, '检查对象')
    const drawer = await openRow(page, '云岭县西盛建筑工程有限公司')
    const code = drawer.getByLabel('统一社会信用代码')
    const right = await code.inputValue()
    await code.fill(`${right.slice(0, 17)}0`)
    await press(drawer, '保存')
    await drawer.getByText('校验不符').waitFor()
    await looksWell(page)
    await code.fill(right)
    await drawer.getByLabel('联络人').fill('陈国栋')
    await press(drawer, '保存')
    await page.getByText('已保存 O000001').waitFor()
    const again = await openRow(page, '云岭县西盛建筑工程有限公司')
    await again.getByRole('tab', { name: '历次变更' }).click()
    await again.getByText('联络人：').waitFor()
    expect(await again.locator('.row-history').innerText()).toContain('陈国栋')
  })

  test('a row that another window changed meanwhile is not overwritten, and what was typed stays', async () => {
    const { page, another } = await open()
    await loadSample(page)
    await visit(page, '检查对象')
    const mine = await openRow(page, '云岭县西盛建筑工程有限公司')
    await mine.getByLabel('联络人').fill('陈国栋')
    const other = await another()
    await visit(other, '检查对象')
    const theirs = await openRow(other, '云岭县西盛建筑工程有限公司')
    await theirs.getByLabel('地址').fill('云岭县新桥街道1号')
    await press(theirs, '保存')
    await other.getByText('已保存 O000001').waitFor()
    await press(mine, '保存')
    await press(mine, '查看别处的改动')
    await mine.getByText('云岭县新桥街道1号').waitFor()
    expect(await mine.getByLabel('联络人').inputValue()).toBe('陈国栋')
  })

  test('retiring a row asks for a reason, and the row is gone from the list', async () => {
    const { page } = await open()
    await loadSample(page)
    await visit(page, '检查对象')
    const drawer = await openRow(page, '云岭县西盛建筑工程有限公司')
    await press(drawer, '停用')
    const question = page.getByRole('dialog').filter({ hasText: '停用后不再参加' })
    expect(await question.getByRole('button', { name: '停用', exact: true }).isDisabled()).toBe(true)
    await question.getByLabel('原因').fill('已经迁出本县')
    await looksWell(page)
    await press(question, '停用')
    await page.getByText('共 411 条').waitFor()
  })

  test('an import is a report first, then decisions, then rows; and it can be taken back', async () => {
    const { page } = await open()
    await loadSample(page)
    await visit(page, '检查对象')
    await press(page, '导入')
    await page.setInputFiles('input[data-file]', sample('市场主体名录库-有错.xlsx'))
    await page.getByRole('tab', { name: '待确认 4' }).waitFor()
    await page.getByRole('cell', { name: '桂林街道' }).first().waitFor()
    await looksWell(page)
    await page.getByRole('button', { name: '写入 2 条，跳过 9 行' }).waitFor()
    // What is decided for a whole kind of question is decided for the rows that ask it.
    await page.getByRole('combobox', { name: '不认识的词，或没有填写，统一决定' }).click()
    await page.getByTitle('采用建议（1 处）').click()
    await page.getByRole('button', { name: '写入 2 条，跳过 8 行' }).waitFor()
    await page.getByRole('tab', { name: '不能导入 5' }).click()
    await page.getByText('校验不符').first().waitFor()
    await page.getByRole('tab', { name: '待确认 4' }).click()
    await press(page, '写入 2 条，跳过 8 行')
    await page.getByText('导入完成').waitFor()
    await looksWell(page)
    await page.goto(`${new URL(page.url()).origin}/#/objects/imports`)
    await page.getByRole('cell', { name: '市场主体名录库-有错.xlsx' }).waitFor()
    await looksWell(page)
    await press(page.getByRole('row').filter({ hasText: '有错' }), '撤销导入')
    await page.getByLabel('原因').fill('文件里有错，改正后再导入')
    await press(page.getByRole('dialog'), '撤销导入')
    await press(page, '知道了')
    await page.getByText('已撤销', { exact: true }).waitFor()
  })

  test('a file of the old format says what to do', async () => {
    const { page } = await open()
    await loadSample(page)
    await visit(page, '检查对象')
    await press(page, '导入')
    await page.setInputFiles('input[data-file]', {
      name: '名录.xls',
      mimeType: 'application/vnd.ms-excel',
      buffer: Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'),
    })
    await page.getByRole('alert').filter({ hasText: '另存为' }).waitFor()
  })

  test('a backup is compared before it is restored, and the window finds the core again', async () => {
    const { page } = await open()
    await loadSample(page)
    await visit(page, '设置')
    await press(page, '立即备份')
    await press(page, '知道了')
    await visit(page, '检查对象')
    const drawer = await openRow(page, '云岭县西盛建筑工程有限公司')
    await drawer.getByLabel('联络人').fill('陈国栋')
    await press(drawer, '保存')
    await page.getByText('已保存 O000001').waitFor()
    await visit(page, '设置')
    await press(page, '比较并恢复')
    const dialog = page.getByRole('dialog').filter({ hasText: '备份早于现在' })
    await looksWell(page)
    const restore = dialog.getByRole('button', { name: '恢复到这份备份' })
    await dialog.getByLabel('恢复的原因').fill('误改了联络人')
    expect(await restore.isDisabled()).toBe(true)
    await dialog.getByLabel('单位代码').fill('YL01')
    await restore.click()
    await press(page, '知道了')
    await visit(page, '检查对象')
    const again = await openRow(page, '云岭县西盛建筑工程有限公司')
    expect(await again.getByLabel('联络人').inputValue()).not.toBe('陈国栋')
  })

  test('the ledger is checked from the first entry to the last', async () => {
    const { page } = await open()
    await loadSample(page)
    await visit(page, '记录与台账')
    await page.getByRole('tab', { name: '台账' }).click()
    await press(page, '核对台账')
    await page.getByText('全部相连').waitFor()
    await page.locator('.ledger').getByRole('button', { name: '详情' }).first().click()
    await looksWell(page)
  })
})
