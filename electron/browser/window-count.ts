/** How many windows of one scope are open, for whoever wants to know. */
export class WindowCount {
  #open = 0
  readonly #listeners = new Set<() => void>()

  get open(): number {
    return this.#open
  }

  /** A window opened; answers with how to say that it is gone. */
  opened(): () => void {
    this.#set(this.#open + 1)
    return () => this.#set(this.#open - 1)
  }

  /** Calls `listener` at every change; answers with how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  #set(open: number): void {
    this.#open = open
    for (const listener of [...this.#listeners]) listener()
  }
}
