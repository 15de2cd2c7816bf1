import assert from 'node:assert/strict'
import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { extractAll, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import BetterSqlite3 from 'better-sqlite3'
import { packed, targets } from '../../build/pack.ts'
import { migrate } from '../../db/migrate.ts'
import { allMigrations } from '../../db/migrations/all-migrations.ts'
import { databaseFileName } from '../../db/open-database.ts'

/** What a packed program may hold; whatever else is found in it was not meant to be there. */
const allowed = [
  /^\/(LICENSE|package\.json)$/,
  /^\/build\/icons\/256x256\.png$/,
  /^\/build\/out\/electron\/([\w-]+\/)*[\w-]+\.c?js$/,
  /^\/build\/out\/pages\/(console|stage)\/(index\.html|assets\/[\w.-]+)$/,
  /^\/build\/out\/verify\.html$/,
  /^\/build\/resources\/draw-config\.schema\.json$/,
  /^\/build\/resources\/(fonts|sample-county)\/.+$/,
  /^\/node_modules\/.+\.(js|cjs|mjs|json|node|afm|icc|trie|data|wasm|bin)$/,
  /^\/node_modules\/.+\/(licen[sc]e[^/]*|[^/]+\.(txt|LICENSE))$/i,
]
/** What must never be in it, wherever. */
const never =
  /\.(map|tsx?|gyp|cpp|h)$|\/(test|tests|__tests__)\/|\/node_modules\/(vitest|typescript|vite|electron|playwright-core|antd|react)\//

for (const { platform, arch } of targets) {
  const [resources = ''] = globSync(`dir-${platform}-${arch}/*unpacked/resources`, { cwd: packed })
  const folder = path.join(packed, resources)
  const archive = path.join(folder, 'app.asar')
  checkFiles(archive, `${platform}-${arch}`)
  const program = path.join(folder, '..', platform === 'win32' ? 'shuangsuiji.exe' : 'shuangsuiji')
  await checkFuses(program, platform === 'win32' ? 'app.asar' : null)
  if (platform === process.platform && arch === process.arch) await runPacked(archive)
  say(
    `${platform}-${arch}: files, fuses${platform === process.platform && arch === process.arch ? ', packed shell and core' : ''}`,
  )
}

function checkFiles(archive: string, target: string): void {
  const files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'))
  const unpacked = globSync('**/*.*', { cwd: `${archive}.unpacked` }).filter((file) => /\.\w+$/.test(file))
  const folders = new Set(files.map((file) => path.posix.dirname(file)))
  const strange = files
    .filter((file) => !folders.has(file))
    .filter((file) => never.test(file) || !allowed.some((pattern) => pattern.test(file)))
  assert.deepEqual(strange, [], 'only what runs is packed')
  const natives = files.filter((file) => file.endsWith('.node'))
  assert.deepEqual(natives, [`/node_modules/better-sqlite3/prebuilds/${target}.node`])
  assert.deepEqual(
    unpacked.map((file) => `/${file.replaceAll('\\', '/')}`),
    natives,
    'nothing but what is native lies outside the archive',
  )
  for (const needed of [
    '/build/out/electron/main.js',
    '/build/out/electron/core/import/import-worker.js',
    '/build/out/electron/documents/pdf/render-worker.js',
    '/build/out/electron/preload.cjs',
    '/build/out/verify.html',
  ])
    assert(files.includes(needed), needed)
}

async function checkFuses(program: string, integrity: string | null): Promise<void> {
  const wire = await getCurrentFuseWire(program)
  const isOn = (fuse: FuseV1Options) => wire[fuse] === 49
  assert.deepEqual(
    [
      isOn(FuseV1Options.RunAsNode),
      isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      isOn(FuseV1Options.EnableNodeCliInspectArguments),
      isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    ],
    [false, false, false, false, false],
  )
  assert.deepEqual(
    [
      isOn(FuseV1Options.OnlyLoadAppFromAsar),
      isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      isOn(FuseV1Options.EnableCookieEncryption),
    ],
    [true, true, true],
  )
  if (integrity !== null) assert(readFileSync(program).includes(integrity), 'the program knows its archive')
}

/** The packed files under Node, away from the repository: a migration, a draw, its papers, its verification. */
async function runPacked(archive: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ssj-packed-'))
  try {
    const app = path.join(folder, 'app')
    extractAll(archive, app)
    const data = path.join(folder, 'data')
    oldDatabase(data)
    const ssj = (...words: string[]) =>
      execFileSync(
        process.execPath,
        [path.join(app, 'build/out/electron/cli.js'), ...words, '--data', data],
        {
          cwd: folder,
          encoding: 'utf8',
        },
      )
    const county = path.join(app, 'build/resources/sample-county')
    for (const [register, file] of [
      ['items', '随机抽查事项清单.xlsx'],
      ['objects', '市场主体名录库.xlsx'],
      ['inspectors', '执法检查人员名录.xlsx'],
    ] as const)
      assert.match(ssj('import', register, path.join(county, file), '--skip-bad'), /现已写入/)
    const out = path.join(folder, 'out')
    const drawn = ssj('draw', '--config', path.join(county, 'draws/3-在建工程-只抽对象.json'), '--out', out)
    assert.match(drawn, /记录校验码/)
    const [, number = ''] = /编号：([\w-]+)/.exec(drawn) ?? []
    // All the papers say so much that they are set in the thread beside, from the fonts that were packed.
    const written = path.join(folder, 'papers')
    assert.match(ssj('forms', number, '--out', written), /现场检查记录表/)
    const papers = [out, written].flatMap((place) =>
      globSync('*.pdf', { cwd: place }).map((paper) => path.join(place, paper)),
    )
    assert(papers.length > 20)
    for (const paper of papers) assert.equal(readFileSync(paper).subarray(0, 5).toString('latin1'), '%PDF-')
    const [zip = ''] = globSync('*.zip', { cwd: out })
    assert.match(ssj('verify', path.join(out, zip)), /一致/)
    assert.match(ssj('ledger', 'verify'), /完整/)
    assert(globSync('backup/*', { cwd: data }).length > 0, 'a backup was taken before the migration')
    const shell = path.join(import.meta.dirname, 'packed-shell.ts')
    const started = execFileSync(process.execPath, [shell, app, data], { encoding: 'utf8', timeout: 60_000 })
    assert.match(started, /shell started/)
    await startProcess(path.join(app, 'build/out/electron/host/core-process.js'), data)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A database as the first released version left it. */
function oldDatabase(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const sqlite = new BetterSqlite3(path.join(folder, databaseFileName))
  sqlite.pragma('journal_mode = WAL')
  const outcome = migrate(sqlite, folder, '2026-11-01T09:00:00+08:00', 0, allMigrations.slice(0, 3))
  sqlite.close()
  assert(outcome.ok)
}

/** The core's process as the shell starts it: it opens the data folder and ends when it is told to. */
async function startProcess(entry: string, folder: string): Promise<void> {
  assert(existsSync(entry))
  const child = fork(entry, [], { execArgv: [] })
  child.send({ kind: 'start', folder, actor: 'packed', loopback: null })
  const [told] = await once(child, 'message')
  assert.deepEqual(told, { kind: 'ready' })
  child.send({ kind: 'stop' })
  const [code] = await once(child, 'exit')
  assert.equal(code, 0)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
