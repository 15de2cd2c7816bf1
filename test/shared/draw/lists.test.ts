import { describe, expect, it } from 'vitest'
import {
  canonical,
  type DrawLists,
  listDigests,
  listKinds,
  parseExcluded,
  parseInspectors,
  parseLists,
  parseObjects,
  parseRecusals,
  renderExcluded,
  renderInspectors,
  renderLists,
  renderObjects,
  renderRecusals,
} from '../../../shared/draw/lists.ts'
import { SpecError } from '../../../shared/draw/notation.ts'
import { golden } from './golden.ts'
import { inspectorLine, listsOf, objectLine } from './sample-draw.ts'

const goldenTexts = {
  objects: golden('objects.txt'),
  inspectors: golden('inspectors.txt'),
  recusals: golden('recusals.txt'),
  excluded: golden('excluded.txt'),
}

/** What the golden files say, in no order. */
const lists: DrawLists = {
  objects: [
    objectLine('z', { name: '--' }),
    objectLine('O9', { stratum: 'RQ.2', domain: 'gong-cheng', name: '钟𬭎（县城）加油站' }),
    objectLine('a', { name: 'café 䶮㛃' }),
    objectLine('.1', { name: '句点在后' }),
    objectLine('Oa', { name: '小写在后' }),
    objectLine('O10', { domain: 'ranqi', name: '云岭县燃气有限公司', uscc: '91530000MA6K000001' }),
    objectLine('_1', { name: '下划线在大写之后' }),
    objectLine('-1', { name: '连字符在前' }),
    objectLine('Z', { name: '*' }),
  ],
  inspectors: [
    inspectorLine('p1', { department: '-执法', domains: ['ranqi'], name: '沈㛃' }),
    inspectorLine('P9', { mayLead: false, department: '燃气管理科', domains: [], name: '龚䶮' }),
    inspectorLine('PA', { mayLead: false, domains: ['a1', 'b', 'a', 'B', 'a.1'], name: 'A B' }),
    inspectorLine('P10', { name: '周𬭎' }),
  ],
  recusals: [
    { object: 'YL01-a', inspector: 'YL01-p1', reasonCode: 'other.1' },
    { object: 'YL01-O9', inspector: 'YL01-P9', reasonCode: 'kin' },
    { object: 'YL01-O10', inspector: 'YL01-P9', reasonCode: 'kin' },
    { object: 'YL01-O9', inspector: 'YL01-P10', reasonCode: 'former-post' },
  ],
  excluded: [
    { id: 'YL01-P10', what: 'object', reasonCode: 'cap', clause: null, name: '与人员同号的对象' },
    {
      id: 'YL01-O1',
      what: 'object',
      reasonCode: 'suspended',
      clause: '实施细则第九条第二项',
      name: '年内已查两次',
    },
    { id: 'YL01-O1', what: 'object', reasonCode: 'cap', clause: 'S2 第十一条', name: '年内已查两次' },
    { id: 'YL01-P8', what: 'inspector', reasonCode: 'seconded', clause: null, name: '借调𠮷' },
    { id: 'YL01-O1', what: 'inspector', reasonCode: 'sick-leave', clause: null, name: '同号的人' },
  ],
}

describe('a list is the golden file, to the byte', () => {
  const texts = renderLists('YL01', lists)

  it.each(listKinds)('%s: sorted by the bytes of the key, domains sorted, * for all, - for none', (kind) => {
    expect(texts[kind]).toBe(goldenTexts[kind])
  })

  it('and its digest is the SHA-256 of that file, as sha256sum gives it', () => {
    expect(listDigests(texts)).toEqual({
      objects: 'ffcdc06f58f7136e1287ce40dfaf7ea369265210da8c5f731c575a356b2a2c9a',
      inspectors: '29a92e3c5b8d6d3c21219a75eb854b2c7c3f32ae5cd9718c17538b1c700e1e6f',
      recusals: 'e19a40003b34725e0b297c5d8adc1c166789940dc5ae7c940c971b6861c43a03',
      excluded: '22614f3adec00f2cb46ab3852984a1c91cdf86a4282fbbfae317cfbfa6d9b42b',
    })
  })

  it('and read back it says the same', () => {
    const read = parseLists('YL01', goldenTexts)
    expect(renderLists('YL01', read)).toEqual(goldenTexts)
    expect(read.objects[2]).toEqual(lists.objects[5])
    expect(read.inspectors.map((p) => p.domains)).toEqual(['*', [], ['B', 'a', 'a.1', 'a1', 'b'], ['ranqi']])
    expect(read.recusals[1]).toEqual({ object: 'YL01-O9', inspector: 'YL01-P10', reasonCode: 'former-post' })
    expect(read.excluded[0]).toEqual(lists.excluded[4])
  })

  it.each(listKinds)('%s: empty, it is the first line alone, with 0', (kind) => {
    expect(renderLists('YL01', listsOf({}))[kind]).toBe(`SSJ-LIST-1\t${kind}\t0\n`)
  })
})

