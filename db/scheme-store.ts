import { asc, desc, eq } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { drawBasis, scheme, schemeApproval } from './schema.ts'

/** 实施方案 (S2 第九条): changed until it is approved, and never after. */
export type SchemeRow = typeof scheme.$inferSelect
/** Its approval: number, name, date and scan. */
export type SchemeApprovalRow = typeof schemeApproval.$inferSelect
/** On which plan line and scheme an attempt was frozen. */
export type DrawBasisRow = typeof drawBasis.$inferSelect

/** Schemes with their approvals, and which draw was held on which. */
export class SchemeStore {
  private readonly connection: Connection

  constructor(connection: Connection) {
    this.connection = connection
  }

  private get orm() {
    return this.connection.orm
  }

  /** Writes a scheme, new or changed; an approved one aborts by trigger. */
  save({ id, line, body, updatedAt, by }: Omit<SchemeRow, 'createdAt'>): void {
    this.connection.requireTransaction()
    this.orm
      .insert(scheme)
      .values({ id, line, body, createdAt: updatedAt, updatedAt, by })
      .onConflictDoUpdate({ target: scheme.id, set: { line, body, updatedAt, by } })
      .run()
  }

  /** Takes a scheme away that nobody has approved. */
  discard(id: string): void {
    this.connection.requireTransaction()
    this.orm.delete(scheme).where(eq(scheme.id, id)).run()
  }

  get(id: string): SchemeRow | null {
    return this.orm.select().from(scheme).where(eq(scheme.id, id)).get() ?? null
  }

  /** All schemes, the last touched first. */
  list(): SchemeRow[] {
    return this.orm.select().from(scheme).orderBy(desc(scheme.updatedAt), asc(scheme.id)).all()
  }

  insertApproval(row: SchemeApprovalRow): void {
    this.connection.requireTransaction()
    this.orm.insert(schemeApproval).values(row).run()
  }

  /** The approval of a scheme, or `null` where it has none. */
  approval(id: string): SchemeApprovalRow | null {
    return this.orm.select().from(schemeApproval).where(eq(schemeApproval.scheme, id)).get() ?? null
  }

  insertBasis(row: DrawBasisRow): void {
    this.connection.requireTransaction()
    this.orm.insert(drawBasis).values(row).run()
  }

  /** The basis of every attempt that has one, by draw and attempt. */
  bases(): DrawBasisRow[] {
    return this.orm.select().from(drawBasis).orderBy(asc(drawBasis.draw), asc(drawBasis.attempt)).all()
  }
}
