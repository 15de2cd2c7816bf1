/** Why a file cannot be read as a table. */
export type SheetRefusalCode =
  | 'FILE_NOT_FOUND'
  | 'FILE_NOT_READABLE'
  | 'FILE_EMPTY'
  | 'FILE_NOT_A_WORKBOOK'
  | 'FILE_IS_OLD_WORKBOOK'
  | 'FILE_IS_ENCRYPTED'
  | 'FILE_DAMAGED'
  | 'FILE_TOO_LARGE'
  | 'FILE_ENCODING_UNKNOWN'

/** What was kept, said with every refusal: reading a file never writes anything. */
export const nothingWritten = '没有写入任何数据。'

/**
 * An expected failure while a file is read. Thrown inside the reader, because rows come one by one; whoever calls
 * the reader turns it into a value. The message says what happened, what was kept and what to do.
 */
export class SheetRefusal extends Error {
  override readonly name = 'SheetRefusal'
  readonly code: SheetRefusalCode

  constructor(code: SheetRefusalCode, what: string, todo: string) {
    super(`${what}。${nothingWritten}${todo}。`)
    this.code = code
  }
}

/** How much of a file is read at most. */
export interface SheetLimits {
  /** Bytes of all parts together, unpacked. */
  readonly unpackedBytes: number
  /** A part of more than `ratioFrom` bytes may not be more than this many times its packed size. */
  readonly ratio: number
  readonly ratioFrom: number
  readonly rows: number
  readonly columns: number
}

export const sheetLimits: SheetLimits = {
  unpackedBytes: 512 * 1024 * 1024,
  ratio: 200,
  ratioFrom: 10 * 1024 * 1024,
  rows: 1_000_000,
  columns: 200,
}

/** The refusal of a damaged file. */
export function damaged(detail: string): SheetRefusal {
  return new SheetRefusal(
    'FILE_DAMAGED',
    `文件不完整或已损坏（${detail}）`,
    '请用WPS表格或Excel打开原表，另存一份后重新导入',
  )
}

/** The refusal of a file that unpacks to more than a register can need. */
export function tooLarge(detail: string): SheetRefusal {
  return new SheetRefusal(
    'FILE_TOO_LARGE',
    `文件内容过大（${detail}）`,
    '请检查是否选错了文件，或删去多余的行、列和图片后重新导入',
  )
}
