import { z } from 'zod'
import { isFieldText, text } from '../registry/text.ts'

/**
 * What an office sets of its papers (文书版式). It cannot take anything away that a paper must say: digests, counts of
 * attempts and the marks of a rehearsal are no setting.
 */
export const formStyleSchema = z.strictObject({
  /** 发文机关标志, as it stands at the head of official papers; `null`: the office's name */
  headOffice: text.nullable().default(null),
  /** 红色版头: off where the office prints on paper that has one, or uses none */
  redHead: z.boolean().default(true),
  /** a logo left of the head, data: URL of a PNG or JPEG of at most 200 KB */
  logo: z
    .string()
    .max(280_000)
    .regex(/^data:image\/(png|jpeg);base64,[0-9A-Za-z+/]+=*$/, '须为PNG或JPEG图片')
    .nullable()
    .default(null),
  /**
   * 文号 pattern: `{字}` stands for the form's own word (检通), `{年}` for the year, `{号}` for the running number.
   */
  numberPattern: z
    .string()
    .max(60, '不超过60字')
    .regex(/^[^{}]*(?:\{(?:字|年|号)\}[^{}]*)+$/, '只能使用 {字}、{年}、{号}')
    .refine((value) => value.trim() === value && isFieldText(value), '含有不可见字符，或首尾空格')
    .refine((value) => value.includes('{号}') && value.includes('{年}'), '须含有 {年} 和 {号}')
    .nullable()
    .default(null),
  /** first running number of a year, by the form's word; 1 where it is left out */
  firstNumbers: z.record(z.string(), z.int().min(1).max(999_999)).default({}),
  /** signature boxes that the office adds, by form id */
  extraSignatures: z.record(z.string(), z.array(text).max(6, '不超过6个')).default({}),
  /** 地址 and 电话 of the office, for notices */
  address: text.nullable().default(null),
  phone: text.nullable().default(null),
  /** 公示稿中的执法证号: only its last four signs, or in full; what the firm receives always has it in full */
  certificatesInNotices: z.enum(['covered', 'full']).default('covered'),
})
export type FormStyle = z.infer<typeof formStyleSchema>

/** What is used until the office sets anything. */
export const defaultFormStyle: FormStyle = formStyleSchema.parse({})

/** 文号 as offices usually write it: 检通〔2026〕3号. */
export const usualPattern = '{字}〔{年}〕{号}号'
/** Under what a pattern counts that has no word of the form: all forms together. */
export const commonWord = '统一编号'

/** `{字}〔{年}〕{号}号` filled in; a form whose pattern lacks its word is still told apart by the running number. */
export function documentNumber(pattern: string, word: string, year: number, number: number): string {
  return pattern.replaceAll('{字}', word).replaceAll('{年}', String(year)).replaceAll('{号}', String(number))
}

/**
 * The next running number of a word: after the last that was given this year (0: none yet), and never below the one
 * that the office wants to begin with, so that it can be raised in the middle of a year past what a register on paper
 * has given.
 */
export function nextRunningNumber(
  { firstNumbers }: Pick<FormStyle, 'firstNumbers'>,
  word: string,
  last: number,
): number {
  return Math.max(last + 1, firstNumbers[word] ?? 1)
}
