import type { RulesFacts } from '../../../shared/forms/inspection-facts.ts'
import { inBrackets } from '../../../shared/rules/cited.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import type { TermDuty } from '../../../shared/rules/preset-schema.ts'

type Said = { readonly words: string; readonly clause: string | null }

/**
 * The terms that papers name, as the 执行细则 words them, each with its clause. What the party and the public read cites
 * the text by its full title: nobody outside the office knows what 黑龙江细则 is.
 */
export function rulesFacts(preset: Preset): RulesFacts {
  const terms = (...duties: readonly TermDuty[]) => preset.terms.filter(({ duty }) => duties.includes(duty))
  return {
    name: preset.shortName,
    recusal: sentence(preset.recusal),
    replacement: sentence(preset.replacement),
    report: joined(terms('report')),
    publication: joined(terms('publication').map((term) => inFull(term, preset))),
    review: joined(terms('review', 'answer').map((term) => inFull(term, preset))),
  }
}

function sentence(said: Said | null): string | null {
  return said === null ? null : `${said.words}${inBrackets(said.clause)}`
}

/** One sentence of all, a clause that several of them share cited once, after the last of them. */
function joined(all: readonly Said[]): string | null {
  const said = all.map((each, index) =>
    sentence(each.clause === all[index + 1]?.clause ? { ...each, clause: null } : each),
  )
  return said.length === 0 ? null : said.join('；')
}

/** With 《…实施细则》 for the short name, where the title is that of a 细则 and the clause is one of that text. */
function inFull({ words, clause }: Said, { title, shortName }: Preset): Said {
  const isOf = clause?.startsWith(shortName) === true && /细则(?:（[^）]*）)?$/u.test(title)
  return { words, clause: isOf ? `《${title}》${clause.slice(shortName.length)}` : clause }
}
