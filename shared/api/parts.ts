import { oc } from '@orpc/contract'
import { z } from 'zod'
import { commonErrors } from './refusals.ts'

/** A call of the contract, before its input and output are said. */
export const call = oc.errors(commonErrors)

/** The input of a call that takes none. */
export const nothing = z.strictObject({})

/** Which part of a long answer is wanted. */
export const part = {
  limit: z.int().min(1).max(200).default(50),
  offset: z.int().min(0).default(0),
}

/** A list in an answer. Answers are read, not changed. */
export function list<Row extends z.ZodType>(row: Row) {
  return z.array(row).readonly()
}

/** A part of a long answer, and how many there are in all. */
export function page<Row extends z.ZodType>(row: Row) {
  return z.strictObject({ total: z.int(), rows: list(row) })
}

/** A full path on this computer, as POSIX, Windows or a Windows share writes it. */
export const fullPath = z
  .string()
  .max(4096, '路径过长')
  .regex(/^(\/|[A-Za-z]:[\\/]|\\\\)/, '须为完整路径')
  .refine((value) => !value.includes('\0'), '路径含有不可用的字符')

/** SHA-256 in hex digits. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/)
