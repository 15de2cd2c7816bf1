import { and, asc, desc, eq, max, or } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Connection } from './connection.ts'
import {
  digitsEntry,
  draw,
  drawAttempt,
  drawConfirmation,
  drawContribution,
  drawDraft,
  drawEnding,
  drawFreeze,
  drawResult,
  drawReveal,
} from './schema.ts'

/** A draft (摇号草案): the only part of a draw that changes in place. `body` is whatever the core stores. */
export type DrawDraft = typeof drawDraft.$inferSelect
/** A draw number that was taken (at the commit), with what kind of draw it is and what it amends. */
export type Draw = typeof draw.$inferSelect
export type DrawKind = Draw['kind']
export type DrawMode = Draw['mode']
/** One attempt of a draw: its secret S and commitment C. */
export type DrawAttempt = typeof drawAttempt.$inferSelect
/** What was frozen (锁定名单): the manifest and the four lists, byte for byte, and the facts they came from. */
export type DrawFreeze = typeof drawFreeze.$inferSelect
/** A witness's confirmed digits. */
export type DrawContribution = typeof drawContribution.$inferSelect
/** Digits that a witness handed over and that do not count yet. */
export type DigitsEntry = typeof digitsEntry.$inferSelect
/** The outcome, sealed by its digest D. */
export type DrawResult = typeof drawResult.$inferSelect
export type DrawReveal = typeof drawReveal.$inferSelect
export type DrawConfirmation = typeof drawConfirmation.$inferSelect
/** How an attempt ended without standing: aborted (中止) or void (作废), with its record. */
export type DrawEnding = typeof drawEnding.$inferSelect

/** Where the newest attempt of a draw stands, without the texts of its lists. */
export interface DrawSummary {
  readonly draw: Draw
  /** the newest attempt; 0 where none was committed */
  readonly attempt: number
  readonly frozen: boolean
  readonly contributions: number
  /** D, once drawn */
  readonly resultDigest: string | null
  /** the newest step revealed, `null` before the first */
  readonly step: number | null
  readonly confirmed: boolean
  readonly ending: DrawEnding['kind'] | null
}

/**
 * Draws: insert and read, append-only but for the drafts. Which step may follow which is decided by the core;
 * what must never happen (a second result, digits after an abort, an abort after the result) is refused by the
 * tables themselves and thrown.
 */
export class DrawStore {
  private readonly connection: Connection

  constructor(connection: Connection) {
    this.connection = connection
  }

  private get orm() {
    return this.connection.orm
  }

  private get write() {
    this.connection.requireTransaction()
    return this.connection.orm
  }

  /** Writes a draft, or what it says now; `createdAt` stays what it was. */
  saveDraft(draft: { id: string; body: unknown; at: string; by: string }): void {
    const { id, body, at, by } = draft
    this.write
      .insert(drawDraft)
      .values({ id, body, createdAt: at, updatedAt: at, by })
      .onConflictDoUpdate({ target: drawDraft.id, set: { body, updatedAt: at, by } })
      .run()
  }

  /** Deletes a draft. Throws where a draw was held from it. */
  discardDraft(id: string): void {
    this.write.delete(drawDraft).where(eq(drawDraft.id, id)).run()
  }

  draft(id: string): DrawDraft | null {
    return this.orm.select().from(drawDraft).where(eq(drawDraft.id, id)).get() ?? null
  }

  /** All drafts, the last touched first. */
  drafts(): DrawDraft[] {
    return this.orm.select().from(drawDraft).orderBy(desc(drawDraft.updatedAt), asc(drawDraft.id)).all()
  }

  /** The sequence the next draw of this office and year takes: numbers are consecutive (draw-spec section 7). */
  nextSequence(officeCode: string, year: number): number {
    const newest = this.orm
      .select({ sequence: max(draw.sequence) })
      .from(draw)
      .where(and(eq(draw.officeCode, officeCode), eq(draw.year, year)))
      .get()
    return (newest?.sequence ?? 0) + 1
  }

  insertDraw(row: Draw): void {
    this.write.insert(draw).values(row).run()
  }

  draw(number: string): Draw | null {
    return this.orm.select().from(draw).where(eq(draw.number, number)).get() ?? null
  }

  /** All draws, oldest first. */
  draws(): Draw[] {
    return this.orm
      .select()
      .from(draw)
      .orderBy(...inOrder)
      .all()
  }

  /** The draw at the root of a chain and every match and replacement of it, in the order of their numbers. */
  chain(root: string): Draw[] {
    return this.orm
      .select()
      .from(draw)
      .where(or(eq(draw.number, root), eq(draw.root, root)))
      .orderBy(...inOrder)
      .all()
  }

  insertAttempt(row: DrawAttempt): void {
    this.write.insert(drawAttempt).values(row).run()
  }

  attempt(number: string, attempt: number): DrawAttempt | null {
    return (
      this.orm
        .select()
        .from(drawAttempt)
        .where(of(drawAttempt, number, attempt))
        .get() ?? null
    )
  }

  /** All attempts of a draw, the first one first. */
  attempts(number: string): DrawAttempt[] {
    return this.orm
      .select()
      .from(drawAttempt)
      .where(eq(drawAttempt.draw, number))
      .orderBy(asc(drawAttempt.attempt))
      .all()
  }

  insertFreeze(row: DrawFreeze): void {
    this.write.insert(drawFreeze).values(row).run()
  }

