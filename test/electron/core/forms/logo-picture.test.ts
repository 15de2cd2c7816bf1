import { describe, expect, it } from 'vitest'
import { requirePicture } from '../../../../electron/core/forms/logo-picture.ts'
import { clearLogo, pngUrl } from '../../documents/pdf/sample-logo.ts'

/** What a logo is refused with, `null` where it is taken. */
function refusalOf(logo: string): string | null {
  try {
    requirePicture(logo)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('the logo of an office', () => {
  it('is taken where it is a whole picture, see-through or not', () => {
    expect(refusalOf(clearLogo())).toBe(null)
    expect(
      refusalOf(pngUrl({ width: 1, height: 1, depth: 8, kind: 2, rows: Uint8Array.from([0, 1, 2, 3]) })),
    ).toBe(null)
  })

  it('is refused where it is no picture, or only the beginning of one, and what was set before stays', () => {
    const none = `data:image/png;base64,${Buffer.from('不是图片').toString('base64')}`
    for (const logo of [none, clearLogo().slice(0, 120), none.replace('png', 'jpeg')]) {
      expect(refusalOf(logo)).toMatch(/不是完整的PNG或JPEG图片.*没有保存；原来的文书版式保持不变/)
    }
  })

  it('is refused where it has more dots or bytes than a head shows', () => {
    const rows = new Uint8Array(3001 * 4)
    expect(refusalOf(pngUrl({ width: 1, height: 3001, depth: 8, kind: 2, rows }))).toContain(
      '超过3000×3000点',
    )
    const heavy = `data:image/png;base64,${Buffer.alloc(201 * 1024).toString('base64')}`
    expect(refusalOf(heavy)).toContain('有201KB，超过200KB')
  })
})
