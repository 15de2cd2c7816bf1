import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { z } from 'zod'
import type { DrawSessions } from '../../../electron/core/draws/draw-sessions.ts'
import type { ImportReport } from '../../../electron/core/import/import-report.ts'
import { consoleContract, stageContract } from '../../../shared/api/contract.ts'
import { describeIssue } from '../../../shared/api/describe-issue.ts'
import type { drawPreviewSchema } from '../../../shared/api/draw-contract.ts'
import { drawPlanSchema } from '../../../shared/api/draw-plan.ts'
import type { ImportSummary, rowVerdictSchema } from '../../../shared/api/import-report.ts'
import { refusalCodes } from '../../../shared/api/refusals.ts'
import type { DrawSession } from '../../../shared/api/session.ts'
import { drawSessionSchema } from '../../../shared/api/session-schema.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { RegisterRows, RowVerdict } from '../../../shared/registry/verdict.ts'
import { callsOf, objectsIn } from './contract-calls.ts'

const calls = callsOf(consoleContract)
const inputs = calls.flatMap(({ name, input }) => objectsIn(input, name))

/** The same type with every property and list readonly: zod says nothing of that. */
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T

describe('the contract', () => {
  it('has every call a window can make, and no other', () => {
    const of = (group: string, ...names: readonly string[]) => names.map((name) => `${group}.${name}`)
    expect(calls.map(({ name }) => name).sort()).toEqual(
      [
        ...of('overview', 'read'),
        ...of('office', 'get', 'set'),
        ...of('settings', 'read', 'write', 'customRules', 'writeCustomRules'),
        ...of('samples', 'load'),
        ...of('uploads', 'begin', 'append', 'discard'),
        ...of('data', 'info', 'backups', 'backUp', 'compare', 'restore'),
        ...of('stage', 'watch', 'show', 'set'),
        ...['objects', 'inspectors', 'items', 'recusals', 'plans', 'visits', 'powers'].flatMap((register) =>
          of(
            `registers.${register}`,
            'search',
            'facets',
            'get',
            'history',
            'asOf',
            'add',
            'change',
            'retire',
          ),
        ),
        ...of('items', 'list', 'applying', 'confirm', 'coverage', 'powers', 'link', 'fromPower'),
        ...of('imports', 'inspect', 'rows', 'confirm', 'discard', 'list', 'undo'),
        ...of('imports', 'head', 'mapHeader', 'decide', 'gone'),
        ...of('duplicates', 'search', 'pairs', 'merge', 'distinct'),
        ...of('draws', 'read', 'watch', 'next', 'pool', 'list', 'chain', 'inForce'),
        ...of('draws', 'draft', 'drafts', 'readDraft', 'discardDraft', 'preview', 'commit', 'freeze'),
        ...of('draws', 'propose', 'drift'),
        ...of('draws', 'enterDigits', 'openDigits', 'confirmDigits', 'contribute'),
        ...of('draws', 'reveal', 'confirm', 'disclose', 'abort', 'declareVoid', 'again'),
        ...of('registerWork', 'export'),
        ...of('registerWork.bulk', 'preview', 'rows', 'apply', 'list', 'undo'),
        ...of('registerWork.filters', 'list', 'save', 'rename', 'remove'),
        ...of('registerWork.past', 'rows', 'differences'),
        ...of('registerWork.revisions', 'read', 'proof', 'confirm'),
        ...of('plans', 'years', 'year', 'copyable', 'copy'),
        ...of('releases', 'of', 'make', 'register', 'compare', 'print'),
        ...of('schemes', 'list', 'read', 'propose', 'save', 'discard', 'approve', 'print'),
        ...of('year', 'years', 'read', 'rows', 'print', 'ofObject', 'visits'),
        ...of('documents', 'list', 'prepareFreezeSlip', 'prepareForms', 'preparePackage', 'attach'),
        ...of('documents', 'read', 'copy', 'writeForms', 'writePackage'),
        ...of('forms', 'list', 'entry', 'saveEntry', 'saveVisit', 'prepare', 'print', 'printed'),
        ...of('forms', 'blank', 'nonRandom', 'lastNumbers', 'style', 'writeStyle'),
        ...of('notices', 'list', 'make', 'preview', 'confirm'),
        ...of('archive', 'list', 'write', 'catalogue'),
        ...of('ledger', 'verify', 'entries'),
      ].sort(),
    )
  })

  it('gives the stage five calls and no more: it looks, and shows the next step', () => {
    expect(callsOf(stageContract).map(({ name }) => name)).toEqual([
      'draws.read',
      'draws.watch',
      'draws.next',
      'draws.pool',
      'stage.watch',
    ])
  })

  it('takes from nobody a secret, a seed, an outcome, a time or a random source', () => {
    const forbidden =
      /^(s|secret|seed|result|outcome|random|clock|at|now|time|actor|digest|commitment|picks?)$/i
    const found = inputs.flatMap(({ place, keys }) =>
      keys.filter((key) => forbidden.test(key)).map((key) => `${place}.${key}`),
    )
    // What the inspectors found (检查结果) is no outcome of a draw.
    expect(found).toEqual(['forms.saveVisit.entry.result'])
  })

  it('takes digits in two calls only: those of a witness, masked on the console or one by one', () => {
    const digits = inputs.filter(({ keys }) => keys.includes('digits'))
    expect(digits.map(({ place }) => place).sort()).toEqual(['draws.contribute', 'draws.enterDigits'])
  })

  it('refuses keys that it does not know, at every depth of every input', () => {
    expect(inputs.filter(({ strict }) => !strict).map(({ place }) => place)).toEqual([])
    expect(inputs.length).toBeGreaterThan(60)
  })

  it('looks into every part of a plan', () => {
    const places = objectsIn(drawPlanSchema, 'plan').map(({ place }) => place)
    for (const place of ['plan', 'plan.strata[].conditions', 'plan.leaveOut.objects[]', 'plan.witnesses[]'])
      expect(places).toContain(place)
  })

  it('names for every call what can be refused at any time, and only known codes', () => {
    const known = new Set<string>([...refusalCodes, 'INPUT_INVALID', 'INTERNAL'])
    for (const { name, codes } of calls) {
      expect(codes, name).toContain('DISK_FULL')
      expect(codes, name).toContain('INTERNAL')
      expect(
        codes.filter((code) => !known.has(code)),
        name,
      ).toEqual([])
    }
  })
})

