import { assertContributions, LineReader, seatValue } from './ceremony.ts'
import { at } from './checked.ts'
import { canonical } from './lists.ts'
import { ABSENT, cells, digest, fileLines, H, id, parseNumber, SpecError, time } from './notation.ts'
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
    freeze: digest(reader.value('freeze'), '名单校验码'),
    secret: digest(reader.value('secret'), '秘密数S'),
    contributions: reader.values('contribution').map((line, index) => seatValue(line, index + 1)),
    seed: digest(reader.value('seed'), '种子'),
    at: reader.value('at'),
  }
  assertContributions(head.contributions, head.contributions.length)
  const objects = reader.values('object').map((line, index) => {
    const found = cells(seatValue(line, index + 1), 2)
    return { stratum: id(at(found, 0), '分层编号'), id: id(at(found, 1), '检查对象编号') }
  })
  const teams = reader.values('team').map((line, index) => people(seatValue(line, index + 1).split('\t')))
  const pairs = reader.values('pair').map(parsePair)
  const replaced = reader.values('replace').map((line) => {
    const found = cells(line, 2)
    return { vacated: id(at(found, 0), '被更换的编号'), drawn: id(at(found, 1), '抽中的编号') }
  })
  reader.end()
  if (replaced.length > 1) throw new SpecError('一次只更换一个')
  const result: DrawResult = {
    ...head,
    objects,
    teams,
    pairs,
    replaced: replaced[0] ?? null,
  }
  return canonical(text, renderResult(result), result)
}

function parsePair(line: string): Pairing {
  const found = line.split('\t')
  if (found.length < 3) throw new SpecError(`“${line}”缺少组号或人员`)
  const team = at(found, 1)
  return {
    object: id(at(found, 0), '检查对象编号'),
    team: team === ABSENT ? null : parseNumber(team, '组号'),
    inspectors: people(found.slice(2)),
  }
}

function people(ids: readonly string[]): string[] {
  return ids.map((inspector) => id(inspector, '执法人员编号'))
}
