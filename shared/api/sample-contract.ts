import { z } from 'zod'
import { registerNames } from '../registry/columns.ts'
import { call } from './parts.ts'
import { refusals } from './refusals.ts'

/** The sample county (示例单位) 云岭县, which does not exist: to try the program with. */
export const samplesContract = {
  /** Loads office and registers of the sample county into an empty database, all or nothing. */
  load: call
    .errors(refusals('NOT_EMPTY'))
    .input(z.strictObject({}))
    .output(z.record(z.enum(registerNames), z.int())),
}
