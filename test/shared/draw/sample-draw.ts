import { commitment } from '../../../shared/draw/ceremony.ts'
import type { DrawLists, InspectorLine, ObjectLine } from '../../../shared/draw/lists.ts'
import { listDigests, renderLists } from '../../../shared/draw/lists.ts'
import { freezeDigest, type Manifest, renderManifest, type Slot } from '../../../shared/draw/manifest.ts'
import { drawOutcome, type Outcome } from '../../../shared/draw/outcome.ts'

/** A secret for tests: nobody draws with it. */
export const sampleSecret = 'ab'.repeat(32)
export const sampleDigits = ['271828', '314159']

export function objectLine(id: string, more: Partial<ObjectLine> = {}): ObjectLine {
  return { id: `YL01-${id}`, stratum: 'GC', domain: null, name: `对象${id}`, uscc: null, ...more }
}

export function inspectorLine(id: string, more: Partial<InspectorLine> = {}): InspectorLine {
  return { id: `YL01-${id}`, mayLead: true, department: '执法大队', domains: '*', name: `人员${id}`, ...more }
}

export const anyLeader: Slot = { role: 'L', department: '*' }
export const anybody: Slot = { role: 'M', department: '*' }

export function listsOf(lists: Partial<DrawLists>): DrawLists {
  return { objects: [], inspectors: [], recusals: [], excluded: [], ...lists }
}

/** A manifest of `lists` as a first draw in one stratum a stratum found there; `more` changes what a test is about. */
export function manifestOf(lists: DrawLists, sample: number, more: Partial<Manifest> = {}): Manifest {
  const sizes = new Map<string, number>()
  for (const object of lists.objects) sizes.set(object.stratum, (sizes.get(object.stratum) ?? 0) + 1)
  return {
    draw: 'YL01-2026-0001',
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
    software: '双随机 1.0.0',
    lists: listDigests(renderLists('YL01', lists)),
    vacancies: [],
    strata: [...sizes].map(([id, size]) => ({
      id,
      size,
      sample: Math.min(sample, size),
      basis: '按比例抽取',
    })),
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

/** The outcome of a manifest and its lists under the digits. */
export function outcomeOf(
  manifest: Manifest,
  lists: DrawLists,
  digits: readonly string[] = sampleDigits,
): Outcome {
  return drawOutcome(manifest, lists, freezeDigest(renderManifest(manifest)), sampleSecret, digits)
}
