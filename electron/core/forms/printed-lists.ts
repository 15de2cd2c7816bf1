import type { ListOf } from '../../../shared/api/release-contract.ts'
import type { InspectionFacts } from '../../../shared/forms/inspection-facts.ts'
import type { CoreContext } from '../context.ts'
import { listNow } from '../releases/list-papers.ts'

type Lists = InspectionFacts['lists']

/** The lists that belong to the papers of an inspection, by the id of their form. */
const printed = {
  'list-plans': 'plans',
  'list-items': 'items',
  'list-objects': 'objects',
  'list-inspectors': 'inspectors',
} as const satisfies Record<string, ListOf['subject']>

function listOf(form: keyof typeof printed, year: number): ListOf {
  const subject = printed[form]
  return { subject, year: subject === 'plans' ? year : 0 }
}

function isPrinted(form: string): form is keyof typeof printed {
  return form in printed
}

/**
 * The lists as they stand, each read when a paper first asks for it: a register of thousands of rows is not read for a
 * page that asks for none. One that is empty or too long is absent.
 */
export function readLists(context: CoreContext, year: number): Lists {
  const lists: Record<string, Lists[string]> = {}
  for (const form of Object.keys(printed).filter(isPrinted)) {
    let read: ReturnType<typeof listNow> | null = null
    Object.defineProperty(lists, form, {
      enumerable: true,
      get: () => {
        read ??= listNow(context, listOf(form, year))
        return 'facts' in read ? read : undefined
      },
    })
  }
  return lists
}

/** Why there is no paper of this list; `null` for any other form, and where there is one. */
export function whyNoList(context: CoreContext, form: string, year: number): string | null {
  if (!isPrinted(form)) return null
  const read = listNow(context, listOf(form, year))
  return 'reason' in read ? read.reason : null
}
