import { isoDate } from '../../shared/registry/text.ts'
import { presets } from '../../shared/rules/preset.ts'
import { strengthWords } from '../../shared/rules/strength.ts'
import type { Core } from '../core/core.ts'
import { outcomeOf, RefusalError } from '../core/outcome.ts'
import { presetOfWord } from '../core/rules/office-rules.ts'
import { type Answer, exits, refused } from './console.ts'

/** Why a word names no 执行细则, `null` where it names one: known before a data folder is opened, or made. */
export function unknownPreset(word: string): Answer | null {
  if (presetOfWord(word) !== null) return null
  return refused({
    code: 'PRESET_UNKNOWN',
    message: `没有名为“${word}”的执行细则，仍按原来的执行。可用的有：${presetChoices()}。`,
  })
}

/** `preset [NAME]`: sets the 执行细则 where a name is given, and prints it with its clauses. */
export function presetCommand(core: Core, word: string | undefined, account: string): Answer {
  if (word !== undefined) {
    const name = presetOfWord(word)
    if (name === null) throw new Error(`no preset ${word}`)
    const set = outcomeOf(() => core.writeSettings(account, { preset: name }))
    if (!set.ok) return refused(set.refusal)
  }
  const { name, title, rules, common } = core.rules.inWords()
  const text = [
    `执行细则：${title}（${name}）`,
    ...rules.map(({ title: about, value, clause, strength }) => {
      const said = [clause, strength === null ? null : strengthWords[strength]].filter(
        (part) => part !== null,
      )
      return `  ${about}：${value}${said.length === 0 ? '' : `（${said.join('，')}）`}`
    }),
    '不论执行哪一细则：',
    ...common.map(
      ({ title: about, value, clause }) => `  ${about}：${value}${clause === null ? '' : `（${clause}）`}`,
    ),
  ]
  return { exit: exits.done, json: { preset: name, title, rules, common }, text: text.join('\n') }
}

function presetChoices(): string {
  return Object.entries(presets)
    .map(([name, { shortName }]) => `${name}（${shortName}）`)
    .join('、')
}

/** `eligible --item NAME [--on DATE]`: every object of an item, in or out, with the clause. */
export function eligibleCommand(core: Core, item: string, on: string | undefined): Answer {
  const found = outcomeOf(() => core.rules.eligible(item, on === undefined ? null : readDate(on)))
  if (!found.ok) return refused(found.refusal)
  const { objects, notice, ...about } = found.value
  const admitted = objects.filter((object) => object.in).length
  const text = [
    `${about.item}，${about.on}，${about.preset}：可抽${admitted}个，不可抽${objects.length - admitted}个`,
    ...objects.map(({ id, name, in: isIn, stratum, sentence }) =>
      [id, isIn ? '可抽' : '不可抽', stratum ?? '-', name, sentence].join('\t'),
    ),
  ]
  return { exit: exits.done, json: { ...about, notice, objects }, text: text.join('\n'), notice }
}

function readDate(typed: string): string {
  const read = isoDate.safeParse(typed)
  if (read.success) return read.data
  throw new RefusalError('OPTION_INVALID', `--on须为形如 2026-11-20 的日期，给出的是“${typed}”。`)
}
