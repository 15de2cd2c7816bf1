import type { MonthFigures, YearFigures } from '../../../shared/forms/year-figures.ts'
import { yearNotes } from '../../../shared/forms/year-overview.ts'
import type { YearAsk } from '../../../shared/forms/year-rows.ts'
import { Sheet } from '../parts/sheet.tsx'
import { Figure } from './figure.tsx'

type Counted = Exclude<keyof MonthFigures, 'month'>

interface MonthRow {
  readonly count: Counted
  readonly title: string
  /** how its bar looks; `null` for a row without one */
  readonly bar: 'due' | 'planned' | 'others' | null
  readonly ask: ((month: number) => YearAsk) | null
}

const rows: readonly MonthRow[] = [
  { count: 'due', title: '应抽（次）', bar: 'due', ask: (month) => ({ of: 'lines', state: 'all', month }) },
  {
    count: 'planned',
    title: '按计划抽取（场）',
    bar: 'planned',
    ask: (month) => ({ of: 'draws', basis: 'line', month }),
  },
  {
    count: 'others',
    title: '其他抽取（场）',
    bar: 'others',
    ask: (month) => ({ of: 'draws', basis: 'off-line', month }),
  },
  { count: 'objects', title: '抽中对象（户次）', bar: null, ask: (month) => ({ of: 'draws', month }) },
  { count: 'visits', title: '其他检查（次）', bar: null, ask: (month) => ({ of: 'visits', month }) },
]

/** Pixels of the highest bar. */
const height = 88

/** What was due and what was drawn, month by month: bars for the eye, and the numbers below them. */
export function MonthTable({ figures }: { readonly figures: YearFigures }) {
  const { months, plan } = figures
  const highest = Math.max(1, ...months.flatMap(({ due, planned, others }) => [due, planned, others]))
  return (
    <Sheet title="各月">
      <div className="month-scroll">
        <table className="rows month-table">
          <thead>
            <tr className="month-bars">
              <td />
              {months.map((month) => (
                <td key={month.month}>
                  <Bars month={month} highest={highest} />
                </td>
              ))}
              <td />
            </tr>
            <tr>
              <th scope="col">月份</th>
              {months.map(({ month }) => (
                <th key={month} scope="col" className="number-column">
                  {month}月
                </th>
              ))}
              <th scope="col" className="number-column">
                合计
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ count, title, bar, ask }) => (
              <tr key={count}>
                <th scope="row">
                  <span className={bar === null ? 'bar-mark' : `bar-mark bar-${bar}`} aria-hidden="true" />
                  {title}
                </th>
                {months.map((month) => (
                  <td key={month.month} className="number-column">
                    {ask === null ? (
                      month[count]
                    ) : (
                      <Figure
                        count={month[count]}
                        title={`${month.month}月${title.replace(/（.*/, '')}`}
                        ask={ask(month.month)}
                      />
                    )}
                  </td>
                ))}
                <td className="number-column year-sum">
                  {months.reduce((sum, month) => sum + month[count], 0).toLocaleString('zh-CN')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        {yearNotes.months}
        {plan.undated === 0 ? null : (
          <>
            没有写明月份的计划项{' '}
            <Figure
              count={plan.undated}
              unit="项"
              title="没有写明月份的计划项"
              ask={{ of: 'lines', state: 'undated' }}
            />
            。
          </>
        )}
      </p>
    </Sheet>
  )
}

function Bars({ month, highest }: { readonly month: MonthFigures; readonly highest: number }) {
  const bars = [
    ['due', month.due],
    ['planned', month.planned],
    ['others', month.others],
  ] as const
  return (
    <div className="bars" aria-hidden="true" style={{ height }}>
      {bars.map(([kind, count]) => (
        // Nothing is no bar: its place stays empty.
        <span
          key={kind}
          className={count === 0 ? 'bar' : `bar bar-${kind}`}
          style={{ height: Math.max(4, (count / highest) * height) }}
        />
      ))}
    </div>
  )
}
