import type { ShellState } from '../../shared/api/shell-contract.ts'

/** What is looked at of a display (显示器). */
export interface DisplaySeen {
  readonly id: number
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/**
 * How the displays stand. Two that show the same part of the desktop are mirrored; most systems tell of a mirrored
 * pair as of one display, and then nothing but that one is known.
 */
export function arrangement(displays: readonly DisplaySeen[]): Exclude<ShellState['displays'], 'unknown'> {
  if (displays.length < 2) return 'one'
  return new Set(displays.map(corner)).size === 1 ? 'mirrored' : 'several'
}

/** The display for the stage: one that the console is not on, with its own part of the desktop; `null` for none. */
export function stageDisplay<Seen extends DisplaySeen>(
  displays: readonly Seen[],
  console: DisplaySeen,
  last: number | null,
): Seen | null {
  const free = displays.filter((display) => display.id !== console.id && corner(display) !== corner(console))
  return free.find((display) => display.id === last) ?? free[0] ?? null
}

function corner({ bounds }: DisplaySeen): string {
  return `${bounds.x},${bounds.y}`
}
