import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fontSet } from '../../../../electron/documents/pdf/fonts.ts'
import { breakLines } from '../../../../electron/documents/pdf/line-breaking.ts'
import { toClusters } from '../../../../electron/documents/pdf/text-runs.ts'
import { codePiece, type TextPiece } from '../../../../shared/forms/form-model.ts'

/** GB/T 15834-2011 5.1.1 to 5.1.9, and what Chinese setters keep with it: signs that no line begins with. */
const neverFirst = '。，、；：？！）〕】》〉”’」』…—～·．％％℃‰,.;:?!)]}%'
/** And those that no line ends with. */
const neverLast = '（〔【《〈“‘「『([{￥$№'

const han = fc
  .array(fc.constantFrom(...'云岭县住房和城乡建设局抽查对象检查人员名单䶮㛃𬭎𠀀𫝀'), {
    minLength: 1,
    maxLength: 9,
  })
  .map((all) => all.join(''))
const number = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 999 }))
    .map(([thousands, rest]) => `${thousands},${String(rest).padStart(3, '0')}.5`),
)
const unit = fc.constantFrom('个工作日', '%', '％', '℃', ' mm', 'kg', '元', '㎡', '号')
const sentencePart = fc.oneof(
  { weight: 6, arbitrary: han },
  { weight: 3, arbitrary: fc.tuple(number, unit).map((all) => all.join('')) },
  { weight: 2, arbitrary: fc.stringMatching(/^[A-Za-z]{1,9}$/) },
  { weight: 1, arbitrary: fc.constantFrom('YL01-2026-0007', '〔2026〕7号', '2026年11月20日', '9时30分') },
  { weight: 2, arbitrary: han.map((inner) => `“${inner}”`) },
  { weight: 2, arbitrary: han.map((inner) => `（《${inner}》）`) },
  { weight: 1, arbitrary: han.map((inner) => `${inner}——${inner}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('……', '＿＿＿＿＿＿', '￥5', '(a)', 'A/B', '、', '；', '。”', '？', '！', ' '),
  },
)
/** Words stand apart: two without anything between them would be one, and might be wider than a line. */
const text: fc.Arbitrary<TextPiece> = fc
  .array(fc.tuple(sentencePart, fc.constantFrom('的', '及', '，', '。', '：')), {
    minLength: 1,
    maxLength: 14,
  })
  .map((parts) => ({ text: parts.flat().join('') }))
const strong = han.map((inner): TextPiece => ({ text: inner, style: 'strong' }))
const digest = fc.stringMatching(/^[0-9a-f]{32}$/).map((hex) => codePiece(hex))
const paragraph = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: strong },
    { weight: 1, arbitrary: digest },
  ),
  { minLength: 1, maxLength: 5 },
)

/** As `codePiece` says a digest is read: in groups of eight. */
function read({ text: content, group }: TextPiece): string {
  return group === undefined ? content : (content.match(/.{1,8}/g) ?? []).join(' ')
}

/** A random paragraph, its size, the width of its lines in ems, and whether it is indented. */
const settings = fc.record({
  pieces: paragraph,
  size: fc.constantFrom(9, 10.5, 12, 16),
  ems: fc.double({ min: 12, max: 44, noNaN: true }),
  indented: fc.boolean(),
})

describe('2,000 random paragraphs at random widths', () => {
  const run = (
    check: (lines: ReturnType<typeof breakLines>, whole: string, room: number, indent: number) => void,
  ) =>
    fc.assert(
      fc.property(settings, ({ pieces, size, ems, indented }) => {
        const clusters = toClusters(pieces, { role: 'body', size }, fontSet(), () => {})
        const indent = indented ? 2 * size : 0
        const lines = breakLines(clusters, ems * size, indent)
        check(lines, pieces.map(read).join(''), ems * size, indent)
      }),
      { seed: 20_261_120, numRuns: 2000 },
    )

  it('lose nothing', () => {
    run((lines, whole) => expect(lines.map((line) => line.text).join('')).toBe(whole))
  })

  it('have no line wider than its width', () => {
    run((lines, _, room, indent) => {
      for (const [index, { width }] of lines.entries())
        expect(width).toBeLessThanOrEqual(room - (index === 0 ? indent : 0) + 0.01)
    })
  })

  it('have no line that begins or ends with a sign that may not stand there (避头尾)', () => {
    run((lines) => {
      for (const line of lines.slice(1)) expect(neverFirst).not.toContain([...line.text][0])
      for (const line of lines.slice(0, -1)) expect(neverLast).not.toContain([...line.text.trimEnd()].at(-1))
    })
  })

  it('have no number, word, blank to write on, —— or …… torn apart', () => {
    run((lines, whole) => {
      const kept = new Set<number>()
      for (const { 0: found, index } of whole.matchAll(/——|……|＿+|[0-9]+(?:[,.][0-9]+)*|[A-Za-z]+/g))
        for (let inside = 1; inside < found.length; inside++) kept.add(index + inside)
      let end = 0
      for (const line of lines.slice(0, -1)) {
        end += line.text.length
        expect(kept.has(end), `“${line.text}”之后`).toBe(false)
      }
    })
  })
})
