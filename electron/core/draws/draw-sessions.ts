import { randomUUID } from 'node:crypto'
import type {
  DrawPreview,
  DrawProposal,
  Drift,
  PoolRow,
  ResultInForce,
} from '../../../shared/api/draw-contract.ts'
import type { DrawPlan, Office } from '../../../shared/api/draw-plan.ts'
import {
  type Archived,
  type DraftSession,
  type DrawSession,
  isConcealed,
  type SessionState,
  sessionStateWords,
} from '../../../shared/api/session.ts'
import type { Pace, StageState } from '../../../shared/api/stage-contract.ts'
import {
  commitment,
  type EndingRecord,
  MIN_DIGITS_TOGETHER,
  readDigits,
  renderEnding,
} from '../../../shared/draw/ceremony.ts'
import { H } from '../../../shared/draw/notation.ts'
import { drawOutcome, singleCandidates } from '../../../shared/draw/outcome.ts'
import { recordDigest, renderResult } from '../../../shared/draw/result.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { type CoreContext, now, record, requireOffice, writeOffice } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { registerApproval, withApprovalScan } from '../papers/approvals.ts'
import type { PlacedDocument } from '../papers/file-documents.ts'
import { archivedOf } from './archived.ts'
import { readChain, requireSameMode } from './chain-records.ts'
import { asSeenByAll, concealedRows } from './concealed.ts'
import { enterDigits, openDigits, refuseEntered, takeDigits } from './digits-entries.ts'
import { type DiscloseOrder, discloseChain } from './disclose.ts'
import {
  type DraftedPlan,
  type DraftSummary,
  discardDraft,
  draftedPlan,
  heldFrom,
  openDrafts,
} from './drafts.ts'
import { readDrift } from './drift.ts'
import { prepareFreeze, previewFreeze } from './freeze-plan.ts'
import { resultInForce } from './in-force.ts'
import { readFreeze } from './parsed-freeze.ts'
import { type PoolPart, poolOf } from './pool.ts'
import { proposeDraw } from './propose-draw.ts'
import { refuseNeeds } from './refuse-needs.ts'
import { nextStep, sealedOutcome } from './sealed-outcome.ts'
import { planOf, readSession, storedPlan } from './session.ts'
import { digitsSentence, readPlan, refuseOtherPlan, refuseOwnWitness } from './session-input.ts'
import { refuseAmendingHidden } from './shown-in-full.ts'
import { directStage, type StageDirection, stageState } from './stage-state.ts'

/** An approval (批准) beside its name: number and date of the document, and its scan as an upload. */
export interface Approval {
  readonly number: string
  readonly date: string
  readonly scan: string | null
}
/** Who approved, and why an attempt ends or begins anew. */
export interface AgainOrder {
  readonly reason: string
  readonly approver: string
  readonly approval?: Approval | null
}
export interface AbortOrder extends AgainOrder {
  readonly supervisor: string
}
export interface VoidOrder extends AbortOrder {
  /** number of the written decision */
  readonly decision: string
}

/** Thrown to undo what a preview did. */
class RolledBack extends Error {}

/**
 * Draw sessions (摇号场次). Every method is one transaction with its ledger entry, and gives the session after it.
 * Expected failures are thrown as RefusalError and leave everything as it was. Nothing here takes a secret, a
 * seed or an outcome from a caller: the secret comes from the random source of the core, the rest follows.
 */
export class DrawSessions {
  readonly #context: CoreContext

  constructor(context: CoreContext) {
    this.#context = context
  }

