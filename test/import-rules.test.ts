import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const biome = path.join(root, 'node_modules/.bin/biome')

/**
 * Which of the cases the linter refuses. Each case is a file with one import, all in a tree of the house's shape
 * with the project's own biome.json. `x.ts` stands for any file of its folder; another name is that file itself.
 */
function refusedCases(cases: readonly (readonly [file: string, specifier: string])[]): boolean[] {
  const house = mkdtempSync(path.join(tmpdir(), 'ssj-house-'))
  try {
    copyFileSync(path.join(root, 'biome.json'), path.join(house, 'biome.json'))
    const files = cases.map(([file, specifier], index) => {
      const place = file.replace(/\bx\.ts$/, `case-${index}.ts`)
      mkdirSync(path.join(house, path.dirname(file)), { recursive: true })
      writeFileSync(path.join(house, place), `import { x } from '${specifier}'\n\nexport const y = x\n`)
      return place
    })
    const run = spawnSync(
      biome,
      ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=github', '.'],
      { cwd: house, encoding: 'utf8' },
    )
    const lines = run.stdout.split('\n').filter((line) => line.includes('noRestrictedImports'))
    return files.map((file) => lines.some((line) => line.includes(`/${file},`)))
  } finally {
    rmSync(house, { recursive: true, force: true })
  }
}

const forbidden: readonly (readonly [file: string, specifier: string])[] = [
  ['shared/registry/x.ts', '../rules/eligibility.ts'],
  ['shared/registry/x.ts', 'node:fs'],
  ['shared/rules/x.ts', '../draw/lists.ts'],
  ['shared/draw/x.ts', '../registry/text.ts'],
  ['shared/draw/x.ts', '../ledger/ledger.ts'],
  ['shared/draw/x.ts', 'node:crypto'],
  ['shared/ledger/x.ts', '../draw/lists.ts'],
  ['shared/forms/x.ts', '../../electron/documents/pdf/render-form.ts'],
  ['shared/package/x.ts', 'node:zlib'],
  ['shared/api/x.ts', 'node:fs'],
  ['db/x.ts', '../electron/core/core.ts'],
  ['electron/documents/x.ts', '../../db/schema.ts'],
  ['electron/core/draws/x.ts', '../../cli/commands.ts'],
  ['electron/core/x.ts', 'electron'],
  ['electron/cli/x.ts', '../../db/schema.ts'],
  ['electron/browser/x.ts', '../../db/schema.ts'],
  ['electron/windows/x.ts', '../../db/schema.ts'],
  ['electron/windows/x.ts', 'better-sqlite3'],
  ['electron/host/x.ts', '../../db/schema.ts'],
  ['electron/host/x.ts', '../documents/write-files.ts'],
  ['electron/host/x.ts', 'electron'],
  ['electron/start.ts', '../db/data-folder.ts'],
  ['electron/main.ts', '../db/data-folder.ts'],
  ['renderer/connection/x.ts', 'electron'],
  ['renderer/connection/x.ts', '../console/route.ts'],
  ['renderer/console/x.ts', '../stage/words.ts'],
  ['renderer/console/draws/x.ts', '../../stage/words.ts'],
  ['renderer/console/x.ts', '../../electron/core/core.ts'],
  ['renderer/console/x.ts', 'node:fs'],
  ['renderer/stage/x.ts', '../console/route.ts'],
  ['renderer/stage/views/x.ts', '../../console/route.ts'],
  ['renderer/stage/x.ts', '../../db/schema.ts'],
  ['renderer/stage/x.ts', 'electron'],
  ['renderer/verify/x.ts', '../../db/schema.ts'],
  ['renderer/verify/x.ts', '../../electron/core/core.ts'],
  ['renderer/verify/x.ts', 'node:fs'],
]
const allowed: readonly (readonly [file: string, specifier: string])[] = [
  ['shared/registry/x.ts', 'zod'],
  ['shared/rules/x.ts', '../registry/text.ts'],
  ['shared/rules/x.ts', 'zod'],
  ['shared/draw/x.ts', 'pure-rand/distribution/uniformBigInt'],
  ['shared/package/x.ts', '../draw/lists.ts'],
  ['db/x.ts', '../shared/registry/text.ts'],
  ['electron/core/draws/x.ts', '../../../db/schema.ts'],
  ['electron/cli/x.ts', '../core/core.ts'],
  ['electron/host/x.ts', '../core/core.ts'],
  ['electron/cli.ts', './core/data-folder.ts'],
  ['electron/windows/x.ts', '../core/data-folder.ts'],
  ['renderer/connection/x.ts', '../../shared/api/client.ts'],
  ['renderer/console/x.ts', '../connection/connect.ts'],
  ['renderer/console/x.ts', '../../shared/api/stage-contract.ts'],
  ['renderer/stage/x.ts', '../connection/connect.ts'],
  ['renderer/stage/x.ts', '../../shared/api/stage-contract.ts'],
  ['renderer/verify/x.ts', '../../shared/draw/lists.ts'],
]

test('the house refuses what its table does not allow, and nothing else', () => {
  const cases = [...forbidden, ...allowed]
  const refused = refusedCases(cases)
  const verdicts = cases.map(([file, specifier], index) => `${file} <- ${specifier}: ${refused[index]}`)
  const expected = cases.map(
    ([file, specifier], index) => `${file} <- ${specifier}: ${index < forbidden.length}`,
  )
  expect(verdicts).toEqual(expected)
})

test('Math.random and localeCompare appear nowhere in the program', () => {
  const run = spawnSync(
    'git',
    ['grep', '-nE', 'Math\\.random|localeCompare', '--', 'shared', 'db', 'electron', 'renderer'],
    { cwd: root, encoding: 'utf8' },
  )
  // git grep ends with 1 when nothing was found; a comment may name what is forbidden.
  const lines = run.stdout.split('\n').filter((line) => line !== '' && !/:\s*(\/\/|\*|\/\*\*)/.test(line))
  expect({ status: run.status === 0 || run.status === 1, lines }).toEqual({ status: true, lines: [] })
})
