import type { BrowserContext } from 'playwright-core'
import { uploadFile } from '../../renderer/connection/upload.ts'
import { type ConsoleClient, createHttpClient } from '../../shared/api/client.ts'
import type { Serial } from '../../shared/registry/office.ts'
import type { PlanLine } from '../../shared/registry/plan-line.ts'

/** The smallest PNG, as a stand-in for the scan of an approval. */
export const scanBytes = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)

/** What the console's page calls, with the pass of a browser that was let in. */
export async function clientOf(context: BrowserContext, origin: string): Promise<ConsoleClient> {
  const cookies = await context.cookies(origin)
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return createHttpClient<ConsoleClient>(origin, { cookie, origin })
}

/** A line of the approved plan. */
export interface PlannedLine {
  readonly line: Serial
  /** 计划编号 */
  readonly number: string
}

/**
 * Whatever an official draw needs besides its lists: a line of an approved plan, and an approved 实施方案 of it. By calls
 * of the contract only.
 */
export async function prepareOfficial(
  client: ConsoleClient,
  item: string,
  said: Partial<PlanLine> = {},
): Promise<PlannedLine> {
  const planned = await prepareLine(client, item, said)
  await approveScheme(client, planned.line)
  return planned
}

/** The objects of every item are confirmed as the list words them, and the year's approved plan has a line of the item. */
export async function prepareLine(
  client: ConsoleClient,
  item: string,
  said: Partial<PlanLine> = {},
): Promise<PlannedLine> {
  const { items } = await client.items.applying({})
  const open = items.flatMap(({ serial, version, confirmed, proposal, named }) =>
    confirmed || named.length > 0
      ? []
      : [{ serial, version, ...(proposal ?? { kinds: ['企业' as const], categories: [] }) }],
  )
  if (open.length > 0) await client.items.confirm({ items: open })
  const { serial, row } = await addLine(client, item, said)
  await approvePlan(client, row.year)
  return { line: serial, number: row.number }
}

/** A line of this year's plan, whichever year it is. */
function addLine(client: ConsoleClient, item: string, said: Partial<PlanLine>) {
  const year = new Date().getFullYear()
  const row: PlanLine = {
    year,
    number: `${year}-91`,
    item,
    furtherItems: [],
    department: '质安站',
    scope: null,
    kinds: [],
    businessCategories: [],
    regions: [],
    ratio: 500,
    frequency: 2,
    estimate: null,
    period: '3月至11月',
    inspectors: null,
    steps: null,
    use: null,
    jointInitiator: null,
    jointDepartments: [],
    ratioComplaint: null,
    ratioAbnormal: null,
    ratioDishonest: null,
    ratioWatch: null,
    ratioTrusted: null,
    note: null,
    exceptionReason: null,
    ...said,
  }
  return client.registers.plans.add({ row })
}

async function approvePlan(client: ConsoleClient, year: number): Promise<void> {
  const list = { subject: 'plans', year } as const
  const [release] = (await client.releases.make({ list })).releases
  if (release === undefined) throw new Error('no version of the plan was made')
  const date = release.at.slice(0, 10)
  await client.releases.register({
    release: release.id,
    order: { step: 'reviewed', name: '杨建军', date, scan: null },
  })
  await client.releases.register({
    release: release.id,
    order: { step: 'approved', name: '苏文彬', number: '云住建〔2026〕3号', date, scan: await scan(client) },
  })
}

async function approveScheme(client: ConsoleClient, line: Serial): Promise<void> {
  const said = await client.schemes.propose({ line })
  const body = {
    title: said.title ?? '随机抽查实施方案',
    items: [...(said.items ?? [])],
    period: said.period ?? '11月',
    purpose: said.purpose ?? '督促企业落实责任',
    procedure: said.procedure ?? '抽取、检查、公示',
    division: said.division ?? '责任股室组织实施',
    inspectors: said.inspectors ?? 4,
    objects: said.objects ?? 6,
    confidentiality: said.confidentiality ?? '检查前不得透露名单',
  }
  const saved = await client.schemes.save({ line, body })
  await client.schemes.approve({
    id: saved.id,
    name: '苏文彬',
    number: '云住建方案〔2026〕1号',
    date: saved.updatedAt.slice(0, 10),
    scan: await scan(client),
  })
}

function scan(client: ConsoleClient): Promise<string> {
  return uploadFile(client, new File([scanBytes], '批准.png', { type: 'image/png' }))
}
