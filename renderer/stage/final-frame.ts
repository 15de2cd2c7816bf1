import { isConcealed } from '../../shared/api/session.ts'
import type { Frame, OutcomeRow } from './frame.ts'
import { type DrawnSession, frameFacts } from './session-facts.ts'
import { codeText } from './words.ts'

const fetching = '取得校验包：本机关公布抽查结果时一并公布，内有名单、见证数字和记录。'
const fetchingLater = '取得校验包：检查实施、公布名称以后提供，内有名单、见证数字和记录。'
const recompute = [
  '用浏览器打开校验包里的校验网页，选入校验包；也可另写程序，按SSJ-DRAW-1逐步重算。',
  '把算出的记录校验码D与此处、与纸上的比对：一字不差，即为同一结果。',
] as const

/** The end: the whole list, `D`, how anyone recomputes it, and what was secret until the draw. */
export function finalFrame(session: DrawnSession): Frame {
  const fetch = isConcealed(session) ? fetchingLater : fetching
  return {
    ...frameFacts(session, 'final'),
    head: '抽取结果',
    sealedAt: session.drawnAt,
    parts: [
      { part: 'outcome', rows: outcomeRows(session) },
      {
        part: 'digest',
        label: '记录校验码 D',
        digest: session.digest,
        note: '本次结果全文的校验码，印在每一份文书上。',
        code: codeText(session.number, 'D', session.digest),
      },
      { part: 'lines', head: '任何人都可以重算', lines: [fetch, ...recompute] },
      { part: 'digest', label: '种子 R', digest: session.seed, note: null, code: null },
      { part: 'digest', label: '秘密数 S（现已公开）', digest: session.secret, note: null, code: null },
    ],
  }
}

/** The outcome as one list: every object with who inspects it, or the objects alone, or the replacement. */
function outcomeRows({ shown }: DrawnSession): readonly OutcomeRow[] {
  const pairs = new Map(shown.flatMap((step) => (step.step === 'pair' ? [[step.object.id, step]] : [])))
  const people = (id: string): string | null => {
    const pair = pairs.get(id)
    if (pair === undefined) return null
    const names = pair.inspectors.map(({ name }) => name).join('、')
    return pair.team === null ? names : `第${pair.team}组：${names}`
  }
  const objects = shown.filter((step) => step.step === 'object')
  if (objects.length > 0)
    return objects.map(({ id, order, name }) => ({
      key: id,
      number: String(order),
      name,
      people: people(id),
    }))
  const replaced = shown.flatMap((step) =>
    step.step === 'replace'
      ? [{ key: step.drawn.id, number: '1', name: step.drawn.name, people: `接替：${step.vacated.name}` }]
      : [],
  )
  if (replaced.length > 0) return replaced
  return [...pairs.values()].map(({ object }, index) => ({
    key: object.id,
    number: String(index + 1),
    name: object.name,
    people: people(object.id),
  }))
}
