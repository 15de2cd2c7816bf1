import ExcelJS from 'exceljs'
import { cyclic, sampleFirmName, samplePersonName, sampleUscc } from './sample-names.ts'

/** The columns of the sample county's 市场主体名录库.xlsx. */
const header = [
  '市场主体名称',
  '种类',
  '统一社会信用代码',
  '注册登记机关',
  '法定代表人',
  '经营类别',
  '地址',
  '区域',
  '联络人',
  '联系方式',
  '监管责任股室',
  '信用等级',
  '标记',
  '状态',
]
const categories = ['建筑施工', '物业服务', '燃气经营', '房地产开发', '供热经营', '工程监理']
const towns = ['桂林街道', '拱桥镇', '城关镇', '云溪镇', '石桥镇', '青坪乡', '龙潭乡', '双河镇']
const streets = ['滨河路', '解放路', '人民路', '中山路', '建设路']
const departments = ['建筑业股', '城建股', '住房保障股', '综合执法大队']
const grades = ['A', 'B', 'C', 'D']

function row(index: number): (string | null)[] {
  const town = cyclic(towns, index)
  return [
    sampleFirmName(index),
    '企业',
    sampleUscc(index),
    '云岭县市场监督管理局',
    samplePersonName(index),
    cyclic(categories, index),
    `云岭县${town}${cyclic(streets, index)}${(index % 900) + 1}号`,
    town,
    samplePersonName(index + 5),
    `130${String(index + 40_000).padStart(8, '0')}`,
    cyclic(departments, index),
    cyclic(grades, index),
    index % 20 === 0 ? '投诉举报多' : null,
    '存续',
  ]
}

/** The same register half a year later: a tenth has moved, every fiftieth firm is another one. */
function nextRow(index: number): (string | null)[] {
  const cells = row(index % 50 === 0 ? index + 500_000 : index)
  return index % 10 === 3 ? cells.with(6, '云岭县城关镇新市路1号') : cells
}

/** Rows above the first object: two titles and the header. */
export const sampleRowsAbove = 3

/**
 * Writes a register of so many objects as a workbook with two rows of titles, by exceljs' streaming writer: its
 * texts in the cells, as that writer does unless told otherwise, or `shared`, as table programs do. The `next`
 * edition is what comes half a year later.
 */
export async function writeSampleWorkbook(
  file: string,
  rows: number,
  shared: boolean,
  edition: 'first' | 'next' = 'first',
): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: shared })
  const sheet = workbook.addWorksheet('Sheet1')
  sheet.addRow(['云岭县住房和城乡建设局市场主体名录库']).commit()
  sheet.addRow(['填报单位：各监管责任股室　　填报时间：2026年6月']).commit()
  sheet.addRow(header).commit()
  for (let index = 0; index < rows; index++)
    sheet.addRow(edition === 'first' ? row(index) : nextRow(index)).commit()
  sheet.commit()
  await workbook.commit()
}
