import type { DrawKind, DrawMode } from '../draw/manifest.ts'

/** What every state of a session tells. */
interface Common {
  readonly number: string
  readonly kind: DrawKind
  readonly mode: DrawMode
  readonly attempt: number
  readonly task: string
  /** `C` */
  readonly commitment: string
}
interface Frozen extends Common {
  /** `F` */
  readonly freeze: string
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

/** One step of the reveal. */
export type RevealStep =
  | {
      readonly step: 'object'
      readonly order: number
      readonly stratum: string
      readonly id: string
      readonly name: string
    }
  | {
      readonly step: 'team'
      readonly team: number
      readonly inspectors: readonly { readonly id: string; readonly name: string }[]
    }
  | {
      readonly step: 'pair'
      readonly object: { readonly id: string; readonly name: string }
      readonly team: number | null
      readonly inspectors: readonly { readonly id: string; readonly name: string }[]
    }
  | {
      readonly step: 'replace'
      readonly vacated: { readonly id: string; readonly name: string }
      readonly drawn: { readonly id: string; readonly name: string }
    }

/**
 * A draw session (摇号场次), as a machine of states:
 * committed → frozen → drawn → revealed → confirmed; aborted before the last digit; void by written decision after.
 * Before it there is only a draft, which is not yet a session and has no number.
 */
export type DrawSession =
  | (Common & { readonly state: 'committed' })
  | (Frozen & { readonly state: 'frozen'; readonly contributed: number })
  | (Drawn & { readonly state: 'drawn' })
  | (Drawn & { readonly state: 'revealed' })
  | (Drawn & { readonly state: 'confirmed'; readonly confirmedAt: string })
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