describe('what may not stand in a list', () => {
  it.each([
    ['an object of another office', [objectLine('1', { id: 'YL02-O1' })]],
    ['an object with an id that is no id', [objectLine('甲')]],
    ['an object twice', [objectLine('1'), objectLine('1', { name: '另一名称' })]],
    ['a stratum that is no id', [objectLine('1', { stratum: '在建工程' })]],
    ['a stratum that is absent', [objectLine('1', { stratum: '-' })]],
    ['a domain that is no id', [objectLine('1', { domain: '*' })]],
    ['a domain “-”, which says that there is none', [objectLine('1', { domain: '-' })]],
    ['a name with a tab', [objectLine('1', { name: '甲\t乙' })]],
    ['an empty name', [objectLine('1', { name: '' })]],
    ['a name in NFD', [objectLine('1', { name: 'cafe\u0301' })]],
    ['an empty 统一社会信用代码', [objectLine('1', { uscc: '' })]],
    ['a 统一社会信用代码 “-”, which says that there is none', [objectLine('1', { uscc: '-' })]],
  ])('objects: %s', (_name, objects) => {
    expect(() => renderObjects('YL01', objects)).toThrow(SpecError)
  })

  it.each([
    ['a person of another office', [inspectorLine('1', { id: 'YL0-P1' })]],
    ['a person twice', [inspectorLine('1'), inspectorLine('1')]],
    ['the department *', [inspectorLine('1', { department: '*' })]],
    ['no department', [inspectorLine('1', { department: '' })]],
    ['a domain that is no id', [inspectorLine('1', { domains: ['a,b'] })]],
    ['the domain * among others', [inspectorLine('1', { domains: ['a', '*'] })]],
    ['a domain twice', [inspectorLine('1', { domains: ['a', 'b', 'a'] })]],
    ['a name with a line feed', [inspectorLine('1', { name: '甲\n乙' })]],
  ])('inspectors: %s', (_name, inspectors) => {
    expect(() => renderInspectors('YL01', inspectors)).toThrow(SpecError)
  })

  it.each([
    ['another office’s object', { object: 'YL02-O1' }],
    ['another office’s person', { inspector: 'YL02-P1' }],
    ['a reason that is no code', { reasonCode: '亲属' }],
    ['a reason that is absent', { reasonCode: '-' }],
  ])('recusals: %s', (_name, more) => {
    const row = { object: 'YL01-O1', inspector: 'YL01-P1', reasonCode: 'kin', ...more }
    expect(() => renderRecusals('YL01', [row])).toThrow(SpecError)
  })

  it('recusals: a pair twice, be it for two reasons', () => {
    const pair = { object: 'YL01-O1', inspector: 'YL01-P1' }
    const twice = [
      { ...pair, reasonCode: 'kin' },
      { ...pair, reasonCode: 'former-post' },
    ]
    expect(() => renderRecusals('YL01', twice)).toThrow('“YL01-O1 YL01-P1”出现两次')
  })

  it.each([
    ['another office’s id', { id: 'O1' }],
    ['a reason that is no code', { reasonCode: '借调' }],
    ['an empty clause', { clause: '' }],
    ['an empty name', { name: '' }],
  ])('excluded: %s', (_name, more) => {
    const row = {
      id: 'YL01-O1',
      what: 'object',
      reasonCode: 'cap',
      clause: null,
      name: '甲',
      ...more,
    } as const
    expect(() => renderExcluded('YL01', [row])).toThrow(SpecError)
  })

  it('excluded: the same reason twice', () => {
    const row = { id: 'YL01-O1', what: 'object', reasonCode: 'cap', clause: null, name: '甲' } as const
    expect(() => renderExcluded('YL01', [row, row])).toThrow('出现两次')
  })
})

