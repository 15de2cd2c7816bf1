import type { TableRow } from './form-model.ts'

/** 意见 of one who decides, in a four-column grid: so many lines to write it, and one to sign and date it on. */
export function opinionRow(label: string, lines = 2): TableRow {
  return {
    cells: [
      { text: label, role: 'label' },
      { text: `${'\n'.repeat(lines)}签名：　　　　　　　　　　年　　月　　日`, colSpan: 3, align: 'right' },
    ],
  }
}
