import { at } from './checked.ts'
import {
  ABSENT,
  byBytes,
  cells,
  field,
  fileLines,
  H,
  id,
  officeId,
  optionalField,
  parseNumber,
  SpecError,
} from './notation.ts'

/** An inspection object (检查对象) that may be drawn. */
export interface ObjectLine {
  readonly id: string
  readonly stratum: string
  /** the domain (领域) an inspector must have, `null` for any */
  readonly domain: string | null
  readonly name: string
  /** 统一社会信用代码 */
  readonly uscc: string | null
}

/** An inspector (执法检查人员) who may be drawn. */
export interface InspectorLine {
  readonly id: string
  /** may hold an `L` seat (可任组长) */
  readonly mayLead: boolean
  readonly department: string
  /** the domains, or `*` for all */
  readonly domains: '*' | readonly string[]
  readonly name: string
}

/** A recusal (回避): this inspector never on this object. */
export interface RecusalLine {
  readonly object: string
  readonly inspector: string
  readonly reasonCode: string
}

/** Somebody or something that the rules leave out, once a reason. */
export interface ExcludedLine {
  readonly id: string
  readonly what: 'object' | 'inspector'
  readonly reasonCode: string
  readonly clause: string | null
  readonly name: string
}

/** The four lists that a manifest freezes. */
export interface DrawLists {
  readonly objects: readonly ObjectLine[]
  readonly inspectors: readonly InspectorLine[]
  readonly recusals: readonly RecusalLine[]
  readonly excluded: readonly ExcludedLine[]
}

/** The texts of the four list files. */
export interface ListTexts {
  readonly objects: string
  readonly inspectors: string
  readonly recusals: string
  readonly excluded: string
}

export const listKinds = ['objects', 'inspectors', 'recusals', 'excluded'] as const
export type ListKind = (typeof listKinds)[number]

function renderList(
  kind: ListKind,
  rows: readonly { readonly key: string; readonly line: string }[],
): string {
  const sorted = [...rows].sort((a, b) => byBytes(a.key, b.key))
  const lines = [`SSJ-LIST-1\t${kind}\t${sorted.length}`]
  let before: string | null = null
  for (const { key, line } of sorted) {
    if (key === before) throw new SpecError(`名单${kind}中“${key.replaceAll('\t', ' ')}”出现两次`)
    before = key
    lines.push(line)
  }
  lines.push('')
  return lines.join('\n')
}

/** Canonical text of the list of objects; any order in. Throws {@link SpecError}. `office` is the code of the draw. */
export function renderObjects(office: string, objects: readonly ObjectLine[]): string {
  return renderList(
    'objects',
    objects.map((o) => ({
      key: officeId(o.id, office, '检查对象编号'),
      line: [
        o.id,
        id(o.stratum, '分层编号'),
        o.domain === null ? ABSENT : id(o.domain, '领域编号'),
        field(o.name, `检查对象${o.id}的名称`),
        optionalField(o.uscc, `检查对象${o.id}的统一社会信用代码`),
      ].join('\t'),
    })),
  )
}

function domainsField(domains: '*' | readonly string[]): string {
  if (domains === '*') return '*'
  if (domains.length === 0) return ABSENT
  const sorted = domains.map((d) => id(d, '领域编号')).sort(byBytes)
  if (new Set(sorted).size !== sorted.length) throw new SpecError('同一人的领域重复')
  return sorted.join(',')
}

/** Canonical text of the list of inspectors; any order in. Throws {@link SpecError}. */
export function renderInspectors(office: string, inspectors: readonly InspectorLine[]): string {
  return renderList(
    'inspectors',
    inspectors.map((p) => {
      const department = field(p.department, `执法人员${p.id}的部门`)
      if (department === '*') throw new SpecError(`执法人员${p.id}的部门不能是“*”`)
      return {
        key: officeId(p.id, office, '执法人员编号'),
        line: [
          p.id,
          p.mayLead ? 'L' : 'M',
          department,
          domainsField(p.domains),
          field(p.name, `执法人员${p.id}的姓名`),
        ].join('\t'),
      }
    }),
  )
}

/** Canonical text of the list of recusals; any order in. Throws {@link SpecError}. */
export function renderRecusals(office: string, recusals: readonly RecusalLine[]): string {
  return renderList(
    'recusals',
    recusals.map((r) => {
      const key = `${officeId(r.object, office, '检查对象编号')}\t${officeId(r.inspector, office, '执法人员编号')}`
      return { key, line: `${key}\t${id(r.reasonCode, '回避事由代码')}` }
    }),
  )
}

/** Canonical text of the list of who is left out; any order in. Throws {@link SpecError}. */
export function renderExcluded(office: string, excluded: readonly ExcludedLine[]): string {
  return renderList(
    'excluded',
    excluded.map((e) => {
      const key = `${officeId(e.id, office, '编号')}\t${e.what}\t${id(e.reasonCode, '排除事由代码')}`
      return { key, line: `${key}\t${optionalField(e.clause, '依据条款')}\t${field(e.name, '名称')}` }
    }),
  )
}

