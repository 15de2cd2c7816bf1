import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as nodeFs from 'node:fs'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import { type Refusal, RefusalError } from '../../../../electron/core/outcome.ts'
import type { Disk } from '../../../../electron/documents/write-files.ts'
import { visitEntrySchema } from '../../../../shared/forms/visit-entry.ts'
import { temporaryFolder } from '../../../db/temporary-folder.ts'
import { freeze, giveDigits, hold, openSample, operator, stored } from '../sample-core.ts'
import { groundedPlan } from './grounded-plan.ts'

const number = 'YL01-2026-0001'

async function refusal(work: () => Promise<unknown>): Promise<Refusal> {
  try {
    await work()
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal
    throw error
  }
  throw new Error('it was not refused')
}
const write = (core: Core, folder: string, as: 'folder' | 'zip' = 'folder') =>
  core.archives.write(operator, { number, folder, as })
const filesIn = (folder: string) =>
  nodeFs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
const textOf = (...file: string[]) => nodeFs.readFileSync(path.join(...file), 'utf8')

/** A confirmed draw with its forms, its package, a photograph and what was entered of an object. */
async function inspected() {
  const sample = openSample()
  const { core } = sample
  hold(core, groundedPlan(core))
  await core.documents.prepareForms(operator, number)
  await core.documents.preparePackage(operator, number)
  const photograph = core.uploads.begin('现场.jpg', 4)
  core.uploads.append(photograph, 0, Buffer.from('ffd8ffe0', 'hex'))
  const said = { number, upload: photograph, qr: null, note: '配电间' }
  core.documents.attach(operator, { ...said, kind: 'photograph' })
  const [first] = core.forms.entry(number).visits
  if (first === undefined) throw new Error('nothing was drawn')
  const problems = '灭火器压力不足，"3只"\n已拍照'
  const entry = visitEntrySchema.parse({ problems, askedIdentity: '530100199001010011' })
  core.forms.saveVisit(operator, { number, object: first.object, version: 0, entry })
  return { ...sample, first, problems }
}

