import type { DrawMode, RegisterFacts } from './draw-facts.ts'
import { withExtraSignatures } from './extra-signatures.ts'
import type { FormDefinition } from './form-definition.ts'
import {
  codePiece,
  type FormBlock,
  type FormModel,
  type FormText,
  type GridBlock,
  type TableBlock,
  type TableRow,
} from './form-model.ts'
import { cells, evenBoxes, fourColumns, labels, pairRow, wideRow } from './form-parts.ts'
import { kindSuffix, marksOf, numberedLines, runningOf, slotWords, timeInWords } from './form-words.ts'
import type { FreezeSlipFacts } from './freeze-slip-facts.ts'

/** Smaller and denser than the other forms: a usual slip is one page, so that one photograph holds it. */
const small = { fontSize: 9, dense: true } as const

/** What the slip is, a row instead of the banner of larger forms; the mark across every page says it too. */
const modeWords = {
  official: '正式抽取',
  rehearsal: '演练，不是正式文书',
  unwitnessed: '未经现场见证，不是正式文书',
} as const satisfies Record<DrawMode, string>

/**
 * 锁定名单校验单: what was frozen, on paper before any digit is given. Whoever holds it can tell afterwards whether
 * lists, rule and secret are those that were there before the outcome could be known.
 */
export function freezeSlip(facts: FreezeSlipFacts): FormModel {
  const title = `锁定名单校验单${kindSuffix[facts.kind]}`
  return {
    id: 'freeze-slip',
    title,
    running: runningOf(facts, title),
    // Of a confidential draw too everybody may photograph it: it has no name in it.
    marks: marksOf({ mode: facts.mode, confidential: false }),
    blocks: [
      { kind: 'title', text: title },
      basics(facts),
      registers(facts),
      exclusions(facts),
      ...strata(facts),
      rule(facts),
      // Whoever signs, signs on the page that shows F and C.
      { kind: 'group', blocks: [codes(facts), ...statement(facts), signatures(facts)] },
    ],
  }
}

function basics(facts: FreezeSlipFacts): GridBlock {
  const { number, task, amends, reason, approver } = facts
  const document = task.documentNumber === null ? '' : `（${task.documentNumber}）`
  return {
    kind: 'grid',
    columns: fourColumns,
    ...small,
    rows: [
      pairRow('单位', facts.office, '编号', `${number}（第${facts.attempt}次抽取）`),
      wideRow('任务（计划）', `${task.name}${document}`),
      wideRow('抽查事项', numberedLines(facts.items)),
      ...(facts.kind === 'draw'
        ? [wideRow('定向条件', facts.conditions === '' ? '不定向' : facts.conditions)]
        : []),
      ...(amends === null ? [] : [wideRow('所变更的抽取', `${amends.number}　${amends.task}`)]),
      ...facts.vacancies.map((vacancy) =>
        wideRow(
          '空缺',
          vacancy.inspector === null || vacancy.seat === null
            ? `检查对象　${vacancy.objectName}（${vacancy.objectId}）`
            : `${vacancy.objectName}　第${vacancy.seat + 1}席　${vacancy.inspector.name}（${vacancy.inspector.id}）`,
        ),
      ),
      ...(reason === null && approver === null
        ? []
        : [pairRow('事由', reason ?? '', '批准人', approver ?? '')]),
      ...groundRows(facts),
      wideRow('算法、软件', `${facts.algorithm}　${facts.software}`),
      pairRow('地点', facts.venue, '性质', modeWords[facts.mode]),
      pairRow('承诺公布时间', timeInWords(facts.startedAt), '名单锁定时间', timeInWords(facts.frozenAt)),
    ],
  }
}

/** All grounds in one row: a slip is to stay on its page. */
function groundRows({ grounds }: FreezeSlipFacts): readonly TableRow[] {
  if (grounds.length === 0) return []
  return [wideRow('依据', grounds.map(({ title, text }) => `${title}：${text}`).join('；'))]
}

function recusalWords({ recusals }: FreezeSlipFacts): string {
  return recusals === 0 ? '没有回避' : `${recusals}条，已一并锁定`
}

function registers(facts: FreezeSlipFacts): TableBlock {
  const ofPeople = facts.kind === 'replace-inspector'
  const due = `${facts.due}`
  return {
    kind: 'table',
    ...small,
    columns: [36, 30, 30, 30, 30].map((width) => ({ width, align: 'center' as const })),
    header: [labels(['名录', '库总数', '排除数', '列入名单', '应抽数'])],
    rows: [
      cells([...registerCells('检查对象', facts.objectRegister), ofPeople ? '—' : due]),
      cells([...registerCells('检查人员', facts.inspectorRegister), ofPeople ? due : perGroup(facts)]),
      cells(['回避名单', { text: recusalWords(facts), colSpan: 4 }]),
    ],
  }
}

