import type { Core } from '../../../electron/core/core.ts'
import type { OfficeCode } from '../../../shared/registry/office.ts'
import { anInspector, anItem, anObject } from '../../db/sample-rows.ts'
import { approvedBasis, approveScheme } from './approved-scheme.ts'

/*
 * The registers of a small office. Objects: O000001 to O000006 gas firms (the 6th out of business), O000007 to
 * O000016 property managers (two of them with complaints). Inspectors: P000001 to P000004 for gas (the 1st and
 * 2nd may lead), P000005 to P000008 for buildings (the 5th may lead), P000009 lent away, P000010 an adviser.
 */

export const office = { code: 'YL01' as OfficeCode, name: '示例县住房和城乡建设局' }
const stamp = { at: '2026-11-19T08:00:00+08:00', by: '王操作' }

/** Writes the sample registers and the office, and an approved 实施方案 for its official draws. */
export function fillRegisters(core: Core): void {
  core.setOffice('王操作', office)
  const { database } = core
  database.transaction(() => {
    const objects = database.objects.add(
      Array.from({ length: 16 }, (_, index) => {
        const n = index + 1
        return anObject(n, {
          name: n <= 6 ? `燃气公司${n}` : `物业公司${n}䶮`,
          businessCategory: n <= 6 ? '燃气经营' : '物业服务',
          marks: n === 7 || n === 8 ? ['投诉举报多'] : [],
          state: n === 6 ? '停业' : '存续',
        })
      }),
      stamp,
    )
    const inspectors = database.inspectors.add(
      Array.from({ length: 10 }, (_, index) => {
        const n = index + 1
        return anInspector(n, {
          specialties: n <= 4 ? ['燃气'] : ['房建'],
          mayLead: [1, 2, 5].includes(n),
          department: n % 2 === 1 ? '质安站' : '燃气办',
          state: n === 9 ? '借调' : '在岗',
          kind: n === 10 ? '专家' : '执法人员',
        })
      }),
      stamp,
    )
    database.items.add([anItem(1, { appliesKinds: ['企业'] })], stamp)
    const [object] = objects
    const inspector = inspectors[2]
    if (object === undefined || inspector === undefined) throw new Error('nothing was added')
    database.recusals.add([{ object, inspector, reason: '配偶任职', reasonCode: 'kin' }], stamp)
  })
  approveScheme(core)
}

/** The id of the `n`-th object. */
export const objectId = (n: number): string => `YL01-O${String(n).padStart(6, '0')}`
/** The id of the `n`-th inspector. */
export const inspectorId = (n: number): string => `YL01-P${String(n).padStart(6, '0')}`

const common = {
  mode: 'official',
  items: ['抽查事项1'],
  venue: '局三楼会议室',
  operator: '王操作',
  witnesses: [
    { role: '派驻纪检监察组', name: '陈国栋' },
    { role: '企业代表', name: '马丽琼' },
  ],
}
const gas = [{ id: 'ranqi', name: '燃气', businessCategories: ['燃气经营'], specialties: ['燃气'] }]

/** 3 of the 5 gas firms, each with two people of the gas domain. */
export function eachPlan(fields: object = {}): object {
  return {
    kind: 'draw',
    ...common,
    basis: approvedBasis,
    task: { name: '燃气经营检查' },
    conditions: { businessCategories: ['燃气经营'] },
    strata: [{ id: 'RQ', name: '燃气经营企业', number: 3 }],
    domains: gas,
    topology: 'each',
    slots: [{ role: 'M' }, { role: 'M' }],
    ...fields,
  }
}

/** Two teams for all complained-about property managers and half of the others. */
export function teamsPlan(fields: object = {}): object {
  return {
    kind: 'draw',
    ...common,
    basis: approvedBasis,
    task: { name: '物业服务检查' },
    conditions: { businessCategories: ['物业服务'] },
    strata: [
      { id: 'TS', name: '投诉多的', conditions: { marks: ['投诉举报多'] }, ratio: '100%' },
      { id: 'YB', name: '其余', ratio: '50%' },
    ],
    topology: 'teams',
    teams: 2,
    slots: [{ role: 'L' }, { role: 'M' }],
    ...fields,
  }
}

/** 4 of the 5 gas firms; the people are matched later. */
export function objectsOnlyPlan(fields: object = {}): object {
  return {
    kind: 'draw',
    ...common,
    basis: approvedBasis,
    task: { name: '燃气经营检查（只抽对象）' },
    conditions: { businessCategories: ['燃气经营'] },
    strata: [{ id: 'RQ', name: '燃气经营企业', number: 4 }],
    domains: gas,
    topology: 'none',
    ...fields,
  }
}

/** People for the objects of `amends`. */
export function matchPlan(amends: string, fields: object = {}): object {
  return {
    kind: 'match',
    ...common,
    task: { name: '匹配检查人员' },
    amends,
    reason: '为已抽取的对象匹配人员',
    approver: '苏文彬',
    domains: gas,
    topology: 'each',
    slots: [{ role: 'M' }, { role: 'M' }],
    ...fields,
  }
}

/** Somebody else for `inspector` in the chain of `amends`. */
export function replaceInspectorPlan(amends: string, inspector: string, fields: object = {}): object {
  return {
    kind: 'replace-inspector',
    ...common,
    task: { name: '更换检查人员' },
    amends,
    inspector,
    reason: '因病不能参加',
    approver: '苏文彬',
    approvalNumber: '批〔2026〕1号',
    ...fields,
  }
}

/** Another object for `object` in the chain of `amends`. */
export function replaceObjectPlan(amends: string, object: string, fields: object = {}): object {
  return {
    kind: 'replace-object',
    ...common,
    task: { name: '更换检查对象' },
    amends,
    object,
    reason: '已停止经营',
    approver: '苏文彬',
    ...fields,
  }
}
