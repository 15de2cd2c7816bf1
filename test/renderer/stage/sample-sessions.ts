import { concealed, concealedRows } from '../../../electron/core/draws/concealed.ts'
import type { PoolRow } from '../../../shared/api/draw-contract.ts'
import type { DrawSession, PickShown, RevealStep } from '../../../shared/api/session.ts'
import type { StageState } from '../../../shared/api/stage-contract.ts'
import { H } from '../../../shared/draw/notation.ts'
import { sampleFirmName, samplePersonName } from '../../bench/sample-names.ts'

export type State = DrawSession['state']
type Drawn = Extract<DrawSession, { state: 'drawn' }>

/** Names of the room's worst cases: as long as the sample county has them, and of forty characters. */
export const longNames = [
  '云岭县城南片区老旧小区改造配套基础设施建设项目二期工程施工总承包项目部（第三标段）',
  '云岭县云栖家园物业服务有限责任公司',
  '云岭县ABC-2026综合能源利用与燃气管网建设运营维护股份有限公司分公司（东区）',
  '云岭县住房保障和房地产管理服务中心物业有限公司管理处',
]

export const stageState = (changes: Partial<StageState> = {}): StageState => ({
  office: '云岭县住房和城乡建设局',
  emblem: null,
  showing: 'YL01-2026-0007',
  pace: 'each',
  still: false,
  sound: false,
  windows: 1,
  ...changes,
})

/** A whole draw for the stage: its frozen lists and every step of its outcome. */
export interface SampleDraw {
  readonly objects: readonly PoolRow[]
  readonly inspectors: readonly PoolRow[]
  readonly steps: readonly RevealStep[]
  at(state: State, revealed?: number, changes?: Partial<Drawn>): DrawSession
}

/** A draw of `sample` of `size` objects with `topology`; the same arguments always give the same. */
export function sampleDraw(size: number, sample: number, topology: 'none' | 'teams' | 'each'): SampleDraw {
  const objects = Array.from({ length: size }, (_, index) => ({
    place: index + 1,
    id: `YL01-O${String(index + 1).padStart(6, '0')}`,
    name: longNames[index % 9] ?? sampleFirmName(index),
    stratum: 'GC',
  }))
  const inspectors = Array.from({ length: 34 }, (_, index) => ({
    place: index + 1,
    id: `YL01-P${String(index + 1).padStart(6, '0')}`,
    name: samplePersonName(index),
    stratum: null,
  }))
  const steps = outcome(objects, inspectors, sample, topology)
  return { objects, inspectors, steps, at }

  function at(state: State, revealed = steps.length, changes: Partial<Drawn> = {}): DrawSession {
    const committed = {
      number: 'YL01-2026-0007',
      kind: 'draw',
      mode: 'official',
      attempt: 1,
      office: '云岭县住房和城乡建设局',
      task: '2026年在建工程质量安全监督“双随机、一公开”抽查（第四季度）',
      items: ['在建工程质量安全监督抽查', '建筑市场主体资质动态核查'],
      venue: '局三楼会议室',
      operator: '赵敏',
      draft: '00000000-0000-4000-8000-000000000000',
      root: null,
      confidential: null,
      committedAt: '2026-11-20T09:00:00+08:00',
      commitment: H('C'),
    } as const
    const frozen = {
      ...committed,
      freeze: H('F'),
      frozenAt: '2026-11-20T09:20:00+08:00',
      strata: [{ id: 'GC', name: '在建工程', size, sample, basis: `在建工程${size}个，抽取${sample}个` }],
      topology,
      teams: topology === 'teams' ? 3 : null,
      slots: [
        { role: 'L', department: null },
        { role: 'M', department: null },
      ],
      exclusions: [
        { what: 'object', reason: '停工、停业或注销', clause: '第十一条第二款', count: 12 },
        { what: 'inspector', reason: '离岗、借调或退休', clause: '-', count: 3 },
      ],
      rule: [
        '定向抽取：种类为项目，区域为城关镇、南门街道、云岭工业园区。',
        `在建工程${size}个，抽取${sample}个。`,
        '机会均等：每次从名单中抽一个号，已抽中的跳过，抽满为止。',
        '逐个对象抽取检查人员，2人一组，其中组长席1个；在符合席位、领域且不须回避的人员中抽取，承担对象最少的优先。',
        '种子R由名单校验码F、秘密数S和2名见证人的数字共同算出，任何一方都不能单独决定结果，任何人都能重算。',
      ],
      witnesses: [
        { seat: 1, role: '驻县住房和城乡建设局纪检监察组', name: '陈国栋' },
        { seat: 2, role: '企业代表', name: '马丽琼' },
      ],
      counts: { objects: size, inspectors: 34, excluded: 15, sample },
    } as const
    const drawn = {
      ...frozen,
      digest: H('D'),
      seed: H('R'),
      secret: H('S'),
      contributions: ['31415926', '02718281'],
      drawnAt: '2026-11-20T09:30:00+08:00',
      revealed,
      steps: steps.length,
      shown: steps.slice(0, revealed),
      ...changes,
    }
    const ended = {
      record: H('record'),
      reason: '停电，见证人离场，无法继续，经批准后另行组织',
      at: '2026-11-20T10:00:00+08:00',
    }
    switch (state) {
      case 'committed':
        return { ...committed, state, ...only(changes) }
      case 'aborted':
        return { ...committed, state, ...ended, ...only(changes) }
      case 'frozen':
        return {
          ...frozen,
          state,
          contributed: 0,
          opened: false,
          entries: [
            { seat: 1, entered: false, digits: null },
            { seat: 2, entered: false, digits: null },
          ],
          ...only(changes),
        }
      case 'void':
        return { ...drawn, state, ...ended, decision: '云住建决〔2026〕5号' }
      case 'confirmed':
        return { ...drawn, state, confirmedAt: '2026-11-20T09:40:00+08:00', archived: null }
      default:
        return { ...drawn, state }
    }
  }
}

