/**
 * What the paper forms of a draw say, as plain data. Everything is computed by the core beforehand: the forms
 * read no clock, no database and no list, so the same facts always give the same paper.
 *
 * `null` means "not known to the program": the form leaves a blank to be filled in by hand. It never means zero.
 * Times are ISO 8601 with a numeric offset (`2026-11-20T09:30:00+08:00`) and are printed as they are written.
 * Digests are 64 lowercase hex digits.
 */
export interface DrawFacts {
  /** 编号, `YL01-2026-0007`. */
  readonly number: string
  readonly kind: DrawKind
  readonly mode: DrawMode
  /** 保密: names are kept secret until the visits are done, and nobody has disclosed them yet. */
  readonly confidential: boolean
  /** Which attempt of this number this is, from 1. */
  readonly attempt: number
  /** 单位. */
  readonly office: string
  /** 任务（计划）. */
  readonly task: TaskFacts
  /** 抽查事项. */
  readonly items: readonly ItemFacts[]
  /** 定向条件 in words (`区域为城关镇；类别为燃气经营`); `''` means 不定向. */
  readonly conditions: string
  /** 抽取时间起: the commit, or the freeze where the commit's time is not kept. */
  readonly startedAt: string
  /** 名单锁定时间, the manifest's `at`. */
  readonly frozenAt: string
  /** 抽取时间止: the outcome's `at`. */
  readonly drawnAt: string
  /** 地点. */
  readonly venue: string
  /** 抽取方式 in words. */
  readonly method: string
  /** Version and build digest as in the manifest. */
  readonly software: string
  /** `SSJ-DRAW-1`. */
  readonly algorithm: string
  /** What a match or a replacement amends; `null` for kind=draw. */
  readonly amends: AmendsFacts | null
  /** Why a further attempt, a match or a replacement; `null` for a first draw. */
  readonly reason: string | null
  /** 批准人 of that reason; `null` where nothing had to be approved. */
  readonly approver: string | null
  readonly objectRegister: RegisterFacts
  readonly inspectorRegister: RegisterFacts
  /** 应抽数 of all strata together (a match: objects to be matched; a replacement: 1). */
  readonly due: number
  /** 实抽数. */
  readonly drawn: number
  /** By id; empty unless kind=draw. */
  readonly strata: readonly StratumFacts[]
  readonly topology: 'none' | 'teams' | 'each'
  /** The topology in words, as the freeze showed it. */
  readonly topologyText: string
  /** Number of teams; `null` unless topology=teams. */
  readonly teamCount: number | null
  /** The seats of a group; empty for topology=none. */
  readonly slots: readonly SlotFacts[]
  /** Replacements only: the seats (or the object) that fell vacant. */
  readonly vacancies: readonly VacancyFacts[]
  /** Digests of the frozen lists, as in the manifest. */
  readonly lists: ListDigests
  /** 名单校验码 F. */
  readonly freeze: string
  /** 承诺码 C. */
  readonly commit: string
  /** 公开的 S, revealed with the outcome. */
  readonly secret: string
  /** 种子 R. */
  readonly seed: string
  /** 记录校验码 D. */
  readonly digest: string
  /** What D's QR code holds, as text. */
  readonly qrText: string
  readonly witnesses: readonly WitnessFacts[]
  /** One pick of this draw worked out, so that it can be checked with paper and a hash program; `null` if no pick was made. */
  readonly samplePick: SamplePickFacts | null
  /** The result, in drawn order (a match: in the order visited; a replaced person: the objects of the vacancies). */
  readonly results: readonly ResultFacts[]
  readonly teams: readonly TeamFacts[]
  /** Who replaced whom by **this** draw; `null` unless it is a replacement. */
  readonly replacement: ReplacementFacts | null
  /** 更换记录 of the chain so far, this draw's own included. */
  readonly replacements: readonly ReplacementFacts[]
  /** 回避 that took effect in the frozen lists. */
  readonly recusals: readonly RecusalFacts[]
  /** 历次中止与作废, oldest first. */
  readonly earlierAttempts: readonly EarlierAttemptFacts[]
  readonly counts: CountFacts
  /** 台账校验码: the newest hash of the ledger when the form was made, and its number. */
  readonly ledger: { readonly seq: number; readonly hash: string }
  /** 影像资料编号. */
  readonly mediaNumber: string | null
  /** 异常情况. */
  readonly irregularities: string | null
  /** What the draw rests on (依据): 执行细则, plan line or 计划外抽查, approval, platform, joint, sent people, reasons. */
  readonly grounds: readonly GroundFacts[]
  /** Further sentences that must be on the paper (people entered since, an approval that is missing …). */
  readonly notes: readonly string[]
  readonly signatories: SignatoryFacts
}

/** A ground of the draw as the papers print it: `年度计划`, and what it says. */
export interface GroundFacts {
  readonly title: string
  readonly text: string
}

export type DrawKind = 'draw' | 'match' | 'replace-inspector' | 'replace-object'
export type DrawMode = 'official' | 'rehearsal' | 'unwitnessed'

export interface TaskFacts {
  readonly name: string
  /** 文号. */
  readonly documentNumber: string | null
}

export interface ItemFacts {
  readonly name: string
  /** 类别 (重点检查事项 / 一般检查事项). */
  readonly category: string | null
}

/** The record that a match or a replacement amends. */
export interface AmendsFacts {
  /** Number of the draw whose list is amended. */
  readonly number: string
  readonly task: string
  /** D of the newest record of its chain, as in the manifest. */
  readonly digest: string
  readonly drawnAt: string
}

