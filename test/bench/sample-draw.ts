import { commitment } from '../../shared/draw/ceremony.ts'
import type { DrawLists, InspectorLine, ObjectLine, RecusalLine } from '../../shared/draw/lists.ts'
import type { Manifest } from '../../shared/draw/manifest.ts'
import { H } from '../../shared/draw/notation.ts'
import { cyclic, sampleFirmName, samplePersonName, sampleUscc } from './sample-names.ts'

/** A secret for measuring: nobody draws with it. */
export const sampleSecret = 'ab'.repeat(32)
export const sampleDigits = ['271828', '314159']
export const sampleOffice = 'YL01'

const domains = ['construction', 'property', 'gas', 'heating']
const departments = ['建筑业股', '城建股', '住房保障股', '综合执法大队']

/** Objects `YL01-O0000001`, … of one stratum, in the order of a register. */
export function sampleObjects(count: number): ObjectLine[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${sampleOffice}-O${String(index + 1).padStart(7, '0')}`,
    stratum: 'A',
    domain: cyclic(domains, index),
    name: sampleFirmName(index),
    uscc: sampleUscc(index),
  }))
}

/** Inspectors, two in five of whom may lead; each knows two domains of four, some all. */
export function sampleInspectors(count: number): InspectorLine[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${sampleOffice}-I${String(index + 1).padStart(4, '0')}`,
    mayLead: index % 5 < 2,
    department: cyclic(departments, index),
    domains: index % 10 === 0 ? '*' : [cyclic(domains, index), cyclic(domains, index + 1)],
    name: samplePersonName(index),
  }))
}

/** One recusal for every tenth object. */
export function sampleRecusals(
  objects: readonly ObjectLine[],
  inspectors: readonly InspectorLine[],
): RecusalLine[] {
  return objects
    .filter((_, index) => index % 10 === 0)
    .map((object, index) => ({
      object: object.id,
      inspector: cyclic(inspectors, index * 3).id,
      reasonCode: 'kin',
    }))
}

/** A manifest of the lists; `more` says what the draw is. Its digests of the lists are none: they do not matter to picks. */
export function sampleManifest(lists: DrawLists, sample: number, more: Partial<Manifest> = {}): Manifest {
  const none = H('')
  return {
    draw: `${sampleOffice}-2026-0001`,
    kind: 'draw',
    mode: 'official',
    attempt: 1,
    previous: null,
    amends: null,
    reason: null,
    approver: null,
    office: '云岭县住房和城乡建设局',
    operator: '赵敏',
    task: '双随机抽查',
    items: '工程质量安全',
    venue: '局三楼会议室',
    at: '2026-11-20T09:30:00+08:00',
    software: '双随机',
    lists: { objects: none, inspectors: none, recusals: none, excluded: none },
    vacancies: [],
    strata: [{ id: 'A', size: lists.objects.length, sample, basis: '按5%抽取' }],
    topology: 'none',
    teams: null,
    slots: [],
    witnesses: [
      { role: '派驻纪检监察组', name: '陈国栋' },
      { role: '企业代表', name: '马丽琼' },
    ],
    commitment: commitment(sampleSecret),
    ...more,
  }
}
