import { sessionWords } from '../../../shared/api/session.ts'
import type { DrawSummary } from '../../../shared/api/session-schema.ts'

/** The kinds of a draw in words. */
export const kindInWords = {
  draw: '抽取',
  match: '匹配检查人员',
  'replace-inspector': '更换人员',
  'replace-object': '更换对象',
} as const satisfies Record<DrawSummary['kind'], string>

/** The modes of a draw in words. */
export const modeInWords = {
  official: '正式',
  rehearsal: '演练',
  unwitnessed: '未经现场见证',
} as const satisfies Record<DrawSummary['mode'], string>

/** How a draw stands, in a few words for a list. */
export function stateInWords(draw: DrawSummary): string {
  return sessionWords(draw)
}

const clock = new Intl.DateTimeFormat('zh-CN', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** A moment (ISO 8601) as this computer's clock says it: `2026-11-21 09:30`. */
export function momentInWords(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  const part = new Map(clock.formatToParts(date).map(({ type, value }) => [type, value]))
  return `${part.get('year')}-${part.get('month')}-${part.get('day')} ${part.get('hour')}:${part.get('minute')}`
}

/** A number of bytes for a person: `3.4 兆字节`. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`
  if (bytes < 1024 * 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)} MB`
  return `${(bytes / 1024 / 1024 / 1024).toFixed(2)} GB`
}
