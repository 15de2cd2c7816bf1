import { createHash } from 'node:crypto'
import type {
  DrawFacts,
  EarlierAttemptFacts,
  MemberFacts,
  ResultFacts,
} from '../../../shared/forms/draw-facts.ts'

/** A digest-like string that is always the same for the same word. */
export function sampleDigest(word: string): string {
  return createHash('sha256').update(word).digest('hex')
}

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨']
const given = ['伟', '晓东', '建国', '淑芬', '堃', '䶮', '犇', '垚', '㛃', '𬭎', '志强', '文静']
const towns = ['城关镇', '云溪镇', '石桥镇', '青坪乡', '龙潭乡', '双河镇']
const trades = ['燃气', '物业服务', '房地产开发', '建筑工程', '混凝土', '装饰工程', '供水', '监理咨询']

/** An inspector of the invented 云岭县, the same for the same number. */
export function sampleMember(index: number, leader = false): MemberFacts {
  const surname = surnames[index % surnames.length] ?? ''
  return {
    id: `YL01-I${String(index + 1).padStart(4, '0')}`,
    name: `${surname}${given[index % given.length] ?? ''}`,
    department: index % 3 === 0 ? '住房和城乡建设局' : '城市管理综合执法大队',
    certificate: `1153${String(2_200_000 + index)}`,
    leader,
  }
}

/** A drawn object; its name tells its number, so that a test can look for it on paper. */
export function sampleResult(index: number): ResultFacts {
  const town = towns[index % towns.length] ?? ''
  const trade = trades[index % trades.length] ?? ''
  return {
    order: index + 1,
    id: `YL01-O${String(index * 7 + 11).padStart(6, '0')}`,
    name: `云岭县${town.slice(0, 2)}第${index + 1}${trade}有限公司`,
    creditCode: `91530${String(100_000_000_000 + index * 7919)}X`,
    address: `云岭县${town}人民路${index + 1}号`,
    stratum: index % 5 === 0 ? 'A' : 'B',
    batch: false,
    team: (index % 3) + 1,
    inspectors: [sampleMember(index % 3, true), sampleMember(3 + (index % 3))],
  }
}

/** Facts of an official draw with teams; `results` objects were drawn. */
export function sampleFacts(results = 25, change: Partial<DrawFacts> = {}): DrawFacts {
  const drawn = Array.from({ length: results }, (_, index) => sampleResult(index))
  return {
    number: 'YL01-2026-0007',
    kind: 'draw',
    mode: 'official',
    confidential: false,
    attempt: 1,
    office: '云岭县住房和城乡建设局',
    task: {
      name: '2026年第四季度城镇燃气和物业服务“双随机、一公开”抽查',
      documentNumber: '云住建发〔2026〕58号',
    },
    items: [
      { name: '对燃气经营企业安全管理的检查', category: '重点检查事项' },
      { name: '对物业服务企业履约情况的检查', category: '一般检查事项' },
    ],
    conditions: '区域为城关镇、云溪镇、石桥镇；经营类别为燃气、物业服务',
    startedAt: '2026-11-20T09:12:05+08:00',
    frozenAt: '2026-11-20T09:30:00+08:00',
    drawnAt: '2026-11-20T09:41:37+08:00',
    venue: '局机关三楼会议室',
    method: '软件摇号：名单锁定后，由见证人各报数字，与事先封存的秘密数合成种子，逐次抽取',
    software: '双随机 0.1.0（构建 3f9c27ab）',
    algorithm: 'SSJ-DRAW-1',
    amends: null,
    reason: null,
    approver: null,
    objectRegister: {
      total: 263,
      listed: 218,
      excluded: [
        { reason: '已注销或停业', clause: '云岭细则第十条', count: 31 },
        { reason: '本年度已抽查两次', clause: '云岭细则第十一条', count: 14 },
      ],
      excludedRows: 45,
    },
    inspectorRegister: {
      total: 58,
      listed: 55,
      excluded: [{ reason: '执法证已过有效期', clause: '-', count: 3 }],
      excludedRows: 3,
    },
    due: results,
    drawn: results,
    strata: [
      {
        id: 'A',
        name: '重点：投诉举报较多',
        size: 40,
        drawn: 5,
        basis: '重点事项按12%抽取，40×12%＝4.8，进一为5',
        probability: '5/40（12.50%）',
      },
      {
        id: 'B',
        name: '一般',
        size: 178,
        drawn: 20,
        basis: '一般事项按11%抽取，178×11%＝19.58，进一为20',
        probability: '20/178（11.24%）',
      },
    ],
    topology: 'teams',
    topologyText: '先抽取检查人员编成检查组，再把检查对象随机分派给各组，各组对象数之差不超过1',
    teamCount: 3,
    slots: [
      { seat: 0, role: 'L', department: null },
      { seat: 1, role: 'M', department: '城市管理综合执法大队' },
    ],
    vacancies: [],
    lists: {
      objects: sampleDigest('objects'),
      inspectors: sampleDigest('inspectors'),
      recusals: sampleDigest('recusals'),
      excluded: sampleDigest('excluded'),
    },
    freeze: sampleDigest('F'),
    commit: sampleDigest('C'),
    secret: sampleDigest('S'),
    seed: sampleDigest('R'),
    digest: sampleDigest('D'),
    qrText: `SSJ-DRAW-1 YL01-2026-0007 ${sampleDigest('D')}`,
    witnesses: [
      { seat: 1, role: '派驻纪检监察组', name: '褚文静', digits: '3141592653589793' },
      { seat: 2, role: '企业代表', name: '卫堃', digits: '02718281' },
    ],
    samplePick: {
      label: 'objects/A',
      stageKey: sampleDigest('K'),
      pick: 1,
      among: 40,
      outcome: 17,
      named: 'YL01-O000011 云岭县城关第1燃气有限公司',
    },
    results: drawn,
    teams: [0, 1, 2].map((team) => ({
      number: team + 1,
      members: [sampleMember(team, true), sampleMember(3 + team)],
      objects: drawn.filter((result) => result.team === team + 1).length,
    })),
    replacement: null,
    replacements: [],
    recusals: [{ object: '云岭县青坪第4建筑工程有限公司', inspector: '李淑芬', reason: '配偶在该企业任职' }],
    earlierAttempts: [],
    counts: {
      attempts: 1,
      aborts: 0,
      voids: 0,
      replacements: 0,
      singleCandidateChoices: 2,
      unfinishedNumbers: [],
    },
    ledger: { seq: 128, hash: sampleDigest('ledger') },
    mediaNumber: null,
    irregularities: null,
    grounds: [
      { title: '执行细则', text: '云岭细则' },
      {
        title: '年度计划',
        text: '2026年度计划2026-01（云住建发〔2026〕3号批准）',
      },
      { title: '实施方案批准', text: '云住建方案〔2026〕1号，苏文彬，2026-11-18' },
    ],
    notes: [],
    signatories: { host: null, operator: '蒋晓东', recorder: '沈伟', supervisor: null, leadingOffice: null },
    ...change,
  }
}

