import { describe, expect, test } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import { anInspector } from '../../../db/sample-rows.ts'
import {
  asState,
  countedSecret,
  digits,
  freeze,
  giveDigits,
  hold,
  lineOf,
  openSample,
  operator,
  packed,
  refusalOf,
  sha256,
  stored,
  textOf,
} from '../sample-core.ts'
import { eachPlan, inspectorId, objectId, office, replaceObjectPlan, teamsPlan } from '../sample-registers.ts'

const order = { reason: '设备故障', approver: '苏文彬', supervisor: '陈国栋' }

/** Everything that the core and its database hold, but for the one column where a secret belongs. */
function allButTheSecretsColumn(core: Core): string {
  const { sqlite } = core.database
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[]
  expect(tables).toContain('draw_attempt')
  const rows = tables.map((table) =>
    sqlite
      .prepare(`SELECT * FROM "${table}"`)
      .all()
      .map((row) => ({ ...(row as object), ...(table === 'draw_attempt' ? { secret: null } : {}) })),
  )
  const reads = [
    core.office(),
    core.database.draws.draws().map(({ number }) => core.draws.read(number)),
    core.database.draws.summaries(),
    [...core.database.ledger.entries()],
    core.verifyLedger(),
  ]
  return JSON.stringify([rows, reads])
}

describe('the secret S', () => {
  test('is nowhere to be read until the last digits are confirmed, and then it is in the record', () => {
    const { core } = openSample()
    const secret = countedSecret(1)
    const hidden = () => {
      const all = allButTheSecretsColumn(core)
      expect(all).not.toContain(secret)
      expect(all).not.toContain(secret.toUpperCase())
      expect(all).not.toContain(Buffer.from(secret, 'hex').toString('base64'))
    }
    const { number } = core.draws.commit(operator, core.draws.draft(operator, eachPlan()))
    expect(core.database.draws.attempt(number, 1)?.secret).toBe(secret)
    hidden()
    core.draws.freeze(operator, number)
    hidden()
    core.draws.contribute(operator, number, 1, digits[0])
    hidden()
    expect(refusalOf(() => core.draws.contribute(operator, number, 2, '12')).message).not.toContain(secret)
    hidden()
    expect(refusalOf(() => core.drawFacts(number)).code).toBe('NOT_DRAWN_YET')
    core.draws.contribute(operator, number, 2, digits[1])
    expect(asState(core.draws.read(number), 'drawn').secret).toBe(secret)
    expect(core.database.draws.result(number, 1)?.result).toContain(`\nsecret=${secret}\n`)
  })

  test('of an aborted attempt is shown in its record, and the next attempt has another', () => {
    const { core, secretsDrawn } = openSample()
    const { number } = freeze(core, eachPlan())
    core.draws.abort(operator, number, order)
    expect(lineOf(String(core.database.draws.ending(number, 1)?.record), 'secret')).toBe(countedSecret(1))
    const again = core.draws.again(operator, number, { reason: '设备已修复', approver: '苏文彬' })
    expect(again.commitment).toBe(sha256(`SSJ-DRAW-1 commit\n${countedSecret(2)}\n`))
    expect(allButTheSecretsColumn(core)).not.toContain(countedSecret(2))
    expect(secretsDrawn()).toBe(2)
  })

  test('is drawn once an attempt, by the commitment alone', () => {
    const { core, secretsDrawn } = openSample()
    const draft = core.draws.draft(operator, eachPlan())
    core.draws.preview(operator, eachPlan())
    expect(secretsDrawn()).toBe(0)
    const { number } = core.draws.commit(operator, draft)
    core.draws.freeze(operator, number)
    giveDigits(core, number)
    expect(secretsDrawn()).toBe(1)
  })
})

