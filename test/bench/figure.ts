/** What a figure is counted in. */
export type FigureUnit = 's' | 'MB' | 'ratio' | 'pages'

/** One measured figure. */
export interface Figure {
  /** stable, kebab-case: what a comparison over time goes by */
  readonly name: string
  /** what was measured, in Chinese, with its sizes */
  readonly label: string
  readonly value: number
  readonly unit: FigureUnit
  /** not more than this; `null`: only reported */
  readonly target: number | null
}

const unitWords: Readonly<Record<FigureUnit, string>> = { s: '秒', MB: 'MB', ratio: '倍', pages: '页' }

/** Whether a figure keeps to its target; `null` where it has none. */
export function meetsTarget(figure: Figure): boolean | null {
  return figure.target === null ? null : figure.value <= figure.target
}

/** The figures as the JSON file has them: `[{name, value, unit, target}]`, values to the thousandth. */
export function figuresJson(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, target }) => ({ name, value: rounded(value), unit, target }))
  return `${JSON.stringify(rows, null, 2)}\n`
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** The figures as a table for people. */
export function figuresTable(figures: readonly Figure[]): string {
  const header = ['名称', '数值', '单位', '目标', '是否达到']
  const rows = figures.map((figure) => {
    const { label, value, unit, target } = figure
    const met = meetsTarget(figure)
    return [
      label,
      valueText(value, unit),
      unitWords[unit],
      target === null ? '—' : `≤ ${target}`,
      met === null ? '—' : met ? '是' : '否',
    ]
  })
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((cells) => displayWidth(cells[column] ?? ''))),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((text, column) => padded(text, widths[column] ?? 0, column === 1))
      .join('  ')
      .trimEnd()
  return [line(header), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line), ''].join('\n')
}

function valueText(value: number, unit: FigureUnit): string {
  return value.toFixed(unit === 's' ? 3 : unit === 'ratio' ? 2 : 0)
}

function padded(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return right ? space + text : text + space
}

/** Columns on a terminal: Chinese characters and their punctuation take two. */
function displayWidth(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (/[\p{Script=Han}\u3000-\u303f\uff01-\uff60]/u.test(character) ? 2 : 1),
    0,
  )
}
