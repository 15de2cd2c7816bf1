import { formCatalogue } from '../../../shared/forms/form-catalogue.ts'
import type { FormDefinition } from '../../../shared/forms/form-definition.ts'
import { RefusalError } from '../outcome.ts'

/** Names that a sentence offers at most. */
const offered = 5

/** The form with this id or name. Refuses with `FORM_UNKNOWN`, naming those that are meant most likely. */
export function requireForm(word: string): FormDefinition {
  const typed = word.trim().normalize('NFC')
  const found = formCatalogue.find(({ id, name }) => id === typed.toLowerCase() || name === typed)
  if (found !== undefined) return found
  const near = nearForms(typed).map(({ name }) => `“${name}”`)
  const hint = near.length === 0 ? '请查看文书清单后重试。' : `名称相近的有${near.join('、')}，请核对后重试。`
  throw new RefusalError(
    'FORM_UNKNOWN',
    `没有“${word}”这种文书，没有生成任何文书，也没有写入任何数据。${hint}`,
  )
}

/** The forms whose name or id has most in common with a word, the nearest first. */
function nearForms(word: string): FormDefinition[] {
  const scored = formCatalogue.map((form) => ({
    form,
    score: Math.max(likeness(word, form.name), likeness(word.toLowerCase(), form.id)),
  }))
  return scored
    .filter(({ score }) => score >= 0.3)
    .sort((a, b) => b.score - a.score)
    .slice(0, offered)
    .map(({ form }) => form)
}

/** Pairs of neighbouring characters that two words share (Dice), from 0 to 1. */
function likeness(one: string, other: string): number {
  const pairs = pairsOf(one)
  const others = pairsOf(other)
  const shared = [...pairs].filter((pair) => others.has(pair)).length
  return pairs.size + others.size === 0 ? 0 : (2 * shared) / (pairs.size + others.size)
}

function pairsOf(word: string): ReadonlySet<string> {
  const characters = [...word]
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))
}
