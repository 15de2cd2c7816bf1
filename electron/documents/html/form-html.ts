import type {
  FormBlock,
  FormModel,
  LetterheadBlock,
  QrBlock,
  SealBlock,
  TitleBlock,
} from '../../../shared/forms/form-model.ts'
import { qrSquares } from '../pdf/qr-squares.ts'
import { escapeText, textHtml } from './html-text.ts'
import { pageStyle } from './page-style.ts'
import { sectionOf, tableHtml } from './table-html.ts'

/**
 * A form as one page of HTML for everybody: no script, nothing loaded, every text escaped, headings in order, tables
 * with captions and scopes. What it says is what the PDF of the same model says.
 */
export function formHtml(model: FormModel): string {
  const { title, running, marks, blocks } = model
  const body = [
    ...(marks.length === 0 ? [] : [`<p class="mark" role="note">${escapeText(marks.join('　'))}</p>`]),
    ...(hasTitle(blocks) ? [] : [`<h1>${escapeText(title)}</h1>`]),
    ...blocksHtml(blocks, title),
  ]
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    `<title>${escapeText(`${title}（${running.right}）`)}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...body,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function hasTitle(blocks: readonly FormBlock[]): boolean {
  return blocks.some((block) => block.kind === 'title' || (block.kind === 'group' && hasTitle(block.blocks)))
}

/** Blocks one after the other; `around` names what a table without a heading of its own belongs to. */
function blocksHtml(blocks: readonly FormBlock[], around: string): string[] {
  let heading = around
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') heading = block.text
    return blockHtml(block, heading)
  })
}

function blockHtml(block: FormBlock, heading: string): string[] {
  switch (block.kind) {
    case 'title':
      return titleHtml(block)
    case 'heading':
      return [`<h2>${escapeText(block.text)}</h2>`]
    case 'paragraph': {
      const { text, align = 'left', indent = true, size = 'body' } = block
      const classes = [
        ...(indent && align === 'left' ? ['indent'] : []),
        ...(align === 'left' ? [] : [align]),
        ...(size === 'small' ? ['small'] : []),
      ]
      return [`<p${classes.length === 0 ? '' : ` class="${classes.join(' ')}"`}>${textHtml(text)}</p>`]
    }
    case 'list':
      return [
        `<ol${block.size === 'small' ? ' class="small"' : ''}>${block.items.map((item) => `<li>${textHtml(item)}</li>`).join('')}</ol>`,
      ]
    case 'grid': {
      const { columns, rows } = block
      const section = sectionOf(rows, columns.length)
      const own = section === null ? rows : rows.slice(1)
      return [
        tableHtml({
          caption: section ?? heading,
          seen: section !== null,
          columns,
          header: [],
          rows: own,
          empty: '',
        }),
      ]
    }
    case 'table': {
      const { columns, header, rows, empty = '' } = block
      const section = sectionOf(header, columns.length)
      const own = section === null ? header : header.slice(1)
      return [
        tableHtml({ caption: section ?? heading, seen: section !== null, columns, header: own, rows, empty }),
      ]
    }
    case 'signatures':
      return [
        `<ul class="signatures">${block.boxes.map(({ label, name }) => `<li>${escapeText(label)}：${escapeText(name ?? '')}</li>`).join('')}</ul>`,
      ]
    case 'qr':
      return [qrHtml(block)]
    case 'banner':
      return [`<p class="banner" role="note">${escapeText(block.text)}</p>`]
    case 'space':
      return []
    case 'group':
      return blocksHtml(block.blocks, heading)
    case 'letterhead':
      return [letterheadHtml(block)]
    case 'seal':
      return [sealHtml(block)]
    case 'lines':
      return Array.from({ length: block.count }, () => '<div class="line"></div>')
    case 'digits':
      return [
        `<div class="digits" aria-hidden="true">${Array.from({ length: block.count }, (_, index) => (index > 0 && index % block.group === 0 ? '<i class="gap"></i>' : '<i></i>')).join('')}</div>`,
      ]
    case 'cut':
      return ['<hr>']
  }
}

function titleHtml({ text, above, below }: TitleBlock): string[] {
  return [
    ...(above === undefined ? [] : [`<p class="office">${escapeText(above)}</p>`]),
    `<h1>${escapeText(text)}</h1>`,
    ...(below === undefined ? [] : [`<p class="number">${escapeText(below)}</p>`]),
  ]
}

function letterheadHtml({ office, logo, number, red }: LetterheadBlock): string {
  // Schema and core let only a PNG or JPEG as data: URL come this far.
  const image = logo === null ? '' : `<img src="${escapeText(logo)}" alt="">`
  const said = number === null ? '' : `<span>${escapeText(number)}</span>`
  return `<div class="letterhead${red ? ' red' : ''}"><strong>${image}${escapeText(office)}</strong>${said}</div>`
}

function sealHtml({ office, date }: SealBlock): string {
  return `<div class="seal"><p>${escapeText(office)}</p><p>${escapeText(date ?? '　　年　月　日')}</p></div>`
}

/** Squares as one path, a quiet zone of four of them around (ISO/IEC 18004). */
function qrHtml({ content, caption }: QrBlock): string {
  const { count, dark } = qrSquares(content)
  const path = [...dark.keys()]
    .filter((at) => dark[at] === 1)
    .map((at) => `M${(at % count) + 4} ${Math.floor(at / count) + 4}h1v1h-1z`)
    .join('')
  const size = count + 8
  const said = caption.map((text) => `<p>${textHtml(text)}</p>`).join('')
  return (
    `<div class="qr"><svg role="img" aria-label="二维码，内容为：${escapeText(content)}" viewBox="0 0 ${size} ${size}" ` +
    `shape-rendering="crispEdges"><path fill="#000" d="${path}"/></svg><div>${said}</div></div>`
  )
}
