import { attemptBlocks } from './attempt-blocks.ts'
import { changeBlocks } from './change-blocks.ts'
import type { DrawFacts, RegisterFacts } from './draw-facts.ts'
import { withExtraSignatures } from './extra-signatures.ts'
import type { FormDefinition } from './form-definition.ts'
import type { FormBlock, FormModel, GridBlock, SignatureBox, TableBlock, TableRow } from './form-model.ts'
import { codePiece } from './form-model.ts'
import {
  cells,
  codeRow,
  countsTable,
  digestLines,
  evenBoxes,
  fourColumns,
  labels,
  modeBanner,
  pairRow,
  sectionRow,
  wideRow,
} from './form-parts.ts'
import {
  kindSuffix,
  marksOf,
  numberedLines,
  runningOf,
  slotWords,
  ticked,
  timeInWords,
} from './form-words.ts'
import { teamTable } from './group-table.ts'
import { resultTable } from './result-table.ts'

/** A section's number and name in the order they are printed. */
class SectionNumbers {
  private used = 0

  next(name: string): string {
    return `${'一二三四五六七八九十'[this.used++] ?? ''}、${name}`
  }
}

/**
 * 抽查工作记录表: everything about one draw that a person signs, from how it was prepared to how anyone recomputes it.
 * What is not known is left blank; counts are printed also when they are 0.
 */
export function drawRecord(facts: DrawFacts): FormModel {
  const title = `抽查工作记录表${kindSuffix[facts.kind]}`
  const sections = new SectionNumbers()
  const blocks: FormBlock[] = [
    { kind: 'title', above: facts.office, text: title, below: `编号：${facts.number}` },
    ...modeBanner(facts),
    basics(facts, sections.next('基本情况')),
    registers(facts, sections.next('名录与抽取数')),
    ...exclusions(facts),
    ...strata(facts),
    grouping(facts),
    witnesses(facts, sections.next('见证与随机数')),
    codes(facts),
    ...results(facts, sections.next(resultSection(facts))),
    ...changeBlocks(facts, sections.next('回避与更换')),
    ...attemptBlocks(facts, sections.next('历次中止与作废')),
    countsTable(facts, sections.next('次数统计')),
    remarks(facts, sections.next('影像资料与异常情况')),
    checking(facts, sections.next('校验与签名')),
    // Whoever signs, signs on the page that shows D.
    {
      kind: 'group',
      blocks: [digestQr(facts), evenBoxes(signatureBoxes(facts))],
    },
  ]
  return { id: 'draw-record', title, running: runningOf(facts, title), marks: marksOf(facts), blocks }
}

function basics(facts: DrawFacts, section: string): GridBlock {
  const items = facts.items.map(({ name, category }) => (category === null ? name : `${name}（${category}）`))
  const rows: TableRow[] = [
    sectionRow(section, 4),
    pairRow('单位', facts.office, '编号', facts.number),
    wideRow('任务（计划）', facts.task.name),
    pairRow('文号', facts.task.documentNumber ?? '', '抽取次序', `本编号第${facts.attempt}次抽取`),
    wideRow('抽查事项\n及类别', numberedLines(items)),
    ...(facts.kind === 'draw' ? [wideRow('定向条件', conditionWords(facts.conditions))] : []),
    ...facts.grounds.map(({ title, text }) => wideRow(title, text)),
    ...amendRows(facts),
    pairRow('抽取时间起', timeInWords(facts.startedAt), '抽取时间止', timeInWords(facts.drawnAt)),
    pairRow('名单锁定时间', timeInWords(facts.frozenAt), '算法', facts.algorithm),
    wideRow('抽取地点', facts.venue),
    wideRow('抽取方式', facts.method),
    wideRow('软件版本', facts.software),
    wideRow(
      '性质',
      ticked([
        ['正式抽取', facts.mode === 'official'],
        ['演练', facts.mode === 'rehearsal'],
        ['未经现场见证', facts.mode === 'unwitnessed'],
      ]),
    ),
  ]
  return { kind: 'grid', columns: fourColumns, rows }
}

function conditionWords(conditions: string): string {
  const choice = ticked([
    ['定向', conditions !== ''],
    ['不定向', conditions === ''],
  ])
  return conditions === '' ? choice : `${choice}\n${conditions}`
}

/** What is amended and why: a match, a replacement, or a further attempt. */
function amendRows(facts: DrawFacts): TableRow[] {
  const rows: TableRow[] = []
  if (facts.amends !== null) {
    const { number, task, digest, drawnAt } = facts.amends
    const action = facts.kind === 'match' ? '为下列抽取匹配检查人员' : '更换下列抽取的结果，其余不变'
    rows.push(
      wideRow(facts.kind === 'match' ? '所匹配的抽取' : '所变更的记录', [
        { text: `${action}：\n${number}　${task}　${timeInWords(drawnAt)}\n记录校验码 D\n` },
        ...digestLines(digest),
      ]),
    )
  }
  if (facts.reason !== null || facts.approver !== null) {
    rows.push(pairRow('事由', facts.reason ?? '', '批准人', facts.approver ?? ''))
  }
  if (facts.replacement !== null) {
    rows.push(wideRow('更换情况', `由　${facts.replacement.from}\n换为　${facts.replacement.to}`))
  }
  return rows
}

