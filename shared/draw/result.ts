import { LineReader, seatValue } from './ceremony.ts'
import { ABSENT, fileLines, H, parseNumber, SpecError, time } from './notation.ts'
import type { Outcome } from './outcome.ts'
import type { Pairing } from './people.ts'

/** What result.txt says: the outcome without its picks, and when it was drawn. */
export type DrawResult = Omit<Outcome, 'listPicks' | 'choices'> & { readonly at: string }

/** The text of result.txt; `D` is its digest. `at` is the time of the draw. Throws SpecError for a bad time. */
export function renderResult(result: DrawResult): string {
  return [
    'SSJ-DRAW-1 result',
    `freeze=${result.freeze}`,
    `secret=${result.secret}`,
    ...result.contributions.map((digits, index) => `contribution=${index + 1}\t${digits}`),
    `seed=${result.seed}`,
    `at=${time(result.at, '抽取时间')}`,
    ...result.objects.map((o, index) => `object=${index + 1}\t${o.stratum}\t${o.id}`),
    ...result.teams.map((members, index) => `team=${[index + 1, ...members].join('\t')}`),
    ...result.pairs.map((p) => `pair=${[p.object, p.team ?? ABSENT, ...p.inspectors].join('\t')}`),
    ...(result.replaced === null ? [] : [`replace=${result.replaced.vacated}\t${result.replaced.drawn}`]),
    '',
  ].join('\n')
}

/** `D`: the record's digest (记录校验码). */
export function recordDigest(text: string): string {
  return H(text)
}

/** Reads result.txt. Throws {@link SpecError} unless it is canonical. */
export function parseResult(text: string): DrawResult {
  const reader = new LineReader(fileLines(text))
  if (reader.next() !== 'SSJ-DRAW-1 result') throw new SpecError('不是SSJ-DRAW-1的结果', 1)
  const head = {
    freeze: reader.value('freeze'),
    secret: reader.value('secret'),
    contributions: reader.values('contribution').map((line, index) => seatValue(line, index + 1)),
    seed: reader.value('seed'),
    at: reader.value('at'),
  }
  const objects = reader.values('object').map((line, index) => {
    const [stratum = '', id = ''] = seatValue(line, index + 1).split('\t')
    return { stratum, id }
  })
  const teams = reader.values('team').map((line, index) => seatValue(line, index + 1).split('\t'))
  const pairs = reader.values('pair').map(parsePair)
  const [replaceLine] = reader.values('replace')
  reader.end()
  const [vacated = '', drawn = ''] = replaceLine?.split('\t') ?? []
  const result: DrawResult = {
    ...head,
    objects,
    teams,
    pairs,
    replaced: replaceLine === undefined ? null : { vacated, drawn },
  }
  if (renderResult(result) !== text) throw new SpecError('结果不是规范写法')
  return result
}

function parsePair(line: string): Pairing {
  const [object = '', team = '', ...inspectors] = line.split('\t')
  return { object, team: team === ABSENT ? null : parseNumber(team, '组号'), inspectors }
}