function registerCells(name: string, { total, excludedRows, listed }: RegisterFacts): string[] {
  return [name, total === null ? '—' : String(total), String(excludedRows), String(listed)]
}

function perGroup({ slots, teamCount }: FreezeSlipFacts): string {
  if (slots.length === 0) return '本次不抽取'
  return `${teamCount === null ? '' : `${teamCount}组，`}每组${slots.length}人`
}

function exclusions({ objectRegister, inspectorRegister }: FreezeSlipFacts): TableBlock {
  const rows = [
    ...objectRegister.excluded.map((entry) => ({ list: '检查对象', ...entry })),
    ...inspectorRegister.excluded.map((entry) => ({ list: '检查人员', ...entry })),
  ]
  return {
    kind: 'table',
    ...small,
    columns: [{ width: 24, align: 'center' }, { width: 60 }, { width: 54 }, { width: 18, align: 'center' }],
    header: [labels(['排除出', '理由', '依据', '数量'])],
    rows: rows.map(({ list, reason, clause, count }) =>
      cells([list, reason, clause === '-' ? '无' : clause, String(count)]),
    ),
    empty: '没有排除任何对象和人员',
  }
}

function strata(facts: FreezeSlipFacts): TableBlock[] {
  if (facts.kind !== 'draw') return []
  return [
    {
      kind: 'table',
      ...small,
      columns: [
        { width: 38 },
        { width: 17, align: 'center' },
        { width: 17, align: 'center' },
        { width: 30, align: 'center' },
        { width: 54 },
      ],
      header: [labels(['抽取的层', '名单数 N', '抽取数 k', '每个对象的概率', '抽取数的依据'])],
      rows: facts.strata.map(({ id, name, size, drawn, basis, probability }) =>
        cells([name === null ? id : `${id}　${name}`, String(size), String(drawn), probability, basis]),
      ),
      empty: '无',
    },
  ]
}

function rule(facts: FreezeSlipFacts): GridBlock {
  return {
    kind: 'grid',
    columns: fourColumns,
    ...small,
    rows: [
      ...(facts.slots.length === 0 ? [] : [wideRow('每组席位', facts.slots.map(slotWords).join('；'))]),
      wideRow('抽取规则', facts.rule.join('')),
      ...facts.notes.map((note) => wideRow('说明', note)),
    ],
  }
}

function codes({ freeze, commit, qrText }: FreezeSlipFacts): FormBlock {
  return {
    kind: 'qr',
    content: qrText,
    size: 26,
    caption: [
      [{ text: '名单校验码 F', style: 'strong' }],
      inFours(freeze),
      [{ text: '承诺码 C', style: 'strong' }],
      inFours(commit),
    ],
  }
}

/** Two lines of eight groups each, easy to read aloud. */
function inFours(digest: string): FormText {
  return [codePiece(digest.slice(0, 32), 4), { text: '\n' }, codePiece(digest.slice(32), 4)]
}

function statement({ mode }: FreezeSlipFacts): FormBlock[] {
  const before = mode === 'unwitnessed' ? '录入任何数字之前' : '见证人给出任何数字之前'
  return [
    { kind: 'space', height: 2 },
    {
      kind: 'paragraph',
      size: 'small',
      indent: false,
      text: [
        { text: `本单须在${before}签名或拍照留存`, style: 'strong' },
        { text: '；签名前请将屏幕与本单逐组核对。' },
      ],
    },
    { kind: 'space', height: 2 },
  ]
}

function signatures({ witnesses, signatories }: FreezeSlipFacts): FormBlock {
  const boxes = [
    ...witnesses.map(({ seat, role, name }) => ({
      label: `见证人（第${seat}席）`,
      name: `${role}　${name}`,
    })),
    { label: '操作人', name: signatories.operator },
    { label: '纪检监督人', name: signatories.supervisor },
  ]
  return evenBoxes(boxes)
}

/** 锁定名单校验单. */
export const freezeSlipForm = {
  id: 'freeze-slip',
  name: '锁定名单校验单',
  stage: '抽取之前',
  scope: 'draw',
  numberWord: null,
  build: (facts) =>
    facts.freezeSlip === null ? null : withExtraSignatures(freezeSlip(facts.freezeSlip), facts.style),
} as const satisfies FormDefinition
