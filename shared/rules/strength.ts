/**
 * How strongly a clause binds. `principle` (原则上): yields to a reason that is printed. `firm` (不超过、不得、应当): yields
 * only to the exception that the clause itself makes.
 */
export const strengths = ['principle', 'firm'] as const
export type Strength = (typeof strengths)[number]

export const strengthWords = { principle: '原则性规定', firm: '必须遵守' } as const satisfies Record<
  Strength,
  string
>
