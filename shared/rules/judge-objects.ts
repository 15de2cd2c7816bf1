import { applies } from '../registry/applies.ts'
import type { InspectionItem } from '../registry/inspection-item.ts'
import type { InspectionObject } from '../registry/inspection-object.ts'
import { cited, inBrackets } from './cited.ts'
import { fits, type ObjectConditions, type SubjectTo } from './conditions.ts'
import { type ExclusionCode, exclusionWords } from './eligibility.ts'
import { describeYear, inYear, type ObjectYear } from './object-year.ts'
import type { Preset } from './preset.ts'
import { reasonToSetAside, type SetAside } from './set-aside.ts'

/** One stratum (分层); an object belongs to the first one that it fits. */
export interface StratumRule {
  readonly id: string
  readonly name: string
  readonly conditions: ObjectConditions
  /** where the stratum comes from; `null`: the office's own */
  readonly clause: string | null
  /** why it is there, as an officer reads it; `''` where there is nothing to say */
  readonly sentence: string
}

/** What a draw says of its objects. */
export interface ObjectRules {
  readonly preset: Preset
  /** 抽查事项 of the draw */
  readonly items: readonly InspectionItem[]
  /** whether the items bound the scope; `false`: every object is taken as theirs */
  readonly scoped: boolean
  /** 定向条件 */
  readonly conditions: ObjectConditions
  readonly strata: readonly StratumRule[]
  /** left out by decision (经决定不列入), id → reason */
  readonly decisions: ReadonlyMap<string, string>
  /** 原则上 rules set aside by a printed reason */
  readonly setAside: SetAside
  /** whether 守信 are left out, where the preset lets the office choose (S2 第八条) */
  readonly exemptTrusted?: boolean
  /** the day of the draw, `2026-11-20` */
  readonly on: string
}

export interface ObjectFacts {
  readonly id: string
  readonly object: InspectionObject
  readonly year: ObjectYear
}

export interface ObjectReason {
  readonly code: ExclusionCode
  readonly clause: string | null
  readonly sentence: string
}

/** In the pool or out of it, never both. */
export type ObjectVerdict =
  | {
      readonly id: string
      readonly in: true
      readonly stratum: string
      readonly clause: string | null
      readonly sentence: string
      /** the draw's items that it is visited for: one visit does all */
      readonly items: readonly string[]
    }
  | {
      readonly id: string
      readonly in: false
      /** where it would belong; `null` outside the item, the conditions and the strata */
      readonly stratum: string | null
      /** at least one */
      readonly reasons: readonly ObjectReason[]
    }

/** What the rules of the year leave of the items, why nothing is left, and what is worth saying otherwise. */
interface Judgement {
  items: readonly InspectionItem[]
  readonly reasons: ObjectReason[]
  readonly notes: string[]
}

type Judging = Pick<ObjectRules, 'preset' | 'setAside'> & {
  readonly object: InspectionObject
  readonly year: ObjectYear
}

/** What the object has of these marks and grades, in words; `''` where nothing. */
function special(
  object: InspectionObject,
  {
    exceptMarks,
    exceptGrades,
  }: { readonly exceptMarks: readonly string[]; readonly exceptGrades: readonly string[] },
): string {
  const grade = object.creditGrade
  return [
    ...object.marks.filter((mark) => exceptMarks.includes(mark)),
    ...(grade !== null && exceptGrades.includes(grade) ? [`信用等级${grade}`] : []),
  ].join('、')
}

/** Twice a year at most: our draws, 非双随机 visits and entered visits of others, together. */
function judgeCap({ preset, setAside, object, year }: Judging, judgement: Judgement): void {
  const rule = preset.yearlyCap
  const count = year.draws.length + year.visits.length
  if (rule === null || count < rule.most) return
  const { clause } = rule
  const fact = `本年度已抽查${count}次（${describeYear(year)}）`
  const reason = reasonToSetAside(preset, 'yearly-cap', setAside)
  const marks = special(object, rule)
  if (reason !== null) judgement.notes.push(`${fact}，不受每年${rule.most}次所限，理由：${reason}`)
  else if (marks !== '') judgement.notes.push(`${fact}；${marks}，适当增加抽查频次${inBrackets(clause)}`)
  else {
    const concerned = rule.exceptPublicConcern ? judgement.items.filter((item) => item.publicConcern) : []
    if (concerned.length === 0)
      judgement.reasons.push({ code: 'yearly-cap', clause, sentence: `${cited(rule)}；${fact}` })
    else {
      judgement.items = concerned
      judgement.notes.push(
        `${fact}；${names(concerned)}社会关注度高、投诉举报多，可不定时进行随机抽查${inBrackets(clause)}`,
      )
    }
  }
}

function judgeAlreadyDrawn({ preset, setAside, object, year }: Judging, judgement: Judgement): void {
  const rule = preset.alreadyDrawn
  if (rule === null || year.draws.length === 0) return
  const { clause } = rule
  const fact = `本年度已抽查${year.draws.length}次（${describeYear({ draws: year.draws, visits: [] })}）`
  const reason = reasonToSetAside(preset, 'already-drawn', setAside)
  const marks = special(object, rule)
  if (reason !== null) judgement.notes.push(`${fact}，仍列入，理由：${reason}`)
  else if (marks !== '') judgement.notes.push(`${fact}；${marks}，适时提高抽查频次${inBrackets(clause)}`)
  else judgement.reasons.push({ code: 'already-drawn', clause, sentence: `${cited(rule)}；${fact}` })
}

