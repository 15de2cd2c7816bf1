import type { RulesFacts } from '../../../shared/forms/inspection-facts.ts'
import { inBrackets } from '../../../shared/rules/cited.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import type { TermDuty } from '../../../shared/rules/preset-schema.ts'

type Said = { readonly words: string; readonly clause: string | null } | null

/** The terms that papers name, as the 执行细则 words them, each with its clause. */
export function rulesFacts(preset: Preset): RulesFacts {
  const terms = (...duties: readonly TermDuty[]) =>
    preset.terms.filter(({ duty }) => duties.includes(duty)).map(sentence)
  return {
    name: preset.shortName,
    recusal: sentence(preset.recusal),
    replacement: sentence(preset.replacement),
    report: joined(terms('report')),
    publication: joined(terms('publication')),
    review: joined(terms('review', 'answer')),
  }
}

function sentence(said: Said): string | null {
  return said === null ? null : `${said.words}${inBrackets(said.clause)}`
}

function joined(sentences: readonly (string | null)[]): string | null {
  const said = sentences.filter((one) => one !== null)
  return said.length === 0 ? null : said.join('；')
}
