import type { FormState } from '../../../shared/api/form-contract.ts'
import { type FormStage, formStages } from '../../../shared/forms/form-definition.ts'
import { momentInWords } from '../parts/in-words.ts'

/** What can be done with a form now. */
export type FormStanding = 'unavailable' | 'none' | 'current' | 'changed'

export function standingOf({ unavailable, current, earlier }: FormState): FormStanding {
  if (current !== null) return 'current'
  if (unavailable !== null) return 'unavailable'
  return earlier === null ? 'none' : 'changed'
}

/** How a form stands, in words. */
export function standingInWords(form: FormState): string {
  switch (standingOf(form)) {
    case 'unavailable':
      return '暂不能生成'
    case 'none':
      return '未生成'
    case 'changed':
      return '内容有变化，需重新生成'
    case 'current':
      return `已生成${pagesInWords(form.current?.pages ?? null)}`
  }
}

/** When the paper that counts was made; `null` where there is none. */
export function madeAt({ current, earlier }: FormState): string | null {
  const at = current?.at ?? earlier?.at
  return at === undefined ? null : momentInWords(at)
}

function pagesInWords(pages: number | null): string {
  return pages === null ? '' : `，${pages}页`
}

/** How many papers a form is, and who gets them. */
export function scopeInWords({ scope, objects, copies }: FormState): string {
  const papers =
    scope === 'draw'
      ? '整次检查一份'
      : objects === 0
        ? '没有对象需要填写，出一份空白'
        : `每个对象一份，共${objects}份`
  return copies === null ? papers : `${papers}；${copies}`
}

/** 文号 that were given: the one, or the first and the last. */
export function numbersInWords(numbers: readonly string[]): string | null {
  const [first] = numbers
  if (first === undefined) return null
  const last = numbers.at(-1) ?? first
  return numbers.length === 1 ? first : `${first} 至 ${last}，共${numbers.length}个`
}

/** Forms by the stage of the work, stages without any left out. */
export function byStage(
  forms: readonly FormState[],
): readonly { readonly stage: FormStage; readonly forms: readonly FormState[] }[] {
  return formStages
    .map((stage) => ({ stage, forms: forms.filter((form) => form.stage === stage) }))
    .filter(({ forms: some }) => some.length > 0)
}

/** Characters that no font has, each once with the places where it stands. */
export function missingInWords(
  missing: readonly { readonly codePoint: string; readonly where: string }[],
): readonly string[] {
  const places = new Map<string, Set<string>>()
  for (const { codePoint, where } of missing)
    places.set(codePoint, (places.get(codePoint) ?? new Set()).add(where))
  return [...places].map(([codePoint, where]) => `${codePoint}（${[...where].join('、')}）`)
}
