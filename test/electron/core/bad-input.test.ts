import { spawnSync } from 'node:child_process'
import * as nodeFs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { holdDraw } from '../../../electron/cli/draw-command.ts'
import { openCore } from '../../../electron/core/core.ts'
import { outcomeOf, outcomeOfAsync, RefusalError } from '../../../electron/core/outcome.ts'
import type { Disk } from '../../../electron/documents/write-files.ts'
import { drawConfigSchema } from '../../../shared/api/draw-plan.ts'
import { anObject } from '../../db/sample-rows.ts'
import { contents, temporaryFolder } from '../../db/temporary-folder.ts'
import {
  digits,
  giveDigits,
  hold,
  openSample,
  operator,
  packed,
  readZip,
  refusalOf,
  showAndConfirm,
  stored,
} from './sample-core.ts'
import { eachPlan, inspectorId, objectId, office, teamsPlan } from './sample-registers.ts'

describe('what could fail after the freeze is named at the freeze', () => {
  test('more objects are wanted than there are', () => {
    const { core } = openSample()
    const strata = [{ id: 'RQ', name: '燃气经营企业', number: 6 }]
    const { number } = core.draws.commit(operator, core.draws.draft(operator, eachPlan({ strata })))
    const before = stored(core)
    const { code, message } = refusalOf(() => core.draws.freeze(operator, number))
    expect(code).toBe('NOT_ENOUGH_OBJECTS')
    expect(message).toBe(
      '分层“燃气经营企业”要抽6个，符合条件的只有5个。没有锁定，也没有写入任何数据。请减少抽取数量，或放宽条件、补充名录后重试。',
    )
    expect(stored(core)).toEqual(before)
    expect(core.draws.read(number).state).toBe('committed')
  })

  test('an object whose domain nobody has', () => {
    const { core } = openSample()
    const domains = [{ id: 'rq', name: '燃气', businessCategories: ['燃气经营'], specialties: ['锅炉'] }]
    const { number } = core.draws.commit(operator, core.draws.draft(operator, eachPlan({ domains })))
    const before = stored(core)
    const { code, message } = refusalOf(() => core.draws.freeze(operator, number))
    expect(code).toBe('NOT_ENOUGH_INSPECTORS')
    expect(message).toContain('燃气公司1')
    expect(message).toMatch(
      /没有锁定，也没有写入任何数据。请补充人员、调整席位，或将有关对象列入排除并写明原因。$/,
    )
    expect(stored(core)).toEqual(before)
  })

  test('an object from which recusals keep everybody; left out with a reason, the others can be drawn', () => {
    const { core } = openSample()
    for (const n of [1, 2, 4])
      core.registers.add(operator, 'recusals', {
        object: 'O000001',
        inspector: `P00000${n}`,
        reason: '亲属任职',
        reasonCode: 'kin',
      })
    const draft = core.draws.draft(operator, eachPlan())
    const { number } = core.draws.commit(operator, draft)
    const { code, message } = refusalOf(() => core.draws.freeze(operator, number))
    expect(code).toBe('NOT_ENOUGH_INSPECTORS')
    expect(message).toContain('燃气公司1')
    expect(message).toContain('回避')
    for (const other of ['燃气公司2', '燃气公司3', '燃气公司4', '燃气公司5'])
      expect(message).not.toContain(other)
    const leaveOut = { objects: [{ id: objectId(1), reason: '全部人员须回避' }] }
    core.draws.draft(operator, eachPlan({ leaveOut }), draft)
    core.draws.freeze(operator, number)
    expect(giveDigits(core, number).counts).toMatchObject({ objects: 4, sample: 3 })
  })

  test('teams that cannot all be filled', () => {
    const { core } = openSample()
    const { number } = core.draws.commit(operator, core.draws.draft(operator, teamsPlan({ teams: 4 })))
    expect(refusalOf(() => core.draws.freeze(operator, number)).code).toBe('NOT_ENOUGH_INSPECTORS')
    expect(core.draws.read(number).state).toBe('committed')
  })

  test('nothing to draw, and somebody left out who is not in the register', () => {
    const { core } = openSample()
    const nothing = eachPlan({
      conditions: { businessCategories: ['殡葬服务'] },
      strata: [{ id: 'A', name: '全部', ratio: '5%' }],
    })
    expect(refusalOf(() => core.draws.preview(operator, nothing)).code).toBe('NOTHING_TO_DRAW')
    const unknown = eachPlan({ leaveOut: { inspectors: [{ id: inspectorId(99), reason: '休假' }] } })
    expect(refusalOf(() => core.draws.preview(operator, unknown)).code).toBe('UNKNOWN_ID')
  })
})

