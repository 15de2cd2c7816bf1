import type { DrawPlan } from '../../../shared/api/draw-plan.ts'
import { isConcealed } from '../../../shared/api/session.ts'
import { parseEnding } from '../../../shared/draw/ceremony.ts'
import { type ChainRecord, standing } from '../../../shared/draw/chain.ts'
import type { DrawMode, Manifest } from '../../../shared/draw/manifest.ts'
import { drawOutcome } from '../../../shared/draw/outcome.ts'
import { stageKey } from '../../../shared/draw/picks.ts'
import type {
  DrawFacts,
  EarlierAttemptFacts,
  ExclusionFacts,
  RegisterFacts,
  ReplacementFacts,
  ResultFacts,
  SamplePickFacts,
  TeamFacts,
} from '../../../shared/forms/draw-facts.ts'
import { wordsOfExclusion } from '../../../shared/rules/eligibility.ts'
import type { CoreContext } from '../context.ts'
import { readInspectionEntry } from '../forms/entered.ts'
import { RefusalError } from '../outcome.ts'
import { readRecord, standingRecords } from './chain-records.ts'
import { confidentialityOf } from './confidential.ts'
import { type FrozenFacts, readFrozenFacts } from './frozen-facts.ts'
import { NamedRows } from './named-rows.ts'
import { describeConditions } from './stratify.ts'

/** 抽取方式: what was really done, so that an unwitnessed paper never speaks of witnesses in the room. */
const methods = {
  official: '电子摇号：先公布承诺码，再锁定名单，见证人当场提供数字，三者共同决定结果，任何人可重算',
  rehearsal: '电子摇号（演练）：先公布承诺码，再锁定名单，按见证人数字演练，三者共同决定结果，任何人可重算',
  unwitnessed:
    '电子摇号：先公布承诺码，再锁定名单，数字由操作人录入，无见证人在场；三者共同决定结果，任何人可重算',
} as const satisfies Record<DrawMode, string>

/**
 * All that the forms of a draw say, from what is stored. `ledger` is the newest entry, which every form carries.
 * Refuses with `NOT_DRAWN_YET` before there is a result.
 */
