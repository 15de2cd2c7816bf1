import type { TableRow } from './form-model.ts'

/** 意见 of one who decides, in a four-column grid: room to write it, and the line to sign and date it on. */
export function opinionRow(label: string): TableRow {
  return {
    cells: [
      { text: label, role: 'label' },
      { text: '\n\n签名：　　　　　　　　　　年　　月　　日', colSpan: 3, align: 'right' },
    ],
  }
}