describe('a full disk', () => {
  const wide = { strata: [{ id: 'RQ', name: '燃气经营企业', number: 280 }] }

  /** A core with so many objects that a freeze and a result need pages of their own. */
  function openWide() {
    const sample = openSample()
    const rows = Array.from({ length: 300 }, (_, n) => anObject(100 + n, { businessCategory: '燃气经营' }))
    sample.core.database.transaction(() =>
      sample.core.database.objects.add(rows, { at: '2026-11-19T08:00:00+08:00', by: operator }),
    )
    return sample
  }

  test('under the database undoes the freeze and the result, and afterwards the session goes on', async () => {
    const { core } = openWide()
    const { sqlite } = core.database
    const fill = () => sqlite.pragma(`max_page_count = ${sqlite.pragma('page_count', { simple: true })}`)
    const clear = () => sqlite.pragma('max_page_count = 1000000')
    const { number } = core.draws.commit(operator, core.draws.draft(operator, eachPlan(wide)))
    const steps = [
      () => core.draws.freeze(operator, number),
      () => core.draws.contribute(operator, number, 2, digits[1]),
    ]
    for (const [index, step] of steps.entries()) {
      const before = { ...stored(core), session: core.draws.read(number) }
      fill()
      const outcome = outcomeOf(step)
      if (outcome.ok) throw new Error('there was space')
      expect(outcome.refusal.code).toBe('DISK_FULL')
      expect(outcome.refusal.message).toMatch(/磁盘已满，本次操作没有写入；此前保存的数据完好。请清理/)
      expect({ ...stored(core), session: core.draws.read(number) }).toEqual(before)
      clear()
      step()
      if (index === 0) core.draws.contribute(operator, number, 1, digits[0])
    }
    expect(core.draws.read(number).state).toBe('drawn')
    showAndConfirm(core, number)
    expect((await packed(core, number)).verification.first).toBeNull()
  })

  test('under the files leaves the draw as it is and no file; later they can be written', async () => {
    let left = 30_000
    const disk: Disk = {
      ...nodeFs,
      writeSync: ((handle: number, bytes: Uint8Array, offset: number) => {
        if (left <= 0) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
        left -= 4_096
        return nodeFs.writeSync(handle, bytes, offset, Math.min(4_096, bytes.length - offset))
      }) as typeof nodeFs.writeSync,
    }
    const { core } = openSample({ disk })
    const out = temporaryFolder()
    const config = drawConfigSchema.parse({
      ...eachPlan({ mode: 'unwitnessed' }),
      office,
      witnesses: [{ role: '企业代表', name: '马丽琼', digits: '123456789012' }],
    })
    const held = await holdDraw(core, config, out, operator)
    expect(held.written).toMatchObject({ ok: false, refusal: { code: 'DISK_FULL' } })
    expect(nodeFs.readdirSync(out)).toEqual([])
    expect(core.draws.read(held.number)).toMatchObject({ state: 'confirmed', digest: held.digest })
    const events = [...core.database.ledger.entries()].map(({ entry }) => entry.event)
    expect(events).not.toContain('draw.packed')
    left = Number.MAX_SAFE_INTEGER
    const written = await core.writePackage(operator, held.number, out)
    expect(readZip(written.package).verification).toMatchObject({ first: null, record: held.digest })
    expect(nodeFs.readdirSync(out).filter((name) => name.endsWith('.partial'))).toEqual([])
  })
})

describe('a folder that may not be written to', () => {
  const script = fileURLToPath(new URL('./children/unprivileged.ts', import.meta.url))
  const run = (...words: string[]): unknown => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
    return JSON.parse(stdout)
  }

  test('as data folder is refused before anything is opened', () => {
    const folder = temporaryFolder()
    nodeFs.chmodSync(folder, 0o555)
    const refusal = run('data', folder) as { code: string; message: string }
    expect(refusal.code).toBe('DATA_FOLDER_NOT_WRITABLE')
    expect(refusal.message).toContain(folder)
    expect(nodeFs.readdirSync(folder)).toEqual([])
  })

  test('as output folder is refused before a number is taken, and a package leaves nothing behind', () => {
    const { core, folder } = openSample()
    hold(core, eachPlan())
    const { seq } = core.database.ledger.head()
    core.close()
    const out = temporaryFolder()
    nodeFs.chmodSync(out, 0o555)
    const answer = run('out', folder, out, temporaryFolder()) as Record<
      'checked' | 'written',
      { refusal: { message: string } }
    >
    expect(answer.checked.refusal.message).toContain('没有取号')
    expect(answer.checked.refusal.message).toContain(out)
    expect(answer.written.refusal).toMatchObject({
      code: 'DATA_FOLDER_NOT_WRITABLE',
      message: expect.stringMatching(/无权写入该位置，本次操作没有写入；此前保存的数据完好。/),
    })
    expect(nodeFs.readdirSync(out)).toEqual([])
    expect(openSample({ folder, registers: false }).core.database.ledger.head().seq).toBe(seq)
  })
})

test('a verify.html that is missing stops the package before a file is written, and the draw stands', async () => {
  const { core, folder } = openSample()
  const { number } = hold(core, eachPlan())
  core.close()
  const opened = openCore({
    folder,
    clock: () => new Date('2026-11-22T09:30:00+08:00'),
    random: () => new Uint8Array(32),
    software: 'sample',
    verifyPage: () => {
      throw new RefusalError('VERIFY_PAGE_MISSING', '程序不完整。')
    },
  })
  if (!opened.ok) throw new Error(opened.refusal.message)
  const out = path.join(temporaryFolder(), 'out')
  const before = contents(folder)
  const written = await outcomeOfAsync(() => opened.core.writePackage(operator, number, out))
  expect(written).toMatchObject({ ok: false, refusal: { code: 'VERIFY_PAGE_MISSING' } })
  expect(nodeFs.existsSync(out)).toBe(false)
  expect(contents(folder)).toEqual(before)
  opened.core.close()
})
