import type { FileHandle } from 'node:fs/promises'
import { damaged, SheetRefusal } from './sheet-refusal.ts'
import { copyText, readXml, unescapeXstring } from './sheet-xml.ts'
import { partText, type ZipPart } from './sheet-zip.ts'

/** How the number of a cell is to be understood. */
export interface NumberFormat {
  readonly date: boolean
  /** The format code, where it is not the general one. */
  readonly code: string | null
}

/** What stands beside the sheets of a workbook and is needed to read them. */
export interface WorkbookParts {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: ZipPart }[]
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean
  /** By the `s` of a cell. */
  readonly formats: readonly NumberFormat[]
  readonly sharedStrings: readonly string[]
}

/** Built-in formats that matter here (ECMA-376 18.8.30; 27–36 and 50–58 are the Chinese dates). */
function builtIn(id: number): NumberFormat {
  const date =
    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
  return { date, code: id === 9 ? '0%' : id === 10 ? '0.00%' : null }
}

function custom(code: string): NumberFormat {
  // What is quoted, escaped or in brackets is decoration, e.g. yyyy"年" or [$-804].
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  return {
    date: /[ymdhs]/i.test(bare) && !/general/i.test(bare),
    code: /^general$/i.test(code) ? null : code,
  }
}

async function readStyles(pieces: AsyncIterable<string>, path: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let inCellFormats = false
  await readXml(pieces, path, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCellFormats = true
      if (name === 'xf' && inCellFormats) {
        const id = Number(attributes.numFmtId ?? 0)
        const code = codes.get(id)
        formats.push(code === undefined ? builtIn(id) : custom(code))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
    text() {},
  })
  return formats
}

/** Plain and rich strings alike; the readings (拼音, `rPh`) that some programs keep beside a name are left out. */
async function readSharedStrings(pieces: AsyncIterable<string>, path: string): Promise<string[]> {
  const strings: string[] = []
  let current = ''
  let inText = false
  let readings = 0
  await readXml(pieces, path, {
    open(name) {
      if (name === 'si') current = ''
      if (name === 'rPh') readings += 1
      if (name === 't') inText = readings === 0
    },
    close(name) {
      if (name === 'si') strings.push(copyText(unescapeXstring(current)))
      if (name === 'rPh') readings -= 1
      if (name === 't') inText = false
    },
    text(text) {
      if (inText) current += text
    },
  })
  return strings
}

function resolveTarget(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const segments = base.split('/').slice(0, -1)
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}

interface Relation {
  readonly target: string
  readonly type: string
}

async function readRelations(
  pieces: AsyncIterable<string>,
  path: string,
  base: string,
): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  await readXml(pieces, path, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return
      const target = resolveTarget(base, attributes.Target ?? '')
      const type = (attributes.Type ?? '').replace(/^.*\//, '')
      relations.set(attributes.Id ?? '', { target, type })
    },
    close() {},
    text() {},
  })
  return relations
}

function notAWorkbook(): SheetRefusal {
  return new SheetRefusal(
    'FILE_NOT_A_WORKBOOK',
    '这个文件是压缩包，但不是.xlsx工作簿',
    '请选择.xlsx或.csv文件',
  )
}

/**
 * Reads the parts of a workbook beside its sheets.
 *
 * @throws SheetRefusal FILE_NOT_A_WORKBOOK or FILE_DAMAGED
 */
export async function readWorkbookParts(
  file: FileHandle,
  parts: ReadonlyMap<string, ZipPart>,
): Promise<WorkbookParts> {
  const need = (path: string): ZipPart => {
    const part = parts.get(path)
    if (part === undefined) throw damaged(`缺少${path}`)
    return part
  }
  const rootPath = '_rels/.rels'
  const root = parts.get(rootPath)
  const rootRelations =
    root === undefined ? new Map<string, Relation>() : await readRelations(partText(file, root), rootPath, '')
  const workbookPath =
    [...rootRelations.values()].find((relation) => relation.type === 'officeDocument')?.target ??
    'xl/workbook.xml'
  const workbook = parts.get(workbookPath)
  if (workbook === undefined || !workbookPath.startsWith('xl/')) throw notAWorkbook()
  if (workbookPath.endsWith('.bin')) {
    throw new SheetRefusal(
      'FILE_NOT_A_WORKBOOK',
      '这个文件是二进制工作簿（.xlsb）',
      '请另存为.xlsx后重新导入',
    )
  }
  const relationsPath = workbookPath.replace(/([^/]+)$/, '_rels/$1.rels')
  const relations = await readRelations(partText(file, need(relationsPath)), relationsPath, workbookPath)
  const listed: { name: string; hidden: boolean; id: string }[] = []
  let from1904 = false
  await readXml(partText(file, workbook), workbookPath, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key === 'r:id' || key.endsWith(':id'))?.[1] ?? ''
      const hidden = (attributes.state ?? 'visible') !== 'visible'
      listed.push({ name: attributes.name ?? '', hidden, id })
    },
    close() {},
    text() {},
  })
  const sheets = listed.flatMap(({ name, hidden, id }) => {
    const relation = relations.get(id)
    if (relation === undefined) throw damaged(`找不到工作表“${name}”`)
    return relation.type === 'worksheet' ? [{ name, hidden, part: need(relation.target) }] : []
  })
  const beside = (type: string): ZipPart | null => {
    const relation = [...relations.values()].find((candidate) => candidate.type === type)
    return relation === undefined ? null : (parts.get(relation.target) ?? null)
  }
  const styles = beside('styles')
  const strings = beside('sharedStrings')
  return {
    sheets,
    from1904,
    formats: styles === null ? [] : await readStyles(partText(file, styles), styles.path),
    sharedStrings: strings === null ? [] : await readSharedStrings(partText(file, strings), strings.path),
  }
}