export function readDrawFacts(context: CoreContext, number: string): DrawFacts {
  const { database } = context
  const draw = database.draws.draw(number)
  if (draw === null)
    throw new RefusalError(
      'DRAW_UNKNOWN',
      `没有编号为“${number}”的抽取。没有写入任何数据。请核对编号后重试。`,
    )
  const attempts = database.draws.attempts(number)
  const attempt = attempts.length
  const record = attempt === 0 ? null : readRecord(context, number, attempt)
  const freeze = database.draws.freeze(number, attempt)
  const result = database.draws.result(number, attempt)
  if (record === null || freeze === null || result === null)
    throw new RefusalError(
      'NOT_DRAWN_YET',
      `“${number}”还没有抽取结果，不能生成文书。没有写入任何数据。请先完成抽取。`,
    )
  const { manifest, lists } = record
  const facts = readFrozenFacts(freeze.facts)
  const chain = readChainUpTo(context, number, record)
  const rows = new NamedRows(
    context,
    number,
    [...chain.facts, facts],
    [...chain.all, ...chain.records, record].map((r) => r.lists),
  )
  const { plan } = facts
  const results = resultsOf(record, chain.records, rows)
  const replacements = chain.all.flatMap((of) => replacementOf(context, of, rows))
  const endings = database.draws.endings(number)
  const ending = endings.find((e) => e.attempt === attempt) ?? null
  const head = database.ledger.head()
  const amended = chain.records.at(-1)
  return {
    number,
    kind: manifest.kind,
    mode: manifest.mode,
    confidential: isConcealed({ confidential: confidentialityOf(context, number) }),
    attempt,
    office: manifest.office,
    task: plan.task,
    items: plan.items.map((name) => ({ name, category: categoryOf(context, name) })),
    conditions: facts.plan.kind === 'draw' ? describeConditions(facts.plan.conditions) : '',
    startedAt: attempts.at(-1)?.at ?? manifest.at,
    frozenAt: manifest.at,
    drawnAt: record.result.at,
    venue: manifest.venue,
    method: methods[manifest.mode],
    software: manifest.software,
    algorithm: 'SSJ-DRAW-1',
    amends:
      manifest.amends === null || amended === undefined
        ? null
        : {
            number: amended.manifest.draw,
            task: amended.manifest.task,
            digest: manifest.amends,
            drawnAt: amended.result.at,
          },
    reason: manifest.reason,
    approver: approvalWords(manifest.approver, plan),
    objectRegister: registerFacts(
      facts.objectTotal,
      lists.objects.length,
      facts.objectsOutside,
      'object',
      record,
    ),
    inspectorRegister: registerFacts(facts.inspectorTotal, lists.inspectors.length, 0, 'inspector', record),
    due:
      manifest.kind === 'draw'
        ? sum(manifest.strata.map((s) => s.sample))
        : manifest.kind === 'match'
          ? lists.objects.length
          : 1,
    drawn:
      manifest.kind === 'draw'
        ? record.result.objects.length
        : manifest.kind === 'match'
          ? record.result.pairs.length
          : 1,
    strata: manifest.strata.map((s) => ({
      id: s.id,
      name: facts.plan.kind === 'draw' ? (facts.plan.strata.find((p) => p.id === s.id)?.name ?? null) : null,
      size: s.size,
      drawn: s.sample,
      basis: s.basis,
      probability: probability(s.sample, s.size),
    })),
    topology: manifest.topology,
    topologyText: topologyText(manifest.kind, manifest.topology, manifest.teams),
    teamCount: manifest.teams,
    slots: manifest.slots.map((slot, seat) => ({
      seat,
      role: slot.role,
      department: slot.department === '*' ? null : slot.department,
    })),
    vacancies: manifest.vacancies.map((v) => ({
      objectId: v.object,
      objectName: rows.name(v.object),
      seat: v.seat,
      inspector:
        v.inspector === null
          ? null
          : {
              id: v.inspector,
              name: rows.name(v.inspector),
              certificate: rows.inspector(v.inspector)?.certificate ?? null,
            },
    })),
    lists: manifest.lists,
    freeze: freeze.digest,
    commit: manifest.commitment,
    secret: record.result.secret,
    seed: record.result.seed,
    digest: record.digest,
    qrText: `SSJ-DRAW-1 ${number} D=${record.digest}`,
    witnesses: manifest.witnesses.map((w, index) => ({
      seat: index + 1,
      role: w.role,
      name: w.name,
      digits: record.result.contributions[index] ?? '',
    })),
    samplePick: samplePick(record, freeze.digest, rows),
    results,
    teams: teamsOf(record, rows),
    replacement: manifest.kind.startsWith('replace')
      ? (replacementOf(context, record, rows)[0] ?? null)
      : null,
    replacements,
    recusals: lists.recusals.map((r) => ({
      object: rows.name(r.object),
      inspector: rows.name(r.inspector),
      reason: facts.recusalReasons[`${r.object}\t${r.inspector}`] ?? r.reasonCode,
    })),
    earlierAttempts: endings
      .filter((e) => e.attempt < attempt)
      .map((e) => earlierAttempt(context, number, e.attempt, e.record, e.digest, rows)),
    counts: {
      attempts: attempt,
      aborts: endings.filter((e) => e.kind === 'aborted').length,
      voids: endings.filter((e) => e.kind === 'void').length,
      replacements: replacements.length,
      singleCandidateChoices: result.singleCandidates,
      unfinishedNumbers: database.draws
        .summaries()
        .filter((s) => s.draw.number !== number && (s.resultDigest === null || s.ending !== null))
        .map((s) => s.draw.number),
    },
    ledger: { seq: head.seq, hash: head.hash },
    ...enteredSince(context, number, plan),
    grounds: facts.grounds,
    notes: [
      ...facts.notes,
      ...visitNotes(facts, record, rows),
      ...(ending?.kind === 'void' ? ['本次抽取结果已作废，不得使用。'] : []),
    ],
    signatories: {
      host: plan.host,
      operator: manifest.operator,
      recorder: plan.recorder,
      supervisor: plan.supervisor,
      leadingOffice: null,
    },
  }
}

/** What is entered of a draw afterwards (文书要素) stands on its record, and before what its plan said. */
function enteredSince(
  context: CoreContext,
  number: string,
  plan: DrawPlan,
): Pick<DrawFacts, 'mediaNumber' | 'irregularities'> {
  const entry = readInspectionEntry(context, number)
  return { mediaNumber: entry.mediaNumber ?? plan.mediaNumber, irregularities: entry.irregularities }
}

