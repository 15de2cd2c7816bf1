import { describe, expect, test } from 'vitest'
import { formHtml } from '../../../../electron/documents/html/form-html.ts'
import {
  ofKind,
  splitStyle,
  standingOf,
  whyNoNotice,
} from '../../../../renderer/console/notices/notice-words.ts'
import type { Notice } from '../../../../shared/api/notice-contract.ts'

function notice(change: Partial<Notice> = {}): Notice {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    kind: 'result',
    at: '2026-12-12T09:00:00+08:00',
    maker: '张拟稿',
    digest: 'a'.repeat(64),
    current: true,
    masked: [],
    free: [],
    confirmed: null,
    documents: [],
    ...change,
  }
}
const confirmed = { name: '李核对', at: '2026-12-12T10:00:00+08:00' }

describe('how a notice stands', () => {
  test('one that says what no longer holds cannot be compared; one that was archived is told so', () => {
    expect(standingOf(undefined)).toBe('none')
    expect(standingOf(notice())).toBe('waiting')
    expect(standingOf(notice({ current: false }))).toBe('changed')
    expect(standingOf(notice({ confirmed }))).toBe('confirmed')
    expect(standingOf(notice({ confirmed, current: false }))).toBe('outdated')
  })

  test('the newest of a kind is apart from those before it', () => {
    const [one, two, before] = [notice({ id: '1' }), notice({ id: '2' }), notice({ id: '3', kind: 'before' })]
    expect(ofKind([one, before, two], 'result')).toEqual({ newest: one, earlier: [two] })
    expect(ofKind([one], 'before')).toEqual({ newest: undefined, earlier: [] })
  })
})

describe('a page that is previewed', () => {
  test('is put into the frame without its style element, which is adopted instead', () => {
    const running = { left: '云岭县住房和城乡建设局', right: '' }
    const blocks = [{ kind: 'heading', text: '<style>无此样式</style>' }] as const
    const html = formHtml({ id: 'sample', title: '公示', running, marks: [], blocks })
    const { page, style } = splitStyle(html)
    expect(page).not.toContain('<style>')
    expect(page).toContain('&lt;style&gt;无此样式')
    expect(style).toContain('@media print')
  })
})

describe('what may not be published is told before anybody draws it up', () => {
  test.each([
    ['rehearsal', 'confirmed', '演练'],
    ['unwitnessed', 'confirmed', '未经现场见证'],
    ['official', 'frozen', '确认以后'],
    ['official', 'revealed', '确认以后'],
    ['official', 'aborted', '中止'],
    ['official', 'void', '作废'],
  ] as const)('a draw that is %s and %s', (mode, state, words) => {
    expect(whyNoNotice({ mode, state, root: null })).toContain(words)
  })

  test('a confirmed official draw is left to the core, and so is what amends one', () => {
    expect(whyNoNotice({ mode: 'official', state: 'confirmed', root: null })).toBeNull()
    expect(whyNoNotice({ mode: 'official', state: 'frozen', root: 'YL01-2026-0001' })).toBeNull()
  })
})
