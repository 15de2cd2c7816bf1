import type { RegisterFacts } from '../../../shared/forms/draw-facts.ts'
import type { FreezeSlipFacts } from '../../../shared/forms/freeze-slip-facts.ts'
import { type HideNames, inspectorNumber, objectNumber } from './concealed.ts'

/** What the 锁定名单校验单 of a confidential draw says: numbers instead of names, as on the stage (大屏). */
export function concealedSlip(facts: FreezeSlipFacts, hideNames: HideNames): FreezeSlipFacts {
  const register = (of: RegisterFacts): RegisterFacts => ({
    ...of,
    excluded: of.excluded.map((entry) => ({ ...entry, clause: hideNames(entry.clause) })),
  })
  return {
    ...facts,
    reason: facts.reason === null ? null : hideNames(facts.reason),
    objectRegister: register(facts.objectRegister),
    inspectorRegister: register(facts.inspectorRegister),
    vacancies: facts.vacancies.map((vacancy) => ({
      ...vacancy,
      objectName: objectNumber(vacancy.objectId),
      inspector:
        vacancy.inspector === null
          ? null
          : {
              id: vacancy.inspector.id,
              name: inspectorNumber(vacancy.inspector.id),
              certificate: null,
            },
    })),
    grounds: facts.grounds.map(({ title, text }) => ({ title, text: hideNames(text) })),
    notes: facts.notes.map(hideNames),
  }
}