  freeze(number: string, attempt: number): DrawFreeze | null {
    return (
      this.orm
        .select()
        .from(drawFreeze)
        .where(of(drawFreeze, number, attempt))
        .get() ?? null
    )
  }

  /** `F` of an attempt without its texts, `null` before the freeze. */
  freezeDigest(number: string, attempt: number): string | null {
    const row = this.orm
      .select({ digest: drawFreeze.digest })
      .from(drawFreeze)
      .where(of(drawFreeze, number, attempt))
      .get()
    return row?.digest ?? null
  }

  insertContribution(row: DrawContribution): void {
    this.write.insert(drawContribution).values(row).run()
  }

  /** The confirmed digits of an attempt, by seat. */
  contributions(number: string, attempt: number): DrawContribution[] {
    return this.orm
      .select()
      .from(drawContribution)
      .where(of(drawContribution, number, attempt))
      .orderBy(asc(drawContribution.seat))
      .all()
  }

  /** Takes down the digits of a seat, or writes them anew. */
  saveDigitsEntry(row: DigitsEntry): void {
    const { digits, opened, at, by } = row
    this.write
      .insert(digitsEntry)
      .values(row)
      .onConflictDoUpdate({
        target: [digitsEntry.draw, digitsEntry.attempt, digitsEntry.seat],
        set: { digits, opened, at, by },
      })
      .run()
  }

  /** The digits of an attempt that are not confirmed yet, by seat. */
  digitsEntries(number: string, attempt: number): DigitsEntry[] {
    return this.orm
      .select()
      .from(digitsEntry)
      .where(of(digitsEntry, number, attempt))
      .orderBy(asc(digitsEntry.seat))
      .all()
  }

  /** Opens all entries of an attempt together. */
  openDigitsEntries(number: string, attempt: number): void {
    this.write
      .update(digitsEntry)
      .set({ opened: 1 })
      .where(of(digitsEntry, number, attempt))
      .run()
  }

  /** Forgets the entries of an attempt: they were confirmed, or the attempt ended. */
  deleteDigitsEntries(number: string, attempt: number): void {
    this.write
      .delete(digitsEntry)
      .where(of(digitsEntry, number, attempt))
      .run()
  }

  insertResult(row: DrawResult): void {
    this.write.insert(drawResult).values(row).run()
  }

  result(number: string, attempt: number): DrawResult | null {
    return (
      this.orm
        .select()
        .from(drawResult)
        .where(of(drawResult, number, attempt))
        .get() ?? null
    )
  }

  /** The result with the record digest D, of whichever draw. */
  resultByDigest(digest: string): DrawResult | null {
    return this.orm.select().from(drawResult).where(eq(drawResult.digest, digest)).get() ?? null
  }

  insertReveal(row: DrawReveal): void {
    this.write.insert(drawReveal).values(row).run()
  }

  /** The steps revealed so far, in order. */
  reveals(number: string, attempt: number): DrawReveal[] {
    return this.orm
      .select()
      .from(drawReveal)
      .where(of(drawReveal, number, attempt))
      .orderBy(asc(drawReveal.step))
      .all()
  }

  insertConfirmation(row: DrawConfirmation): void {
    this.write.insert(drawConfirmation).values(row).run()
  }

  confirmation(number: string, attempt: number): DrawConfirmation | null {
    return (
      this.orm
        .select()
        .from(drawConfirmation)
        .where(of(drawConfirmation, number, attempt))
        .get() ?? null
    )
  }

  insertEnding(row: DrawEnding): void {
    this.write.insert(drawEnding).values(row).run()
  }

  ending(number: string, attempt: number): DrawEnding | null {
    return (
      this.orm
        .select()
        .from(drawEnding)
        .where(of(drawEnding, number, attempt))
        .get() ?? null
    )
  }

  /** All aborts and voids of a draw, in the order of the attempts. */
  endings(number: string): DrawEnding[] {
    return this.orm
      .select()
      .from(drawEnding)
      .where(eq(drawEnding.draw, number))
      .orderBy(asc(drawEnding.attempt))
      .all()
  }

  /** Where every draw stands, oldest first. */
  summaries(): DrawSummary[] {
    return this.draws().map((row) => this.summary(row))
  }

  /** Where one draw stands. */
  summary(row: Draw): DrawSummary {
    const { number } = row
    const newest = this.orm
      .select({ attempt: max(drawAttempt.attempt) })
      .from(drawAttempt)
      .where(eq(drawAttempt.draw, number))
      .get()
    const attempt = newest?.attempt ?? 0
    const frozen = this.orm
      .select({ digest: drawFreeze.digest })
      .from(drawFreeze)
      .where(of(drawFreeze, number, attempt))
      .get()
    const result = this.orm
      .select({ digest: drawResult.digest })
      .from(drawResult)
      .where(of(drawResult, number, attempt))
      .get()
    return {
      draw: row,
      attempt,
      frozen: frozen !== undefined,
      contributions: this.contributions(number, attempt).length,
      resultDigest: result?.digest ?? null,
      step: this.reveals(number, attempt).at(-1)?.step ?? null,
      confirmed: this.confirmation(number, attempt) !== null,
      ending: this.ending(number, attempt)?.kind ?? null,
    }
  }
}

const inOrder = [asc(draw.officeCode), asc(draw.year), asc(draw.sequence)]

function of(table: { draw: SQLiteColumn; attempt: SQLiteColumn }, number: string, attempt: number) {
  return and(eq(table.draw, number), eq(table.attempt, attempt))
}
