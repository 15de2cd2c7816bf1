import { createHash } from 'node:crypto'
import type { Setting } from '../../../db/setting-store.ts'
import { formCatalogue, formOf } from '../../../shared/forms/form-catalogue.ts'
import {
  commonWord,
  defaultFormStyle,
  type FormStyle,
  formStyleSchema,
} from '../../../shared/forms/form-style.ts'
import { type CoreContext, now, record } from '../context.ts'
import { requirePicture } from './logo-picture.ts'

/** 文书版式 */
const styleSetting: Setting<FormStyle> = { key: 'forms.style', schema: formStyleSchema }

/** The last running number of this year by word, 0 where none was given: of every numbered form, and of all together. */
export function readLastNumbers(context: CoreContext): {
  readonly year: number
  readonly words: { readonly word: string; readonly last: number }[]
} {
  const year = Number(now(context).slice(0, 4))
  const own = formCatalogue.map(({ numberWord }) => numberWord).filter((word) => word !== null)
  const words = [...new Set([...own, commonWord])]
  const { inspections } = context.database
  return { year, words: words.map((word) => ({ word, last: inspections.lastNumber(word, year) })) }
}

/** How the office's papers look; as the program brings it until the office sets anything. */
export function readFormStyle({ database: { settings } }: CoreContext): FormStyle {
  return settings.read(styleSetting) ?? defaultFormStyle
}

/**
 * Writes how the office's papers look. Each thing that changed is an entry of the ledger, because it changes what a
 * paper of the same facts looks like. Refuses with `LOGO_NOT_A_PICTURE`.
 */
export function writeFormStyle(context: CoreContext, actor: string, wanted: FormStyle): FormStyle {
  const style = withoutEmpty(wanted)
  if (style.logo !== null) requirePicture(style.logo)
  return context.database.transaction(() => {
    const before = inWords(readFormStyle(context))
    const after = inWords(style)
    const changed = [...after].filter(([title, words]) => before.get(title) !== words)
    if (changed.length === 0) return readFormStyle(context)
    context.database.settings.write(styleSetting, style)
    for (const [title, words] of changed)
      record(context, actor, 'setting.changed', {
        setting: `文书版式：${title}`,
        before: before.get(title) ?? '',
        after: words,
      })
    return style
  })
}

/** A form without added boxes says nothing. */
function withoutEmpty(style: FormStyle): FormStyle {
  const boxes = Object.entries(style.extraSignatures).filter(([, labels]) => labels.length > 0)
  return { ...style, extraSignatures: Object.fromEntries(boxes) }
}

/** What is set, thing by thing, as the ledger tells it; a logo by the beginning of its digest. */
function inWords(style: FormStyle): ReadonlyMap<string, string> {
  const said = (value: string | null) => value ?? '未设置'
  const boxes = Object.entries(style.extraSignatures).map(
    ([form, labels]) => `${formOf(form)?.name ?? form}：${labels.join('、')}`,
  )
  const first = Object.entries(style.firstNumbers).map(([word, number]) => `${word}：${number}`)
  return new Map([
    ['发文机关标志', said(style.headOffice)],
    ['红色版头', style.redHead ? '印' : '不印'],
    ['单位标志', style.logo === null ? '未设置' : `图片，校验码开头${digestOf(style.logo).slice(0, 8)}`],
    ['文号格式', said(style.numberPattern)],
    ['每年起始号', first.toSorted().join('；') || '均为1'],
    ['增加的签字栏', boxes.toSorted().join('；') || '没有'],
    ['单位地址', said(style.address)],
    ['单位电话', said(style.phone)],
    ['公示稿中的执法证号', style.certificatesInNotices === 'full' ? '公开全号' : '只公开末四位'],
  ])
}

function digestOf(logo: string): string {
  return createHash('sha256')
    .update(Buffer.from(logo.slice(logo.indexOf(',') + 1), 'base64'))
    .digest('hex')
}
