import type { ConsoleClient } from '../../../../shared/api/client.ts'
import { type DrawPlan, drawPlanSchema } from '../../../../shared/api/draw-plan.ts'
import type { DrawSession, SessionState } from '../../../../shared/api/session.ts'
import { digits } from '../sample-core.ts'
import { eachPlan } from '../sample-registers.ts'

/** A sample plan as a window hands it in. */
export function planned(plan: object): DrawPlan {
  return drawPlanSchema.parse(plan)
}

export const order = { reason: '停电', approver: '苏文彬', supervisor: '陈国栋' }
export const voidOrder = { ...order, decision: '云住建决〔2026〕1号' }

/** Takes a number for a plan. */
export async function commit(client: ConsoleClient, plan: object = eachPlan()): Promise<DrawSession> {
  const { id } = await client.draws.draft({ plan: planned(plan) })
  return client.draws.commit({ draft: id })
}

/** Takes a plan to a state, by nothing but calls of the contract, and gives its number. */
export async function reach(
  client: ConsoleClient,
  state: SessionState,
  plan: object = eachPlan(),
): Promise<string> {
  const { draws } = client
  const { number } = await commit(client, plan)
  if (state === 'committed') return number
  if (state === 'aborted') return (await draws.abort({ number, ...order })).number
  await draws.freeze({ number })
  if (state === 'frozen') return number
  await draws.contribute({ number, seat: 1, digits: digits[0] })
  const drawn = await draws.contribute({ number, seat: 2, digits: digits[1] })
  if (state === 'drawn') return number
  if (state === 'void') return (await draws.declareVoid({ number, ...voidOrder })).number
  if (drawn.state !== 'drawn') throw new Error(`${number} is ${drawn.state}`)
  await draws.reveal({ number, upTo: drawn.steps })
  if (state === 'revealed') return number
  await draws.confirm({ number })
  return number
}
