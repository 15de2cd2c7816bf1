import { and, asc, eq } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { approval, document } from './schema.ts'

/** A file that is kept of a draw (文书与材料): what it is, where it lies, and the digest that it was filed with. */
export type DocumentRow = typeof document.$inferSelect
/** An approval (批准): whose, number and date of its document, and the scan that came with it. */
export type ApprovalRow = typeof approval.$inferSelect

/** Documents and approvals of draws: append-only. The files themselves lie beside the database. */
export class DocumentStore {
  private readonly connection: Connection

  constructor(connection: Connection) {
    this.connection = connection
  }

  private get orm() {
    return this.connection.orm
  }

  insert(row: DocumentRow): void {
    this.connection.requireTransaction()
    this.orm.insert(document).values(row).run()
  }

  /** One document, or `null`. */
  get(id: string): DocumentRow | null {
    return this.orm.select().from(document).where(eq(document.id, id)).get() ?? null
  }

  /** Everything that is kept of a draw, the oldest first. */
  ofDraw(draw: string): DocumentRow[] {
    return this.orm
      .select()
      .from(document)
      .where(eq(document.draw, draw))
      .orderBy(asc(document.at), asc(document.path))
      .all()
  }

  /** What was made of one attempt from facts with this digest. */
  madeFrom(draw: string, attempt: number, facts: string): DocumentRow[] {
    return this.orm
      .select()
      .from(document)
      .where(and(eq(document.draw, draw), eq(document.attempt, attempt), eq(document.facts, facts)))
      .orderBy(asc(document.path))
      .all()
  }

  /** The newest signed form of an attempt, or `null`. */
  signed(draw: string, attempt: number): DocumentRow | null {
    const all = this.orm
      .select()
      .from(document)
      .where(and(eq(document.draw, draw), eq(document.attempt, attempt), eq(document.kind, 'signed')))
      .orderBy(asc(document.at), asc(document.path))
      .all()
    return all.at(-1) ?? null
  }

  insertApproval(row: ApprovalRow): void {
    this.connection.requireTransaction()
    this.orm.insert(approval).values(row).run()
  }

  /** All approvals, those of one draw in the order they were given. */
  approvals(): ApprovalRow[] {
    return this.orm.select().from(approval).orderBy(asc(approval.draw), asc(approval.at)).all()
  }

  /** All documents of kind `approval`, in the same order. */
  approvalScans(): DocumentRow[] {
    return this.orm
      .select()
      .from(document)
      .where(eq(document.kind, 'approval'))
      .orderBy(asc(document.draw), asc(document.at))
      .all()
  }
}
