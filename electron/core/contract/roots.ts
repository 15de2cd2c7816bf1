import { implement } from '@orpc/server'
import { consoleContract, stageContract } from '../../../shared/api/contract.ts'
import { answering } from './answering.ts'
import type { Connection, FaultLog } from './connection.ts'

/** What the calls of the console are implemented on. */
export function consoleRoot(log: FaultLog) {
  return implement(consoleContract).$context<Connection>().use(answering(log))
}
export type ConsoleRoot = ReturnType<typeof consoleRoot>

/** What the calls of the stage are implemented on. */
export function stageRoot(log: FaultLog) {
  return implement(stageContract).$context<Connection>().use(answering(log))
}
export type StageRoot = ReturnType<typeof stageRoot>
