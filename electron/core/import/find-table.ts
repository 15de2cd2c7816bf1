import { type RegisterName, registerColumns, registerTitles } from '../../../shared/registry/columns.ts'
import { type Header, type HeaderMapping, matchHeader } from '../../../shared/registry/header.ts'
import type { TableFile, TableSheet } from '../../documents/sheet-reader.ts'
import { nothingWritten } from '../../documents/sheet-refusal.ts'
import type { ImportRefusal } from './import-report.ts'

/** A header stands among the first rows that hold something: titles and remarks above it are few. */
const rowsSearched = 50

/** A header row that a person pointed at. */
export interface ChosenHeader {
  readonly sheet: string
  readonly line: number
}

interface FoundTable {
  readonly sheet: TableSheet
  readonly header: Header
  readonly notes: readonly string[]
}

type Look =
  | { readonly look: 'header'; readonly header: Header }
  | { readonly look: 'ambiguous'; readonly line: number; readonly reason: string }
  | { readonly look: 'another'; readonly line: number; readonly register: RegisterName }
  | { readonly look: 'none' }
  | { readonly look: 'empty' }

async function lookAt(
  sheet: TableSheet,
  register: RegisterName,
  mapping: HeaderMapping,
  chosen: number | null,
): Promise<Look> {
  const { rows } = sheet.read()
  let searched = 0
  for await (const row of rows) {
    if (!row.cells.some((cell) => cell.value.trim() !== '')) continue
    if (chosen !== null && row.line > chosen) break
    if (chosen !== null && row.line < chosen) continue
    const match = matchHeader(register, row, mapping, chosen !== null)
    if (match.match === 'header') return { look: 'header', header: match.header }
    if (match.match === 'ambiguous') return { look: 'ambiguous', line: match.line, reason: match.reason }
    if (match.match === 'another') return { look: 'another', line: match.line, register: match.register }
    searched += 1
    if (searched >= rowsSearched) break
  }
  return { look: searched === 0 ? 'empty' : 'none' }
}

function refusal(file: TableFile, code: ImportRefusal['code'], what: string, todo: string): ImportRefusal {
  return { outcome: 'refusal', code, file: file.name, message: `${what}。${nothingWritten}${todo}。` }
}

function required(register: RegisterName): string {
  if (register === 'recusals') return '回避事由、检查人员或执法证号、检查对象或统一社会信用代码'
  if (register === 'visits') return '检查日期、检查对象或统一社会信用代码'
  const columns = registerColumns[register].filter((column) => column.required === true)
  return columns.map((column) => column.title).join('、')
}

function sought(register: RegisterName): string {
  return registerColumns[register].map((column) => column.title).join('、')
}

/** Which sheet of the file is the table for `register`, and where its header is; or why none is. */
export async function findTable(
  file: TableFile,
  register: RegisterName,
  mapping: HeaderMapping = new Map(),
  chosen: ChosenHeader | null = null,
): Promise<FoundTable | ImportRefusal> {
  const found: { sheet: TableSheet; header: Header }[] = []
  const skipped: string[] = []
  let anything = false
  let another: { readonly line: number; readonly register: RegisterName } | null = null
  const sheets = chosen === null ? file.sheets : file.sheets.filter(({ name }) => name === chosen.sheet)
  for (const sheet of sheets) {
    const look = await lookAt(sheet, register, mapping, chosen?.line ?? null)
    if (look.look === 'ambiguous' && found.length === 0) {
      return refusal(
        file,
        'AMBIGUOUS_HEADER',
        `表头（第${look.line}行）有两列表示同一内容：${look.reason}`,
        '请删去或改名其中一列后重新导入',
      )
    }
    anything ||= look.look !== 'empty'
    if (look.look === 'another') another ??= look
    if (look.look === 'header') found.push({ sheet, header: look.header })
    else if (look.look !== 'empty') skipped.push(sheet.name)
  }
  const [first, ...others] = found
  if (first === undefined) {
    if (chosen !== null)
      return refusal(
        file,
        'NO_KNOWN_HEADER',
        `所选的表头（第${chosen.line}行）还缺少“${registerTitles[register]}”的必填列：${required(register)}`,
        '请为这些列指定对应的表头，或另选一行',
      )
    if (another !== null)
      return refusal(
        file,
        'NO_KNOWN_HEADER',
        `第${another.line}行是“${registerTitles[another.register]}”的表头，不是“${registerTitles[register]}”的表头`,
        `请按“${registerTitles[another.register]}”导入，或核对是否选错了文件`,
      )
    return anything
      ? refusal(
          file,
          'NO_KNOWN_HEADER',
          `没有找到“${registerTitles[register]}”的表头。在前${rowsSearched}个有内容的行里找过这些列名：${sought(register)}`,
          '请核对是否选错了文件或名录种类，并保证表头占一行',
        )
      : refusal(file, 'FILE_EMPTY', '文件里没有内容，只有空行', '请核对是否选错了文件')
  }
  const notes: string[] = []
  if (first.sheet.hidden) notes.push(`所读的工作表“${first.sheet.name}”是隐藏的，请核对。`)
  if (others.length > 0) {
    const names = others.map(({ sheet }) => `“${sheet.name}”`).join('、')
    notes.push(
      `只读取了工作表“${first.sheet.name}”；${names}也有同样的表头，没有读取，如需导入请另存为单独的文件。`,
    )
  }
  if (skipped.length > 0) {
    notes.push(`没有读取工作表${skipped.map((name) => `“${name}”`).join('、')}：没有这个名录的表头。`)
  }
  return { ...first, notes }
}
