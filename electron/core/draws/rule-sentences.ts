import type { DrawPlan } from '../../../shared/api/draw-plan.ts'
import type { Manifest } from '../../../shared/draw/manifest.ts'
import { describeConditions } from './stratify.ts'

/** How this draw goes, a sentence a line, as the room reads it before any digit is given (draw-spec sections 4–7). */
export function ruleSentences(manifest: Manifest, plan: DrawPlan): readonly string[] {
  return [...scope(plan), ...manifest.strata.map((s) => `${s.basis}。`), ...drawingSentences(manifest)]
}

/** The part of {@link ruleSentences} that is about chance, for a paper that tells conditions and strata elsewhere. */
export function drawingSentences(manifest: Manifest): readonly string[] {
  return [...objectSentences(manifest), ...peopleSentences(manifest), seedSentence(manifest)]
}

/** Where nobody was present, nobody is said to have been. */
function seedSentence({ mode, witnesses }: Manifest): string {
  return mode === 'unwitnessed'
    ? '种子R由名单校验码F、秘密数S和操作人录入的数字共同算出，无见证人在场，任何人都能重算。'
    : `种子R由名单校验码F、秘密数S和${witnesses.length}名见证人的数字共同算出，任何一方都不能单独决定结果，任何人都能重算。`
}

function scope(plan: DrawPlan): string[] {
  if (plan.kind !== 'draw') return []
  const conditions = describeConditions(plan.conditions)
  return [conditions === '' ? '不定向抽取：不设定条件。' : `定向抽取：${conditions}。`]
}

function objectSentences({ kind, strata }: Manifest): string[] {
  if (kind !== 'draw') return []
  const [first, ...others] = strata
  const where = first !== undefined && others.length > 0 ? '各层分别抽取，' : ''
  return [`${where}机会均等：每次从名单中抽一个号，已抽中的跳过，抽满为止。`]
}

function peopleSentences({ kind, topology, teams, slots }: Manifest): string[] {
  if (kind === 'replace-inspector') return ['更换人员：从符合空缺席位条件的人员中抽取一名，机会均等。']
  if (kind === 'replace-object')
    return ['更换对象：从同一分层未被抽中且适合现有检查组的对象中抽取一个，机会均等。']
  if (topology === 'none') return ['本次只抽检查对象，检查人员另行匹配。']
  const leaders = slots.filter((slot) => slot.role === 'L').length
  const group = `${slots.length}人一组${leaders === 0 ? '' : `，其中组长席${leaders}个`}`
  if (topology === 'teams')
    return [
      `先抽出${teams}个检查组，${group}；再逐个对象在适合的组中抽取一组，承担对象最少的优先。`,
      '没有适合的组的对象，另抽一组人员。',
    ]
  return [`逐个对象抽取检查人员，${group}；在符合席位、领域且不须回避的人员中抽取，承担对象最少的优先。`]
}
