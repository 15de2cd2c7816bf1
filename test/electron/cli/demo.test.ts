import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { databaseFileName } from '../../../db/open-database.ts'
import { temporaryFolder } from '../../db/temporary-folder.ts'
import { compileCache } from '../compile-cache.ts'
import { readZip, textOf } from '../core/sample-core.ts'
import { ssj } from './run-cli.ts'

const script = fileURLToPath(new URL('../../../electron/demo.ts', import.meta.url))

function demonstrate(out: string) {
  const ran = spawnSync(process.execPath, [script, '--out', out], {
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  })
  expect([ran.status, ran.stderr]).toEqual([0, ''])
  return ran.stdout
}

test('the demonstration holds six draws, one of them of a plan line, that anybody can verify, says so in Chinese, and can be run again', () => {
  const out = temporaryFolder()
  const said = demonstrate(out)
  for (const words of [
    '导入云岭县',
    '抽取（演练）',
    '年度计划：2026年度计划2026-01',
    '实施方案批准：云住建方案〔2026〕12号',
    '台账',
    '已重算，一致',
    '行政检查通知书.pdf',
    '责令整改通知书.pdf',
    '档案目录.pdf',
    `数据在 ${path.join(out, 'data')}`,
  ])
    expect(said).toContain(words)
  for (const line of said.trim().split('\n')) expect(line).toMatch(/\p{Script=Han}/u)
  const zips = readdirSync(out)
    .filter((name) => name.endsWith('.zip'))
    .sort()
  expect(zips).toHaveLength(6)
  const kinds = zips.map((zip) => {
    const { files, verification } = readZip(path.join(out, zip))
    expect([zip, verification.first]).toEqual([zip, null])
    for (const path of files.keys()) expect(path).not.toMatch(/\/$/)
    expect([...files.keys()].filter((name) => name.startsWith('forms/')).length).toBeGreaterThan(0)
    const manifest = textOf(files, 'manifest.txt')
    return `${/^kind=(.*)$/m.exec(manifest)?.[1]} ${/^topology=(.*)$/m.exec(manifest)?.[1]}`
  })
  expect(kinds).toEqual([
    'draw teams',
    'draw each',
    'draw none',
    'match each',
    'replace-inspector each',
    'draw each',
  ])
  expect(existsSync(path.join(out, 'data', databaseFileName))).toBe(true)

  const again = demonstrate(out)
  expect(again).toContain('新增0条')
  const all = readdirSync(out)
    .filter((name) => name.endsWith('.zip'))
    .sort()
  expect(all).toHaveLength(12)
  for (const zip of all) expect(readZip(path.join(out, zip)).verification.first).toBeNull()
  expect(ssj(['ledger', 'verify', '--data', path.join(out, 'data')]).exit).toBe(0)
  expect(readdirSync(out).filter((name) => name.endsWith('.partial'))).toEqual([])
})
