import { assertAttempt, digestOrAbsent, LineReader, seatValue } from './ceremony.ts'
import { at } from './checked.ts'
import { canonical, type DrawLists, type ListKind } from './lists.ts'
import {
  ABSENT,
  byBytes,
  cells,
  digest,
  field,
  fileLines,
  H,
  id,
  officeId,
  officeOfDraw,
  optionalDigest,
  optionalField,
  parseNumber,
  SpecError,
  time,
} from './notation.ts'

export const drawKinds = ['draw', 'match', 'replace-inspector', 'replace-object'] as const
export type DrawKind = (typeof drawKinds)[number]
export const drawModes = ['official', 'rehearsal', 'unwitnessed'] as const
export type DrawMode = (typeof drawModes)[number]
export const topologies = ['none', 'teams', 'each'] as const
export type Topology = (typeof topologies)[number]

/** One seat of a group: `L` may be held by a leader only; department `*` is any. */
export interface Slot {
  readonly role: 'L' | 'M'
  readonly department: string
}

/** One stratum (分层): `sample` of `size` objects are drawn, and the sentence that gave the number. */
export interface Stratum {
  readonly id: string
  readonly size: number
  readonly sample: number
  readonly basis: string
}

/** What a replacement fills: a seat of an object, or (seat and inspector `null`) the object's own place. */
export interface Vacancy {
  readonly object: string
  readonly seat: number | null
  readonly inspector: string | null
}

/** A witness (见证人); the seat is the place in the list, from 1. */
export interface Witness {
  readonly role: string
  readonly name: string
}

/** All that is frozen before a witness gives a digit: draw-spec section 3, 2. */
export interface Manifest {
  readonly draw: string
  readonly kind: DrawKind
  readonly mode: DrawMode
  readonly attempt: number
  readonly previous: string | null
  readonly amends: string | null
  readonly reason: string | null
  readonly approver: string | null
  readonly office: string
  readonly operator: string
  readonly task: string
  readonly items: string
  readonly venue: string
  readonly at: string
  readonly software: string
  readonly lists: Readonly<Record<ListKind, string>>
  readonly vacancies: readonly Vacancy[]
  readonly strata: readonly Stratum[]
  readonly topology: Topology
  readonly teams: number | null
  readonly slots: readonly Slot[]
  readonly witnesses: readonly Witness[]
  readonly commitment: string
}

/** Whether the draw fills a vacancy of an earlier one. */
export function isReplacement(kind: DrawKind): boolean {
  return kind === 'replace-inspector' || kind === 'replace-object'
}

/** The text of manifest.txt; `F` is its digest. Vacancies and strata in any order. Throws {@link SpecError}. */
export function renderManifest(m: Manifest): string {
  assertManifest(m)
  const office = officeOfDraw(m.draw)
  const sortedVacancies = [...m.vacancies].sort((a, b) => byBytes(a.object, b.object))
  const sortedStrata = [...m.strata].sort((a, b) => byBytes(a.id, b.id))
  return [
    'SSJ-DRAW-1 manifest',
    `draw=${id(m.draw, '摇号编号')}`,
    `kind=${m.kind}`,
    `mode=${m.mode}`,
    `attempt=${m.attempt}`,
    `previous=${digestOrAbsent(m.previous, '前次记录校验码')}`,
    `amends=${digestOrAbsent(m.amends, '所变更记录的校验码')}`,
    `reason=${optionalField(m.reason, '原因')}`,
    `approver=${optionalField(m.approver, '批准人')}`,
    `office=${field(m.office, '单位')}`,
    `operator=${field(m.operator, '操作人')}`,
    `task=${field(m.task, '任务名称')}`,
    `items=${field(m.items, '抽查事项')}`,
    `venue=${field(m.venue, '地点')}`,
    `at=${time(m.at, '锁定时间')}`,
    `software=${field(m.software, '软件版本')}`,
    `objects=${digest(m.lists.objects, '检查对象名单校验码')}`,
    `inspectors=${digest(m.lists.inspectors, '执法人员名单校验码')}`,
    `recusals=${digest(m.lists.recusals, '回避名单校验码')}`,
    `excluded=${digest(m.lists.excluded, '排除名单校验码')}`,
    ...sortedVacancies.map(
      (v) =>
        `vacancy=${officeId(v.object, office, '检查对象编号')}\t${v.seat ?? ABSENT}\t${
          v.inspector === null ? ABSENT : officeId(v.inspector, office, '执法人员编号')
        }`,
    ),
    ...sortedStrata.map(
      (s) => `stratum=${id(s.id, '分层编号')}\t${s.size}\t${s.sample}\t${field(s.basis, '抽取数量的依据')}`,
    ),
    `topology=${m.topology}`,
    `teams=${m.teams ?? ABSENT}`,
    ...m.slots.map((slot, j) => `slot=${j}\t${slot.role}\t${field(slot.department, '席位的部门')}`),
    ...m.witnesses.map(
      (w, index) => `witness=${index + 1}\t${field(w.role, '见证人身份')}\t${field(w.name, '见证人姓名')}`,
    ),
    `commit=${digest(m.commitment, '承诺码')}`,
    '',
  ].join('\n')
}

