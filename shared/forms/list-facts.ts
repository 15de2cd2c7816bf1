/** What a published list says besides its rows. */
export interface ListFacts {
  readonly office: string
  /** 2026年度抽查计划表 */
  readonly title: string
  /** 报审版本: `null` for a list as it stands now, which nobody has handed in (草稿) */
  readonly version: number | null
  /** the moment whose register it is, ISO 8601 */
  readonly at: string
  /** who approved it, by which document; `null` while nobody has */
  readonly approval: {
    readonly name: string
    readonly number: string | null
    readonly date: string
  } | null
  /** digest of the version as it was handed in (版本校验码); `null` for a 草稿 */
  readonly digest: string | null
  /** why it was adjusted */
  readonly reason: string | null
  readonly audience: 'public' | 'internal'
}

/** A list as rows of words: paper and workbook say the same. */
export interface ListTable {
  readonly columns: readonly ListColumn[]
  readonly sections: readonly ListSection[]
  /** sentences below the table */
  readonly notes: readonly string[]
}

export interface ListColumn {
  readonly title: string
  /** share of the paper's width */
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
  /** a column that the heading of each section says on paper, and only a workbook repeats in every row */
  readonly inHeading?: boolean
}

export interface ListSection {
  /** `null` for rows without a heading */
  readonly heading: string | null
  readonly rows: readonly (readonly string[])[]
}