test('C, F, R, the picks and D are those of SSJ-DRAW-1, computed from the files by hand', async () => {
  const { core } = openSample()
  const session = hold(core, eachPlan())
  const { files, verification } = await packed(core, session.number)
  expect(verification.ok).toBe(true)
  const [manifest, result] = [textOf(files, 'manifest.txt'), textOf(files, 'result.txt')]
  const S = countedSecret(1)
  const C = sha256(`SSJ-DRAW-1 commit\n${S}\n`)
  const F = sha256(manifest)
  const R = sha256(`SSJ-DRAW-1 seed\n${F}\n${S}\n${digits[0]}\n${digits[1]}\n`)
  expect([session.commitment, session.freeze, session.secret, session.seed, session.digest]).toEqual([
    C,
    F,
    S,
    R,
    sha256(result),
  ])
  expect(lineOf(manifest, 'commit')).toBe(C)
  expect(lineOf(result, 'freeze')).toBe(F)
  for (const list of ['objects', 'inspectors', 'recusals', 'excluded'])
    expect(lineOf(manifest, list)).toBe(sha256(textOf(files, `${list}.txt`)))
  // The objects: DISTINCT("objects/RQ", the five in business, 3).
  const key = sha256(`SSJ-DRAW-1 stage\n${R}\nobjects/RQ\n`)
  const list = [1, 2, 3, 4, 5].map(objectId)
  const drawn: string[] = []
  for (let i = 1; drawn.length < 3; i++) {
    const id = list[Number(BigInt(`0x${sha256(`${key},${i}`)}`) % 5n)]
    if (id !== undefined && !drawn.includes(id)) drawn.push(id)
  }
  expect(session.shown.flatMap((s) => (s.step === 'object' ? [s.id] : []))).toEqual(drawn)
  expect(
    textOf(files, 'objects.txt')
      .split('\n')
      .slice(1, -1)
      .map((l) => l.split('\t')[0]),
  ).toEqual(list)
})

test('the lists hold exactly who may be drawn, and every other one once a reason', () => {
  const { core } = openSample()
  const { number } = freeze(
    core,
    eachPlan({ leaveOut: { inspectors: [{ id: inspectorId(8), reason: '休假' }] } }),
  )
  const texts = core.database.draws.freeze(number, 1)
  const rows = (text: string | undefined) => String(text).split('\n').slice(1, -1)
  expect(rows(texts?.objects).map((r) => r.split('\t').slice(0, 3).join(' '))).toEqual(
    [1, 2, 3, 4, 5].map((n) => `${objectId(n)} RQ ranqi`),
  )
  expect(rows(texts?.inspectors).map((r) => r.split('\t')[0])).toEqual([1, 2, 3, 4, 5, 6, 7].map(inspectorId))
  expect(rows(texts?.recusals)).toEqual([`${objectId(1)}\t${inspectorId(3)}\tkin`])
  expect(rows(texts?.excluded).map((r) => r.split('\t').slice(0, 3).join(' '))).toEqual([
    `${objectId(6)} object not-in-business`,
    `${inspectorId(8)} inspector left-out-by-decision`,
    `${inspectorId(9)} inspector not-on-duty`,
    `${inspectorId(10)} inspector adviser`,
  ])
})

test('whoever has neither 股室 nor 单位 in the register stands in the list with the office', () => {
  const { core } = openSample()
  const nobodys = { specialties: ['燃气'], department: null, unit: null }
  const { serial } = core.registers.add(operator, 'inspectors', anInspector(78, nobodys))
  const { number } = freeze(core, eachPlan())
  const row = String(core.database.draws.freeze(number, 1)?.inspectors)
    .split('\n')
    .find((line) => line.startsWith(`YL01-${serial}\t`))
  expect(row?.split('\t')[2]).toBe(office.name)
})

