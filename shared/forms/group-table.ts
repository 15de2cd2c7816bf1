import type { MemberFacts, ResultFacts, TeamFacts } from './draw-facts.ts'
import type { TableBlock, TableCell, TableRow } from './form-model.ts'
import { labels, sectionRow } from './form-parts.ts'

/** The teams (检查组) with their members, a row a person; 组 and 对象数 over the rows of the team. */
export function teamTable(teams: readonly TeamFacts[], section: string): TableBlock {
  return {
    kind: 'table',
    columns: [
      { width: 18, align: 'center' },
      { width: 16, align: 'center' },
      { width: 30, align: 'center' },
      { width: 44 },
      { width: 30, align: 'center' },
      { width: 18, align: 'center' },
    ],
    header: [
      sectionRow(section, 6),
      labels(['检查组', '职责', '姓名', '单位（部门）', '执法证号', '对象数']),
    ],
    rows: teams.flatMap((team) =>
      spannedRows(team.members, [{ text: `第${team.number}组` }], [{ text: String(team.objects) }]),
    ),
    empty: '无',
  }
}

/**
 * Every object with the people who inspect it, a row a person; the object over the rows of its group. The column
 * 检查组 stands only where there are teams at all: it then tells a group of its own (单独编组) from them.
 */
export function pairingTable(results: readonly ResultFacts[], section: string, teams: boolean): TableBlock {
  const group = teams ? 15 : 0
  return {
    kind: 'table',
    fontSize: 9,
    columns: [
      { width: 10, align: 'center' },
      { width: 57 - group },
      ...(teams ? [{ width: group, align: 'center' } as const] : []),
      { width: 11, align: 'center' },
      { width: 19, align: 'center' },
      { width: 36 },
      { width: 23, align: 'center' },
    ],
    header: [
      sectionRow(section, teams ? 7 : 6),
      {
        cells: [
          { text: '序号', role: 'label', rowSpan: 2 },
          { text: '检查对象', role: 'label', rowSpan: 2 },
          ...(teams ? [{ text: '检查组', role: 'label', rowSpan: 2 } as const] : []),
          { text: '检查人员', role: 'label', colSpan: 4 },
        ],
      },
      labels(['职责', '姓名', '单位（部门）', '执法证号']),
    ],
    rows: results.flatMap((result) =>
      spannedRows(
        result.inspectors,
        [
          { text: String(result.order) },
          { text: `${result.name}\n${result.id}` },
          ...(teams ? [{ text: teamOf(result) }] : []),
        ],
        [],
      ),
    ),
    empty: '无',
  }
}

function teamOf(result: ResultFacts): string {
  if (result.inspectors.length === 0) return ''
  return result.team === null ? '单独编组' : `第${result.team}组`
}

/** One row a member; `before` and `after` are cells over all of them. Without members one row of blanks. */
function spannedRows(
  members: readonly MemberFacts[],
  before: readonly TableCell[],
  after: readonly TableCell[],
): TableRow[] {
  if (members.length === 0) {
    return [{ cells: [...before, { text: '' }, { text: '' }, { text: '' }, { text: '' }, ...after] }]
  }
  return members.map((member, index) => {
    const own: TableCell[] = [
      { text: member.leader ? '组长' : '组员' },
      { text: member.name },
      { text: member.department ?? '' },
      { text: member.certificate ?? '' },
    ]
    if (index > 0) return { cells: own }
    const over = (cell: TableCell): TableCell =>
      members.length > 1 ? { ...cell, rowSpan: members.length } : cell
    return { cells: [...before.map(over), ...own, ...after.map(over)] }
  })
}
