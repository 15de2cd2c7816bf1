import type { DrawFacts, DrawKind, DrawMode, MemberFacts, SlotFacts } from './draw-facts.ts'

/** What a blank inside a sentence looks like: room to write by hand. */
export const handwritten = '＿＿＿＿＿＿'

/** What each kind of draw adds to the title of its record. */
export const kindSuffix = {
  draw: '',
  match: '（检查人员匹配）',
  'replace-inspector': '（更换检查人员）',
  'replace-object': '（更换检查对象）',
} as const satisfies Record<DrawKind, string>

const modeMarks = {
  official: [],
  rehearsal: ['演练'],
  unwitnessed: ['未经现场见证'],
} as const satisfies Record<DrawMode, readonly string[]>

/** The marks that stand across every page of a draw's forms: its mode, and 保密 until its names are disclosed. */
export function marksOf({ mode, confidential }: Pick<DrawFacts, 'mode' | 'confidential'>): readonly string[] {
  return confidential ? [...modeMarks[mode], '保密'] : modeMarks[mode]
}

/**
 * `2026-11-20T09:30:00+08:00` as `2026年11月20日9时30分00秒`. The digits are taken as they stand; an offset other
 * than China's is named. What is no such time is printed as it is: a form hides nothing.
 */
export function timeInWords(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(Z|[+-]\d{2}:\d{2})$/.exec(iso)
  if (parts === null) return iso
  const [, year, month, day, hour, minute, second, offset] = parts
  const zone = offset === '+08:00' ? '' : `（时区 ${offset}）`
  return `${year}年${Number(month)}月${Number(day)}日${Number(hour)}时${minute}分${second}秒${zone}`
}

/** The day of a time, `2026年11月20日`. */
export function dayInWords(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  if (parts === null) return iso
  return `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`
}

/** `☑ 正式　☐ 演练`: a choice among words with the chosen one ticked. */
export function ticked(choices: readonly (readonly [word: string, chosen: boolean])[]): string {
  return choices.map(([word, chosen]) => `${chosen ? '☑' : '☐'} ${word}`).join('　')
}

/**
 * Choices as `ticked` has them, over as many lines as they need, no choice divided: `width` characters a line. For
 * lists that are longer than a line.
 */
export function tickedLines(
  choices: readonly (readonly [word: string, chosen: boolean])[],
  width: number,
): string {
  const lines: string[] = []
  for (const choice of choices) {
    const next = ticked([choice])
    const line = lines.at(-1)
    if (line === undefined || line.length + next.length > width) lines.push(next)
    else lines[lines.length - 1] = `${line}　${next}`
  }
  return lines.join('\n')
}

/** `张伟（组长） 11010300017`: one person of a group with the certificate number. */
export function memberLine(member: MemberFacts): string {
  const leader = member.leader ? '（组长）' : ''
  return `${member.name}${leader} ${member.certificate ?? handwritten}`
}

/** Running line of a draw's form: what it is on the left, its number on the right. */
export function runningOf(
  facts: Pick<DrawFacts, 'office' | 'number'>,
  form: string,
): { left: string; right: string } {
  return { left: `${facts.office}　${form}`, right: `编号：${facts.number}` }
}

/** `1．甲；2．乙`, one a line; a single one without its number. */
export function numberedLines(texts: readonly string[]): string {
  if (texts.length === 1) return texts[0] ?? ''
  return texts.map((text, index) => `${index + 1}．${text}`).join('\n')
}

/** `第1席：组长（部门不限）`: a seat of a group. */
export function slotWords({ seat, role, department }: SlotFacts): string {
  return `第${seat + 1}席：${role === 'L' ? '组长' : '组员'}（${department ?? '部门不限'}）`
}