/** An attempt that was aborted before the last digit was confirmed. */
export const sampleAbort: EarlierAttemptFacts = {
  attempt: 1,
  outcome: 'aborted',
  reason: '第2席见证人临时离场，备用见证人未到',
  approver: '韩建国',
  supervisor: '褚文静',
  decision: null,
  at: '2026-11-20T08:55:10+08:00',
  freeze: sampleDigest('F1'),
  commit: sampleDigest('C1'),
  secret: sampleDigest('S1'),
  contributions: [{ seat: 1, digits: '86753098' }],
  digest: sampleDigest('abort'),
  result: null,
  voidResults: [],
  voidTeams: [],
}

/** An attempt whose outcome was declared void by a written decision. */
export const sampleVoid: EarlierAttemptFacts = {
  ...sampleAbort,
  attempt: 2,
  outcome: 'void',
  reason: '名录中有3个对象的状态事后查明为注销',
  decision: '云住建办〔2026〕21号',
  at: '2026-11-20T10:20:00+08:00',
  freeze: sampleDigest('F2'),
  commit: sampleDigest('C2'),
  secret: sampleDigest('S2'),
  contributions: [
    { seat: 1, digits: '13571113' },
    { seat: 2, digits: '24681012' },
  ],
  digest: sampleDigest('void'),
  result: sampleDigest('D2'),
  voidResults: [sampleResult(40), sampleResult(41), sampleResult(42)],
  voidTeams: [],
}

/** Facts of a third attempt after an abort and a void one. */
export function sampleAfterAborts(): DrawFacts {
  return sampleFacts(8, {
    attempt: 3,
    reason: '前两次分别中止、作废，重新抽取',
    approver: '韩建国',
    earlierAttempts: [sampleAbort, sampleVoid],
    counts: {
      attempts: 3,
      aborts: 1,
      voids: 1,
      replacements: 0,
      singleCandidateChoices: 0,
      unfinishedNumbers: ['YL01-2026-0005'],
    },
  })
}

const amends = {
  number: 'YL01-2026-0007',
  task: '2026年第四季度城镇燃气和物业服务“双随机、一公开”抽查',
  digest: sampleDigest('root'),
  drawnAt: '2026-11-20T09:41:37+08:00',
}

/** Facts of a match: people for objects that an earlier draw named. */
export function sampleMatch(): DrawFacts {
  return sampleFacts(6, {
    number: 'YL01-2026-0008',
    kind: 'match',
    amends,
    reason: '由各检查单位匹配检查人员',
    topology: 'each',
    topologyText: '逐个对象按席位随机抽取检查人员，已承担对象少的先进入候选',
    teamCount: null,
    teams: [],
    strata: [],
    results: Array.from({ length: 6 }, (_, index) => ({ ...sampleResult(index), stratum: null, team: null })),
  })
}

/** Facts of a replacement of one inspector on two objects. */
export function sampleReplacement(): DrawFacts {
  const leaver = sampleMember(1, true)
  const results = [sampleResult(1), sampleResult(4)].map((result, index) => ({
    ...result,
    order: index + 1,
    stratum: null,
    team: null,
    inspectors: [sampleMember(9, true), sampleMember(4)],
  }))
  const entry = {
    draw: 'YL01-2026-0009',
    kind: 'inspector',
    from: `${leaver.name}（${leaver.certificate}）`,
    to: `${sampleMember(9).name}（${sampleMember(9).certificate}）`,
    objects: results.map(({ name }) => name),
    reason: '岗位调整',
    approver: '韩建国',
    approvalNumber: '云住建办〔2026〕22号',
    at: '2026-11-23T15:05:00+08:00',
  } as const
  return sampleFacts(2, {
    number: 'YL01-2026-0009',
    kind: 'replace-inspector',
    amends,
    reason: '岗位调整',
    approver: '韩建国',
    strata: [],
    due: 1,
    drawn: 1,
    teams: [],
    results,
    vacancies: results.map(({ id, name }) => ({
      objectId: id,
      objectName: name,
      seat: 0,
      inspector: leaver,
    })),
    replacement: entry,
    replacements: [entry],
    counts: {
      attempts: 1,
      aborts: 0,
      voids: 0,
      replacements: 1,
      singleCandidateChoices: 0,
      unfinishedNumbers: [],
    },
  })
}
