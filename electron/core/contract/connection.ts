/** Who is at the other end of a port or a cookie. It comes with the connection and never with an input. */
export interface Connection {
  /** the account that the ledger names */
  readonly actor: string
}

/** What went wrong without being expected, for the program's log. */
export interface Fault {
  /** the call, e.g. `draws.freeze` */
  readonly call: string
  readonly error: unknown
}

/** Where faults are written down. */
export type FaultLog = (fault: Fault) => void
