import type { DrawKind, DrawMode } from '../draw/manifest.ts'

/** What every state of a session tells. */
interface Common {
  readonly number: string
  readonly kind: DrawKind
  readonly mode: DrawMode
  readonly attempt: number
  readonly office: string
  readonly task: string
  /** 抽查事项 */
  readonly items: readonly string[]
  readonly venue: string
  readonly operator: string
  /** the draft it was held from */
  readonly draft: string
  /** the draw at the root of its chain; `null` for one that amends nothing */
  readonly root: string | null
  /** 保密: what is kept from the room until the visits are done (S2 第九条、第十七条); `null` where nothing is */
  readonly confidential: Confidentiality | null
  /** when this attempt took its number and committed */
  readonly committedAt: string
  /** `C` */
  readonly commitment: string
}

/** Names of a chain that are kept secret (保密), and whether they were disclosed (公布) since. */
export interface Confidentiality {
  readonly disclosed: Disclosure | null
}

/** Names of a confidential chain were made public: when it was written down, by whom, of which day, and why then. */
export interface Disclosure {
  readonly at: string
  readonly by: string
  /** the day from which the names are public */
  readonly date: string
  readonly reason: string
}

/** How many rows of a register were left out for one reason (排除), with its clause (`-` for none). */
export interface ExclusionCount {
  readonly what: 'object' | 'inspector'
  readonly reason: string
  readonly clause: string
  readonly count: number
}

/** What is drawn of one stratum (分层), as it was frozen. */
export interface FrozenStratum {
  readonly id: string
  readonly name: string | null
  readonly size: number
  readonly sample: number
  readonly basis: string
}

/**
 * The digits of one witness before they count. Masked (`digits` is `null`) until those of all witnesses are in and
 * opened together (draw-spec section 3); an entry can be written anew until they are confirmed.
 */
export interface DigitsEntry {
  readonly seat: number
  readonly entered: boolean
  readonly digits: string | null
}

/** One pick as a person can check it: `P_i(n) = int(H(K + "," + i), 16) mod n` (draw-spec section 4). */
export interface PickShown {
  /** label of the stage, `objects/A` */
  readonly stage: string
  /** `i`, from 1 */
  readonly i: number
  /** `n` */
  readonly among: number
  /** the hash, 64 hex digits */
  readonly hash: string
  /** `P_i(n)`, from 0 */
  readonly index: number
  /** the pick hit what was drawn already, counted, and was skipped (DISTINCT only) */
  readonly repeat: boolean
}

interface Frozen extends Common {
  /** `F` */
  readonly freeze: string
  readonly frozenAt: string
  readonly strata: readonly FrozenStratum[]
  readonly topology: 'none' | 'teams' | 'each'
  readonly teams: number | null
  readonly slots: readonly { readonly role: 'L' | 'M'; readonly department: string | null }[]
  readonly exclusions: readonly ExclusionCount[]
  /** the rule in one sentence a line, as the freeze slide shows it */
  readonly rule: readonly string[]
  readonly witnesses: readonly { readonly seat: number; readonly role: string; readonly name: string }[]
  readonly counts: {
    readonly objects: number
    readonly inspectors: number
    readonly excluded: number
    readonly sample: number
  }
}
interface Drawn extends Frozen {
  /** `D` */
  readonly digest: string
  readonly seed: string
  readonly secret: string
  readonly contributions: readonly string[]
  readonly drawnAt: string
  /** how many of the steps have been shown */
  readonly revealed: number
  readonly steps: number
  /** what has been shown, in the order of the reveal */
  readonly shown: readonly RevealStep[]
}

/** The signed form that closes a session (归档): until it is there the session waits as 待签字. */
export interface Archived {
  /** id of the document */
  readonly document: string
  readonly at: string
  readonly by: string
  /** `qr`: D was read from the form's code and compared; `by-hand`: a person compared it, with what is said of it */
  readonly compared: 'qr' | 'by-hand'
}

/** One step of the reveal. */
export type RevealStep =
  | {
      readonly step: 'object'
      readonly order: number
      readonly stratum: string
      readonly id: string
      readonly name: string
      /** the number of the object in its stratum's frozen list, from 1, as `pool` gives it */
      readonly place: number
      /** the picks that led to it: repeats that were skipped, then the one that hit */
      readonly picks: readonly PickShown[]
    }
  | {
      readonly step: 'team'
      readonly team: number
      /** one pick a member, in seat order */
      readonly picks: readonly PickShown[]
      readonly inspectors: readonly { readonly id: string; readonly name: string }[]
    }
  | {
      readonly step: 'pair'
      readonly object: { readonly id: string; readonly name: string }
      readonly team: number | null
      readonly inspectors: readonly { readonly id: string; readonly name: string }[]
      /** one pick where a team was drawn, else one a seat */
      readonly picks: readonly PickShown[]
    }
  | {
      readonly step: 'replace'
      readonly vacated: { readonly id: string; readonly name: string }
      readonly drawn: { readonly id: string; readonly name: string }
      /** the number of the drawn in the frozen list, from 1 */
      readonly place: number
      readonly picks: readonly PickShown[]
    }

/**
 * A draw session (摇号场次), as a machine of states:
 * committed → frozen → drawn → revealed → confirmed; aborted before the last digit; void by written decision after.
 * Before it there is only a draft, which is not yet a session and has no number.
 */
export type DrawSession =
  | (Common & { readonly state: 'committed' })
  | (Frozen & {
      readonly state: 'frozen'
      /** how many are confirmed */
      readonly contributed: number
      /** one a witness, in seat order */
      readonly entries: readonly DigitsEntry[]
      /** whether the entries are opened: all are in, and shown to be read back */
      readonly opened: boolean
    })
  | (Drawn & { readonly state: 'drawn' })
  | (Drawn & { readonly state: 'revealed' })
  | (Drawn & {
      readonly state: 'confirmed'
      readonly confirmedAt: string
      readonly archived: Archived | null
    })
  | (Common & {
      readonly state: 'aborted'
      readonly record: string
      readonly reason: string
      readonly at: string
    })
  | (Drawn & {
      readonly state: 'void'
      readonly record: string
      readonly reason: string
      readonly decision: string
      readonly at: string
    })
export type SessionState = DrawSession['state']

/** Whether everybody but the operator sees numbers instead of names, and the package waits. */
export function isConcealed({ confidential }: Pick<DrawSession, 'confidential'>): boolean {
  return confidential !== null && confidential.disclosed === null
}

/** Before the commit there is a draft: no number, no secret, and nothing that anybody could be held to. */
export interface DraftSession {
  readonly state: 'draft'
  readonly id: string
  readonly kind: DrawKind
  readonly mode: DrawMode
  readonly task: string
}

/** The states in words. */
export const sessionStateWords = {
  committed: '已承诺，尚未锁定名单',
  frozen: '已锁定名单，等待见证数字',
  drawn: '结果已封存，正在逐步揭晓',
  revealed: '已全部揭晓，等待确认',
  confirmed: '已确认',
  aborted: '已中止',
  void: '已作废',
} as const satisfies Record<SessionState, string>

/** The two states of a paper whose draw is confirmed, in words. */
export const paperStateWords = { unsigned: '待签字', archived: '已归档' } as const

/** What a session is called in a list: a confirmed one waits for its signed form, then is on file. */
export function sessionWords(session: { readonly state: SessionState; readonly archived?: unknown }): string {
  if (session.state !== 'confirmed') return sessionStateWords[session.state]
  return session.archived === null || session.archived === false
    ? paperStateWords.unsigned
    : paperStateWords.archived
}
