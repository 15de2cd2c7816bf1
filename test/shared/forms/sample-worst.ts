import type { DrawFacts, MemberFacts, ResultFacts } from '../../../shared/forms/draw-facts.ts'
import { formCatalogue } from '../../../shared/forms/form-catalogue.ts'
import { type FormStyle, formStyleSchema } from '../../../shared/forms/form-style.ts'
import type { ItemDetailFacts, NonRandomFacts } from '../../../shared/forms/inspection-facts.ts'
import type { SchemeFacts } from '../../../shared/forms/scheme-form.ts'
import { longName, longPassage } from './sample-entries.ts'
import {
  sampleAbort,
  sampleDigest,
  sampleFacts,
  sampleMember,
  sampleResult,
  sampleVoid,
} from './sample-facts.ts'

/** A long mark and pattern, and as many further signatures as an office may ask for. */
export const worstStyle: FormStyle = formStyleSchema.parse({
  headOffice: longName('云岭县'),
  numberPattern: '云岭县住房和城乡建设综合行政执法{字}〔{年}〕{号}号',
  address: longName('云岭县城关镇'),
  phone: '0871-5550100转8001、8002、8003',
  extraSignatures: Object.fromEntries(
    formCatalogue.map(({ id }) => [
      id,
      Array.from({ length: 6 }, (_, index) => longName(`第${index + 1}签字`)),
    ]),
  ),
})

export const worstScheme: SchemeFacts = {
  title: longName('方案标题'),
  office: longName('云岭县'),
  line: null,
  outside: longPassage(200),
  items: [1, 2, 3, 4, 5, 6].map((index) => longName(`方案第${index}项`)),
  purpose: longPassage(900),
  procedure: longPassage(1800),
  division: longPassage(900),
  confidentiality: longPassage(600),
  period: longName('实施时间'),
  inspectors: 24,
  objects: 5000,
  approval: { name: longName('批准人'), number: longName('方案文号'), date: '2026-11-18' },
  digest: sampleDigest('scheme'),
}

export const worstItems: readonly ItemDetailFacts[] = [1, 2, 3, 4, 5, 6].map((index) =>
  index === 3
    ? {
        name: longName(`第${index}项抽查事项`),
        category: null,
        basis: null,
        content: null,
        method: null,
        subject: null,
        department: null,
      }
    : {
        name: longName(`第${index}项抽查事项`),
        category: index % 2 === 0 ? '一般检查事项' : '重点检查事项',
        basis: longPassage(300),
        content: longPassage(500),
        method: '现场检查与书面检查结合',
        subject: longName('检查主体'),
        department: longName('责任股室'),
      },
)

export const worstNonRandom: NonRandomFacts = {
  serial: 'YL01-V999999',
  object: null,
  kind: '上级专门部署',
  date: '2026-12-31',
  number: longName('案由文号'),
  department: longName('承办股室'),
  item: longName('案由事项'),
  passed: null,
  findings: longPassage(2000),
  remark: longPassage(300),
}

function worstMember(group: number, seat: number): MemberFacts {
  return {
    id: `YL01-I${String(group * 6 + seat + 1).padStart(4, '0')}`,
    name: seat === 5 ? longName('检查员') : `${sampleMember(group * 6 + seat).name}𬭎䶮`,
    department: longName('派出单位'),
    certificate: seat === 3 ? null : `1153${String(9_000_000 + group * 6 + seat)}`,
    leader: seat === 0,
  }
}