describe('the codes of refusals', () => {
  it('are all those that core, store and documents can throw, and each once', () => {
    const root = fileURLToPath(new URL('../../..', import.meta.url))
    /** Codes of SQLite, and those of the contract itself. */
    const others = /^(SQLITE_[A-Z]+|BAD_REQUEST|CLIENT_CLOSED_REQUEST|INPUT_INVALID)$/
    const thrown = new Set<string>()
    for (const folder of [
      'electron/core',
      'electron/documents',
      'db',
      'shared/draw',
      'shared/registry',
      'shared/ledger',
    ])
      for (const entry of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !entry.name.endsWith('.ts')) continue
        const source = readFileSync(path.join(entry.parentPath, entry.name), 'utf8')
        for (const [, code = ''] of source.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)) thrown.add(code)
        for (const [, code = ''] of source.matchAll(/RefusalError\(\s*['"`]([^'"`]+)['"`]/g)) thrown.add(code)
      }
    expect(thrown.size).toBeGreaterThan(50)
    const known = new Set<string>(refusalCodes)
    expect([...thrown].filter((code) => !known.has(code) && !others.test(code))).toEqual([])
    expect(refusalCodes.filter((code) => !thrown.has(code) && code !== 'CANCELLED')).toEqual([])
    expect(new Set(refusalCodes).size).toBe(refusalCodes.length)
  })
})

describe('the schemas', () => {
  it('say the types of the core, no more and no less', () => {
    expectTypeOf<Frozen<z.output<typeof drawSessionSchema>>>().toEqualTypeOf<Frozen<DrawSession>>()
    expectTypeOf<DrawSession>().toExtend<z.input<typeof drawSessionSchema>>()
    expectTypeOf<Frozen<z.output<typeof drawPreviewSchema>>>().toEqualTypeOf<
      Frozen<ReturnType<DrawSessions['preview']>>
    >()
    expectTypeOf<Frozen<ImportSummary>>().toEqualTypeOf<Frozen<Omit<ImportReport, 'rows' | 'outcome'>>>()
    expectTypeOf<RowVerdict<RegisterRows[RegisterName]>>().toExtend<z.input<typeof rowVerdictSchema>>()
    expectTypeOf<z.output<typeof rowVerdictSchema>>().toExtend<RowVerdict<RegisterRows[RegisterName]>>()
  })

  it('let no state of a session tell what it must not', () => {
    const common = {
      number: 'YL01-2026-0001',
      kind: 'draw',
      mode: 'official',
      attempt: 1,
      office: '云岭县住房和城乡建设局',
      task: '检查',
      items: ['扬尘检查'],
      venue: '三楼会议室',
      operator: '王操作',
      draft: 'd',
      root: null,
      confidential: null,
      committedAt: '2026-11-20T09:30:00+08:00',
    }
    const committed = { state: 'committed', ...common, commitment: '0'.repeat(64) }
    expect(drawSessionSchema.safeParse(committed).success).toBe(true)
    for (const key of ['secret', 'seed', 'digest', 'shown', 'steps'])
      expect(drawSessionSchema.safeParse({ ...committed, [key]: '0'.repeat(64) }).success).toBe(false)
    expect(drawSessionSchema.safeParse({ ...committed, state: 'drawn' }).success).toBe(false)
  })

  it('say in Chinese what is wrong, whichever way it is', () => {
    const english = 'Invalid input: expected string'
    expect(
      describeIssue({ code: 'invalid_type', message: english, path: ['plan', 'strata', 0, 'id'] }),
    ).toEqual({
      place: 'plan.strata.0.id',
      problem: '没有填写，或类型不对',
    })
    expect(describeIssue({ code: 'custom', message: '至少须有一层', path: [{ key: 'strata' }] })).toEqual({
      place: 'strata',
      problem: '至少须有一层',
    })
    expect(describeIssue({ code: 'unrecognized_keys', keys: ['seed', 'at'], message: english })).toEqual({
      place: '',
      problem: '不认识的内容：seed、at',
    })
    const quoting = 'Invalid option: expected one of "企业"|"项目"'
    expect(describeIssue({ code: 'invalid_value', message: quoting }).problem).toBe('不是允许的值')
    expect(describeIssue({ code: 'something_new', message: english }).problem).toBe('不合要求')
  })
})
