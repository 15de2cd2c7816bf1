import type { ProofLevel } from '../shared/forms/proof-papers.ts'

/** A page of a paper as it is shown on a sheet. */
export interface ShownPage {
  readonly level: ProofLevel
  readonly page: number
  readonly of: number
  readonly png: Buffer
}

/** A form with its pages. */
export interface ShownForm {
  readonly name: string
  readonly pages: readonly ShownPage[]
}

const levelWords = {
  one: '一行',
  typical: '通常',
  worst: '最坏',
  blank: '空白',
} as const satisfies Record<ProofLevel, string>

const style = `
  * { box-sizing: border-box; margin: 0 }
  body { width: 2000px; padding: 12px; background: #e8e8e8; font: 11px sans-serif; color: #222 }
  section { margin-bottom: 12px }
  h2 { margin-bottom: 4px; font-size: 15px }
  div { display: flex; flex-wrap: wrap; gap: 6px; align-items: flex-end }
  figcaption { padding-top: 2px; white-space: nowrap }
  img { display: block; border: 1px solid #bbb; background: #fff }
`

/** One contact sheet as HTML: a line a form, its pages side by side. The names are ours, so nothing needs escaping. */
export function sheetPage(forms: readonly ShownForm[], height: number): string {
  const figures = ({ pages }: ShownForm) =>
    pages.map(
      ({ level, page, of, png }) =>
        `<figure><img height="${height}" src="data:image/png;base64,${png.toString('base64')}">` +
        `<figcaption>${levelWords[level]} ${page}/${of}</figcaption></figure>`,
    )
  const sections = forms.map(
    (form) => `<section><h2>${form.name}</h2><div>${figures(form).join('')}</div></section>`,
  )
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><body>${sections.join('')}</body>`
}