/** How many visits are saved, and which objects are visited for some of the items only. */
function visitNotes(facts: FrozenFacts, { manifest, result }: ChainRecord, rows: NamedRows): string[] {
  const { plan, visitItems } = facts
  if (manifest.kind !== 'draw' || plan.kind !== 'draw') return []
  const basis = plan.basis ?? null
  if (basis === null || plan.items.length < 2) return []
  const itemsOf = (id: string) => visitItems[id] ?? plan.items.map((_, index) => index)
  const separately = sum(result.objects.map(({ id }) => itemsOf(id).length))
  const partly = result.objects.filter(({ id }) => id in visitItems)
  return [
    `分别检查需${separately}次，合并后${result.objects.length}次，减少${separately - result.objects.length}次。`,
    ...partly.map(
      ({ id }) =>
        `${rows.name(id)}只检查：${itemsOf(id)
          .map((index) => plan.items[index] ?? '')
          .join('、')}。`,
    ),
  ]
}

/** 批准人, with the number of the approval where the plan has one. */
export function approvalWords(approver: string | null, plan: DrawPlan): string | null {
  const number = 'approvalNumber' in plan ? plan.approvalNumber : null
  return approver === null || number === null ? approver : `${approver}（${number}）`
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

function categoryOf(context: CoreContext, item: string): string | null {
  const category = context.database.items.find('name', item)[0]?.row.category ?? null
  return category === null ? null : `${category}检查事项`
}

/** Each object's chance, `12/96（12.50%）`. */
export function probability(k: number, n: number): string {
  return n === 0 ? '0/0' : `${k}/${n}（${((k / n) * 100).toFixed(2)}%）`
}

function topologyText(kind: DrawPlan['kind'], topology: string, teams: number | null): string {
  if (kind === 'replace-inspector') return '更换检查人员：从符合空缺席位条件的人员中随机抽取一名'
  if (kind === 'replace-object') return '更换检查对象：从同一分层未被抽中的对象中随机抽取一个'
  if (topology === 'none') return '只抽取检查对象，检查人员另行随机匹配'
  if (topology === 'teams') return `先随机抽取${teams}个检查组，再将检查对象随机分给各组`
  return '逐一为每个检查对象随机匹配检查人员'
}

/** The records that a manifest amends, oldest first. */
export function amendedRecords(
  context: CoreContext,
  { draw, amends }: Pick<Manifest, 'draw' | 'amends'>,
): ChainRecord[] {
  const records: ChainRecord[] = []
  for (let amended = amends; amended !== null; ) {
    const result = context.database.draws.resultByDigest(amended)
    const record = result === null ? null : readRecord(context, result.draw, result.attempt)
    if (record === null) throw new Error(`${draw} amends ${amended}, which is not there`)
    records.unshift(record)
    amended = record.manifest.amends
  }
  return records
}

/** The chain before this draw, oldest first, and the whole chain as it stands now. */
function readChainUpTo(context: CoreContext, number: string, own: ChainRecord) {
  const { draws } = context.database
  const all = standingRecords(context, draws.draw(number)?.root ?? number)
  const records = amendedRecords(context, own.manifest)
  return { records, all, facts: [...all, ...records].map((record) => factsOf(context, record)) }
}

/** What was stored beside a freeze. */
export function factsOf(context: CoreContext, { manifest }: Pick<ChainRecord, 'manifest'>): FrozenFacts {
  return readFrozenFacts(context.database.draws.freeze(manifest.draw, manifest.attempt)?.facts)
}

/** Size of a register, who stands in its list, and who does not, counted by reason. */
export function registerFacts(
  total: number | null,
  listed: number,
  outside: number,
  what: 'object' | 'inspector',
  record: Pick<ChainRecord, 'lists'>,
): RegisterFacts {
  const lines = record.lists.excluded.filter((e) => e.what === what)
  const groups = new Map<string, ExclusionFacts>()
  for (const line of lines) {
    const key = `${line.reasonCode}\t${line.clause ?? '-'}`
    const count = (groups.get(key)?.count ?? 0) + 1
    groups.set(key, { reason: wordsOfExclusion(line.reasonCode), clause: line.clause ?? '-', count })
  }
  const excluded = [...groups.values()]
  if (outside > 0)
    excluded.push({ reason: '不在本次抽取的范围（不计入排除数）', clause: '-', count: outside })
  return { total, listed, excluded, excludedRows: new Set(lines.map((l) => l.id)).size }
}

function teamsOf(record: ChainRecord, rows: NamedRows): TeamFacts[] {
  return record.result.teams.map((members, index) => ({
    number: index + 1,
    members: members.map((id, seat) => rows.member(id, record.manifest.slots[seat])),
    objects: record.result.pairs.filter((p) => p.team === index + 1).length,
  }))
}

function resultsOf(record: ChainRecord, before: readonly ChainRecord[], rows: NamedRows): ResultFacts[] {
  const { manifest, result } = record
  const full = new Set(manifest.strata.filter((s) => s.sample === s.size).map((s) => s.id))
  const row = (
    id: string,
    index: number,
    stratum: string | null,
    team: number | null,
    inspectors: readonly string[],
  ): ResultFacts => {
    const object = rows.object(id)
    return {
      order: index + 1,
      id,
      name: rows.name(id),
      creditCode: object?.uscc ?? null,
      address: object?.address ?? null,
      stratum,
      batch: stratum !== null && full.has(stratum),
      team,
      inspectors: inspectors.map((person, seat) => rows.member(person, manifest.slots[seat])),
    }
  }
  if (manifest.kind === 'draw') {
    const pairOf = new Map(result.pairs.map((p) => [p.object, p]))
    return result.objects.map((o, index) => {
      const pair = pairOf.get(o.id)
      return row(o.id, index, o.stratum, pair?.team ?? null, pair?.inspectors ?? [])
    })
  }
  if (manifest.kind === 'match')
    return result.pairs.map((p, index) => row(p.object, index, null, p.team, p.inspectors))
  const [root, ...later] = [...before, record]
  if (root === undefined) return []
  const state = standing(root, later)
  const concerned =
    manifest.kind === 'replace-object'
      ? [result.replaced?.drawn ?? '']
      : manifest.vacancies.map((v) => v.object)
  return concerned.map((id, index) => {
    const group = state.objects.get(id)?.group ?? null
    return row(id, index, null, group?.team ?? null, group?.inspectors ?? [])
  })
}

function replacementOf(context: CoreContext, record: ChainRecord, rows: NamedRows): ReplacementFacts[] {
  const { manifest, result } = record
  if (result.replaced === null) return []
  const { plan } = factsOf(context, record)
  const ofPerson = manifest.kind === 'replace-inspector'
  const words = (id: string) => {
    const number_ = ofPerson ? rows.inspector(id)?.certificate : rows.object(id)?.uscc
    return `${rows.name(id)}（${number_ ?? id}）`
  }
  return [
    {
      draw: manifest.draw,
      kind: ofPerson ? 'inspector' : 'object',
      from: words(result.replaced.vacated),
      to: words(result.replaced.drawn),
      objects: ofPerson ? manifest.vacancies.map((v) => rows.name(v.object)) : [],
      reason: manifest.reason ?? '',
      approver: manifest.approver ?? '',
      approvalNumber: 'approvalNumber' in plan ? plan.approvalNumber : null,
      at: result.at,
    },
  ]
}

function samplePick(record: ChainRecord, freeze: string, rows: NamedRows): SamplePickFacts | null {
  const { manifest, lists, result } = record
  const outcome = drawOutcome(manifest, lists, freeze, result.secret, result.contributions)
  // A pick among one proves nothing: the example is one that could have come out otherwise, if there is any.
  const first =
    outcome.listPicks.find((p) => p.n > 1) ??
    (outcome.choices.some((c) => c.pick.n > 1) ? undefined : outcome.listPicks[0])
  const choice = outcome.choices.find((c) => c.pick.n > 1) ?? outcome.choices[0]
  if (first !== undefined)
    return {
      label: first.label,
      stageKey: stageKey(outcome.seed, first.label),
      pick: first.i,
      among: first.n,
      outcome: first.index,
      named: `${first.chosen} ${rows.name(first.chosen)}`,
    }
  if (choice === undefined) return null
  return {
    label: choice.stage,
    stageKey: stageKey(outcome.seed, choice.stage),
    pick: choice.pick.i,
    among: choice.pick.n,
    outcome: choice.pick.index,
    named: `${choice.chosen} ${rows.name(choice.chosen)}`,
  }
}

function earlierAttempt(
  context: CoreContext,
  number: string,
  attempt: number,
  text: string,
  digest: string,
  current: NamedRows,
): EarlierAttemptFacts {
  const ending = parseEnding(text)
  const record = ending.kind === 'void' ? readRecord(context, number, attempt) : null
  const facts =
    record === null ? null : readFrozenFacts(context.database.draws.freeze(number, attempt)?.facts)
  const rows =
    record === null || facts === null ? current : new NamedRows(context, number, [facts], [record.lists])
  return {
    attempt,
    outcome: ending.kind,
    reason: ending.reason,
    approver: ending.approver,
    supervisor: ending.supervisor,
    decision: ending.decision,
    at: ending.at,
    freeze: ending.manifest,
    commit: ending.commitment,
    secret: ending.secret,
    contributions: ending.contributions.map((digits, index) => ({ seat: index + 1, digits })),
    digest,
    result: ending.result,
    voidResults: record === null ? [] : resultsOf(record, [], rows),
    voidTeams: record === null ? [] : teamsOf(record, rows),
  }
}
