/** Whether the core can be reached, for whoever shows it. */
export interface LinkState {
  readonly up: boolean
  /** Calls `listener` at every change; answers with how to stop. */
  subscribe(listener: () => void): () => void
}

/** A link state that can be set. */
export class LinkSwitch implements LinkState {
  #up: boolean
  readonly #listeners = new Set<() => void>()

  constructor(up: boolean) {
    this.#up = up
  }

  get up(): boolean {
    return this.#up
  }

  set(up: boolean): void {
    if (up === this.#up) return
    this.#up = up
    for (const listener of [...this.#listeners]) listener()
  }

  /** An arrow: stores of React take the function alone. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }
}
