import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { temporaryFolder } from '../../db/temporary-folder.ts'
import { county, here } from './run-cli.ts'

/** Imports the sample county once for a test file and gives every test a copy of the folder. */
export function countyFolders(): () => string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ssj-county-'))
  beforeAll(async () => {
    for (const [register, file] of [
      ['items', '随机抽查事项清单.xlsx'],
      ['objects', '市场主体名录库.xlsx'],
      ['inspectors', '执法检查人员名录-详.xlsx'],
      ['recusals', '回避关系.csv'],
    ] as const) {
      const args = ['import', register, path.join(county, file), '--data', folder, '--skip-bad']
      expect((await here(args)).exit).toBe(0)
    }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return () => {
    const copy = temporaryFolder()
    cpSync(folder, copy, { recursive: true })
    return copy
  }
}
