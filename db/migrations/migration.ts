/** One step of the database's schema. A migration that was released is never changed: the next one follows it. */
export interface Migration {
  /** from 1, without gaps; becomes the database's `user_version` */
  readonly number: number
  readonly description: string
  /** one or more SQL statements, run in the transaction that sets the version */
  readonly sql: string
}
