import { asc, eq } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { paper } from './schema.ts'

/** A file that is kept of anything but a draw (批准文件, 佐证, 公布表): append-only, the file beside the database. */
export type PaperRow = typeof paper.$inferSelect

/** Papers of lists, plans and schemes. */
export class PaperStore {
  private readonly connection: Connection

  constructor(connection: Connection) {
    this.connection = connection
  }

  insert(row: PaperRow): void {
    this.connection.requireTransaction()
    this.connection.orm.insert(paper).values(row).run()
  }

  /** One paper, or `null`. */
  get(id: string): PaperRow | null {
    return this.connection.orm.select().from(paper).where(eq(paper.id, id)).get() ?? null
  }

  /** Everything that is kept of one subject, the oldest first. */
  ofSubject(subject: string): PaperRow[] {
    return this.connection.orm
      .select()
      .from(paper)
      .where(eq(paper.subject, subject))
      .orderBy(asc(paper.at), asc(paper.path))
      .all()
  }

  /** Names of the files in one folder of `documents`. */
  namesIn(folder: string): string[] {
    return this.connection.orm
      .select({ name: paper.name, path: paper.path })
      .from(paper)
      .all()
      .filter(({ path }) => path.startsWith(`${folder}/`))
      .map(({ name }) => name)
  }
}
