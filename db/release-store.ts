import { and, asc, desc, eq } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { registerRevision, release, releaseStep } from './schema.ts'

/** A list as it was handed in for review (报审版本); what it said is the register as of its moment. */
export type ReleaseRow = typeof release.$inferSelect
/** 审核, 批准, 公布, 备案/报送 or 退回 of a release, with its paper. */
export type ReleaseStepRow = typeof releaseStep.$inferSelect
/** That a register was revised for a month, with what had changed. */
export type RevisionRow = typeof registerRevision.$inferSelect

/** Releases of the lists, their steps, and the revisions of the registers: append-only. */
export class ReleaseStore {
  private readonly connection: Connection

  constructor(connection: Connection) {
    this.connection = connection
  }

  private get orm() {
    return this.connection.orm
  }

  insert(row: ReleaseRow): void {
    this.connection.requireTransaction()
    this.orm.insert(release).values(row).run()
  }

  insertStep(row: ReleaseStepRow): void {
    this.connection.requireTransaction()
    this.orm.insert(releaseStep).values(row).run()
  }

  insertRevision(row: RevisionRow): void {
    this.connection.requireTransaction()
    this.orm.insert(registerRevision).values(row).run()
  }

  get(id: string): ReleaseRow | null {
    return this.orm.select().from(release).where(eq(release.id, id)).get() ?? null
  }

  /** The releases of a list, the newest first; of a plan those of its year, else year 0. */
  of(subject: ReleaseRow['subject'], year = 0): ReleaseRow[] {
    return this.orm
      .select()
      .from(release)
      .where(and(eq(release.subject, subject), eq(release.year, year)))
      .orderBy(desc(release.number))
      .all()
  }

  /** The steps of a release in their order. */
  steps(id: string): ReleaseStepRow[] {
    return this.orm
      .select()
      .from(releaseStep)
      .where(eq(releaseStep.release, id))
      .orderBy(asc(releaseStep.sequence))
      .all()
  }

  /** All revisions of all registers, the newest first. */
  revisions(): RevisionRow[] {
    return this.orm.select().from(registerRevision).orderBy(desc(registerRevision.period)).all()
  }
}
