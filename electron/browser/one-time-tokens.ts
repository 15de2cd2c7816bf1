import { randomBytes } from 'node:crypto'

/** 256 bits that nobody can guess, as text for an address or a cookie. */
export const fresh = () => randomBytes(32).toString('base64url')

/** Who is let in, as the server of a scope asks it. */
export interface Admission {
  /** A new token, good for one exchange. */
  issue(): Promise<string>
  /** The session for a token that was not used yet, else `null`. The token is used up. */
  exchange(token: string): Promise<string | null>
  isOpen(session: string): boolean
}

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

  /** The sessions that are open: what a core that is started anew has to accept. */
  sessions(): readonly string[] {
    return [...this.#sessions]
  }

  /** The tokens as a server asks for them that runs in the same process. */
  admission(): Admission {
    return {
      issue: async () => this.issue(),
      exchange: async (token) => this.exchange(token),
      isOpen: (session) => this.isOpen(session),
    }
  }
}