  /** Where the session stands. */
  read(number: string): DrawSession {
    return readSession(this.#context, number)
  }

  /**
   * Writes a plan as a new draft, or over the draft `id`, and gives its id. The draft of a draw can be mended until
   * its lists are frozen. Refuses with `PLAN_INVALID`, `PLAN_DIFFERENT_KIND` or `WRONG_STATE`.
   */
  draft(actor: string, plan: unknown, id: string = randomUUID()): string {
    const body = readPlan(plan)
    this.#context.database.transaction(() => {
      const draw = heldFrom(this.#context, id)
      if (draw !== null) {
        this.#expect(draw.number, ['committed'], '修改草案')
        refuseOtherPlan(this.#context, draw, body)
      }
      this.#context.database.draws.saveDraft({ id, body, at: now(this.#context), by: actor })
    })
    return id
  }

  /**
   * What a plan would freeze as the registers stand now, and as `problem` what a freeze would refuse of it; refused
   * where the lists cannot even be told. Writes nothing: whatever it does is rolled back. `office`, where given, is taken as set.
   */
  preview(actor: string, plan: unknown, office: Office | null = null): DrawPreview {
    const { database } = this.#context
    const body = readPlan(plan)
    let preview: DrawPreview | undefined
    try {
      database.transaction(() => {
        if (office !== null) writeOffice(this.#context, actor, office)
        preview = previewFreeze(this.#context, actor, body)
        throw new RolledBack()
      })
    } catch (error) {
      if (!(error instanceof RolledBack)) throw error
    }
    if (preview === undefined) throw new Error('the preview came to nothing')
    return preview
  }

  /** Where what was drafted stands: a draft still, or the session that was held from it. Refuses with `DRAFT_UNKNOWN`. */
  readDraft(id: string): DraftSession | DrawSession {
    const draft = this.#context.database.draws.draft(id)
    if (draft === null)
      throw new RefusalError('DRAFT_UNKNOWN', '没有这份摇号草案。没有写入任何数据。请重新填写。')
    const held = heldFrom(this.#context, id)
    if (held !== null) return this.read(held.number)
    const { kind, mode, task } = draft.body as DrawPlan
    return { state: 'draft', id, kind, mode, task: task.name }
  }

  /** Drafts that no number was taken for yet, the last touched first. */
  drafts(): readonly DraftSummary[] {
    return openDrafts(this.#context)
  }

  /** A draft with its plan, and the number that was taken for it. Refuses with `DRAFT_UNKNOWN`. */
  draftedPlan(id: string): DraftedPlan {
    return draftedPlan(this.#context, id)
  }

  /** Deletes a draft that no number was taken for. Refuses with `DRAFT_UNKNOWN` or `DRAFT_USED`. */
  discardDraft(id: string): void {
    discardDraft(this.#context, id)
  }

  /**
   * What a plan line, or items outside any plan, come to under the 执行细则. Writes nothing. Refuses with
   * `ROW_UNKNOWN` or `BOUNDS_EMPTY`.
   */
  propose(from: { readonly line: Serial } | { readonly items: readonly string[] }): DrawProposal {
    return proposeDraw(this.#context, from)
  }

  /** What changed in the registers since the lists were frozen. Refuses with `WRONG_STATE` before the freeze. */
  drift(number: string): Drift {
    return readDrift(this.#context, number)
  }

  /** The session as the stage may tell it to everybody: of a confidential draw numbers instead of names. */
  seenByAll(session: DrawSession): DrawSession {
    return asSeenByAll(this.#context, session)
  }

  /** Rows of the frozen lists as the stage may roll them: of a confidential draw numbers instead of names. */
  poolSeenByAll(
    number: string,
    part: PoolPart,
  ): { readonly total: number; readonly rows: readonly PoolRow[] } {
    const { total, rows } = this.pool(number, part)
    return { total, rows: isConcealed(this.read(number)) ? concealedRows(rows, part.what) : rows }
  }

  /** Rows of the frozen lists, as picks count them. Refuses with `WRONG_STATE` before the freeze. */
  pool(number: string, part: PoolPart): { readonly total: number; readonly rows: readonly PoolRow[] } {
    return poolOf(this.#context, number, part)
  }

  /** The list in force of the chain of a draw. Refuses with `NOT_DRAWN_YET` or `DRAW_NOT_STANDING`. */
  inForce(number: string): ResultInForce {
    return resultInForce(this.#context, number)
  }

  /** The signed form of an attempt that is on file, `null` while it is waited for. */
  archived(number: string, attempt: number): Archived | null {
    return archivedOf(this.#context, number, attempt)
  }

  /** How the stage (大屏) stands. */
  stage(): Omit<StageState, 'windows'> {
    return stageState(this.#context)
  }

  /** Changes what the stage shows and how. Refuses with `DRAW_UNKNOWN`. */
  directStage(change: Partial<StageDirection>): void {
    directStage(this.#context, change)
  }

  /** Takes the next number, draws `S` and publishes `C`. An amendment waits for others of its chain. */
  commit(actor: string, draftId: string): DrawSession {
    const { database } = this.#context
    const draft = database.draws.draft(draftId)
    if (draft === null)
      throw new RefusalError('DRAFT_UNKNOWN', '没有这份摇号草案。没有写入任何数据。请重新填写。')
    const plan = storedPlan(draft.body)
    const { code } = requireOffice(this.#context)
    refuseOwnWitness(plan, actor)
    const at = now(this.#context)
    const year = Number(at.slice(0, 4))
    // Whatever else is asked is asked of a day, and a wrong one would give a wrong answer.
    if (year < 2000)
      throw new RefusalError(
        'CLOCK_WRONG',
        `这台电脑的时钟显示为${at}，不能取号。没有写入任何数据，此前保存的数据完好。请校正系统时间后重试。`,
      )
    if (plan.kind === 'draw') refuseNeeds(this.#context, plan, at.slice(0, 10))
    return database.transaction(() => {
      const held = heldFrom(this.#context, draftId)
      if (held !== null)
        throw new RefusalError(
          'DRAFT_USED',
          `这份摇号草案已用于“${held.number}”。没有写入任何数据。请继续该次抽取，或另建草案。`,
        )
      const chain = plan.kind === 'draw' ? null : readChain(this.#context, plan.amends)
      if (chain !== null) {
        requireSameMode(chain, plan.mode)
        refuseAmendingHidden(this.#context, chain.rootNumber)
        this.#refuseUnfinished(chain.rootNumber)
      }
      const sequence = database.draws.nextSequence(code, year)
      const number = `${code}-${String(year).padStart(4, '0')}-${String(sequence).padStart(4, '0')}`
      database.draws.insertDraw({
        number,
        officeCode: code,
        year,
        sequence,
        kind: plan.kind,
        mode: plan.mode,
        draftId,
        root: chain?.rootNumber ?? null,
        amends: chain?.state.newest ?? null,
        at,
        by: actor,
      })
      this.#insertAttempt(actor, number, 1, null, null, null, at)
      return this.read(number)
    })
  }

  /**
   * A further attempt of a draw whose last one was aborted or declared void, with a fresh secret. `plan`, where
   * given, takes the place of the draft's (another kind or mode is refused).
   */
  again(actor: string, number: string, why: AgainOrder, plan?: unknown): DrawSession {
    const { database } = this.#context
    const body = plan === undefined ? null : readPlan(plan)
    return this.#approved(number, why, (scan) => {
      const session = this.#expect(number, ['aborted', 'void'], '再次抽取')
      const draw = database.draws.draw(number)
      if (!('record' in session) || draw === null) throw new Error('expected an ended session')
      const at = now(this.#context)
      if (body !== null) {
        refuseOtherPlan(this.#context, draw, body)
        database.draws.saveDraft({ id: String(draw.draftId), body, at, by: actor })
      }
      this.#refuseUnfinished(draw.root ?? number, number)
      // What it amends must stand: otherwise a further attempt could only be aborted again.
      if (draw.root !== null) {
        readChain(this.#context, draw.root, number)
        refuseAmendingHidden(this.#context, draw.root)
      }
      const { reason, approver } = why
      this.#insertAttempt(actor, number, session.attempt + 1, session.record, reason, approver, at)
      this.#approve(actor, number, session.attempt + 1, 'again', why, scan)
      return this.read(number)
    })
  }

  /** Freezes the lists as the registers stand, or refuses with everything that could fail later. */
  freeze(actor: string, number: string): DrawSession {
    const { database } = this.#context
    return database.transaction(() => {
      const session = this.#expect(number, ['committed'], '锁定名单')
      const at = now(this.#context)
      const plan = planOf(this.#context, number)
      const frozen = prepareFreeze(this.#context, actor, session, plan, at)
      const entry = { attempt: session.attempt, draw: number, freeze: frozen.digest }
      record(this.#context, actor, 'draw.freeze', entry, at)
      database.draws.insertFreeze({
        draw: number,
        attempt: session.attempt,
        ...frozen,
        at,
        by: actor,
      })
      if (plan.kind === 'draw' && plan.basis !== null) {
        const { basis } = plan
        database.schemes.insertBasis({
          draw: number,
          attempt: session.attempt,
          line: basis.on === 'line' ? basis.line : null,
          // A rehearsal may name a scheme that is gone by now: it rests on none.
          scheme: basis.scheme === null ? null : (database.schemes.get(basis.scheme)?.id ?? null),
          outside: basis.on === 'outside' ? basis.reason : null,
          at,
          by: actor,
        })
      }
      return this.read(number)
    })
  }

  /**
   * Confirms the digits of the next witness, in seat order. The last one draws: digits, seed, outcome and their
   * ledger entry are one transaction, and only then can anything be shown.
   */
  contribute(actor: string, number: string, seat: number, typed: string): DrawSession {
    const { database } = this.#context
    return database.transaction(() => {
      const session = this.#expect(number, ['frozen'], '确认见证数字')
      if (session.state !== 'frozen') throw new Error('expected a frozen session')
      if (seat !== session.contributed + 1)
        throw new RefusalError(
          'NOT_THIS_SEAT',
          `现在应由第${session.contributed + 1}位见证人提供数字。没有写入任何数据，已确认的数字保留。`,
        )
      refuseEntered(session)
      const read = readDigits(typed)
      if (!read.ok)
        throw new RefusalError('DIGITS_INVALID', digitsSentence(session.witnesses[seat - 1], read.problem))
      const before = database.draws.contributions(number, session.attempt).map((c) => c.digits)
      const contributions = [...before, read.digits]
      const isLast = contributions.length === session.witnesses.length
      const together = contributions.join('').length
      if (isLast && together < MIN_DIGITS_TOGETHER)
        throw new RefusalError(
          'DIGITS_TOO_FEW_TOGETHER',
          `全部见证数字合计${together}位，不足${MIN_DIGITS_TOGETHER}位。没有写入任何数据，已确认的数字保留。请最后一位见证人提供更多位数字。`,
        )
      const at = now(this.#context)
      const { attempt } = session
      database.draws.insertContribution({ draw: number, attempt, seat, digits: read.digits, at, by: actor })
      if (isLast) this.#draw(actor, number, attempt, seat, contributions, at)
      else this.#recordContribution(actor, number, attempt, seat, read.digits, at)
      return this.read(number)
    })
  }

  /** Takes down the digits of a witness, masked until those of all are opened together, or writes them anew. */
  enterDigits(actor: string, number: string, seat: number, typed: string): DrawSession {
    return this.#context.database.transaction(() => {
      const session = this.#expect(number, ['frozen'], '录入见证数字')
      if (session.state !== 'frozen') throw new Error('expected a frozen session')
      enterDigits(this.#context, actor, session, seat, typed)
      return this.read(number)
    })
  }

  /** Shows the digits of all witnesses together, to be read back. Again does nothing. */
  openDigits(actor: string, number: string): DrawSession {
    return this.#context.database.transaction(() => {
      const session = this.#expect(number, ['frozen'], '打开见证数字')
      if (session.state !== 'frozen') throw new Error('expected a frozen session')
      openDigits(this.#context, actor, session)
      return this.read(number)
    })
  }

  /** Confirms the opened digits in seat order and draws, all in one transaction. */
  confirmDigits(actor: string, number: string): DrawSession {
    const { database } = this.#context
    return database.transaction(() => {
      const session = this.#expect(number, ['frozen'], '确认见证数字')
      if (session.state !== 'frozen') throw new Error('expected a frozen session')
      const contributions = takeDigits(this.#context, session)
      const at = now(this.#context)
      const { attempt } = session
      for (const [index, digits] of contributions.entries()) {
        const seat = index + 1
        database.draws.insertContribution({ draw: number, attempt, seat, digits, at, by: actor })
        if (seat === contributions.length) this.#draw(actor, number, attempt, seat, contributions, at)
        else this.#recordContribution(actor, number, attempt, seat, digits, at)
      }
      return this.read(number)
    })
  }

  /** Shows the stored outcome up to step `upTo` (1 to the number of steps). Never back. */
  reveal(actor: string, number: string, upTo: number): DrawSession {
    return this.#context.database.transaction(() => {
      const session = this.#expect(number, ['drawn'], '揭晓')
      if (session.state !== 'drawn') throw new Error('expected a drawn session')
      if (!Number.isSafeInteger(upTo) || upTo <= session.revealed || upTo > session.steps)
        throw new RefusalError(
          'STEP_INVALID',
          `已揭晓${session.revealed}步，共${session.steps}步，不能揭晓到第${upTo}步。没有写入任何数据。`,
        )
      const at = now(this.#context)
      const { attempt } = session
      record(this.#context, actor, 'draw.reveal', { attempt, draw: number, step: upTo }, at)
      this.#context.database.draws.insertReveal({ draw: number, attempt, step: upTo, at, by: actor })
      return this.read(number)
    })
  }

  /** Shows as much more of the stored outcome as the pace says, within the group that is being shown. */
  next(actor: string, number: string, pace: Pace): DrawSession {
    const { attempt, ...session } = this.#expect(number, ['drawn'], '揭晓')
    const freeze = readFreeze(this.#context, number, attempt)
    const stored = this.#context.database.draws.result(number, attempt)
    if (!('revealed' in session) || freeze === null || stored === null)
      throw new Error('expected a drawn session')
    const { steps } = sealedOutcome(freeze, stored)
    return this.reveal(actor, number, nextStep(steps, session.revealed, pace))
  }

  /** Confirms that the outcome was shown in full. */
  confirm(actor: string, number: string): DrawSession {
    return this.#context.database.transaction(() => {
      const { attempt } = this.#expect(number, ['revealed'], '确认结果')
      const at = now(this.#context)
      record(this.#context, actor, 'draw.confirmed', { attempt, draw: number }, at)
      this.#context.database.draws.insertConfirmation({ draw: number, attempt, at, by: actor })
      return this.read(number)
    })
  }

  /**
   * Discloses the names of a confidential chain (公布名单). Refuses with `WRONG_STATE` before the outcome is confirmed
   * and where nothing is secret, with `DATE_IMPOSSIBLE` a day that cannot be.
   */
  disclose(actor: string, number: string, order: DiscloseOrder): DrawSession {
    return this.#context.database.transaction(() => {
      discloseChain(this.#context, actor, number, order)
      return this.read(number)
    })
  }

  /** Aborts an attempt before its last digit is confirmed. `S` is shown, and the record is the next one's `previous`. */
  abort(actor: string, number: string, order: AbortOrder): DrawSession {
    return this.#approved(number, order, (scan) => {
      this.#expect(number, ['committed', 'frozen'], '中止')
      return this.#end(actor, number, 'aborted', order, null, scan)
    })
  }

  /**
   * Aborts every attempt that is open, inside the caller's transaction, and gives their numbers. A restored backup
   * takes none of them up again: whoever saw them drawn after the backup was made knows their `S`, and could try
   * digits until somebody is pleased.
   */
  abortOpen(actor: string, order: AbortOrder): readonly string[] {
    const open = this.#context.database.draws
      .summaries()
      .filter(({ attempt, resultDigest, ending }) => attempt > 0 && resultDigest === null && ending === null)
      .map(({ draw }) => draw.number)
    for (const number of open) this.#end(actor, number, 'aborted', order, null, null)
    return open
  }

  /** Declares a drawn attempt void by a written decision: only the newest standing record of its chain. */
  declareVoid(actor: string, number: string, order: VoidOrder): DrawSession {
    return this.#approved(number, order, (scan) => {
      const session = this.#expect(number, ['drawn', 'revealed', 'confirmed'], '作废')
      const chain = readChain(this.#context, number)
      this.#refuseUnfinished(chain.rootNumber, number)
      if (!('digest' in session) || chain.state.newest !== session.digest)
        throw new RefusalError(
          'NOT_THE_NEWEST',
          '该次抽取之后已有匹配或更换。没有写入任何数据。请先从最后一次起逐次作废。',
        )
      return this.#end(actor, number, 'void', order, session.digest, scan, order.decision)
    })
  }

  #insertAttempt(
    actor: string,
    number: string,
    attempt: number,
    previous: string | null,
    reason: string | null,
    approver: string | null,
    at: string,
  ): void {
    const bytes = this.#context.random()
    if (bytes.length !== 32) throw new Error('the random source must give 32 bytes')
    const secret = Buffer.from(bytes).toString('hex')
    const commit = commitment(secret)
    record(this.#context, actor, 'draw.commit', { attempt, commit, draw: number }, at)
    this.#context.database.draws.insertAttempt({
      draw: number,
      attempt,
      secret,
      commitment: commit,
      previous,
      reason,
      approver,
      at,
      by: actor,
    })
  }

  /** Runs the transaction of a step that may bring the scan of its approval. */
  #approved(
    number: string,
    order: AgainOrder,
    step: (scan: PlacedDocument | null) => DrawSession,
  ): DrawSession {
    return withApprovalScan(this.#context, number, order, (scan) =>
      this.#context.database.transaction(() => step(scan)),
    )
  }

  /** Registers the approval of a step, where there is one, in the transaction of the step. */
  #approve(
    actor: string,
    draw: string,
    attempt: number,
    purpose: 'abort' | 'void' | 'again',
    { approver, approval = null }: AgainOrder,
    scan: PlacedDocument | null,
  ): void {
    if (approval === null) return
    const { number, date } = approval
    registerApproval(this.#context, actor, { draw, attempt, purpose, name: approver, number, date, scan })
  }

  #recordContribution(
    actor: string,
    draw: string,
    attempt: number,
    seat: number,
    digits: string,
    at: string,
  ): void {
    record(this.#context, actor, 'draw.contribution', { attempt, digits, draw, seat }, at)
  }

  #draw(
    actor: string,
    number: string,
    attempt: number,
    seat: number,
    digits: readonly string[],
    at: string,
  ): void {
    const { draws } = this.#context.database
    const frozen = readFreeze(this.#context, number, attempt)
    const committed = draws.attempt(number, attempt)
    if (frozen === null || committed === null)
      throw new Error(`attempt ${attempt} of ${number} is not frozen`)
    const { manifest, lists } = frozen
    const outcome = drawOutcome(manifest, lists, frozen.digest, committed.secret, digits)
    const text = renderResult({ ...outcome, at })
    const digest = recordDigest(text)
    const data = {
      attempt,
      digits: digits.at(-1) ?? '',
      draw: number,
      result: digest,
      seat,
      secret: committed.secret,
      seed: outcome.seed,
    }
    record(this.#context, actor, 'draw.result', data, at)
    const row = { draw: number, attempt, digest, result: text, at }
    const stored = { ...row, singleCandidates: singleCandidates(outcome) }
    draws.insertResult(stored)
    sealedOutcome(frozen, stored, outcome)
  }

  #end(
    actor: string,
    number: string,
    kind: EndingRecord['kind'],
    order: AbortOrder,
    result: string | null,
    scan: PlacedDocument | null,
    decision: string | null = null,
  ): DrawSession {
    const { draws } = this.#context.database
    const session = this.read(number)
    const { attempt } = session
    const committed = draws.attempt(number, attempt)
    if (committed === null) throw new Error(`attempt ${attempt} of ${number} was never committed`)
    const at = now(this.#context)
    const text = renderEnding({
      kind,
      draw: number,
      attempt,
      previous: committed.previous,
      commitment: committed.commitment,
      manifest: draws.freeze(number, attempt)?.digest ?? null,
      secret: committed.secret,
      contributions: draws.contributions(number, attempt).map((c) => c.digits),
      result,
      reason: order.reason,
      decision,
      approver: order.approver,
      supervisor: order.supervisor,
      at,
    })
    const digest = H(text)
    const data = { attempt, draw: number, record: digest, secret: committed.secret }
    record(this.#context, actor, kind === 'void' ? 'draw.void' : 'draw.aborted', data, at)
    draws.deleteDigitsEntries(number, attempt)
    draws.insertEnding({ draw: number, attempt, kind, record: text, digest, at, by: actor })
    this.#approve(actor, number, attempt, kind === 'void' ? 'void' : 'abort', order, scan)
    return this.read(number)
  }

  #expect(number: string, states: readonly SessionState[], what: string): DrawSession {
    const session = this.read(number)
    if (states.includes(session.state)) return session
    throw new RefusalError(
      'WRONG_STATE',
      `“${number}”第${session.attempt}次抽取${sessionStateWords[session.state]}，不能${what}。没有写入任何数据，场次保持原样。`,
    )
  }

  /** Only one draw of a chain is open at a time: what an amendment amends cannot move while it is held. */
  #refuseUnfinished(rootNumber: string, except: string | null = null): void {
    for (const { number } of this.#context.database.draws.chain(rootNumber)) {
      if (number === except) continue
      const session = this.read(number)
      if (session.state === 'committed' || session.state === 'frozen')
        throw new RefusalError(
          'CHAIN_BUSY',
          `“${number}”${sessionStateWords[session.state]}。没有写入任何数据。请先完成或中止它。`,
        )
    }
  }
}
