import { xmlHead } from './workbook-xml.ts'

/** The styles of a workbook's cells, as the `s` of a cell names them. */
export const cellStyles = {
  plain: 0,
  title: 1,
  note: 2,
  header: 3,
  text: 4,
  number: 5,
  wholePercent: 6,
  percent: 7,
  date: 8,
} as const

const font = (size: number, bold: boolean) =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`
const side = (name: string) => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`
const style = (format: number, fontOf: number, fill: number, border: number, align: string) =>
  `<xf numFmtId="${format}" fontId="${fontOf}" fillId="${fill}" borderId="${border}" xfId="0" ` +
  `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
  `<alignment vertical="center" ${align}/></xf>`

/** xl/styles.xml. 49 is the built-in format of text, 9 and 10 those of per cent; 164 is the first of one's own. */
export const stylesXml =
  `${xmlHead}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  `<fonts count="4">${font(11, false)}${font(16, true)}${font(11, true)}${font(10, false)}</fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE7ECF2"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="9"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  [
    style(49, 1, 0, 0, 'horizontal="center"'),
    style(49, 3, 0, 0, 'horizontal="left" wrapText="1"'),
    style(49, 2, 2, 1, 'horizontal="center" wrapText="1"'),
    style(49, 0, 0, 1, 'wrapText="1"'),
    style(0, 0, 0, 1, 'horizontal="right"'),
    style(9, 0, 0, 1, 'horizontal="right"'),
    style(10, 0, 0, 1, 'horizontal="right"'),
    style(164, 0, 0, 1, 'horizontal="center"'),
  ].join('') +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
