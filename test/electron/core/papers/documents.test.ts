import { spawnSync } from 'node:child_process'
import * as nodeFs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import { RefusalError } from '../../../../electron/core/outcome.ts'
import type { Disk } from '../../../../electron/documents/write-files.ts'
import type { StoredDocument } from '../../../../shared/api/document-contract.ts'
import { contents, temporaryFolder } from '../../../db/temporary-folder.ts'
import { compileCache } from '../../compile-cache.ts'
import type { Orders } from '../children/child-core.ts'
import {
  freeze,
  giveDigits,
  hold,
  openSample,
  operator,
  readZip,
  refusalOf,
  sha256,
  showAndConfirm,
  stored,
} from '../sample-core.ts'
import { eachPlan } from '../sample-registers.ts'

const number = 'YL01-2026-0001'
const decision = {
  reason: '漏列回避关系',
  approver: '苏文彬',
  supervisor: '陈国栋',
  decision: '示例〔2026〕3号',
}

/** The code that a promise is refused with. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof RefusalError) return error.refusal.code
  if (error instanceof Error && 'code' in error) return String(error.code)
  throw new Error('it was not refused')
}

const names = (documents: readonly StoredDocument[]) => documents.map(({ name }) => name)
const archived = (core: Core) =>
  [...core.database.ledger.entries()].filter(({ entry }) => entry.event === 'document.archived')
const filesOf = (folder: string) => {
  const documents = path.join(folder, 'documents')
  const files = nodeFs.existsSync(documents) ? [...contents(documents).keys()] : []
  return files.map((file) => path.basename(file))
}

describe('what is made of a draw is archived', () => {
  test('once of the same facts, each file with its digest in the ledger', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const first = await core.documents.prepareForms(operator, number)
    expect(names(first.documents)).toContain(`${number}-抽查工作记录表.pdf`)
    expect(first.missing.length).toBe(0)
    for (const { id, bytes, path: file } of first.documents) {
      const read = core.documents.read(id)
      expect(Buffer.from(read.bytes)).toEqual(nodeFs.readFileSync(file))
      expect(read.bytes.length).toBe(bytes)
    }
    expect(archived(core).map(({ entry }) => entry.data.sha256)).toEqual(
      first.documents.map(({ sha256: digest }) => digest),
    )
    const before = stored(core)
    const again = await core.documents.prepareForms(operator, number)
    expect(again.documents.map(({ id }) => id).sort()).toEqual(first.documents.map(({ id }) => id).sort())
    expect(stored(core)).toEqual(before)
    // Another number that is taken, and a package, change nothing of this draw.
    freeze(core, eachPlan())
    await core.documents.preparePackage(operator, number)
    expect((await core.documents.prepareForms(operator, number)).documents).toEqual(again.documents)
    expect(core.verifyLedger().ok).toBe(true)
  })

  test('once where two windows ask at the same time', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const [one, other] = await Promise.all([
      core.documents.prepareForms(operator, number),
      core.documents.prepareForms(operator, number),
    ])
    expect(new Set(names(one.documents))).toEqual(new Set(names(other.documents)))
    expect(core.documents.list(number)).toHaveLength(one.documents.length)
  })

  test('anew where the outcome was declared void, beside what was archived before', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const { documents } = await core.documents.prepareForms(operator, number)
    core.draws.declareVoid(operator, number, decision)
    const later = await core.documents.prepareForms(operator, number)
    expect(names(later.documents)).toContain(`${number}-抽查工作记录表-2.pdf`)
    expect(core.documents.list(number)).toHaveLength(documents.length * 2)
    expect(await codeOf(core.documents.preparePackage(operator, number))).toBe('DRAW_VOID')
  })

  test('under the attempt that it belongs to', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    core.draws.declareVoid(operator, number, decision)
    core.draws.again(operator, number, { reason: '补录后重抽', approver: '苏文彬' })
    core.draws.freeze(operator, number)
    giveDigits(core, number)
    showAndConfirm(core, number)
    const { documents } = await core.documents.prepareForms(operator, number)
    expect(documents.map(({ attempt }) => attempt)).toEqual(documents.map(() => 2))
    expect(names(documents)).toContain(`${number}-第2次-抽查工作记录表.pdf`)
  })

  test('as a package that is verified as it lies there, with the entries of the archive in its ledger', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    await core.documents.prepareForms(operator, number)
    const [pack] = (await core.documents.preparePackage(operator, number)).documents
    expect(pack).toMatchObject({ name: `${number}.zip`, kind: 'package', type: 'application/zip' })
    expect(readZip(pack?.path ?? '').verification.first).toBeNull()
  })

  test('the slip of the freeze from the freeze on, and as the same paper after the draw', async () => {
    const { core } = openSample()
    const committed = core.draws.commit(operator, core.draws.draft(operator, eachPlan()))
    expect(await codeOf(core.documents.prepareFreezeSlip(operator, committed.number))).toBe('WRONG_STATE')
    core.draws.freeze(operator, number)
    const [slip] = (await core.documents.prepareFreezeSlip(operator, number)).documents
    expect(slip).toMatchObject({ kind: 'freeze-slip', name: `${number}-锁定名单校验单.pdf` })
    giveDigits(core, number)
    expect((await core.documents.prepareFreezeSlip(operator, number)).documents).toEqual([slip])
  })

  test('not before there is something to say', async () => {
    const { core } = openSample()
    freeze(core, eachPlan())
    expect(await codeOf(core.documents.prepareForms(operator, number))).toBe('NOT_DRAWN_YET')
    expect(await codeOf(core.documents.preparePackage(operator, number))).toBe('NOT_DRAWN_YET')
    expect(await codeOf(core.documents.prepareForms(operator, 'YL01-2026-0099'))).toBe('DRAW_UNKNOWN')
    expect(refusalOf(() => core.documents.list('YL01-2026-0099')).code).toBe('DRAW_UNKNOWN')
    expect(core.documents.list(number)).toEqual([])
  })
})

describe('a file that is no longer what was archived', () => {
  test.each(['changed', 'gone'])(
    'is not given out when it is %s, and it alone is made anew when it is asked for',
    async (how) => {
      const { core } = openSample()
      hold(core, eachPlan())
      const [form] = (await core.documents.prepareForms(operator, number)).documents
      if (form === undefined) throw new Error('nothing was archived')
      if (how === 'gone') nodeFs.rmSync(form.path)
      else nodeFs.appendFileSync(form.path, ' ')
      const out = temporaryFolder()
      const refused = refusalOf(() => core.documents.read(form.id))
      expect(refused.code).toBe('DOCUMENT_CHANGED')
      expect(refused.message).toContain(form.name)
      const ids = core.documents.list(number).map(({ id }) => id)
      expect(refusalOf(() => core.documents.copy(ids, out)).code).toBe('DOCUMENT_CHANGED')
      expect(nodeFs.readdirSync(out)).toEqual([])
      const again = await core.documents.prepareForms(operator, number)
      for (const { id } of again.documents) core.documents.read(id)
      expect(again.documents.map(({ id }) => id)).not.toContain(form.id)
      expect((await core.documents.prepareForms(operator, number)).documents).toHaveLength(
        again.documents.length,
      )
      expect(core.documents.list(number)).toHaveLength(again.documents.length + 1)
    },
  )

  test('nor is one that was never there', () => {
    const { core } = openSample()
    const unknown = '00000000-0000-4000-8000-000000000000'
    expect(refusalOf(() => core.documents.read(unknown)).code).toBe('DOCUMENT_UNKNOWN')
  })
})

test('documents are taken along under their names, byte for byte', async () => {
  const { core } = openSample()
  hold(core, eachPlan())
  const { documents } = await core.documents.prepareForms(operator, number)
  const out = path.join(temporaryFolder(), 'U盘')
  const files = core.documents.copy(
    documents.map(({ id }) => id),
    out,
  )
  expect(files.map((file) => path.basename(file))).toEqual(names(documents))
  for (const [index, file] of files.entries())
    expect(nodeFs.readFileSync(file)).toEqual(nodeFs.readFileSync(documents[index]?.path ?? ''))
})

describe('when the disk or the program fails', () => {
  test('a full disk leaves nothing listed and no file; later the forms are archived', async () => {
    let left = 30_000
    const disk: Disk = {
      ...nodeFs,
      writeSync: ((handle: number, bytes: Uint8Array, offset: number) => {
        if (left <= 0) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
        left -= 4_096
        return nodeFs.writeSync(handle, bytes, offset, Math.min(4_096, bytes.length - offset))
      }) as typeof nodeFs.writeSync,
    }
    const { core, folder } = openSample({ disk })
    hold(core, eachPlan())
    const before = stored(core)
    expect(await codeOf(core.documents.prepareForms(operator, number))).toBe('ENOSPC')
    expect(stored(core)).toEqual(before)
    expect(filesOf(folder)).toEqual([])
    left = Number.MAX_SAFE_INTEGER
    const { documents } = await core.documents.prepareForms(operator, number)
    expect(filesOf(folder).sort()).toEqual(names(documents).sort())
  })

  test('a transaction that fails takes its files with it', async () => {
    let failing = false
    const hooks = {
      onBeforeCommit: () => {
        if (failing) throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
      },
    }
    const { core, folder } = openSample({ hooks })
    hold(core, eachPlan())
    failing = true
    expect(await codeOf(core.documents.prepareForms(operator, number))).toBe('SQLITE_FULL')
    expect(filesOf(folder)).toEqual([])
    expect(core.documents.list(number)).toEqual([])
  })

  const script = fileURLToPath(new URL('../children/archive-and-die.ts', import.meta.url))
  test.each([
    { when: 'disk', number: 2 },
    { when: 'disk', number: 8 },
    { when: 'disk', number: 20 },
    { when: 'before', number: 1 },
    { when: 'after', number: 1 },
  ] as const)(
    'killed at $when $number, what is listed is whole, and nothing half-written stays',
    async (death) => {
      const { core, folder } = openSample()
      hold(core, eachPlan())
      core.close()
      const orders: Orders = {
        folder,
        out: '',
        digits: [],
        time: '2026-11-20T10:30:00+08:00',
        secret: sha256('the secret of the child'),
        death,
      }
      const env = { ...process.env, NODE_COMPILE_CACHE: compileCache }
      const { signal } = spawnSync(process.execPath, [script, JSON.stringify(orders)], { env })
      expect(signal).toBe('SIGKILL')
      const next = openSample({ folder, registers: false }).core
      expect(filesOf(folder).filter((name) => name.endsWith('.partial'))).toEqual([])
      const listed = next.documents.list(number)
      expect(listed.length > 0).toBe(death.when === 'after')
      for (const { id } of listed) next.documents.read(id)
      const { documents } = await next.documents.prepareForms(operator, number)
      for (const { id } of documents) next.documents.read(id)
      expect(next.verifyLedger().ok).toBe(true)
    },
  )

  test('opening removes only what was never whole, whoever else put a file there', () => {
    const { core, folder } = openSample()
    core.close()
    const place = path.join(folder, 'documents', number)
    nodeFs.mkdirSync(place, { recursive: true })
    for (const name of ['别人的.pdf', 'x.pdf.1.partial']) nodeFs.writeFileSync(path.join(place, name), 'x')
    openSample({ folder, registers: false })
    expect(filesOf(folder)).toEqual(['别人的.pdf'])
  })
})