describe('the four lists against each other', () => {
  const objects = [objectLine('O1')]
  const inspectors = [inspectorLine('P1')]
  const recusal = { object: 'YL01-O1', inspector: 'YL01-P1', reasonCode: 'kin' }
  const excluded = { id: 'YL01-X', what: 'object', reasonCode: 'cap', clause: null, name: '甲' } as const
  const render = (more: Partial<DrawLists>) => () =>
    renderLists('YL01', listsOf({ objects, inspectors, ...more }))

  it('a recusal names an object and a person who are in the lists', () => {
    expect(render({ recusals: [recusal] })).not.toThrow()
    expect(render({ recusals: [{ ...recusal, object: 'YL01-O2' }] })).toThrow('YL01-O2不在检查对象名单内')
    expect(render({ recusals: [{ ...recusal, inspector: 'YL01-P2' }] })).toThrow('YL01-P2不在执法人员名单内')
  })

  it('nobody is both in a list and excluded from it', () => {
    expect(render({ excluded: [{ ...excluded, id: 'YL01-O1' }] })).toThrow('YL01-O1既在名单内又在排除名单内')
    expect(render({ excluded: [{ ...excluded, id: 'YL01-P1', what: 'inspector' }] })).toThrow(
      'YL01-P1既在名单内',
    )
    expect(render({ excluded: [{ ...excluded, id: 'YL01-P1' }] })).not.toThrow()
  })

  it('a reader checks it too', () => {
    const texts = renderLists('YL01', listsOf({ objects, inspectors }))
    const recusals = 'SSJ-LIST-1\trecusals\t1\nYL01-O2\tYL01-P1\tkin\n'
    expect(() => parseLists('YL01', { ...texts, recusals })).toThrow('YL01-O2')
  })
})

describe('a list file is read only in the one way it can be written', () => {
  const row = 'YL01-O1\tGC\t-\t甲\t-'
  it.each([
    ['another first line', `SSJ-LIST-2\tobjects\t1\n${row}\n`, '不是SSJ-LIST-1的objects名单'],
    ['another kind', `SSJ-LIST-1\tinspectors\t1\n${row}\n`, '不是SSJ-LIST-1的objects名单'],
    ['a first line without a number', `SSJ-LIST-1\tobjects\n${row}\n`, '不是SSJ-LIST-1的objects名单'],
    ['one field more in the first line', `SSJ-LIST-1\tobjects\t1\t1\n${row}\n`, '行数'],
    ['too few rows', `SSJ-LIST-1\tobjects\t2\n${row}\n`, '首行写明2行，实有1行'],
    ['a number with a leading zero', `SSJ-LIST-1\tobjects\t01\n${row}\n`, '行数'],
    ['an empty line at the end', `SSJ-LIST-1\tobjects\t1\n${row}\n\n`, '首行写明1行，实有2行'],
    ['one field too many', `SSJ-LIST-1\tobjects\t1\n${row}\t\n`, '第2行：应有5栏，实有6栏'],
    [
      'rows in another order',
      `SSJ-LIST-1\tobjects\t2\nYL01-O2\tGC\t-\t甲\t-\n${row}\n`,
      '第2行：不是规范写法',
    ],
    ['a CR', `SSJ-LIST-1\tobjects\t1\r\n${row}\r\n`, '回车'],
    ['an empty field', 'SSJ-LIST-1\tobjects\t1\nYL01-O1\tGC\t\t甲\t-\n', '领域编号'],
    ['another office', 'SSJ-LIST-1\tobjects\t1\nYL02-O1\tGC\t-\t甲\t-\n', '单位代码'],
  ])('objects with %s are refused', (_name, text, words) => {
    expect(() => parseObjects('YL01', text)).toThrow(words)
  })

  it.each([
    ['neither L nor M', 'YL01-P1\tX\t科\t*\t甲', '不是L或M'],
    ['domains unsorted', 'YL01-P1\tL\t科\tb,a\t甲', '第2行：不是规范写法'],
    ['a domain twice', 'YL01-P1\tL\t科\ta,a\t甲', '领域重复'],
    ['an empty domain', 'YL01-P1\tL\t科\ta,\t甲', '领域编号'],
    ['no domain at all', 'YL01-P1\tL\t科\t\t甲', '领域编号'],
  ])('inspectors with %s are refused', (_name, line, words) => {
    expect(() => parseInspectors('YL01', `SSJ-LIST-1\tinspectors\t1\n${line}\n`)).toThrow(words)
  })

  it('recusals and exclusions that are not canonical are refused', () => {
    const unsorted = 'SSJ-LIST-1\trecusals\t2\nYL01-O1\tYL01-P2\tkin\nYL01-O1\tYL01-P1\tkin\n'
    expect(() => parseRecusals('YL01', unsorted)).toThrow('第2行：不是规范写法')
    const what = 'SSJ-LIST-1\texcluded\t1\nYL01-O1\tfirm\tcap\t-\t甲\n'
    expect(() => parseExcluded('YL01', what)).toThrow('“firm”不是object或inspector')
  })

  it('the first line that differs is named', () => {
    expect(canonical('a\nb\n', 'a\nb\n', 7)).toBe(7)
    expect(() => canonical('a\nb\nc\n', 'a\nx\nc\n', 7)).toThrow('第2行')
  })
})