export interface RegisterFacts {
  /** 库总数: rows of the register before anything is left out; `null` where nothing was drawn from it. */
  readonly total: number | null
  /** Rows of the frozen list. */
  readonly listed: number
  /** 排除数及各项理由, one entry a reason; one row may be left out for several reasons. */
  readonly excluded: readonly ExclusionFacts[]
  /** Rows left out, each counted once. */
  readonly excludedRows: number
}

export interface ExclusionFacts {
  readonly reason: string
  /** 依据, `常德细则第十一条`; `-` becomes 无. */
  readonly clause: string
  readonly count: number
}

export interface StratumFacts {
  readonly id: string
  /** 层名 in words; `null` prints the id alone. */
  readonly name: string | null
  /** N. */
  readonly size: number
  /** k. */
  readonly drawn: number
  /** The frozen sentence that gave k. */
  readonly basis: string
  /** Each object's chance, `12/96（12.50%）`. */
  readonly probability: string
}

export interface SlotFacts {
  /** Seat of a group, from 0. */
  readonly seat: number
  /** L: 组长席 (only who may lead); M: 组员席. */
  readonly role: 'L' | 'M'
  /** `null`: any department. */
  readonly department: string | null
}

export interface VacancyFacts {
  readonly objectId: string
  readonly objectName: string
  /** `null` where the object itself is replaced. */
  readonly seat: number | null
  /** Whose seat it was; `null` where the object itself is replaced. */
  readonly inspector: {
    readonly id: string
    readonly name: string
    readonly certificate: string | null
  } | null
}

export interface ListDigests {
  readonly objects: string
  readonly inspectors: string
  readonly recusals: string
  readonly excluded: string
}

export interface WitnessFacts {
  readonly seat: number
  readonly role: string
  readonly name: string
  readonly digits: string
}

export interface SamplePickFacts {
  /** Label of the stage, `objects/A`. */
  readonly label: string
  /** K. */
  readonly stageKey: string
  /** i, from 1. */
  readonly pick: number
  /** n. */
  readonly among: number
  /** The pick, from 0. */
  readonly outcome: number
  /** What it named: `YL01-O000123 云岭县某某公司`. */
  readonly named: string
}

export interface MemberFacts {
  readonly id: string
  readonly name: string
  readonly department: string | null
  /** 执法证号. */
  readonly certificate: string | null
  /** Sits on the leader's seat, or was chosen 组长. */
  readonly leader: boolean
}

export interface ResultFacts {
  /** 序号 in drawn order, from 1; where k = N it is the batch order. */
  readonly order: number
  readonly id: string
  readonly name: string
  /** 统一社会信用代码. */
  readonly creditCode: string | null
  readonly address: string | null
  /** Id of the stratum; `null` for a match or a replacement. */
  readonly stratum: string | null
  /** `true` where the whole stratum is drawn and `order` is the order of the inspection batches. */
  readonly batch: boolean
  /** Team number; `null` for a group of its own or none. */
  readonly team: number | null
  /** In the order of the seats; empty where people are matched later. */
  readonly inspectors: readonly MemberFacts[]
}

export interface TeamFacts {
  readonly number: number
  readonly members: readonly MemberFacts[]
  /** Objects dealt to this team. */
  readonly objects: number
}

export interface ReplacementFacts {
  /** Number of the draw that replaced. */
  readonly draw: string
  readonly kind: 'inspector' | 'object'
  /** Who or what left, in words: name and id or certificate number. */
  readonly from: string
  /** Who or what was drawn instead. */
  readonly to: string
  /** Names of the objects concerned; empty where the object itself was replaced. */
  readonly objects: readonly string[]
  readonly reason: string
  readonly approver: string
  /** Number of the approval; `null` leaves a blank. */
  readonly approvalNumber: string | null
  readonly at: string
}

export interface RecusalFacts {
  readonly object: string
  readonly inspector: string
  readonly reason: string
}

export interface EarlierAttemptFacts {
  readonly attempt: number
  readonly outcome: 'aborted' | 'void'
  readonly reason: string
  readonly approver: string
  readonly supervisor: string
  /** Number of the written decision; `null` for an abort. */
  readonly decision: string | null
  readonly at: string
  /** F; `null` before the freeze. */
  readonly freeze: string | null
  readonly commit: string
  readonly secret: string
  /** Digits confirmed until then. */
  readonly contributions: readonly { readonly seat: number; readonly digits: string }[]
  /** Digest of `aborted.txt` or `void.txt`. */
  readonly digest: string
  /** D of the void outcome; `null` for an abort. */
  readonly result: string | null
  /** The void outcome in full, in drawn order; empty for an abort. */
  readonly voidResults: readonly ResultFacts[]
  /** The void outcome's teams; empty for an abort or where there were none. */
  readonly voidTeams: readonly TeamFacts[]
}

/** Counts that are printed always, also when they are 0. */
export interface CountFacts {
  /** 共进行次数, this one included. */
  readonly attempts: number
  readonly aborts: number
  readonly voids: number
  readonly replacements: number
  /** Choices with a single candidate. */
  readonly singleCandidateChoices: number
  /** Draw numbers taken and never finished. */
  readonly unfinishedNumbers: readonly string[]
}

/** Names typed beside the signature boxes; `null` leaves the box empty. Witnesses come from `witnesses`. */
export interface SignatoryFacts {
  /** 主持人. */
  readonly host: string | null
  /** 操作人. */
  readonly operator: string | null
  /** 记录人. */
  readonly recorder: string | null
  /** 纪检监督人. */
  readonly supervisor: string | null
  /** 领导小组办公室. */
  readonly leadingOffice: string | null
}