describe('the digits of witnesses', () => {
  const one = [{ role: '派驻纪检监察组', name: '陈国栋' }]

  test('may be full-width and spaced; leading zeros stay', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan())
    core.draws.contribute(operator, number, 1, ' ００31　41 ')
    core.draws.contribute(operator, number, 2, '０２７１８２８１')
    expect(asState(core.draws.read(number), 'drawn').contributions).toEqual(['003141', '02718281'])
  })

  test('of one witness alone are at least twelve', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan({ witnesses: one }))
    const before = stored(core)
    const { code, message } = refusalOf(() => core.draws.contribute(operator, number, 1, '123456'))
    expect([code, message]).toEqual(['DIGITS_TOO_FEW_TOGETHER', expect.stringContaining('合计6位')])
    expect(stored(core)).toEqual(before)
    expect(core.draws.contribute(operator, number, 1, '123456789012').state).toBe('drawn')
  })

  test('too few, none, too many or no digits are refused, and what was confirmed before is kept', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan())
    core.draws.contribute(operator, number, 1, '888888')
    const before = stored(core)
    const said = (typed: string) => refusalOf(() => core.draws.contribute(operator, number, 2, typed)).message
    expect(said('12345')).toContain('马丽琼（企业代表）提供的数字不足6位')
    expect(said(' 　')).toContain('没有提供数字')
    expect(said('1'.repeat(65))).toContain('超过64位')
    for (const typed of ['12345a', '-123456', '１２３４５６七', '123456\n', '12\t3456', '١٢٣٤٥٦'])
      expect(said(typed)).toContain('数字以外的字符')
    expect(said('12345')).toContain('已确认的数字保留')
    expect(stored(core)).toEqual(before)
    expect(core.draws.read(number)).toMatchObject({ state: 'frozen', contributed: 1 })
  })

  test('are taken in the order of the seats', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan())
    for (const seat of [2, 0, -1, 3, 1.5])
      expect(refusalOf(() => core.draws.contribute(operator, number, seat, '123456')).code).toBe(
        'NOT_THIS_SEAT',
      )
  })
})

describe('modes', () => {
  test('in an official draw no witness is the operator: there is no draft, no number, nothing', () => {
    const { core } = openSample()
    const witnesses = [{ role: '派驻纪检监察组', name: operator }]
    const before = stored(core)
    expect(() => core.draws.draft(operator, eachPlan({ witnesses }))).toThrow('见证人不能是操作人本人')
    expect(stored(core)).toEqual(before)
  })

  test('whoever holds an official draw without naming an operator is its operator', () => {
    const { core } = openSample()
    const { operator: _named, ...plan } = { operator: '', ...eachPlan() }
    const draft = core.draws.draft('陈国栋', plan)
    const before = stored(core)
    expect(() => core.draws.commit('陈国栋', draft)).toThrow('见证人不能是操作人本人')
    expect(stored(core)).toEqual(before)
    const { number } = core.draws.commit('赵敏', draft)
    expect(() => core.draws.freeze('陈国栋', number)).toThrow('见证人不能是操作人本人')
  })

  test('a rehearsal and what counts never amend each other, and nobody amends in private what was witnessed', () => {
    const { core } = openSample()
    const rehearsed = hold(core, teamsPlan({ mode: 'rehearsal' }))
    const official = hold(core, teamsPlan())
    for (const [amends, mode] of [
      [rehearsed.number, 'official'],
      [official.number, 'rehearsal'],
      [official.number, 'unwitnessed'],
    ] as const) {
      const replacement = replaceObjectPlan(amends, objectId(7), { mode })
      expect(refusalOf(() => core.draws.preview(operator, replacement)).code).toBe('MODE_DIFFERENT')
      const draft = core.draws.draft(operator, replacement, 'draft')
      expect(refusalOf(() => core.draws.commit(operator, draft)).code).toBe('MODE_DIFFERENT')
    }
    expect(core.database.draws.draws()).toHaveLength(2)
  })
})

test('a preview writes nothing at all, not even the office that it is asked with', () => {
  const { core } = openSample()
  const before = stored(core)
  const preview = core.draws.preview(operator, eachPlan(), { ...officeOf(core), name: '另一个单位' })
  expect(preview).toMatchObject({ objects: 5, inspectors: 8 })
  expect(stored(core)).toEqual(before)
  expect(core.office()?.name).toBe('示例县住房和城乡建设局')
})

function officeOf(core: Core) {
  const office = core.office()
  if (office === null) throw new Error('no office')
  return office
}
