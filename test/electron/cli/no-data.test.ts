import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../db/temporary-folder.ts'
import { refusedHere } from './run-cli.ts'

test('what only reads makes no data folder of a mistyped one, and says of none that its ledger is whole', async () => {
  const folder = temporaryFolder()
  const typo = path.join(folder, 'dta')
  const out = path.join(folder, 'out')
  for (const words of [
    ['ledger', 'verify'],
    ['preset'],
    ['eligible', '--item', '物业服务企业监督检查'],
    ['forms', 'YL01-2026-0001', '--out', out],
    ['package', 'YL01-2026-0001', '--out', out],
  ])
    expect(await refusedHere([...words, '--data', typo])).toContain('没有本程序的数据')
  expect(await refusedHere(['preset', '上海', '--data', typo])).toContain('没有名为“上海”的执行细则')
  expect([existsSync(typo), existsSync(out)]).toEqual([false, false])
})
