import type { Visit } from '../../../shared/registry/visit.ts'
import type { ReadRow, TypedValues } from '../registers/row-values.ts'
import { readRow, typedRow } from '../registers/row-values.ts'

/** A new visit as its boxes stand at first: today, the usual kind. */
export function newVisit(today: string): TypedValues {
  return { ...typedRow('visits', null), date: today, passed: null }
}

/** After one was written the next one of the same day begins with its day, kind and department. */
export function nextVisit(written: TypedValues): TypedValues {
  const { date = null, kind = null, department = null } = written
  return { ...typedRow('visits', null), date, kind, department, passed: null }
}

/** Reads what was typed; a day after today is no visit yet. */
export function readVisit(typed: TypedValues, today: string): ReadRow<Visit> {
  const read = readRow('visits', typed)
  if (read.ok && read.row.date > today)
    return { ok: false, problems: { date: `检查日期晚于今天（${today}），请核对` } }
  return read
}
