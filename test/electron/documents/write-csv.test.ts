import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { encodeGb18030 } from '../../../electron/documents/gb18030.ts'
import { openTable } from '../../../electron/documents/sheet-reader.ts'
import { type WrittenEncoding, writeCsv } from '../../../electron/documents/write-csv.ts'
import { temporaryFiles } from './sheet-fixtures.ts'

const place = temporaryFiles()

async function written(rows: readonly (readonly string[])[], encoding: WrittenEncoding): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of writeCsv(rows, encoding)) parts.push(part)
  return Buffer.concat(parts)
}

describe('GB18030', () => {
  test('has every character of Unicode that is not for private use, and gives each back', () => {
    const decoder = new TextDecoder('gb18030', { fatal: true })
    const lost: string[] = []
    for (let from = 0; from <= 0x10ffff; from += 0x1000) {
      const codes = Array.from({ length: 0x1000 }, (_, step) => from + step).filter(
        (code) => code < 0xd800 || code > 0xf8ff,
      )
      const text = codes.map((code) => String.fromCodePoint(code)).join('')
      const back = decoder.decode(encodeGb18030(text))
      // A decoder takes U+FEFF at the beginning for the mark of an encoding.
      if (back !== text && text[0] !== '\ufeff') lost.push(from.toString(16))
    }
    expect(lost).toEqual([])
  })

  test('shows what it cannot say as damaged, never as another character', () => {
    expect(new TextDecoder('gb18030').decode(encodeGb18030('甲\ue5e5乙\ud800'))).toBe('甲\ufffd乙\ufffd')
  })

  test('is written as other programs write it', () => {
    const text = '云岭县物业服务有限公司，𬭎䶮〇€ 第①号（重点）Ａ'
    expect(Buffer.from(encodeGb18030(text)).toString('hex')).toBe(
      iconv.encode(text, 'gb18030').toString('hex'),
    )
  })
})

describe('A written CSV file', () => {
  const rows = [
    ['名称', '统一社会信用代码', '备注'],
    ['云岭“第一”物业', '000123', '一,二"三"'],
    ['𬭎䶮', '110101199003070011', ''],
  ]

  test.each(['utf-8', 'gb18030'] as const)('is read again by our own reader in %s', async (encoding) => {
    const file = await openTable(place(`${encoding}.csv`, await written(rows, encoding)))
    try {
      expect(file.encoding).toBe(encoding)
      const found: string[][] = []
      for await (const row of file.sheets[0]?.read().rows ?? [])
        found.push(row.cells.map(({ value }) => value))
      expect(found.map((row) => row.filter((value) => value !== ''))).toEqual(
        rows.map((row) => row.filter((value) => value !== '')),
      )
    } finally {
      await file.close()
    }
  })

  test('begins with a byte-order mark in UTF-8, by which table programs know it', async () => {
    expect((await written(rows, 'utf-8')).subarray(0, 3).toString('hex')).toBe('efbbbf')
  })

  test('holds nothing that a table program would run', async () => {
    const text = (await written([['=HYPERLINK("x")', '@SUM(1)', '+86 138', '-1+2']], 'utf-8')).toString()
    expect(text).toBe('\ufeff"\t=HYPERLINK(""x"")","\t@SUM(1)",+86 138,"\t-1+2"\r\n')
  })
})
