import { and, asc, desc, eq, max } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { documentNumber, documentPrint, inspectionEntry, notice, noticeConfirmation } from './schema.ts'

/** What was entered of an inspection as a whole (`object` empty) or of one object: the newest version holds. */
export type InspectionEntryRow = typeof inspectionEntry.$inferSelect
/** 文号 that was given to a form of a draw or of one of its objects (`''`: none). */
export type DocumentNumberRow = typeof documentNumber.$inferSelect
/** A copy that came out of the printer. */
export type DocumentPrintRow = typeof documentPrint.$inferSelect
/** A public notice (公示稿) as it was drawn up. */
export type NoticeRow = typeof notice.$inferSelect
/** Who compared it. */
export type NoticeConfirmationRow = typeof noticeConfirmation.$inferSelect

/** What the papers of an inspection need besides the draw: entries, 文号, prints, notices. Append-only. */
export class InspectionStore {
  private readonly connection: Connection

  constructor(connection: Connection) {
    this.connection = connection
  }

  private get orm() {
    return this.connection.orm
  }

  insertEntry(row: InspectionEntryRow): void {
    this.connection.requireTransaction()
    this.orm.insert(inspectionEntry).values(row).run()
  }

  /** The newest entries of a draw: that of the whole (`object` empty) and those of its objects. */
  entries(draw: string): InspectionEntryRow[] {
    const rows = this.orm
      .select()
      .from(inspectionEntry)
      .where(eq(inspectionEntry.draw, draw))
      .orderBy(asc(inspectionEntry.object), asc(inspectionEntry.version))
      .all()
    return [...new Map(rows.map((row) => [row.object, row])).values()]
  }

  /** The newest entry of the whole (`''`) or of an object, or `null`. */
  entry(draw: string, object: string): InspectionEntryRow | null {
    return (
      this.orm
        .select()
        .from(inspectionEntry)
        .where(and(eq(inspectionEntry.draw, draw), eq(inspectionEntry.object, object)))
        .orderBy(desc(inspectionEntry.version))
        .get() ?? null
    )
  }

  insertNumber(row: DocumentNumberRow): void {
    this.connection.requireTransaction()
    this.orm.insert(documentNumber).values(row).run()
  }

  /** 文号 of a draw's papers, in their own order. */
  numbers(draw: string): DocumentNumberRow[] {
    return this.orm
      .select()
      .from(documentNumber)
      .where(eq(documentNumber.draw, draw))
      .orderBy(asc(documentNumber.word), asc(documentNumber.year), asc(documentNumber.number))
      .all()
  }

  /** 文号 of all papers, in the order in which they were given. */
  allNumbers(): string[] {
    const { text, at, number } = documentNumber
    return this.orm
      .select({ text })
      .from(documentNumber)
      .orderBy(asc(at), asc(number))
      .all()
      .map((row) => row.text)
  }

  /** The highest running number that was given under a word in a year; 0 where none was. */
  lastNumber(word: string, year: number): number {
    const row = this.orm
      .select({ last: max(documentNumber.number) })
      .from(documentNumber)
      .where(and(eq(documentNumber.word, word), eq(documentNumber.year, year)))
      .get()
    return row?.last ?? 0
  }

  /** Whether a 文号 was given to any paper. */
  isNumberTaken(text: string): boolean {
    const taken = this.orm.select().from(documentNumber).where(eq(documentNumber.text, text)).get()
    return taken !== undefined
  }

  insertPrint(row: DocumentPrintRow): void {
    this.connection.requireTransaction()
    this.orm.insert(documentPrint).values(row).run()
  }

  /** When a copy was printed, or `null`. */
  print(document: string): DocumentPrintRow | null {
    return this.orm.select().from(documentPrint).where(eq(documentPrint.document, document)).get() ?? null
  }

  insertNotice(row: NoticeRow): void {
    this.connection.requireTransaction()
    this.orm.insert(notice).values(row).run()
  }

  notice(id: string): NoticeRow | null {
    return this.orm.select().from(notice).where(eq(notice.id, id)).get() ?? null
  }

  /** Notices of a draw, the oldest first. */
  notices(draw: string): NoticeRow[] {
    return this.orm
      .select()
      .from(notice)
      .where(eq(notice.draw, draw))
      .orderBy(asc(notice.at), asc(notice.id))
      .all()
  }

  insertConfirmation(row: NoticeConfirmationRow): void {
    this.connection.requireTransaction()
    this.orm.insert(noticeConfirmation).values(row).run()
  }

  /** Who compared a notice, or `null` while nobody has. */
  confirmation(id: string): NoticeConfirmationRow | null {
    return this.orm.select().from(noticeConfirmation).where(eq(noticeConfirmation.notice, id)).get() ?? null
  }
}