function registers(facts: DrawFacts, section: string): TableBlock {
  const object = registerCells('检查对象', facts.objectRegister)
  const inspector = registerCells('检查人员', facts.inspectorRegister)
  const people = facts.kind === 'replace-inspector'
  const drawn = [String(facts.due), String(facts.drawn)]
  return {
    kind: 'table',
    columns: [36, 24, 24, 24, 24, 24].map((width) => ({ width, align: 'center' as const })),
    header: [sectionRow(section, 6), labels(['名录', '库总数', '排除数', '列入名单', '应抽数', '实抽数'])],
    rows: [
      cells([...object, ...(people ? ['—', '—'] : drawn)]),
      people ? cells([...inspector, ...drawn]) : cells([...inspector, { text: perGroup(facts), colSpan: 2 }]),
    ],
  }
}

function perGroup({ slots }: DrawFacts): string {
  return slots.length === 0 ? '本次不抽取' : `每组${slots.length}人`
}

function registerCells(name: string, register: RegisterFacts): string[] {
  const total = register.total === null ? '—' : String(register.total)
  return [name, total, String(register.excludedRows), String(register.listed)]
}

function exclusions(facts: DrawFacts): TableBlock[] {
  const rows = [
    ...facts.objectRegister.excluded.map((entry) => ({ list: '检查对象', ...entry })),
    ...facts.inspectorRegister.excluded.map((entry) => ({ list: '检查人员', ...entry })),
  ]
  return [
    {
      kind: 'table',
      columns: [{ width: 24, align: 'center' }, { width: 60 }, { width: 54 }, { width: 18, align: 'center' }],
      header: [labels(['排除出', '理由', '依据', '数量'])],
      rows: rows.map(({ list, reason, clause, count }) =>
        cells([list, reason, clause === '-' ? '无' : clause, String(count)]),
      ),
      empty: '没有排除任何对象和人员',
    },
  ]
}

function strata(facts: DrawFacts): TableBlock[] {
  if (facts.kind !== 'draw') return []
  return [
    {
      kind: 'table',
      columns: [
        { width: 32 },
        { width: 18, align: 'center' },
        { width: 18, align: 'center' },
        { width: 58 },
        { width: 30, align: 'center' },
      ],
      header: [labels(['抽取的层', '名单数 N', '抽取数 k', '抽取数的依据', '每个对象的概率'])],
      rows: facts.strata.map(({ id, name, size, drawn, basis, probability }) =>
        cells([name === null ? id : `${id}　${name}`, String(size), String(drawn), basis, probability]),
      ),
      empty: '无',
    },
  ]
}

function grouping(facts: DrawFacts): GridBlock {
  const teams = facts.teamCount === null ? '' : `共${facts.teamCount}组。`
  return {
    kind: 'grid',
    columns: fourColumns,
    rows: [
      wideRow('编组方式', `${teams}${facts.topologyText}`),
      wideRow(
        '每组席位',
        facts.slots.length === 0 ? '本次不抽取检查人员' : facts.slots.map(slotWords).join('；'),
      ),
      ...facts.notes.map((note) => wideRow('说明', note)),
    ],
  }
}

function witnesses(facts: DrawFacts, section: string): TableBlock {
  return {
    kind: 'table',
    columns: [{ width: 18, align: 'center' }, { width: 40 }, { width: 32 }, { width: 66 }],
    header: [sectionRow(section, 4), labels(['席次', '见证人身份', '姓名', '所报数字'])],
    rows: facts.witnesses.map(({ seat, role, name, digits }) =>
      cells([String(seat), role, name, { text: [codePiece(digits, 4)] }]),
    ),
    empty: '无',
  }
}

function codes(facts: DrawFacts): GridBlock {
  return {
    kind: 'grid',
    columns: [{ width: 25 }, { width: 131 }],
    rows: [
      codeRow('名单校验码 F', facts.freeze),
      codeRow('承诺码 C', facts.commit),
      codeRow('秘密数 S\n（已公开）', facts.secret),
      codeRow('种子 R', facts.seed),
      codeRow('对象名单', facts.lists.objects),
      codeRow('人员名单', facts.lists.inspectors),
      codeRow('回避名单', facts.lists.recusals),
      codeRow('排除名单', facts.lists.excluded),
    ],
  }
}

