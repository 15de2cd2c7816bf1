import type { Page } from 'playwright-core'
import type { PlannedLine } from './official-ground.ts'
import { press } from './two-windows.ts'

/** 首页: the sample county (示例单位) is loaded into the empty data folder. */
export async function loadSample(page: Page): Promise<void> {
  await press(page, '载入示例单位')
  await page.getByRole('heading', { name: '确认抽查事项适用于哪些对象' }).waitFor()
}

export interface Plan {
  /** the plan line of an official draw, with its approved 实施方案; without one it is a rehearsal */
  readonly on?: PlannedLine
  /** how many objects are drawn */
  readonly number?: string
  readonly witnesses?: readonly string[]
}

/** ① a draw of the sample county: of a plan line, or a rehearsal of the first item. Kept as a draft. */
export async function writePlan(page: Page, plan: Plan = {}): Promise<void> {
  const { on, number = '6', witnesses = ['陈国栋'] } = plan
  await page.goto(`${new URL(page.url()).origin}/#/draws/new`)
  await page.getByRole('heading', { name: '新建摇号' }).waitFor()
  if (on === undefined) await rehearseFirstItem(page)
  else await choosePlanLine(page, on)
  const stratum = await page.getByLabel('分层名称').inputValue()
  await page.getByRole('combobox', { name: `${stratum}的抽取方式` }).click()
  await page.locator('.ant-select-item-option:visible').filter({ hasText: '按数量' }).click()
  await page.getByLabel(`${stratum}的数量`).fill(number)
  await page.getByRole('textbox', { name: '地点' }).fill('局三楼会议室')
  for (const [index, name] of witnesses.entries()) {
    if (index > 0) await press(page, '增加见证人')
    await page.getByLabel(`见证人${index + 1}的姓名`).fill(name)
  }
  await page.getByText('草案已保存').waitFor()
}

async function rehearseFirstItem(page: Page): Promise<void> {
  await page.getByText('演练：').click()
  await page.getByRole('combobox', { name: '抽查事项' }).click()
  await page.locator('.ant-select-item-option').first().click()
  await page.keyboard.press('Escape')
}

/** The line of the plan, then its 实施方案, which was approved. */
async function choosePlanLine(page: Page, { number }: PlannedLine): Promise<void> {
  await page.getByRole('combobox', { name: '计划项' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: number }).click()
  await page.getByRole('radio', { name: '实施方案' }).check()
}

/** ① to its end: the number is taken and the lists are frozen. Gives the number. */
export async function freeze(page: Page): Promise<string> {
  await page.getByText('人员和对象齐备').waitFor()
  await press(page, '取号并锁定名单')
  await page.getByRole('heading', { name: /^名单已于 .* 锁定$/ }).waitFor()
  return page.locator('.draws-session-number').first().innerText()
}

/** ② the digits of one witness, masked. */
export async function enterDigits(page: Page, seat: number, digits: string): Promise<void> {
  await page.getByLabel(`第${seat}位见证人的数字`).fill(digits)
  await page.keyboard.press('Enter')
  await page.getByText('已交，等待一起公布').first().waitFor()
}

/** ② and ③ at once: given by one witness, drawn, shown, confirmed. */
export async function holdToTheEnd(page: Page): Promise<void> {
  await press(page, '名单已公布，录入见证数字')
  await enterDigits(page, 1, '314159265358')
  await press(page, '一起公布数字')
  await press(page, '确认数字并摇号')
  await press(page, '其余一次显示')
  await press(page, '确认结果')
  await page.getByRole('heading', { name: '文书与材料' }).waitFor()
}
