/**
 * The one style sheet of a form as a page. The browser's own Chinese faces: a page for the public loads nothing. Tables
 * become a list of cards where the window is narrow (WCAG 2.2, 1.4.10: 320 px), and tables again on paper.
 */
export const pageStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { background: #fff; color: #1a1a1a; font: 16px/1.75 "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; overflow-wrap: anywhere; }
h1, .office { font-family: "Noto Serif SC", "Source Han Serif SC", SimSun, serif; text-align: center; }
h1 { margin: .25rem 0 .5rem; font-size: 1.75rem; line-height: 1.4; }
h2 { margin: 2rem 0 .5rem; font-size: 1.125rem; line-height: 1.5; }
p { margin: .5rem 0; }
p.indent { text-indent: 2em; }
p.small, ol.small { font-size: .9375rem; }
.center { text-align: center; }
.right { text-align: right; }
.office { margin: 0; font-size: 1.125rem; }
.number { margin: 0 0 1.5rem; text-align: center; }
.letterhead { margin: 0 0 1rem; padding-bottom: .5rem; border-bottom: 2px solid; text-align: center; }
.letterhead strong { display: block; font: 700 2rem/1.4 "Noto Serif SC", "Source Han Serif SC", SimSun, serif; }
.letterhead img { height: 3rem; vertical-align: middle; }
.red { border-color: #b40000; }
.red strong { color: #b40000; }
.mark { margin: 0 0 1.5rem; padding: .5rem 1rem; border: 2px solid #b40000; color: #b40000; font-weight: 700; text-align: center; }
.banner { margin: 1rem 0; padding: .5rem 1rem; border: 2px solid #1a1a1a; font-weight: 700; text-align: center; }
.table { margin: 1.5rem 0; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.6; }
caption { padding: .25rem 0 .5rem; font-size: 1.125rem; font-weight: 700; text-align: left; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: .375rem .625rem; border: 1px solid #767676; vertical-align: middle; text-align: left; }
th { background: #f0f2f5; font-weight: 700; text-align: center; }
tbody th { min-width: 6em; }
th.section { text-align: left; font-size: 1.0625rem; }
td.top { vertical-align: top; }
code { font-family: "Noto Sans Mono", Consolas, "Liberation Mono", monospace; font-size: .9375em; }
code span { display: inline-block; margin-right: .6em; }
.qr { display: flex; flex-wrap: wrap; gap: 1.25rem; align-items: center; margin: 1rem 0; }
.qr svg { flex: none; width: 8.5rem; height: 8.5rem; background: #fff; }
.qr div { flex: 1 1 16rem; }
.signatures { display: flex; flex-wrap: wrap; gap: 1rem 2rem; margin: 1.5rem 0; padding: 0; list-style: none; }
.signatures li { flex: 1 1 14rem; border-bottom: 1px solid #767676; }
.seal { margin: 3rem 2rem 0 0; text-align: right; }
.seal p { margin: 0; }
.line { height: 2.25rem; margin: 0; border-bottom: 1px solid #767676; }
.digits { display: flex; flex-wrap: wrap; margin: .75rem 0; }
.digits i { width: 2.25rem; height: 2.25rem; border: 1px solid #767676; margin-left: -1px; }
.digits i.gap { margin-left: .75rem; }
hr { margin: 1.5rem 0; border: 0; border-top: 1px dashed #767676; }
@media screen and (max-width: 40rem) {
  body { padding: 1rem 1rem 3rem; }
  h1 { font-size: 1.375rem; }
  table, thead, tbody, tr, th, td, caption { display: block; width: auto; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { margin-bottom: .75rem; border: 1px solid #767676; }
  tbody tr.continued { margin-top: -.75rem; border-top: 0; }
  tbody th[role], tbody td[role] { min-width: 0; border: 0; text-align: left; }
  tbody td:empty { display: none; }
  td[data-label]::before { content: attr(data-label); display: block; color: #4a4a4a; font-size: .8125rem; font-weight: 700; }
  .seal { margin-right: 0; }
}
@media print {
  @page { size: A4; margin: 25mm 22mm; }
  html { font-size: 12pt; }
  body { max-width: none; padding: 0; }
  thead { display: table-header-group; }
  tr, .qr, .seal { break-inside: avoid; }
  h2, caption { break-after: avoid; }
}
`.trim()
