import type { ShellState } from '../../shared/api/shell-contract.ts'

/** The shell's state as it stands, and who is told when it changes. */
export class ShellFeed {
  #state: ShellState
  readonly #listeners = new Set<() => void>()

  constructor(state: ShellState) {
    this.#state = state
  }

  get state(): ShellState {
    return this.#state
  }

  set(change: Partial<ShellState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of [...this.#listeners]) listener()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }
}