/** `F`: the digest of a manifest's text (名单校验码). */
export function freezeDigest(text: string): string {
  return H(text)
}

function assertManifest(m: Manifest): void {
  const fail = (message: string): never => {
    throw new SpecError(message)
  }
  assertAttempt(m.attempt, m.previous)
  if ((m.kind === 'draw') !== (m.amends === null)) fail('匹配与更换须写明所变更的记录，抽取则没有')
  if ((m.kind !== 'draw' || m.attempt > 1) && m.reason === null) fail('再次抽取、匹配与更换须写明原因')
  if (isReplacement(m.kind) !== m.vacancies.length > 0) fail('更换须写明空缺，其他则没有')
  if (m.kind === 'replace-inspector') assertInspectorVacancies(m.vacancies, m.slots.length)
  if (m.kind === 'replace-object') {
    const only = at(m.vacancies, 0)
    if (only.seat !== null || only.inspector !== null || m.vacancies.length > 1)
      fail('更换对象须恰有一行空缺，不写席位和人员')
  }
  if ((m.kind === 'draw') !== m.strata.length > 0) fail('抽取须至少有一层，匹配与更换没有分层')
  const ids = new Set(m.strata.map((s) => s.id))
  if (ids.size !== m.strata.length) fail('分层编号重复')
  for (const s of m.strata) {
    if (!Number.isSafeInteger(s.size) || !Number.isSafeInteger(s.sample) || s.sample < 0 || s.sample > s.size)
      fail(`分层${s.id}：应抽${s.sample}，名单只有${s.size}`)
  }
  if ((m.topology === 'teams') !== (m.teams !== null)) fail('只有分组方式须写明组数')
  if (m.teams !== null && (!Number.isSafeInteger(m.teams) || m.teams < 1)) fail('组数至少为1')
  if ((m.topology === 'none') !== (m.slots.length === 0)) fail('席位与分组方式不符')
  if (m.kind === 'match' && m.topology === 'none') fail('匹配须有席位')
  if (m.witnesses.length === 0) fail('至少须有一名见证人')
  if (m.mode === 'official' && m.witnesses.some((w) => w.name === m.operator)) fail('见证人不能是操作人本人')
}

function assertInspectorVacancies(vacancies: readonly Vacancy[], seats: number): void {
  const who = new Set(vacancies.map((v) => v.inspector))
  const objects = new Set(vacancies.map((v) => v.object))
  if (who.size !== 1 || who.has(null)) throw new SpecError('一次只更换一名人员')
  if (objects.size !== vacancies.length) throw new SpecError('同一对象的空缺重复')
  if (
    vacancies.some((v) => v.seat === null || !Number.isSafeInteger(v.seat) || v.seat < 0 || v.seat >= seats)
  )
    throw new SpecError('空缺的席位不存在')
}

function oneOf<T extends string>(values: readonly T[], value: string, what: string): T {
  const found = values.find((v) => v === value)
  if (found === undefined) throw new SpecError(`${what}“${value}”不认识`)
  return found
}

