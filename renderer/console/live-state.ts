import { useSyncExternalStore } from 'react'
import { create } from 'zustand'
import type { ShellState } from '../../shared/api/shell-contract.ts'
import type { StageState } from '../../shared/api/stage-contract.ts'
import { follow } from '../connection/follow.ts'
import { type Api, askAnew, useApi } from './api.ts'

/** What the core and the shell tell of themselves, as it stands now; `null` until they have. */
interface LiveState {
  readonly stage: StageState | null
  readonly shell: ShellState | null
}
export const useLiveState = create<LiveState>()(() => ({ stage: null, shell: null }))

/**
 * Follows stage and shell for as long as the window lives. Where the core was started anew meanwhile, perhaps on
 * restored data, everything is asked for again.
 */
export function followConsole(api: Api): void {
  let opened = 0
  let told = 1
  follow(
    (signal) => {
      opened += 1
      return api.core.stage.watch({}, { signal })
    },
    (stage: StageState) => {
      useLiveState.setState({ stage })
      if (opened > told) void askAnew(api.queries)
      told = opened
    },
  )
  follow(
    (signal) => api.shell.watch({}, { signal }),
    (state: ShellState) => useLiveState.setState({ shell: state }),
  )
}

/** Whether the core can be reached just now. */
export function useLinkUp(): boolean {
  const { links } = useApi()
  return useSyncExternalStore(
    (listener) => links.subscribe(listener),
    () => links.up,
  )
}
