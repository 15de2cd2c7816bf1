import { type CoreContext, record } from '../context.ts'

/** An approval (批准): whose, number and date of the document, and its scan as an upload. */
export interface ApprovalOrder {
  readonly draw: string
  readonly attempt: number
  readonly purpose: 'abort' | 'void' | 'again' | 'amendment'
  readonly name: string
  readonly number: string
  readonly date: string
  readonly upload: string | null
}

/** Registers an approval with its ledger entry, inside the transaction of what it approves. */
export function registerApproval(context: CoreContext, actor: string, order: ApprovalOrder): void {
  const { draw, attempt, purpose, name, number, date } = order
  record(context, actor, 'draw.approval', { attempt, date, draw, name, number, purpose })
}
