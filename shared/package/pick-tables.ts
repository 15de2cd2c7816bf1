import type { DrawLists } from '../draw/lists.ts'
import type { Manifest } from '../draw/manifest.ts'
import type { Outcome } from '../draw/outcome.ts'
import type { Choice } from '../draw/people.ts'
import { stageKey } from '../draw/picks.ts'
import type { PickRow, PickTable } from './verification.ts'

/** Every pick of an outcome, a table a stage, in the order in which they were made. */
export function pickTables(manifest: Manifest, lists: DrawLists, outcome: Outcome): PickTable[] {
  const nameOf = new Map<string, string>()
  for (const row of [...lists.objects, ...lists.inspectors]) nameOf.set(row.id, row.name)
  const byLabel = new Map<string, PickRow[]>()
  const add = (label: string, row: PickRow): void => {
    const rows = byLabel.get(label)
    if (rows === undefined) byLabel.set(label, [row])
    else rows.push(row)
  }
  for (const { label, i, n, hash, index, chosen, taken } of outcome.listPicks)
    add(label, {
      i,
      n,
      hash,
      index,
      chosen,
      name: nameOf.get(chosen) ?? '',
      about: '',
      taken,
      candidates: null,
    })
  for (const choice of outcome.choices)
    add(choice.stage, {
      ...choice.pick,
      chosen: choice.chosen,
      name: isTeamChoice(choice) ? `第${choice.chosen}组` : (nameOf.get(choice.chosen) ?? ''),
      about: aboutChoice(choice, manifest, nameOf),
      taken: true,
      candidates: choice.candidates,
    })
  return [...byLabel].map(([label, rows]) => ({
    label,
    title: stageTitle(label, manifest),
    key: stageKey(outcome.seed, label),
    preimage: `SSJ-DRAW-1 stage\n${outcome.seed}\n${label}\n`,
    rows,
  }))
}

const isTeamChoice = (choice: Choice): boolean => choice.stage === 'pairing' && choice.seat === null

function stageTitle(label: string, manifest: Manifest): string {
  if (label === 'inspectors') return '组建检查组'
  if (label === 'pairing') return '为检查对象确定检查人员'
  if (label === 'replace')
    return manifest.kind === 'replace-inspector' ? '抽取更换的检查人员' : '抽取更换的检查对象'
  const stratum = label.slice('objects/'.length)
  const sample = manifest.strata.find((s) => s.id === stratum)
  return `分层 ${stratum}：抽取检查对象${sample === undefined ? '' : `（${sample.size}个中抽${sample.sample}个）`}`
}

function aboutChoice(choice: Choice, manifest: Manifest, nameOf: ReadonlyMap<string, string>): string {
  const object = choice.object === null ? '' : `${choice.object} ${nameOf.get(choice.object) ?? ''}`
  if (choice.seat === null) return `${object}：哪一组`
  const slot = manifest.slots[choice.seat]
  const department = slot === undefined || slot.department === '*' ? '' : `，${slot.department}`
  const seat = `第${choice.seat + 1}席（${slot?.role === 'L' ? '组长' : '组员'}${department}）`
  return choice.team === null ? `${object}：${seat}` : `第${choice.team}组${seat}`
}
