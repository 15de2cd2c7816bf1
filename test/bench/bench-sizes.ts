/** How much is measured. The targets are those of the full sizes. */
export interface BenchSizes {
  /** runs of each; the median counts, of imports the best */
  readonly runs: number
  readonly draw: { readonly objects: number; readonly sample: number }
  readonly pairing: { readonly objects: number; readonly inspectors: number }
  readonly importRows: number
  /** objects of the register that the rules judge */
  readonly ruleObjects: number
  /** rows of the register that is searched */
  readonly searchRows: number
  /** rows of the register when the program starts, and in how many seconds the console should be usable */
  readonly startRows: readonly { readonly rows: number; readonly target: number }[]
  /** rows of results, and in how many seconds they should be on paper */
  readonly paper: readonly { readonly rows: number; readonly target: number }[]
  /** objects of an inspection whose every paper is made, and what that may take */
  readonly allPapers: {
    readonly objects: number
    readonly seconds: number
    readonly memory: number
    readonly size: number
  }
  readonly ledgerEntries: number
}

export const fullSizes: BenchSizes = {
  runs: 3,
  draw: { objects: 1_000_000, sample: 50_000 },
  pairing: { objects: 2_000, inspectors: 100 },
  importRows: 100_000,
  ruleObjects: 100_000,
  searchRows: 100_000,
  startRows: [
    { rows: 412, target: 2 },
    { rows: 100_000, target: 3 },
  ],
  paper: [
    { rows: 10, target: 0.3 },
    { rows: 500, target: 0.5 },
    { rows: 5_000, target: 1.5 },
  ],
  // What was measured of one table, 251 pages in 1.3 s, 300 MB and 0.9 MB, for the 4,100 pages that these come to; memory twice as much.
  allPapers: { objects: 450, seconds: 22, memory: 600, size: 15 },
  ledgerEntries: 100_000,
}
