import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { formCatalogue } from '../../../shared/forms/form-catalogue.ts'
import { temporaryFolder } from '../../db/temporary-folder.ts'
import { enterVisit, number } from '../core/forms/inspection-ground.ts'
import { freeze, hold, openSample, type SampleCore } from '../core/sample-core.ts'
import { eachPlan } from '../core/sample-registers.ts'
import { here, refusedHere, refusedWith, ssj } from './run-cli.ts'

/** A data folder with an inspection, closed, so that the command line can open it. */
function dataOf(fill: (core: SampleCore['core']) => void): string {
  const { core, folder } = openSample()
  fill(core)
  core.close()
  return folder
}
const drawn = () =>
  dataOf((core) => {
    hold(core, eachPlan())
  })

interface Listed {
  readonly id: string
  readonly name: string
  readonly stage: string
  readonly unavailable: string | null
  readonly archived: string | null
}

async function listed(data: string): Promise<readonly Listed[]> {
  const { exit, json } = await here(['forms', number, '--list', '--data', data])
  expect(exit).toBe(0)
  return json.forms as readonly Listed[]
}

describe('forms --list', () => {
  test('names every form with id, stage, and why it cannot be made', async () => {
    const data = dataOf((core) => {
      freeze(core, eachPlan())
    })
    const forms = await listed(data)
    expect(forms.map(({ id }) => id)).toEqual(formCatalogue.map(({ id }) => id))
    const of = (id: string) => forms.find((form) => form.id === id)
    expect(of('freeze-slip')).toMatchObject({ name: '锁定名单校验单', stage: '抽取之前', unavailable: null })
    expect(of('draw-record')).toMatchObject({ unavailable: '还没有抽取结果。', archived: null })
    const { text } = await here(['forms', number, '--list', '--data', data])
    expect(text).toContain('〔抽取之前〕锁定名单校验单　freeze-slip：可以生成')
    expect(text).toContain('〔抽取〕抽查工作记录表　draw-record：暂不能生成。还没有抽取结果。')
  })
})

describe('forms --out', () => {
  test('archives all that can be made, writes one file each under its name, and says what was left out', async () => {
    const data = drawn()
    const out = path.join(temporaryFolder(), '打印')
    const { exit, json, text } = await here(['forms', number, '--data', data, '--out', out])
    expect(exit).toBe(0)
    const papers = json.papers as readonly { form: string; file: string; sha256: string }[]
    const expected = (await listed(data)).filter(({ unavailable }) => unavailable === null)
    expect(readdirSync(out).sort()).toEqual(expected.map(({ name }) => `${number}-${name}.pdf`).sort())
    for (const { file, sha256: digest } of papers) expect(sha256Of(file)).toBe(digest)
    expect(expected.every(({ archived }) => archived !== null)).toBe(true)
    expect(papers.map(({ form }) => form)).toContain('archive-catalogue')
    expect(text).toContain('未生成：年度抽查计划表。2026年度抽查计划还没有条目。')
    // What is on file of the same facts is written again, under the same names.
    const again = path.join(temporaryFolder(), '再写')
    const second = await here(['forms', number, '--data', data, '--out', again])
    expect(second.json.papers).toEqual(
      papers.map((paper) => ({ ...paper, file: path.join(again, path.basename(paper.file)) })),
    )
    expect((await here(['ledger', 'verify', '--data', data])).exit).toBe(0)
  })

  test('writes those that are named, by id or in Chinese, and refuses what it does not know with the near names', async () => {
    const data = drawn()
    const out = temporaryFolder()
    const forms = ['--form', '行政检查通知书', '--form', 'inspection-record']
    const { exit, json } = await here(['forms', number, '--data', data, '--out', out, ...forms])
    expect([exit, json.left]).toEqual([0, []])
    expect(readdirSync(out).sort()).toEqual(
      ['现场检查记录表', '行政检查通知书'].map((name) => `${number}-${name}.pdf`).sort(),
    )
    const other = temporaryFolder()
    const unknown = await refusedHere([
      'forms',
      number,
      '--data',
      data,
      '--out',
      other,
      '--form',
      '检查通知书',
    ])
    expect(unknown).toContain('“行政检查通知书”')
    const early = ['forms', number, '--data', data, '--out', other, '--form', 'non-random-visit']
    expect(await refusedHere(early)).toContain('非双随机检查登记表')
    expect(readdirSync(other)).toEqual([])
  })

  test('names characters that no font has on the terminal, each time', async () => {
    const data = dataOf((core) => {
      hold(core, eachPlan())
      enterVisit(core, 1, { problems: '𰻞𰻞面馆未办证' })
    })
    const args = ['forms', number, '--data', data, '--form', 'inspection-record', '--out']
    for (const out of [temporaryFolder(), temporaryFolder()]) {
      const { exit, text } = await here([...args, out])
      expect(exit).toBe(0)
      expect(text).toMatch(/注意：.*U\+30EDE.*请手写补上。/)
    }
  })

  test('refuses a folder that cannot be written before anything is made', async () => {
    const data = drawn()
    const file = path.join(temporaryFolder(), '文件')
    writeFileSync(file, 'x')
    expect(await refusedHere(['forms', number, '--data', data, '--out', file])).toContain('不能写入')
    expect((await listed(data)).every(({ archived }) => archived === null)).toBe(true)
  })

  test('makes no folder for what is refused', async () => {
    const data = drawn()
    const above = temporaryFolder()
    const out = path.join(above, '文书', '打印')
    for (const args of [
      ['YL01-2026-0099', '--data', data],
      [number, '--data', data, '--form', '没有的文书'],
    ])
      await refusedHere(['forms', ...args, '--out', out])
    expect(readdirSync(above)).toEqual([])
  })

  test('where nothing can be made yet says why, form by form', async () => {
    const data = dataOf((core) => {
      core.draws.commit('王操作', core.draws.draft('王操作', eachPlan({ mode: 'rehearsal', basis: null })))
    })
    const out = temporaryFolder()
    const args = ['forms', number, '--data', data, '--out', out, '--form', 'freeze-slip']
    expect(await refusedHere(args)).toContain('名单还没有锁定')
    expect(readdirSync(out)).toEqual([])
  })

  test('is told what is missing or too much', () => {
    for (const args of [
      ['forms', number],
      ['forms', '--out', 'x'],
      ['forms', number, '--out', 'x', '--list'],
      ['forms', number, '--list', '--form', 'draw-record'],
    ])
      expect(refusedWith(ssj(args))).toContain('用法：')
  })
})

function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