/** A draw with the longest names, six inspectors a group, aborts, voids, replacements, and so many results. */
export function worstDraw(rows: number, change: Partial<DrawFacts> = {}): DrawFacts {
  const seats = [0, 1, 2, 3, 4, 5]
  const groups = [0, 1, 2, 3].map((group) => seats.map((seat) => worstMember(group, seat)))
  const results = Array.from({ length: rows }, (_, index): ResultFacts => {
    const plain = sampleResult(index)
    const bare = index % 7 === 3
    return {
      ...plain,
      id: `YL01-O${String(index + 1).padStart(6, '0')}`,
      name: longName(`第${index + 1}号`),
      creditCode: bare ? null : plain.creditCode,
      address: bare ? null : longName(`云岭县城关镇人民路${index + 1}号`),
      team: (index % groups.length) + 1,
      inspectors: bare ? [] : (groups[index % groups.length] ?? []),
    }
  })
  const replacements = [1, 2, 3].map((index) => ({
    draw: `YL01-2026-001${index}`,
    kind: index === 2 ? ('object' as const) : ('inspector' as const),
    from: longName(`换下${index}`),
    to: longName(`换上${index}`),
    objects: index === 2 ? [] : results.slice(0, 4).map(({ name }) => name),
    reason: longPassage(120),
    approver: longName('批准人'),
    approvalNumber: index === 3 ? null : longName('批准文号'),
    at: '2026-11-23T15:05:00+08:00',
  }))
  return sampleFacts(1, {
    office: longName('云岭县'),
    attempt: 3,
    task: { name: longName('任务'), documentNumber: longName('任务文号') },
    items: worstItems.map(({ name, category }) => ({ name, category })),
    conditions: longPassage(300),
    venue: longName('抽取地点'),
    reason: longPassage(100),
    approver: longName('批准人'),
    due: rows,
    drawn: rows,
    objectRegister: {
      total: rows * 2,
      listed: rows + 100,
      excluded: Array.from({ length: 12 }, (_, index) => ({
        reason: longName(`排除理由${index + 1}`),
        clause: index % 4 === 0 ? '-' : longName(`依据${index + 1}`),
        count: index,
      })),
      excludedRows: 66,
    },
    inspectorRegister: { total: null, listed: 55, excluded: [], excludedRows: 0 },
    strata: Array.from({ length: 12 }, (_, index) => ({
      id: `C${index + 1}`,
      name: index === 4 ? null : longName(`第${index + 1}层`),
      size: 1000 + index,
      drawn: 51,
      basis: longPassage(80),
      probability: `51/${1000 + index}（5.10%）`,
    })),
    teamCount: groups.length,
    slots: seats.map((seat) => ({
      seat,
      role: seat === 0 ? ('L' as const) : ('M' as const),
      department: seat % 2 === 0 ? null : longName('席位部门'),
    })),
    witnesses: [1, 2, 3, 4, 5].map((seat) => ({
      seat,
      role: longName(`第${seat}席身份`),
      name: longName(`见证人${seat}`),
      digits: '3141592653589793'.repeat(4),
    })),
    results,
    teams: groups.map((members, index) => ({
      number: index + 1,
      members,
      objects: results.filter(({ team }) => team === index + 1).length,
    })),
    replacements,
    recusals: Array.from({ length: 20 }, (_, index) => ({
      object: longName(`回避对象${index + 1}`),
      inspector: longName(`回避人员${index + 1}`),
      reason: longName(`回避理由${index + 1}`),
    })),
    earlierAttempts: [sampleAbort, sampleVoid],
    counts: {
      attempts: 3,
      aborts: 1,
      voids: 1,
      replacements: replacements.length,
      singleCandidateChoices: 12,
      unfinishedNumbers: ['YL01-2026-0003', 'YL01-2026-0005'],
    },
    mediaNumber: longName('影像'),
    irregularities: longPassage(400),
    grounds: [1, 2, 3, 4, 5, 6].map((index) => ({ title: `依据${index}`, text: longPassage(100) })),
    notes: [1, 2, 3, 4].map((index) => `说明${index}：${longPassage(120)}`),
    signatories: {
      host: longName('主持人'),
      operator: longName('操作人'),
      recorder: null,
      supervisor: longName('监督人'),
      leadingOffice: null,
    },
    ...change,
  })
}