/** Reads manifest.txt. Throws {@link SpecError} unless it is canonical. */
export function parseManifest(text: string): Manifest {
  const reader = new LineReader(fileLines(text))
  if (reader.next() !== 'SSJ-DRAW-1 manifest') throw new SpecError('不是SSJ-DRAW-1的锁定清单', 1)
  const manifest: Manifest = {
    draw: reader.value('draw'),
    kind: oneOf(drawKinds, reader.value('kind'), '种类'),
    mode: oneOf(drawModes, reader.value('mode'), '性质'),
    attempt: parseNumber(reader.value('attempt'), '次数'),
    previous: optionalDigest(reader.value('previous'), '前次记录校验码'),
    amends: optionalDigest(reader.value('amends'), '所变更记录的校验码'),
    reason: reader.optional('reason'),
    approver: reader.optional('approver'),
    office: reader.value('office'),
    operator: reader.value('operator'),
    task: reader.value('task'),
    items: reader.value('items'),
    venue: reader.value('venue'),
    at: reader.value('at'),
    software: reader.value('software'),
    lists: {
      objects: reader.value('objects'),
      inspectors: reader.value('inspectors'),
      recusals: reader.value('recusals'),
      excluded: reader.value('excluded'),
    },
    vacancies: reader.values('vacancy').map(parseVacancy),
    strata: reader.values('stratum').map(parseStratum),
    topology: oneOf(topologies, reader.value('topology'), '分组方式'),
    teams: parseTeams(reader.value('teams')),
    slots: reader.values('slot').map((line, j) => parseSlot(seatValue(line, j))),
    witnesses: reader.values('witness').map((line, index) => parseWitness(seatValue(line, index + 1))),
    commitment: reader.value('commit'),
  }
  reader.end()
  return canonical(text, renderManifest(manifest), manifest)
}

function parseVacancy(line: string): Vacancy {
  const found = cells(line, 3)
  const seat = at(found, 1)
  const inspector = at(found, 2)
  return {
    object: at(found, 0),
    seat: seat === ABSENT ? null : parseNumber(seat, '席位'),
    inspector: inspector === ABSENT ? null : inspector,
  }
}

function parseStratum(line: string): Stratum {
  const found = cells(line, 4)
  return {
    id: at(found, 0),
    size: parseNumber(at(found, 1), '名单数'),
    sample: parseNumber(at(found, 2), '应抽数'),
    basis: at(found, 3),
  }
}

function parseTeams(value: string): number | null {
  return value === ABSENT ? null : parseNumber(value, '组数')
}

function parseSlot(value: string): Slot {
  const found = cells(value, 2)
  return { role: oneOf(['L', 'M'] as const, at(found, 0), '席位'), department: at(found, 1) }
}

function parseWitness(value: string): Witness {
  const found = cells(value, 2)
  return { role: at(found, 0), name: at(found, 1) }
}

/**
 * Checks a manifest against the lists it freezes (section 2): strata and their sizes, the ids of vacancies.
 * Throws {@link SpecError}.
 */
export function assertManifestFits(m: Manifest, lists: DrawLists): void {
  if (m.kind === 'draw') {
    const sizes = new Map<string, number>()
    for (const o of lists.objects) sizes.set(o.stratum, (sizes.get(o.stratum) ?? 0) + 1)
    for (const s of m.strata) {
      const size = sizes.get(s.id) ?? 0
      if (size !== s.size) throw new SpecError(`分层${s.id}写明${s.size}个对象，名单中有${size}个`)
      sizes.delete(s.id)
    }
    for (const stratum of sizes.keys()) throw new SpecError(`名单中的分层${stratum}不在锁定清单内`)
  }
  if (m.kind === 'replace-inspector') {
    const objects = lists.objects.map((o) => o.id).sort(byBytes)
    const vacated = m.vacancies.map((v) => v.object).sort(byBytes)
    if (objects.join() !== vacated.join()) throw new SpecError('更换人员的对象名单与空缺不一致')
    if (lists.inspectors.some((p) => p.id === at(m.vacancies, 0).inspector))
      throw new SpecError('被更换的人员不能是候选人')
  }
  if (m.kind === 'replace-object' && lists.objects.some((o) => o.id === at(m.vacancies, 0).object))
    throw new SpecError('被更换的对象不能是候选对象')
  if (isReplacement(m.kind) && lists.recusals.length > 0) throw new SpecError('更换的回避名单应为空')
}