describe('an archive that was written out', () => {
  test('papers that were made together are listed in the order of the work, not of their names', async () => {
    const { core } = openSample()
    hold(core, groundedPlan(core))
    for await (const _ of core.forms.prepare(operator, { number, forms: null, combined: false }));
    const names = core.archives.list(number).map(({ name }) => name)
    const placeOf = (form: string) => names.indexOf(`${number}-${form}.pdf`)
    const places = ['锁定名单校验单', '行政检查通知书', '现场检查记录表', '检查结果清单', '一抽查一通报'].map(
      placeOf,
    )
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('holds every file that is kept, byte for byte, in folders that say what is in them', async () => {
    const { core } = await inspected()
    const out = temporaryFolder()
    const written = await write(core, out)
    expect(path.basename(written.path)).toMatch(/^YL01-2026-0001 .+（档案）$/)
    const files = filesIn(written.path)
    expect(files).toHaveLength(written.files)
    expect(files.slice(0, 3)).toEqual([
      `01 抽取/${number}-抽查工作记录表.pdf`,
      expect.stringContaining('01 抽取/'),
      expect.stringContaining('01 抽取/'),
    ])
    expect(files).toEqual(
      expect.arrayContaining([
        '04 签字件与批准文件/实施方案批准.jpg',
        `05 照片与录音录像/${number}-现场.jpg`,
        `06 校验包/${number}.zip`,
        '09 填写内容/填写内容.xlsx',
        'SHA256SUMS',
        '档案目录.pdf',
        '目录.html',
        '说明.txt',
      ]),
    )
    const digests = new Set(
      files.map((file) =>
        createHash('sha256')
          .update(nodeFs.readFileSync(path.join(written.path, file)))
          .digest('hex'),
      ),
    )
    const kept = core.documents.list(number)
    expect(kept.length).toBeGreaterThan(4)
    for (const { sha256 } of kept) expect(digests).toContain(sha256)
  })

  test('is checked with sha256sum and no program of ours; a changed file is found', async () => {
    const { core } = await inspected()
    const written = await write(core, temporaryFolder())
    const check = () =>
      spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: written.path, encoding: 'utf8' })
    expect(check()).toMatchObject({ status: 0, stdout: '' })
    const listed = textOf(written.path, 'SHA256SUMS').trimEnd().split('\n')
    expect(listed).toHaveLength(written.files - 1)
    nodeFs.appendFileSync(path.join(written.path, '05 照片与录音录像', `${number}-现场.jpg`), ' ')
    expect(check().status).not.toBe(0)
  })

  test('says in plain words what lies where; its page runs no program and every link leads to a file', async () => {
    const { core } = await inspected()
    const { path: folder } = await write(core, temporaryFolder())
    const page = textOf(folder, '目录.html')
    expect(page).not.toMatch(/<script|https?:|onclick/i)
    expect(page).toContain('<html lang="zh-CN">')
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => decodeURIComponent(link))
    expect(links.length).toBeGreaterThan(6)
    for (const link of links) expect(nodeFs.existsSync(path.join(folder, link))).toBe(true)
    const guide = textOf(folder, '说明.txt')
    for (const said of ['SHA256SUMS', 'certutil', 'sha256sum -c', '06 校验包', '不得公开', number])
      expect(guide).toContain(said)
    expect(guide).not.toContain('08 其他材料')
  })

  test('locks nothing up in papers: what was entered comes as tables too', async () => {
    const { core, first, problems } = await inspected()
    const { path: folder } = await write(core, temporaryFolder())
    const visits = textOf(folder, '09 填写内容', '检查情况.csv')
    expect(visits).toContain(first.name)
    expect(visits).toContain(`"${problems.replaceAll('"', '""')}"`)
    expect(visits).toContain('530100199001010011')
    expect(textOf(folder, '09 填写内容', '抽取结果.csv').split('\r\n')).toHaveLength(
      core.forms.entry(number).visits.length + 2,
    )
  })

  test('is one zip with one folder in it where a zip was asked for', async () => {
    const { core } = await inspected()
    const out = temporaryFolder()
    const folder = await write(core, out)
    const zip = await write(core, out, 'zip')
    expect(nodeFs.readdirSync(out).sort()).toEqual(
      [path.basename(folder.path), path.basename(zip.path)].sort(),
    )
    const inside = unzipSync(nodeFs.readFileSync(zip.path))
    const top = path.basename(zip.path, '.zip')
    expect(
      Object.keys(inside)
        .map((name) => name.replace(`${top}/`, ''))
        .sort(),
    ).toEqual(filesIn(folder.path))
    expect(Buffer.from(inside[`${top}/05 照片与录音录像/${number}-现场.jpg`] ?? []).toString('hex')).toBe(
      'ffd8ffe0',
    )
  })

  test('never replaces one that lies there, and each is in the ledger with the digest of its SHA256SUMS', async () => {
    const { core } = await inspected()
    const out = temporaryFolder()
    const first = await write(core, out)
    const second = await write(core, out)
    expect(second.path).toBe(`${first.path}2`)
    const entries = core.database.ledger.entriesOf('archive.written').map(({ entry }) => entry.data)
    expect(entries).toHaveLength(2)
    for (const [index, one] of [first, second].entries()) {
      const sums = nodeFs.readFileSync(path.join(one.path, 'SHA256SUMS'))
      expect(entries[index]).toMatchObject({
        draw: number,
        format: 'folder',
        name: path.basename(one.path),
        sha256: createHash('sha256').update(sums).digest('hex'),
      })
    }
    // The same list of files is one 档案目录, however often it is written out.
    expect(core.documents.list(number).filter(({ kind }) => kind === 'catalogue')).toHaveLength(1)
  })
})

