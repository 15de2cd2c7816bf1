import type { TableRow } from './form-model.ts'

/** A row of a four-column grid to write in by hand: what is known stands at its top, and the room goes on below. */
export function writingRow(label: string, text: string, minHeight: number): TableRow {
  return {
    cells: [
      { text: label, role: 'label' },
      { text, colSpan: 3, valign: 'top' },
    ],
    minHeight,
  }
}
