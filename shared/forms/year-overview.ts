import type { Column, FormBlock, FormModel, TableBlock } from './form-model.ts'
import { cells, labels, sectionRow } from './form-parts.ts'
import { dayInWords } from './form-words.ts'
import type { ObjectFigures, YearFigures } from './year-figures.ts'

/** What is counted, and what is not: the same sentences on screen and on paper. */
export const yearNotes = {
  draws: '场次和抽中对象不含演练、作废、中止和尚未揭晓的；更换后以现行名单为准。',
  objects: '对象数按现在名录中“存续”的对象计；一个对象抽中多次只计一个。',
  months: '“应抽”按计划项的抽查时间计：一次的计入末月，多次的平均分布；没有写明月份的计划项不计入月份。',
  people: '按在岗的本单位执法人员计；一场抽中只计一次。',
  later: '检查情况和结果公示尚未登记，不计数。',
} as const

/** A share in words, `12.5%`; `—` where there is nothing to share. */
export function shareInWords(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.floor((part * 1000) / whole) / 10}%`
}

/** What is not said, by its word. */
export function nameOr(name: string): string {
  return name === '' ? '（未填写）' : name
}

/** 年度总览 on A4: the figures of the screen, in its order. */
export function yearOverviewForm(figures: YearFigures): FormModel {
  const { year, office, on } = figures
  const title = `${year}年度“双随机”抽查总览`
  return {
    id: 'year-overview',
    title,
    running: { left: `${office}　${title}`, right: `统计日期：${dayInWords(on)}` },
    marks: [],
    blocks: [
      {
        kind: 'title',
        ...(office === '' ? {} : { above: office }),
        text: title,
        below: `统计日期：${dayInWords(on)}`,
      },
      chainTable(figures),
      itemTable(figures),
      objectTable('检查对象（按种类）', '种类', [...figures.kinds, { ...figures.all, name: '合计' }]),
      extraObjects(figures),
      peopleTable(figures),
      { kind: 'group', blocks: [departmentTable(figures)] },
      { kind: 'group', blocks: [monthTable(figures)] },
      { kind: 'group', blocks: [objectTable('检查对象（按区域）', '区域', figures.regions)] },
      { kind: 'space', height: 6 },
      {
        kind: 'list',
        size: 'small',
        items: Object.values(yearNotes),
      },
    ],
  }
}

const centred = (width: number): Column => ({ width, align: 'center' })
const times = (count: number): string => `${count}次`

function chainTable({ plan, draws, visits, all }: YearFigures): TableBlock {
  return {
    kind: 'table',
    dense: true,
    columns: [centred(34), centred(54), centred(40), centred(28)],
    header: [sectionRow('计划、抽取、检查、公布', 4), labels(['计划', '抽取', '检查', '公布'])],
    rows: [
      cells([
        `${plan.lines}项\n应抽${times(plan.times)}`,
        `${draws.all}场，抽中${draws.objects}户次\n按计划${draws.planned}场，计划外${draws.outside}场\n未登记依据${draws.unfounded}场`,
        '尚未登记',
        '尚未登记',
      ]),
      cells([
        `已完成${plan.done}项\n已过期限${plan.late}项`,
        `对象覆盖率${shareInWords(all.either, all.registered)}`,
        `非双随机检查${times(visits.own)}\n其他部门检查${times(visits.ofOthers)}`,
        '—',
      ]),
    ],
  }
}

function itemTable({ items }: YearFigures): TableBlock {
  const { included, planned, drawn, open, notIncluded } = items
  return {
    kind: 'table',
    dense: true,
    columns: [31.2, 31.2, 31.2, 31.2, 31.2].map(centred),
    header: [
      sectionRow('抽查事项', 5),
      labels(['清单内事项', '列入本年度计划', '已抽查', '未列入且未抽', '不纳入双随机']),
    ],
    rows: [
      cells([
        `${included}项`,
        `${planned}项（${shareInWords(planned, included)}）`,
        `${drawn}项（${shareInWords(drawn, included)}）`,
        `${open}项`,
        `${notIncluded}项`,
      ]),
    ],
  }
}

function objectTable(section: string, title: string, rows: readonly ObjectFigures[]): TableBlock {
  return {
    kind: 'table',
    dense: true,
    columns: [{ width: 46 }, ...[22, 22, 22, 22, 22].map(centred)],
    header: [sectionRow(section, 6), labels([title, '名录对象', '抽中', '其他检查', '抽中或检查', '覆盖率'])],
    rows: rows.map(({ name, registered, drawn, visited, either }) =>
      cells([
        nameOr(name),
        String(registered),
        String(drawn),
        String(visited),
        String(either),
        shareInWords(either, registered),
      ]),
    ),
    empty: '名录中没有检查对象',
  }
}

function extraObjects({ twice, gone }: YearFigures): FormBlock {
  return {
    kind: 'paragraph',
    size: 'small',
    text: `抽中和检查合计两次以上的对象${twice}个；抽中或检查后不再存续的对象${gone}个，不计入上表。`,
  }
}

function peopleTable({ people }: YearFigures): TableBlock {
  const { spread } = people
  return {
    kind: 'table',
    dense: true,
    columns: [centred(39), centred(39), { width: 78 }],
    header: [sectionRow('执法检查人员', 3), labels(['在岗人员', '每人抽中场次', '分布'])],
    rows: [
      cells([
        `${people.counted}人`,
        `最少${people.least}，中位${people.middle}，最多${people.most}`,
        `${spread.map((one) => `${one.times}场的${one.people}人`).join('；')}${
          people.others === 0 ? '' : `；另有不在此列的${people.others}人被抽中`
        }`,
      ]),
    ],
  }
}

function monthTable({ months, plan }: YearFigures): TableBlock {
  const total = (of: (month: YearFigures['months'][number]) => number) =>
    String(months.reduce((sum, month) => sum + of(month), 0))
  return {
    kind: 'table',
    dense: true,
    columns: [26, 26, 26, 26, 26, 26].map(centred),
    header: [
      sectionRow('各月', 6),
      labels([
        '月份',
        '应抽\n（次）',
        '按计划抽取\n（场）',
        '其他抽取\n（场）',
        '抽中对象\n（户次）',
        '其他检查\n（次）',
      ]),
    ],
    rows: [
      ...months.map(({ month, due, planned, others, objects, visits }) =>
        cells([`${month}月`, String(due), String(planned), String(others), String(objects), String(visits)]),
      ),
      cells([
        '合计',
        total(({ due }) => due),
        total(({ planned }) => planned),
        total(({ others }) => others),
        total(({ objects }) => objects),
        total(({ visits }) => visits),
      ]),
      ...(plan.undated === 0
        ? []
        : [
            {
              cells: [
                { text: `另有${plan.undated}项计划没有写明月份`, colSpan: 6, align: 'center' as const },
              ],
            },
          ]),
    ],
  }
}

function departmentTable({ departments }: YearFigures): TableBlock {
  return {
    kind: 'table',
    dense: true,
    columns: [{ width: 32 }, ...[15, 17, 17, 17, 20, 17, 21].map(centred)],
    header: [
      sectionRow('各股室', 8),
      labels([
        '股室',
        '计划项',
        '应抽\n次数',
        '已抽\n次数',
        '已过\n期限',
        '监管对象',
        '抽中',
        '抽中\n或检查',
      ]),
    ],
    rows: departments.map((one) =>
      cells([
        nameOr(one.name),
        String(one.lines),
        String(one.times),
        String(one.held),
        String(one.late),
        String(one.registered),
        String(one.drawn),
        String(one.either),
      ]),
    ),
    empty: '没有登记股室',
  }
}
