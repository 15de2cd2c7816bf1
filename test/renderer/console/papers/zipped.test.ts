import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { zipped } from '../../../../renderer/console/papers/zipped.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('several papers taken along through a browser', () => {
  test('all of them are in the one zip, whole and under their Chinese names', () => {
    const papers = Array.from({ length: 30 }, (_, n) => ({ name: `文书${n}.pdf`, bytes: bytes(`第${n}份`) }))
    const read = unzipSync(zipped(papers))
    expect(Object.keys(read)).toHaveLength(30)
    expect(new TextDecoder().decode(read['文书29.pdf'])).toBe('第29份')
  })

  test('two of one name are both there', () => {
    const read = unzipSync(
      zipped([
        { name: '记录表.pdf', bytes: bytes('第一份') },
        { name: '记录表.pdf', bytes: bytes('第二份') },
      ]),
    )
    expect(Object.values(read).map((one) => new TextDecoder().decode(one))).toEqual(['第一份', '第二份'])
  })
})
