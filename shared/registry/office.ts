import { z } from 'zod'

/**
 * The code of an office (单位代码), e.g. `YL01`: the part of every draw number and of every id before the
 * first `-`. It is fixed once for a data folder and never changes.
 */
export const officeCodeSchema = z
  .string()
  .regex(/^[0-9A-Za-z][0-9A-Za-z._]{0,15}$/, '单位代码由字母、数字、点或下划线组成，不超过16位')
  .brand<'OfficeCode'>()
export type OfficeCode = z.infer<typeof officeCodeSchema>

/**
 * The serial of a register row inside one data folder, e.g. `O000123`: what an id is after the office's code
 * and `-`. `O` inspection objects, `P` inspectors, `I` items, `R` recusals, `L` plan
 * lines, `V` visits, `W` powers. Given once, never reused.
 */
export const serialSchema = z
  .string()
  .regex(/^[OPIRLVW]\d{6,}$/)
  .brand<'Serial'>()
export type Serial = z.infer<typeof serialSchema>

/** The full id as the draw uses it (draw-spec section 1): `YL01-O000123`. */
export function fullId(code: OfficeCode, serial: Serial): string {
  return `${code}-${serial}`
}
