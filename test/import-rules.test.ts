import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const biome = path.join(root, 'node_modules/.bin/biome')

/** What the linter says of an import, written in a file of that folder. */
function lint(file: string, specifier: string): { refused: boolean; output: string } {
  const run = spawnSync(biome, ['lint', `--stdin-file-path=${file}`], {
    cwd: root,
    input: `import { x } from '${specifier}'\nexport const y = x\n`,
    encoding: 'utf8',
  })
  const output = `${run.stdout}${run.stderr}`
  return { refused: output.includes('noRestrictedImports'), output }
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
  ['renderer/verify/x.ts', '../../db/schema.ts'],
  ['renderer/verify/x.ts', '../../electron/core/core.ts'],
  ['renderer/verify/x.ts', 'node:fs'],
]
const allowed: readonly (readonly [file: string, specifier: string])[] = [
  ['shared/registry/x.ts', 'zod'],
  ['shared/rules/x.ts', '../registry/text.ts'],
  ['shared/draw/x.ts', 'pure-rand/distribution/uniformBigInt'],
  ['shared/package/x.ts', '../draw/lists.ts'],
  ['db/x.ts', '../shared/registry/text.ts'],
  ['electron/core/draws/x.ts', '../../../db/schema.ts'],
  ['electron/cli/x.ts', '../core/core.ts'],
  ['renderer/verify/x.ts', '../../shared/draw/lists.ts'],
]

test.each(forbidden)('the house does not let %s import %s', (file, specifier) => {
  const { refused, output } = lint(file, specifier)
  expect(refused, output).toBe(true)
})

test.each(allowed)('the house lets %s import %s', (file, specifier) => {
  const { refused, output } = lint(file, specifier)
  expect(refused, output).toBe(false)
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