describe('all or nothing', () => {
  test('a file that is gone or was changed is named, and nothing is written', async () => {
    const { core } = await inspected()
    const photograph = core.documents.list(number).find(({ kind }) => kind === 'photograph')
    nodeFs.appendFileSync(photograph?.path ?? '', ' ')
    const out = temporaryFolder()
    for (const as of ['folder', 'zip'] as const) {
      const { code, message } = await refusal(() => write(core, out, as))
      expect(code).toBe('DOCUMENT_CHANGED')
      expect(message).toContain(`${number}-现场.jpg`)
    }
    expect(nodeFs.readdirSync(out)).toEqual([])
    expect(core.database.ledger.entriesOf('archive.written')).toEqual([])
  })

  test.each(['folder', 'zip'] as const)(
    'a full disk leaves no part of a %s, and says which disk',
    async (as) => {
      const out = temporaryFolder()
      const disk: Disk = {
        ...nodeFs,
        openSync: ((file: string, flags: string) => {
          const handle = nodeFs.openSync(file, flags)
          if (String(file).startsWith(out)) there.add(handle)
          return handle
        }) as typeof nodeFs.openSync,
        writeSync: ((handle: number, bytes: Uint8Array, offset: number) => {
          if (there.has(handle)) {
            left -= bytes.length - offset
            if (left < 0) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
          }
          return nodeFs.writeSync(handle, bytes, offset)
        }) as typeof nodeFs.writeSync,
      }
      const there = new Set<number>()
      let left = 60_000
      const { core } = openSample({ disk })
      hold(core, groundedPlan(core))
      await core.documents.prepareForms(operator, number)
      await core.archives.catalogue(operator, number)
      const before = stored(core)
      const { code, message } = await refusal(() => write(core, out, as))
      expect(code).toBe('DISK_FULL')
      expect(message).toContain(out)
      expect(message).not.toContain('数据文件夹')
      expect(nodeFs.readdirSync(out)).toEqual([])
      expect(stored(core)).toEqual(before)
      left = Number.MAX_SAFE_INTEGER
      await write(core, out, as)
      expect(nodeFs.readdirSync(out)).toHaveLength(1)
    },
  )

  test('a place that is no folder is refused in words', async () => {
    const { core } = await inspected()
    const out = temporaryFolder()
    nodeFs.writeFileSync(path.join(out, 'a.txt'), '')
    const { code, message } = await refusal(() => write(core, path.join(out, 'a.txt', 'b')))
    expect(code).toBe('DATABASE_IO')
    expect(message).toMatch(/写入“.+”时出错。没有留下不完整的文件.+重试。$/)
    expect(nodeFs.readdirSync(out)).toEqual(['a.txt'])
  })

  test('a place so deep that Windows could not open the files is refused', async () => {
    const { core } = await inspected()
    const deep = path.join(
      temporaryFolder(),
      ...Array.from({ length: 5 }, () => '很长的文件夹名称'.repeat(5)),
    )
    const { message } = await refusal(() => write(core, deep))
    expect(message).toContain('路径太长')
    expect(nodeFs.existsSync(deep)).toBe(false)
  })

  test('long names are shortened so that every path stays within 240 characters', async () => {
    const { core } = await inspected()
    const base = temporaryFolder()
    const out = path.join(base, '夹'.repeat(60), '夹'.repeat(60), '夹'.repeat(Math.max(1, 43 - base.length)))
    const long = core.uploads.begin(`${'证'.repeat(60)}.jpg`, 4)
    core.uploads.append(long, 0, Buffer.from('ffd8ffe0', 'hex'))
    core.documents.attach(operator, { number, upload: long, kind: 'other', qr: null, note: null })
    const { path: folder } = await write(core, out)
    for (const file of filesIn(folder)) expect(path.join(folder, file).length).toBeLessThanOrEqual(240)
    expect(filesIn(folder).filter((file) => file.startsWith('08 '))).toHaveLength(1)
  })
})

describe('what may be archived', () => {
  test('a draw that nobody has seen in full is not, nor one that is still held', async () => {
    const { core } = openSample()
    freeze(core, groundedPlan(core))
    expect((await refusal(() => write(core, temporaryFolder()))).code).toBe('NOT_DRAWN_YET')
    giveDigits(core, number)
    expect((await refusal(() => core.archives.catalogue(operator, number))).code).toBe('NOT_DRAWN_YET')
    expect((await refusal(() => core.archives.catalogue(operator, 'YL01-2026-0099'))).code).toBe(
      'DRAW_UNKNOWN',
    )
    expect(core.documents.list(number)).toEqual([])
  })

  test('a draw that was aborted has its file like any other', async () => {
    const { core } = openSample()
    freeze(core, groundedPlan(core))
    await core.documents.prepareFreezeSlip(operator, number)
    const reason = { reason: '停电', approver: '苏文彬', supervisor: '褚文静' }
    core.draws.abort(operator, number, reason)
    const { path: folder } = await write(core, temporaryFolder())
    expect(filesIn(folder)).toContain(`01 抽取/${number}-锁定名单校验单.pdf`)
    expect(textOf(folder, '目录.html')).toContain('没有抽取结果')
  })

  test('S2: a confidential one is, inside the office and marked 保密 wherever it is opened', async () => {
    const { core } = openSample()
    hold(core, groundedPlan(core, { confidential: true }))
    await core.documents.prepareForms(operator, number)
    const { path: folder } = await write(core, temporaryFolder())
    expect(textOf(folder, '目录.html')).toContain('<p class="mark">保密</p>')
    expect(textOf(folder, '说明.txt')).toContain('名单尚未公布，只供内部保管')
    expect(filesIn(folder).filter((file) => file.startsWith('06 '))).toEqual([])
  })
})
