/** What was drawn, as a row or as the whole picture shows it. */
export interface Result {
  readonly key: string
  /** which one it is: 第3个，第2检查组 */
  readonly head: string
  /** what it was drawn for: the object of a pairing, whom a replacement relieves */
  readonly context: string | null
  /** names, each with how it was picked */
  readonly drawn: readonly { readonly name: string; readonly pick: PickLine | null }[]
  /** a remark below: picks that were skipped */
  readonly remark: string | null
}

/** One pick as the picture tells it: its number, the first digits of its hash, and where it led. */
export interface PickLine {
  readonly i: number
  /** the first digits, in groups of four */
  readonly hash: string
  /** how the hash leads to the place, as a sum */
  readonly sum: string
}

export interface FrameWitness {
  readonly seat: number
  readonly role: string
  readonly name: string
}

/** A piece of a frame. Pieces flow over as many pages as they need; none is ever made smaller or cut. */
export type Part =
  | { readonly part: 'title'; readonly office: string | null; readonly emblem: string | null }
  | {
      readonly part: 'opening'
      readonly office: string
      readonly task: string
      readonly kind: string
      readonly items: readonly string[]
      readonly attempt: number
    }
  | {
      readonly part: 'notice'
      readonly tone: 'navy' | 'seal'
      readonly head: string
      readonly strong: string | null
      readonly lines: readonly string[]
    }
  | {
      readonly part: 'digest'
      readonly label: string
      readonly digest: string
      readonly note: string | null
      /** what its QR code says; `null` for none */
      readonly code: string | null
    }
  | {
      readonly part: 'facts'
      readonly head: string
      readonly rows: readonly { readonly name: string; readonly value: string }[]
    }
  | { readonly part: 'lines'; readonly head: string; readonly lines: readonly string[] }
  | {
      readonly part: 'witnesses'
      readonly rows: readonly (FrameWitness & { readonly given: boolean })[]
    }
  | {
      readonly part: 'digits'
      readonly note: string
      readonly rows: readonly (FrameWitness & { readonly digits: string })[]
    }
  | { readonly part: 'results'; readonly rows: readonly Result[] }
  | { readonly part: 'outcome'; readonly rows: readonly OutcomeRow[] }
  | { readonly part: 'single'; readonly result: Result }

/** A row of the whole outcome at the end. */
export interface OutcomeRow {
  readonly key: string
  readonly number: string
  readonly name: string
  readonly people: string | null
}

/** The rows that roll: objects of one stratum, the people, or the teams. */
export type RollPool =
  | { readonly of: 'object'; readonly stratum: string | null }
  | { readonly of: 'inspector' }
  | { readonly of: 'team' }

/** Where the rows come to rest, and which are struck out because they were drawn before. */
export interface Roll {
  readonly pool: RollPool
  /** id of the row; `null` while the answer is on its way: the rows may roll, and rest nowhere */
  readonly rest: string | null
  readonly struck: ReadonlySet<string>
}

/** One picture of the stage (大屏), complete in itself. */
export interface Frame {
  /** which picture it is: as long as it stays the same, so does the page that is looked at */
  readonly key: string
  readonly head: string
  /** number of the draw */
  readonly number: string | null
  /** when the outcome was sealed (封存), once it is */
  readonly sealedAt: string | null
  /** 演练, 未经现场见证, 已中止, 已作废: across the whole picture */
  readonly marks: readonly string[]
  /** 保密: numbers stand for names, and the picture says so */
  readonly concealed: boolean
  readonly parts: readonly Part[]
  /** rows that roll before its parts are shown; `null` where nothing moves */
  readonly roll: Roll | null
}
