import type { Column } from '../../../shared/forms/form-model.ts'

/** Left edges of the columns and, last, the right edge of the table, in points. */
export function columnEdges(columns: readonly Column[], left: number, width: number): number[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  const edges = [left]
  let share = 0
  for (const column of columns) {
    share += column.width
    edges.push(left + (width * share) / total)
  }
  return edges
}

/** Which columns of the row in hand are still covered by a cell of an earlier row. */
export class Occupancy {
  private readonly covered: number[]
  private readonly fresh: number[]

  constructor(columns: number) {
    this.covered = new Array<number>(columns).fill(0)
    this.fresh = new Array<number>(columns).fill(0)
  }

  /** The column where the next cell begins. Throws where a row has more cells than the table has columns. */
  take(colSpan: number, rowSpan: number): number {
    const column = this.covered.findIndex((rows, index) => rows === 0 && this.fresh[index] === 0)
    if (column < 0 || column + colSpan > this.covered.length) {
      throw new Error('a table row has more cells than the table has columns')
    }
    this.fresh.fill(rowSpan, column, column + colSpan)
    return column
  }

  /** Ends the row in hand. */
  endRow(): void {
    for (const [index, rows] of this.covered.entries()) {
      this.covered[index] = Math.max(0, rows - 1, (this.fresh[index] ?? 0) - 1)
    }
    this.fresh.fill(0)
  }
}
