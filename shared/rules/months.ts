const chinese = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'] as const
/** The longer numerals first: 十一 is not 十 and 一. */
const numerals: readonly (readonly [string, number])[] = chinese
  .map((word, number) => [word, number] as const)
  .filter(([word]) => word !== '')
  .sort(([a], [b]) => b.length - a.length)

const through = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)

/** Half-width digits, Arabic numerals before 月 and 季度, one sign for `to` and one for `and`; without year and day. */
function plain(period: string): string {
  let text = period.normalize('NFKC').replace(/\s+/g, '')
  text = text.replace(/[一二三四五六七八九十]+/g, (word) => {
    const found = numerals.find(([numeral]) => numeral === word)
    return found === undefined ? word : String(found[1])
  })
  return text
    .replace(/(?:19|20)\d{2}[-./](\d{1,2})(?:[-./]\d{1,2})?(?!\d)/g, '$1月')
    .replace(/(?:19|20)\d{2}年度?|今年|当年|本年度?/g, '')
    .replace(/月份/g, '月')
    .replace(/(月)(?:\d{1,2}[日号]|[上中下]旬|初|中|底|末)/g, '$1')
    .replace(/[至到—–~-]+|起至/g, '~')
    .replace(/[,;和及与]/g, '、')
}

const quarterMonths = (quarter: number) => through(quarter * 3 - 2, quarter * 3)

/** What `from` and `to` say, both within the year; a period that ends the next year (次年) ends here with December. */
function between(from: number, to: number, nextYear: boolean): number[] {
  if (from <= to && !nextYear) return through(from, to)
  return nextYear ? through(from, 12) : [...through(1, to), ...through(from, 12)]
}

/**
 * The months (1–12) that a plan's 抽查时间 names, in order: `3月至11月`, `4月、9月`, `5月`, `二季度`, `上半年`, `全年`. Empty
 * where it names none; nothing is guessed.
 */
export function monthsOf(period: string | null): readonly number[] {
  if (period === null) return []
  const found = new Set<number>()
  const add = (months: readonly number[]) => {
    for (const month of months) if (month >= 1 && month <= 12) found.add(month)
  }
  let text = plain(period)
  const take = (pattern: RegExp, months: (groups: readonly (string | undefined)[]) => readonly number[]) => {
    text = text.replace(pattern, (...all: unknown[]) => {
      add(months(all.slice(1).map((group) => (typeof group === 'string' ? group : undefined))))
      return '。'
    })
  }
  take(/全年|常年|每月|每个月|各月|每季度?|各季度?/g, () => through(1, 12))
  take(/上半年/g, () => through(1, 6))
  take(/下半年/g, () => through(7, 12))
  take(/第?([1-4])季?度?~第?([1-4])季度?/g, ([from, to]) =>
    between(Number(from), Number(to), false).flatMap(quarterMonths),
  )
  take(/((?:第?[1-4]季?度?、)*第?[1-4]季度?)/g, ([list]) =>
    [...(list ?? '').matchAll(/[1-4]/g)].flatMap(([quarter]) => quarterMonths(Number(quarter))),
  )
  take(/(\d{1,2})月?~(次年|翌年)?(\d{1,2})月/g, ([from, next, to]) =>
    Number(from) > 12 || Number(to) > 12 ? [] : between(Number(from), Number(to), next !== undefined),
  )
  take(/((?:\d{1,2}月?、)*\d{1,2}月)/g, ([list]) =>
    [...(list ?? '').matchAll(/\d{1,2}/g)].map(([month]) => Number(month)),
  )
  return [...found].sort((a, b) => a - b)
}
