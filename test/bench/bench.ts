import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fullSizes } from './bench-sizes.ts'
import { figuresJson, figuresTable } from './figure.ts'
import { machineLine } from './machine.ts'
import { runBench } from './run-bench.ts'

// npm run bench [-- --json FILE]: targets are reported, never asserted; only a benchmark that breaks is a failure.
const { values } = parseArgs({ options: { json: { type: 'string' } } })
console.error('每项运行多次，约需数分钟。测量时请勿运行其他程序。')
const figures = await runBench(fullSizes, (line) => console.error(line))
if (values.json !== undefined) writeFileSync(values.json, figuresJson(figures))
console.log(`${machineLine()}\n\n${figuresTable(figures)}`)
console.log(
  '抽取、配对、规则、检索、启动、文书、台账取各次的中位数，导入取最好的一次；内存峰值取最大的一次（1 MB＝10⁶字节）。',
)
