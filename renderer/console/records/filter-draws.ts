import type { DrawSummary } from '../../../shared/api/session-schema.ts'

/** How draws are told apart in the filter of states. */
export const stateGroups = {
  open: '进行中',
  unsigned: '待签字',
  archived: '已归档',
  aborted: '已中止',
  void: '已作废',
} as const
export type StateGroup = keyof typeof stateGroups

/** The group that a draw belongs to. */
export function groupOf(draw: DrawSummary): StateGroup {
  if (draw.state === 'confirmed') return draw.archived ? 'archived' : 'unsigned'
  if (draw.state === 'aborted' || draw.state === 'void') return draw.state
  return 'open'
}

/** The year in a number: `YL01-2026-0001` → `2026`. */
export function yearOf(draw: DrawSummary): string {
  return draw.number.split('-').at(-2) ?? ''
}

/** Draws of a group and a year whose number or task contains `piece`. */
export function filterDraws(
  draws: readonly DrawSummary[],
  wanted: { readonly group: StateGroup | null; readonly year: string | null; readonly piece: string },
): readonly DrawSummary[] {
  const piece = wanted.piece.trim().toLowerCase()
  return draws.filter(
    (draw) =>
      (wanted.group === null || groupOf(draw) === wanted.group) &&
      (wanted.year === null || yearOf(draw) === wanted.year) &&
      (piece === '' || `${draw.number} ${draw.task}`.toLowerCase().includes(piece)),
  )
}
