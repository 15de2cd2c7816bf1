import type { BackupComparison } from '../../../shared/api/data-contract.ts'

/** How a backup stands to what there is now, and what restoring it would cost, in words. */
export function relationInWords(comparison: BackupComparison): string {
  const { relation, lost, drawsLost } = comparison
  const draws = drawsLost.length === 0 ? '' : `，其中涉及 ${drawsLost.length} 场摇号`
  switch (relation) {
    case 'same':
      return '备份以后没有发生别的事，两边的内容相同。恢复不会丢失内容。'
    case 'older':
      return `备份早于现在。恢复以后，备份之后记入台账的 ${lost} 条内容都不再有${draws}。`
    case 'newer':
      return '备份晚于现在：现在的台账是备份的前一部分。恢复会补上后来的内容，不会丢失。'
    case 'different':
      return `备份与现在的数据来自不同的经过。恢复以后，现在台账中与备份不同的 ${lost} 条内容都不再有${draws}。`
  }
}

/** The lines of the comparison: what, now, in the backup. */
export function comparedLines(
  comparison: BackupComparison,
): readonly (readonly [what: string, now: string, backup: string])[] {
  const { now, backup } = comparison
  const line = (
    what: string,
    read: (contents: BackupComparison['now']) => string | number,
  ): readonly [string, string, string] => [what, String(read(now)), String(read(backup))]
  return [
    line('单位', ({ office }) => office ?? '（未设置）'),
    line('检查对象', ({ objects }) => objects),
    line('执法检查人员', ({ inspectors }) => inspectors),
    line('抽查事项', ({ items }) => items),
    line('回避关系', ({ recusals }) => recusals),
    line('摇号', ({ draws }) => `${draws.length} 场`),
    line('台账', ({ ledger }) => `${ledger.entries} 条`),
  ]
}

/** 文号 that the backup does not know, the first few by name, and what to do so that none is given twice. */
export function numbersLostInWords(numbers: readonly string[]): string {
  const named = numbers.slice(0, 5).join('、')
  const which = numbers.length > 5 ? `${named}等${numbers.length}个` : named
  return `备份之后编列的文号：${which}。恢复以后它们会再次编给别的文书；请先在“设置、文书版式”中把起始号调到这些号之后，再生成文书。`
}
