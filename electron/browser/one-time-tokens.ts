import { randomBytes } from 'node:crypto'

/** 256 bits that nobody can guess, as text for an address or a cookie. */
const fresh = () => randomBytes(32).toString('base64url')

/** Tokens that are each exchanged once for a session, and the sessions that are open. */
export class OneTimeTokens {
  readonly #tokens = new Set<string>()
  readonly #sessions = new Set<string>()

  /** A new token, good for one exchange. */
  issue(): string {
    const token = fresh()
    this.#tokens.add(token)
    return token
  }

  /** The session for a token that was not used yet, else `null`. The token is used up. */
  exchange(token: string): string | null {
    if (!this.#tokens.delete(token)) return null
    const session = fresh()
    this.#sessions.add(session)
    return session
  }

  /** Looked up by hash, so the time it takes says nothing about how much of a guess is right. */
  isOpen(session: string): boolean {
    return this.#sessions.has(session)
  }
}
