import { describe, expect, test } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import type { PackageFiles } from '../../../../shared/package/package-files.ts'
import { verifyPackage } from '../../../../shared/package/verify-package.ts'
import { dense, needTools, textOfPages } from '../../documents/pdf/tools.ts'
import {
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
  showAndConfirm,
  textOf,
} from '../sample-core.ts'
import {
  eachPlan,
  inspectorId,
  matchPlan,
  objectsOnlyPlan,
  replaceInspectorPlan,
  replaceObjectPlan,
  teamsPlan,
} from '../sample-registers.ts'

const order = { reason: '设备故障', approver: '苏文彬', supervisor: '陈国栋' }
const decision = { ...order, reason: '程序有误', decision: '决定〔2026〕3号' }
const why = { reason: '重新抽取', approver: '苏文彬' }
const lists = ['excluded.txt', 'inspectors.txt', 'manifest.txt', 'objects.txt', 'recusals.txt']

/** One draw in five attempts: aborted before the freeze, after it, after the first digits, then void, then standing. */
function fiveAttempts(core: Core) {
  const { number } = core.draws.commit(operator, core.draws.draft(operator, eachPlan()))
  core.draws.abort(operator, number, order)
  core.draws.again(operator, number, why)
  core.draws.freeze(operator, number)
  core.draws.abort(operator, number, order)
  core.draws.again(operator, number, why)
  core.draws.freeze(operator, number)
  core.draws.contribute(operator, number, 1, '555555')
  core.draws.abort(operator, number, order)
  core.draws.again(operator, number, why)
  core.draws.freeze(operator, number)
  giveDigits(core, number)
  showAndConfirm(core, number)
  core.draws.declareVoid(operator, number, decision)
  core.draws.again(operator, number, why)
  core.draws.freeze(operator, number)
  giveDigits(core, number, ['111111', '222222'])
  return showAndConfirm(core, number)
}

/** The names in a folder of a package. */
function names(files: PackageFiles, folder: string): string[] {
  return [...files.keys()]
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length))
    .sort()
}

describe('no attempt ever disappears', () => {
  test('every earlier attempt is in the package, oldest first, each naming the one before it', async () => {
    const { core } = openSample()
    const session = fiveAttempts(core)
    const { files, verification } = await packed(core, session.number)
    expect(verification.first).toBeNull()
    expect(session.attempt).toBe(5)
    expect(names(files, 'earlier/1/')).toEqual(['aborted.txt'])
    expect(names(files, 'earlier/2/')).toEqual([...lists, 'aborted.txt'].sort())
    expect(names(files, 'earlier/3/')).toEqual([...lists, 'aborted.txt'].sort())
    expect(names(files, 'earlier/4/')).toEqual([...lists, 'result.txt', 'void.txt'].sort())
    expect([...files.keys()].some((path) => path.startsWith('earlier/5/'))).toBe(false)
    let previous = '-'
    for (const [n, ending] of [
      [1, 'aborted.txt'],
      [2, 'aborted.txt'],
      [3, 'aborted.txt'],
      [4, 'void.txt'],
    ] as const) {
      const text = textOf(files, `earlier/${n}/${ending}`)
      expect(lineOf(text, 'attempt')).toBe(String(n))
      expect(lineOf(text, 'previous')).toBe(previous)
      expect(lineOf(text, 'secret')).toBe(countedSecret(n))
      expect(lineOf(text, 'commit')).toBe(sha256(`SSJ-DRAW-1 commit\n${countedSecret(n)}\n`))
      expect(lineOf(text, 'manifest')).toBe(
        n === 1 ? '-' : sha256(textOf(files, `earlier/${n}/manifest.txt`)),
      )
      if (n > 1) expect(lineOf(textOf(files, `earlier/${n}/manifest.txt`), 'previous')).toBe(previous)
      previous = sha256(text)
    }
    expect(textOf(files, 'earlier/3/aborted.txt')).toContain('\ncontribution=1\t555555\nresult=-\n')
    const voided = textOf(files, 'earlier/4/void.txt')
    expect(lineOf(voided, 'result')).toBe(sha256(textOf(files, 'earlier/4/result.txt')))
    expect(lineOf(voided, 'decision')).toBe(decision.decision)
    expect(lineOf(textOf(files, 'manifest.txt'), 'previous')).toBe(previous)
    expect(lineOf(textOf(files, 'manifest.txt'), 'reason')).toBe(why.reason)
  })

  test('attempts, aborts, voids, replacements, single candidates and unfinished numbers stand on the forms', () => {
    const { core } = openSample()
    const left = freeze(core, teamsPlan())
    const session = fiveAttempts(core)
    const gone = freeze(core, teamsPlan())
    core.draws.abort(operator, gone.number, order)
    const facts = core.drawFacts(session.number)
    expect(facts.counts).toEqual({
      attempts: 5,
      aborts: 3,
      voids: 1,
      replacements: 0,
      singleCandidateChoices: expect.any(Number),
      unfinishedNumbers: [left.number, gone.number],
    })
    expect(facts.earlierAttempts.map((a) => [a.attempt, a.outcome, a.voidResults.length])).toEqual([
      [1, 'aborted', 0],
      [2, 'aborted', 0],
      [3, 'aborted', 0],
      [4, 'void', 3],
    ])
    const [object] = facts.results
    hold(core, replaceObjectPlan(session.number, object?.id ?? ''))
    expect(core.drawFacts(session.number).counts.replacements).toBe(1)
  })

  test('where one person alone may take a seat, every such choice is counted', () => {
    const { core } = openSample()
    const leaveOut = { inspectors: [2, 3, 4].map((n) => ({ id: inspectorId(n), reason: '出差' })) }
    const strata = [{ id: 'RQ', name: '燃气经营企业', ratio: '100%' }]
    const { number } = hold(
      core,
      eachPlan({ mode: 'rehearsal', basis: null, leaveOut, strata, slots: [{ role: 'L' }] }),
    )
    expect(core.drawFacts(number).counts.singleCandidateChoices).toBe(5)
  })

  test('the aborts, the void outcome in full and the counts are printed', async (context) => {
    needTools(context, 'pdftotext')
    const { core } = openSample()
    const session = fiveAttempts(core)
    const { files } = await packed(core, session.number)
    const pdf = files.get('forms/抽查工作记录表.pdf')
    if (pdf === undefined) throw new Error('no record form')
    const page = dense(textOfPages(pdf).join(''))
    const facts = core.drawFacts(session.number)
    for (const attempt of facts.earlierAttempts) {
      expect(page).toContain(attempt.digest)
      for (const result of attempt.voidResults) expect(page).toContain(result.name)
    }
    for (const said of [
      decision.decision,
      decision.reason,
      order.reason,
      '555555',
      session.digest,
      session.freeze,
    ])
      expect(page).toContain(said)
  })

  test('a void outcome has no package of its own', async () => {
    const { core } = openSample()
    const { number } = hold(core, eachPlan())
    core.draws.declareVoid(operator, number, decision)
    await expect(packed(core, number)).rejects.toMatchObject({ refusal: { code: 'DRAW_VOID' } })
    core.draws.again(operator, number, why)
    expect(refusalOf(() => core.drawFacts(number)).code).toBe('NOT_DRAWN_YET')
  })

  test('a further attempt may have another plan of the same kind', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan())
    core.draws.abort(operator, number, order)
    core.draws.again(operator, number, why, eachPlan({ venue: '局一楼大厅' }))
    core.draws.freeze(operator, number)
    expect(lineOf(String(core.database.draws.freeze(number, 2)?.manifest), 'venue')).toBe('局一楼大厅')
    expect(lineOf(String(core.database.draws.freeze(number, 1)?.manifest), 'venue')).toBe('局三楼会议室')
  })
})