/** The same draw held in secret (保密抽取), as the core tells it to the stage. */
export function inSecret(draw: SampleDraw): SampleDraw {
  const tell = (session: DrawSession) =>
    concealed({ ...session, confidential: { disclosed: null } }, (text) => text)
  const whole = tell(draw.at('confirmed'))
  if (!('shown' in whole)) throw new Error('nothing is shown')
  return {
    objects: concealedRows(draw.objects, 'object'),
    inspectors: concealedRows(draw.inspectors, 'inspector'),
    steps: whole.shown,
    at: (...wanted) => tell(draw.at(...wanted)),
  }
}

/** What every state can have changed. */
function only({ mode, task, attempt }: Partial<Drawn>): Partial<Pick<Drawn, 'mode' | 'task' | 'attempt'>> {
  return {
    ...(mode === undefined ? {} : { mode }),
    ...(task === undefined ? {} : { task }),
    ...(attempt === undefined ? {} : { attempt }),
  }
}

function pick(stage: string, i: number, among: number, index: number, repeat = false): PickShown {
  return { stage, i, among, hash: H(`${stage},${i}`), index, repeat }
}

function outcome(
  objects: readonly PoolRow[],
  inspectors: readonly PoolRow[],
  sample: number,
  topology: 'none' | 'teams' | 'each',
): RevealStep[] {
  const n = objects.length
  const places = Array.from(
    { length: sample },
    (_, order) => (order * 7 + 3 + Math.floor((order * 7) / n)) % n,
  )
  const rows = places.flatMap((place) => objects[place] ?? [])
  const people = (from: number, count: number) =>
    Array.from({ length: count }, (_, seat) => inspectors[(from * 2 + seat) % inspectors.length]).flatMap(
      (row) => (row === undefined ? [] : [{ id: row.id, name: row.name }]),
    )
  const drawn = rows.map((row, index) => ({
    step: 'object' as const,
    order: index + 1,
    stratum: 'GC',
    id: row.id,
    name: row.name,
    place: row.place,
    picks: [
      ...(index === 1 ? [pick('objects/GC', 2, n, 3, true)] : []),
      pick('objects/GC', index === 0 ? 1 : index + 2, n, row.place - 1),
    ],
  }))
  if (topology === 'none') return drawn
  const teams =
    topology === 'teams'
      ? [1, 2, 3].map((team) => ({
          step: 'team' as const,
          team,
          inspectors: people(team, 3),
          picks: [0, 1, 2].map((seat) => pick('inspectors', team + seat * 3, 34, team * 2 + seat)),
        }))
      : []
  const pairs = rows.map((row, index) => ({
    step: 'pair' as const,
    object: { id: row.id, name: row.name },
    team: topology === 'teams' ? (index % 3) + 1 : null,
    inspectors: topology === 'teams' ? people((index % 3) + 1, 3) : people(index, 2),
    picks: [0, 1].map((seat) => pick('pairing', index * 2 + seat + 1, 30, (index + seat) % 30)),
  }))
  return [...drawn, ...teams, ...pairs]
}
