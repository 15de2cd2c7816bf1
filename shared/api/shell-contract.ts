import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { call, fullPath } from './parts.ts'
import { refusals } from './refusals.ts'

/** What a shell (外壳) tells of its windows and displays. */
export const shellStateSchema = z.strictObject({
  shell: z.enum(['electron', 'browser']),
  /** `unknown` where the shell cannot see displays: the console's own page asks the browser then */
  displays: z.enum(['one', 'mirrored', 'several', 'unknown']),
  /** where the stage's window is: closed, on a display of its own, or over the console's */
  stage: z.enum(['closed', 'second-display', 'same-display', 'own-window']),
  /** what happened last to the stage's display, as a sentence for the operator; `null` for nothing */
  notice: z.string().nullable(),
  /** why the last print dialog sent nothing to a printer, and of which document; `null` where it did */
  printing: z.strictObject({ document: z.string().nullable(), sentence: z.string() }).nullable(),
})
export type ShellState = z.infer<typeof shellStateSchema>

/** What a window can ask of the shell around it: windows, files in the system's viewers, dialogs. */
export const shellContract = {
  watch: call.input(z.strictObject({})).output(eventIterator(shellStateSchema)),
  /**
   * Opens the stage's window, or brings it to the front. The browser shell answers with a one-time address where the
   * console's page has to open it; else `null`.
   */
  openStage: call.input(z.strictObject({})).output(z.strictObject({ address: z.string().nullable() })),
  closeStage: call.input(z.strictObject({})).output(z.strictObject({})),
  /**
   * Shows a stored document: `preview` in a window of its own, to be printed from there; `system` in the system's
   * viewer. As above, an address is to be opened by the page.
   */
  openDocument: call
    .errors(refusals('DOCUMENT_UNKNOWN', 'DOCUMENT_CHANGED'))
    .input(z.strictObject({ id: z.uuid(), where: z.enum(['preview', 'system']) }))
    .output(z.strictObject({ address: z.string().nullable() })),
  /** Shows a file in the system's file manager. */
  revealFile: call.input(z.strictObject({ path: fullPath })).output(z.strictObject({})),
  /** A folder chosen in the system's dialog; `null` where cancelled or where the shell has no dialogs. */
  chooseFolder: call
    .input(z.strictObject({ title: z.string().max(100) }))
    .output(z.strictObject({ folder: z.string().nullable(), dialogs: z.boolean() })),
}
