import type { PickRow } from '../../shared/package/verification.ts'
import type { TableHead } from './checked-package.ts'
import type { Checker } from './checker.ts'
import { button, digestView, element, preimageView } from './dom.ts'

const PAGE = 50

/** The picks of a stage: how its key came about, then a page of rows at a time. */
export function pickTableView(head: TableHead, checker: Checker): HTMLElement {
  const holder = element('div')
  const view = element(
    'div',
    { class: 'stage' },
    element('h4', {}, `${head.title}　共${head.count}次`),
    element(
      'dl',
      { class: 'values' },
      element('dt', { class: 'long' }, `阶段“${head.label}”的密钥，由这段原文计算`),
      element('dd', { class: 'long' }, preimageView(head.preimage)),
      element('dt', {}, '密钥 K'),
      element('dd', {}, digestView(head.key)),
    ),
    holder,
  )
  const show = async (from: number): Promise<void> => {
    const rows = await checker.rows(head.table, from, from + PAGE)
    const pager = head.count > PAGE ? [pagerView(head.count, from, (next) => void show(next))] : []
    holder.replaceChildren(tableView(head, rows), ...pager)
  }
  void show(0)
  return view
}

function pagerView(count: number, from: number, go: (from: number) => void): HTMLElement {
  const last = Math.floor((count - 1) / PAGE) * PAGE
  const previous = button('上一页', () => go(from - PAGE))
  const next = button('下一页', () => go(from + PAGE))
  const end = button('最后一页', () => go(last))
  previous.disabled = from === 0
  next.disabled = from >= last
  end.disabled = from >= last
  const place = `第${from + 1}至${Math.min(from + PAGE, count)}次，共${count}次`
  return element('div', { class: 'pager' }, previous, next, end, element('span', { class: 'quiet' }, place))
}

function tableView(head: TableHead, rows: readonly PickRow[]): HTMLElement {
  const hasAbout = rows.some((row) => row.about !== '')
  const titles = [
    ['num', '抽取序号 i'],
    ...(hasAbout ? [['', '为谁而抽']] : []),
    ['num', '候选数 n'],
    ['', '散列值'],
    ['num', '余数'],
    ['', '抽中'],
    ['', '算式'],
  ]
  const body = element('tbody')
  for (const row of rows) body.append(rowView(head, row, hasAbout, titles.length))
  return element(
    'div',
    { class: 'scroll' },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...titles.map(([kind = '', words = '']) => element('th', { class: kind, scope: 'col' }, words)),
        ),
      ),
      body,
    ),
  )
}

function rowView(head: TableHead, row: PickRow, hasAbout: boolean, columns: number): HTMLElement {
  const isTeam = row.name === `第${row.chosen}组`
  const skipped = row.taken ? null : element('span', { class: 'skipped' }, '已抽中过，跳过')
  const toggle = button('看算式', () => {
    const next = line.nextElementSibling
    const isOpen = next?.classList.contains('work') === true
    if (isOpen) next.remove()
    else line.after(workView(head, row, columns))
    toggle.textContent = isOpen ? '看算式' : '收起'
    toggle.setAttribute('aria-expanded', String(!isOpen))
  })
  toggle.setAttribute('aria-expanded', 'false')
  toggle.setAttribute('aria-label', `第${row.i}次抽取的算式`)
  const line: HTMLElement = element(
    'tr',
    {},
    element('td', { class: 'num', 'data-label': '抽取序号 i' }, String(row.i)),
    hasAbout ? element('td', { class: 'about', 'data-label': '为谁而抽' }, row.about) : null,
    element('td', { class: 'num', 'data-label': '候选数 n' }, String(row.n)),
    element(
      'td',
      { class: 'hash', 'data-label': '散列值' },
      ...[row.hash.slice(0, 32), row.hash.slice(32)].map((half) => element('span', {}, half)),
    ),
    element('td', { class: 'num', 'data-label': '余数' }, String(row.index)),
    element(
      'td',
      { class: 'who', 'data-label': '抽中' },
      row.name,
      isTeam ? null : element('span', { class: 'id' }, row.chosen),
      skipped,
    ),
    element('td', {}, toggle),
  )
  return line
}

/** One pick by hand: the text, its hash, the remainder, the place among the candidates. */
function workView(head: TableHead, row: PickRow, columns: number): HTMLElement {
  const preimage = `${head.key},${row.i}`
  const shell = `h=$(printf '%s,%d' ${head.key} ${row.i} | sha256sum | cut -c1-64 | tr a-f A-F); echo "ibase=16; $h % $(printf '%X' ${row.n})" | BC_LINE_LENGTH=0 bc`
  return element(
    'tr',
    { class: 'work' },
    element(
      'td',
      { colspan: String(columns) },
      element(
        'ol',
        {},
        element('li', {}, '密钥 K、逗号、序号，连成一行，末尾不换行：', element('code', {}, preimage)),
        element('li', {}, '计算 SHA-256，得 ', element('code', {}, row.hash)),
        element('li', {}, `把它当作一个十六进制整数，除以候选数 ${row.n}，余数是 ${row.index}`),
        element('li', {}, ...candidatesView(row)),
        element(
          'li',
          {},
          '在有 sha256sum 和 bc 的电脑上，这一行命令也给出同一个余数：',
          element('code', {}, shell),
        ),
      ),
    ),
  )
}

function candidatesView(row: PickRow): (Node | string)[] {
  const end = row.taken ? '。' : '；它已抽中过，这一次跳过，序号照计。'
  if (row.candidates === null)
    return [`候选是名单上这一层的全部${row.n}个，按编号排列，从0数起；第${row.index}个是 ${row.chosen}${end}`]
  return [
    '候选按次序从0数起：',
    ...row.candidates.flatMap((candidate, index): (Node | string)[] => {
      const words = `${index} ${candidate}`
      const shown = index === row.index ? element('span', { class: 'chosen' }, words) : words
      return index === 0 ? [shown] : ['、', shown]
    }),
    `。第${row.index}个是 ${row.chosen}${end}`,
  ]
}
