import { benchAllPapers } from './all-papers.ts'
import type { BenchSizes } from './bench-sizes.ts'
import { benchDraw } from './draw.ts'
import type { Figure } from './figure.ts'
import { benchImport } from './import.ts'
import { benchLedger } from './ledger.ts'
import { benchPairing } from './pairing.ts'
import { benchPaper } from './paper.ts'
import { benchReimport } from './reimport.ts'
import { benchRules } from './rules.ts'
import { benchSearch } from './search.ts'
import { benchStart } from './start.ts'

const benchmarks = [
  ['抽取', benchDraw],
  ['配对', benchPairing],
  ['导入', benchImport],
  ['再次导入', benchReimport],
  ['规则', benchRules],
  ['检索', benchSearch],
  ['启动', benchStart],
  ['文书', benchPaper],
  ['整套文书', benchAllPapers],
  ['台账', benchLedger],
] as const satisfies readonly (readonly [string, (sizes: BenchSizes) => Promise<Figure[]>])[]

/** Measures everything, one after another; `progress` is told what comes. Throws where a benchmark itself breaks. */
export async function runBench(sizes: BenchSizes, progress: (line: string) => void): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, bench] of benchmarks) {
    progress(`正在测量：${name}`)
    figures.push(...(await bench(sizes)))
  }
  return figures
}