describe('whole packages are verified, and one changed byte in any file of them is found', () => {
  const holds: Record<string, (core: Core) => string> = {
    'a draw with teams': (core) => hold(core, teamsPlan()).number,
    'a draw with a pairing for each': (core) => hold(core, eachPlan()).number,
    'a match of objects drawn before': (core) =>
      hold(core, matchPlan(hold(core, objectsOnlyPlan()).number)).number,
    'a replacement of a person in a match': (core) => {
      const { number } = hold(core, matchPlan(hold(core, objectsOnlyPlan()).number))
      const [result] = core.drawFacts(number).results
      const objects = [result?.id]
      return hold(core, replaceInspectorPlan(number, result?.inspectors[0]?.id ?? '', { objects })).number
    },
    'a replacement of an object': (core) => {
      const { number } = hold(core, eachPlan())
      return hold(core, replaceObjectPlan(number, core.drawFacts(number).results[1]?.id ?? '')).number
    },
    'a replacement of a team member on all objects of the team, then of one of the objects': (core) => {
      const { number } = hold(core, teamsPlan())
      const member = core.drawFacts(number).teams[0]?.members[1]
      const replaced = hold(core, replaceInspectorPlan(number, member?.id ?? ''))
      const object = core.drawFacts(number).results.find((result) => result.stratum === 'YB')
      return hold(core, replaceObjectPlan(replaced.number, object?.id ?? '')).number
    },
    'five attempts': (core) => fiveAttempts(core).number,
    'a rehearsal': (core) => hold(core, eachPlan({ mode: 'rehearsal' })).number,
  }
  for (const [what, make] of Object.entries(holds))
    test(what, async () => {
      const { core } = openSample()
      const number = make(core)
      const { files, verification } = await packed(core, number)
      expect(verification.first).toBeNull()
      expect(verification.facts).toMatchObject({ draw: number })
      expect(verification.steps.every((step) => step.state === 'ok' || step.state === 'absent')).toBe(true)
      const missed: string[] = []
      for (const [path, bytes] of files)
        for (const at of [0, bytes.length >> 1, bytes.length - 1]) {
          const changed = Uint8Array.from(bytes)
          changed[at] = (changed[at] ?? 0) ^ 1
          const found = verifyPackage(new Map(files).set(path, changed))
          if (found.ok || found.first === null) missed.push(`${path} ${at}`)
        }
      expect(missed).toEqual([])
      // SHA256SUMS covers every other file, in the order of the paths' bytes.
      const sums = [...files].filter(([path]) => path !== 'SHA256SUMS').map(([path]) => Buffer.from(path))
      const listed = textOf(files, 'SHA256SUMS').split('\n').slice(0, -1)
      expect(listed.map((line) => line.slice(66))).toEqual(sums.sort(Buffer.compare).map(String))
    })
})

test('the package of a draw does not know what came after it', async () => {
  const { core } = openSample()
  const root = hold(core, eachPlan())
  const before = await packed(core, root.number)
  hold(core, replaceObjectPlan(root.number, core.drawFacts(root.number).results[1]?.id ?? ''), digits)
  const after = await packed(core, root.number)
  expect(after.verification.first).toBeNull()
  for (const path of ['manifest.txt', 'result.txt', ...lists])
    expect(after.files.get(path)).toEqual(before.files.get(path))
  expect([...after.files.keys()].some((path) => path.startsWith('earlier/'))).toBe(false)
})
