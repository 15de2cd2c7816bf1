import type { Core } from '../core.ts'
import type { ConsoleRoot } from './roots.ts'

/** The paper forms of inspections (文书), what is entered for them, and how they look. */
export function implementForms({ forms: root }: ConsoleRoot, { forms }: Core) {
  return {
    list: root.list.handler(({ input: { number } }) => forms.list(number)),
    entry: root.entry.handler(({ input: { number } }) => forms.entry(number)),
    saveEntry: root.saveEntry.handler(({ input, context }) => forms.saveEntry(context.actor, input)),
    saveVisit: root.saveVisit.handler(({ input, context }) => forms.saveVisit(context.actor, input)),
    prepare: root.prepare.handler(({ input, context, signal }) =>
      forms.prepare(context.actor, input, signal),
    ),
    print: root.print.handler(({ input: { id }, context }) => forms.print(context.actor, id)),
    printed: root.printed.handler(({ input: { id }, context }) => forms.printed(context.actor, id)),
    blank: root.blank.handler(({ input: { form }, context }) => forms.blank(context.actor, form)),
    nonRandom: root.nonRandom.handler(({ input: { serial }, context }) =>
      forms.nonRandom(context.actor, serial),
    ),
    lastNumbers: root.lastNumbers.handler(() => forms.lastNumbers()),
    style: root.style.handler(() => forms.style()),
    writeStyle: root.writeStyle.handler(({ input, context }) => forms.writeStyle(context.actor, input)),
  }
}