/** What passed this year is not inspected again; the other items of the same draw are. */
function judgePassed({ preset, setAside, year }: Judging, judgement: Judgement): void {
  const rule = preset.passedThisYear
  if (rule === null || year.visits.length === 0) return
  const passed = new Map<string, string>()
  for (const { item, passed: didPass, date } of year.visits)
    if (item !== null && didPass === true) passed.set(item, date)
  const isPassed = (item: InspectionItem) =>
    passed.has(item.name) && !(rule.exceptKeyItems && item.category === '重点')
  const again = judgement.items.filter(isPassed)
  if (again.length === 0) return
  const fact = again.map((item) => `“${item.name}”已于${passed.get(item.name)}检查合格`).join('，')
  const reason = reasonToSetAside(preset, 'passed-this-year', setAside)
  if (reason !== null) {
    judgement.notes.push(`${fact}，因特殊情况仍列入，理由：${reason}`)
    return
  }
  const left = judgement.items.filter((item) => !isPassed(item))
  if (left.length === 0)
    judgement.reasons.push({
      code: 'passed-this-year',
      clause: rule.clause,
      sentence: `${cited(rule)}；${fact}`,
    })
  else judgement.notes.push(`${fact}，本次不重复检查${inBrackets(rule.clause)}`)
  judgement.items = left
}

/** 守信 may be left out, where the office so chooses; not who the same text says to inspect more. */
function judgeTrusted({ preset, object }: Judging, judgement: Judgement): void {
  const rule = preset.trusted
  const { creditGrade } = object
  if (rule === null || !rule.exempt || creditGrade === null || !rule.grades.includes(creditGrade)) return
  if (object.marks.some((mark) => preset.emphasis?.marks.includes(mark))) return
  judgement.reasons.push({
    code: 'trusted',
    clause: rule.clause,
    sentence: `${cited(rule)}；信用等级为${creditGrade}，本次不抽查`,
  })
}

const names = (items: readonly InspectionItem[]) => items.map((item) => `“${item.name}”`).join('、')

function outside(
  id: string,
  code: 'outside-the-item' | 'outside-the-conditions',
  sentence: string,
): ObjectVerdict {
  return { id, in: false, stratum: null, reasons: [{ code, clause: null, sentence }] }
}

/**
 * Judges every object of the register, one verdict an object, in their order: in the pool with its stratum, or out
 * with every reason. The stratum does not depend on what leaves an object out, so that the size of a stratum before
 * and after exclusions can be told.
 */
export function judgeObjects(rules: ObjectRules, objects: Iterable<ObjectFacts>): ObjectVerdict[] {
  const { preset, setAside, scoped, conditions, strata, decisions, on } = rules
  const known = new Map(rules.items.map((item) => [item.name, item]))
  const subjectTo: SubjectTo = (name, object) => {
    const item = known.get(name)
    return item === undefined ? object.items.includes(name) : applies(item, object)
  }
  const allNames = rules.items.map((item) => item.name)
  const outsideSentence = `${exclusionWords['outside-the-item']}：${names(rules.items)}`
  const placed = new Map(
    strata.map((s) => [s, `列入“${s.name}”${s.sentence === '' ? '' : `：${s.sentence}`}`]),
  )

  const judge = ({ id, object, year: facts }: ObjectFacts): ObjectVerdict => {
    const items = scoped ? rules.items.filter((item) => applies(item, object)) : rules.items
    if (scoped && items.length === 0) return outside(id, 'outside-the-item', outsideSentence)
    if (!fits(conditions, object, subjectTo))
      return outside(id, 'outside-the-conditions', exclusionWords['outside-the-conditions'])
    const stratum = strata.find((s) => fits(s.conditions, object, subjectTo))
    if (stratum === undefined) return outside(id, 'outside-the-conditions', '不属于本次抽取的任何一个分层')

    const judgement: Judgement = { items, reasons: [], notes: [] }
    const { reasons, notes } = judgement
    if (object.state !== '存续') {
      const stated = preset.inBusiness
      const fact = `状态为${object.state}，不列入抽取`
      reasons.push({
        code: 'not-in-business',
        clause: stated?.clause ?? null,
        sentence: stated === null ? fact : `${cited(stated)}；${fact}`,
      })
    }
    const decided = decisions.get(id)
    if (decided !== undefined)
      reasons.push({
        code: 'left-out-by-decision',
        clause: null,
        sentence: `${exclusionWords['left-out-by-decision']}，理由：${decided}`,
      })
    const judging: Judging = { preset, setAside, object, year: inYear(facts, on) }
    judgeCap(judging, judgement)
    judgeAlreadyDrawn(judging, judgement)
    judgePassed(judging, judgement)
    if (rules.exemptTrusted === true) judgeTrusted(judging, judgement)
    if (reasons.length > 0) return { id, in: false, stratum: stratum.id, reasons }

    const visited =
      judgement.items.length === rules.items.length ? allNames : judgement.items.map((item) => item.name)
    if (visited.length > 1) notes.unshift(`${visited.length}个事项一次检查完成`)
    const sentence = [placed.get(stratum) ?? '', ...notes].join('；')
    return { id, in: true, stratum: stratum.id, clause: stratum.clause, sentence, items: visited }
  }

  const verdicts: ObjectVerdict[] = []
  for (const facts of objects) verdicts.push(judge(facts))
  return verdicts
}