/** The four list files. Throws {@link SpecError} where a list breaks section 2, alone or against another. */
export function renderLists(office: string, lists: DrawLists): ListTexts {
  assertConsistent(lists)
  return {
    objects: renderObjects(office, lists.objects),
    inspectors: renderInspectors(office, lists.inspectors),
    recusals: renderRecusals(office, lists.recusals),
    excluded: renderExcluded(office, lists.excluded),
  }
}

/** Section 2: recusals name who is in the lists; nobody is both in a list and excluded. */
export function assertConsistent(lists: DrawLists): void {
  const objects = new Set(lists.objects.map((o) => o.id))
  const inspectors = new Set(lists.inspectors.map((p) => p.id))
  for (const r of lists.recusals) {
    if (!objects.has(r.object)) throw new SpecError(`回避名单中的对象${r.object}不在检查对象名单内`)
    if (!inspectors.has(r.inspector)) throw new SpecError(`回避名单中的人员${r.inspector}不在执法人员名单内`)
  }
  for (const e of lists.excluded) {
    if ((e.what === 'object' ? objects : inspectors).has(e.id))
      throw new SpecError(`${e.id}既在名单内又在排除名单内`)
  }
}

/** Digests of the four files. */
export function listDigests(texts: ListTexts): Record<ListKind, string> {
  return {
    objects: H(texts.objects),
    inspectors: H(texts.inspectors),
    recusals: H(texts.recusals),
    excluded: H(texts.excluded),
  }
}

function parseList<T>(kind: ListKind, fields: number, text: string, row: (f: readonly string[]) => T): T[] {
  const lines = fileLines(text)
  const title = `SSJ-LIST-1\t${kind}\t`
  const first = at(lines, 0)
  if (!first.startsWith(title)) throw new SpecError(`不是SSJ-LIST-1的${kind}名单`, 1)
  const rows = lines.slice(1)
  const count = first.slice(title.length)
  if (parseNumber(count, '行数') !== rows.length)
    throw new SpecError(`首行写明${count}行，实有${rows.length}行`, 1)
  return rows.map((line, index) => row(cells(line, fields, index + 2)))
}

const absentAsNull = (value: string): string | null => (value === ABSENT ? null : value)

/** Parses objects.txt. Throws {@link SpecError} unless it is the canonical text of what it says. */
export function parseObjects(office: string, text: string): ObjectLine[] {
  const objects = parseList('objects', 5, text, (f) => ({
    id: at(f, 0),
    stratum: at(f, 1),
    domain: absentAsNull(at(f, 2)),
    name: at(f, 3),
    uscc: absentAsNull(at(f, 4)),
  }))
  return canonical(text, renderObjects(office, objects), objects)
}

function parseDomains(value: string): '*' | readonly string[] {
  if (value === '*') return '*'
  return value === ABSENT ? [] : value.split(',')
}

/** Parses inspectors.txt, as {@link parseObjects}. */
export function parseInspectors(office: string, text: string): InspectorLine[] {
  const inspectors = parseList('inspectors', 5, text, (f) => {
    const role = at(f, 1)
    if (role !== 'L' && role !== 'M') throw new SpecError(`人员${at(f, 0)}的席位标记“${role}”不是L或M`)
    return {
      id: at(f, 0),
      mayLead: role === 'L',
      department: at(f, 2),
      domains: parseDomains(at(f, 3)),
      name: at(f, 4),
    }
  })
  return canonical(text, renderInspectors(office, inspectors), inspectors)
}

/** Parses recusals.txt, as {@link parseObjects}. */
export function parseRecusals(office: string, text: string): RecusalLine[] {
  const recusals = parseList('recusals', 3, text, (f) => ({
    object: at(f, 0),
    inspector: at(f, 1),
    reasonCode: at(f, 2),
  }))
  return canonical(text, renderRecusals(office, recusals), recusals)
}

/** Parses excluded.txt, as {@link parseObjects}. */
export function parseExcluded(office: string, text: string): ExcludedLine[] {
  const excluded = parseList('excluded', 5, text, (f): ExcludedLine => {
    const what = at(f, 1)
    if (what !== 'object' && what !== 'inspector') throw new SpecError(`“${what}”不是object或inspector`)
    return { id: at(f, 0), what, reasonCode: at(f, 2), clause: absentAsNull(at(f, 3)), name: at(f, 4) }
  })
  return canonical(text, renderExcluded(office, excluded), excluded)
}

/** Parses the four files and checks them against each other. Throws {@link SpecError}. */
export function parseLists(office: string, texts: ListTexts): DrawLists {
  const lists = {
    objects: parseObjects(office, texts.objects),
    inspectors: parseInspectors(office, texts.inspectors),
    recusals: parseRecusals(office, texts.recusals),
    excluded: parseExcluded(office, texts.excluded),
  }
  assertConsistent(lists)
  return lists
}

/** `value`, when `text` is its canonical text: a file can be written in one way only. */
export function canonical<T>(text: string, rendered: string, value: T): T {
  if (text !== rendered) {
    const lines = text.split('\n')
    const line = rendered.split('\n').findIndex((l, index) => l !== lines[index])
    throw new SpecError('不是规范写法（次序、重复或字段写法有误）', line + 1)
  }
  return value
}