function resultSection(facts: DrawFacts): string {
  if (facts.kind === 'match') return '匹配结果（按匹配顺序）'
  if (facts.kind === 'replace-inspector') return '更换后的检查人员'
  if (facts.kind === 'replace-object') return '更换后的检查对象'
  return '抽取结果（按抽取顺序）'
}

function results(facts: DrawFacts, section: string): FormBlock[] {
  const table = resultTable(facts.results, {
    section,
    strata: facts.strata.length > 1,
    teams: facts.results.some(({ team }) => team !== null),
    people: facts.results.some(({ inspectors }) => inspectors.length > 0),
  })
  const batches = batchWords(facts)
  const note: FormBlock[] =
    batches === null ? [] : [{ kind: 'grid', columns: fourColumns, rows: [wideRow('检查批次', batches)] }]
  const teams = facts.teams.length > 0 ? [teamTable(facts.teams, '检查组')] : []
  return [table, ...note, ...teams]
}

/** Where all objects of a stratum are drawn, chance decides their order: said of strata that have an order at all. */
function batchWords({ results, strata }: DrawFacts): string | null {
  const ordered = strata.filter(
    ({ id }) => results.filter(({ batch, stratum }) => batch && stratum === id).length > 1,
  )
  if (ordered.length === 0) return null
  const which =
    strata.length === 1
      ? ''
      : `${ordered.map(({ id, name }) => (name === null ? id : `${id} ${name}`)).join('、')}：`
  return `${which}名单全部抽取，序号即检查批次的先后顺序。`
}

function remarks(facts: DrawFacts, section: string): GridBlock {
  return {
    kind: 'grid',
    columns: fourColumns,
    rows: [
      sectionRow(section, 4),
      wideRow('影像资料编号', facts.mediaNumber ?? '', 26),
      wideRow('异常情况', facts.irregularities ?? '', 44),
    ],
  }
}

function checking(facts: DrawFacts, section: string): GridBlock {
  return {
    kind: 'grid',
    columns: [{ width: 25 }, { width: 131 }],
    rows: [
      sectionRow(section, 2),
      {
        cells: [
          { text: '校验方法', role: 'label' },
          {
            text:
              `任何人都可以用本次抽取的校验包重算全部结果：打开其中的 verify.html（不需联网），或按 ${facts.algorithm} 另编程序，` +
              '或手工核对任何一次选取：把阶段密钥 K、半角逗号、选取序号 i 连成一串，所得 SHA-256 值按十六进制读作整数，除以候选数 n，余数就是从 0 数起的选中位置。',
          },
        ],
      },
      ...samplePick(facts),
      {
        cells: [
          { text: '台账校验码', role: 'label' },
          {
            text: [
              ...digestLines(facts.ledger.hash),
              { text: `\n台账第${facts.ledger.seq}条，出具本表时的最新一条` },
            ],
          },
        ],
      },
    ],
  }
}

function samplePick({ samplePick: pick }: DrawFacts): TableRow[] {
  if (pick === null) return []
  const { label, stageKey, among, outcome, named } = pick
  return [
    {
      cells: [
        { text: '手工核对一例', role: 'label' },
        {
          text: [
            { text: `阶段 ${label}，阶段密钥 K 为\n` },
            ...digestLines(stageKey),
            { text: `\ni＝${pick.pick}，n＝${among}，余数＝${outcome}，即候选第${outcome + 1}个：${named}` },
          ],
        },
      ],
    },
  ]
}

function digestQr(facts: DrawFacts): FormBlock {
  return {
    kind: 'qr',
    content: facts.qrText,
    size: 28,
    caption: [
      [{ text: '记录校验码 D', style: 'strong' }],
      digestLines(facts.digest),
      // The package of a confidential draw is made after the visits.
      `签名前请将${facts.confidential ? '投影' : '投影、校验包'}与本表的记录校验码 D 逐组核对，一致后再签。签了名的本表是台账与校验包的凭据。`,
    ],
  }
}

function signatureBoxes(facts: DrawFacts): SignatureBox[] {
  const { host, operator, recorder, supervisor, leadingOffice } = facts.signatories
  return [
    { label: '主持人', name: host },
    { label: '操作人', name: operator },
    { label: '记录人', name: recorder },
    { label: '纪检监督人', name: supervisor },
    ...facts.witnesses.map(({ seat, role, name }) => ({
      label: `见证人（第${seat}席）`,
      name: `${role}　${name}`,
    })),
    { label: '领导小组办公室（盖章）', name: leadingOffice },
  ]
}

/** 抽查工作记录表 (S1 附件2 六). */
export const drawRecordForm = {
  id: 'draw-record',
  name: '抽查工作记录表',
  stage: '抽取',
  scope: 'draw',
  numberWord: null,
  build: ({ draw, style }) => (draw === null ? null : withExtraSignatures(drawRecord(draw), style)),
} as const satisfies FormDefinition
