import { timeInWords } from '../../../shared/forms/form-words.ts'
import { escapeText } from '../../documents/html/html-text.ts'

/** A file of an archive that is written out. */
export interface IndexedFile {
  /** below the archive, with `/` */
  readonly path: string
  readonly kind: string
  readonly pages: number | null
  readonly bytes: number
  readonly sha256: string
  /** `null` for what was made for the archive itself */
  readonly at: string | null
  readonly by: string | null
  readonly note: string | null
}

/** What an archive is of. */
export interface ArchiveHead {
  readonly office: string
  readonly number: string
  readonly task: string
  /** 演练, 未经现场见证, 保密 */
  readonly marks: readonly string[]
  /** 记录校验码 D; `null` where nothing was drawn */
  readonly digest: string | null
  readonly ledger: { readonly seq: number; readonly hash: string }
  readonly at: string
  readonly by: string
  readonly software: string
}

const style = `
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1.5rem; color: #1c1c1c; background: #fff;
  font: 16px/1.7 "Noto Serif SC", "Source Han Serif SC", SimSun, serif; }
h1 { font-size: 1.7rem; margin: 0 0 .25rem; text-align: center; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
.office, .number { text-align: center; margin: 0; }
.mark { border: 2px solid #b3261e; color: #b3261e; padding: .25rem 1rem; text-align: center; font-weight: bold; }
dl { display: grid; grid-template-columns: 9rem 1fr; gap: .25rem 1rem; }
dt { font-weight: bold; }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: 1px solid #767676; padding: .35rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f2f0ea; }
code { font: .85em/1.5 "Noto Sans Mono", Consolas, monospace; overflow-wrap: anywhere; }
.figure { text-align: right; }
a { color: #0b4a8f; }
@media print { body { margin: 0; max-width: none; } a { color: inherit; } }
`

/** 目录.html: opens in any browser without a network, says what lies where, and runs no program. */
export function archiveIndex(head: ArchiveHead, files: readonly IndexedFile[]): string {
  const folders = [...Map.groupBy(files, ({ path }) => path.slice(0, Math.max(0, path.indexOf('/'))))]
  const title = `${head.number} ${head.task}`.trim()
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeText(title)}　档案目录</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="office">${escapeText(head.office)}</p>
<h1>档案目录</h1>
<p class="number">编号：${escapeText(head.number)}</p>
${head.marks.map((mark) => `<p class="mark">${escapeText(mark)}</p>`).join('\n')}
<dl>
<dt>案卷题名</dt><dd>${escapeText(head.task)}</dd>
<dt>记录校验码 D</dt><dd>${head.digest === null ? '没有抽取结果' : code(head.digest)}</dd>
<dt>台账校验码</dt><dd>${code(head.ledger.hash)}（台账第${head.ledger.seq}条）</dd>
<dt>导出时间</dt><dd>${escapeText(timeInWords(head.at))}</dd>
<dt>导出人</dt><dd>${escapeText(head.by)}</dd>
<dt>文件</dt><dd>${files.length}个，共${sum(files)}字节</dd>
</dl>
${folders.map(([folder, own]) => section(folder, own)).join('\n')}
<p>核对方法见“说明.txt”。本档案供内部保管，含有个人信息，不得公开。</p>
</main>
</body>
</html>
`
}

function section(folder: string, files: readonly IndexedFile[]): string {
  const name = folder === '' ? '总目录' : folder
  return `<section>
<h2>${escapeText(name)}</h2>
<table>
<caption>${escapeText(name)}：${files.length}个文件，共${sum(files)}字节</caption>
<colgroup><col style="width:24%"><col style="width:9%"><col style="width:6%"><col style="width:9%"><col style="width:15%"><col style="width:22%"><col style="width:15%"></colgroup>
<thead><tr><th scope="col">文件</th><th scope="col">种类</th><th scope="col">页数</th><th scope="col">字节数</th><th scope="col">归档时间、归档人</th><th scope="col">文件校验码（SHA-256）</th><th scope="col">备注</th></tr></thead>
<tbody>
${files.map(row).join('\n')}
</tbody>
</table>
</section>`
}

function row({ path, kind, pages, bytes, sha256, at, by, note }: IndexedFile): string {
  const name = path.slice(path.indexOf('/') + 1)
  const when = [at === null ? '' : timeInWords(at), by ?? ''].filter((text) => text !== '').join('，')
  return `<tr><th scope="row"><a href="${escapeText(linkTo(path))}">${escapeText(name)}</a></th><td>${escapeText(kind)}</td><td class="figure">${pages ?? ''}</td><td class="figure">${bytes}</td><td>${escapeText(when)}</td><td>${code(sha256)}</td><td>${escapeText(note ?? '')}</td></tr>`
}

function linkTo(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function code(digest: string): string {
  return `<code>${escapeText(digest)}</code>`
}

function sum(files: readonly IndexedFile[]): number {
  return files.reduce((all, { bytes }) => all + bytes, 0)
}
