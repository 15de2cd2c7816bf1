import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { defaultFormStyle, type FormStyle, formStyleSchema } from '../../../../shared/forms/form-style.ts'
import { openSample, operator, refusalOf, stored } from '../sample-core.ts'

/** A PNG of `width` × `height` dots of this colour type (2: colour, 6: colour with transparency). */
function png({ width = 2, height = 2, colour = 2, data = null as Buffer | null } = {}): Buffer {
  const samples = colour === 6 ? 4 : 3
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, colour, 0, 0, 0], 8)
  const dots = data ?? deflateSync(Buffer.alloc(height * (1 + width * samples)))
  const parts = [
    ['IHDR', head],
    ['IDAT', dots],
    ['IEND', Buffer.alloc(0)],
  ] as const
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...parts.map(([type, body]) => {
      const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
      const frame = Buffer.alloc(8)
      frame.writeUInt32BE(body.length, 0)
      frame.writeUInt32BE(crc32(named), 4)
      return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
    }),
  ])
}

/** Beginning, frame and end of a JPEG with so many colours. */
function jpeg(colours: number): Buffer {
  const frame = [0xff, 0xc0, 0, 8 + 3 * colours, 8, 0, 2, 0, 2, colours, ...Array(3 * colours).fill(1)]
  return Buffer.from([0xff, 0xd8, ...frame, 0xff, 0xd9])
}

const address = (bytes: Buffer, type = 'png') => `data:image/${type};base64,${bytes.toString('base64')}`
const withLogo = (logo: string): FormStyle => ({ ...defaultFormStyle, logo })

describe('文书版式', () => {
  it('is the program’s own until the office sets something; then what was set is kept', () => {
    const { core } = openSample()
    expect(core.forms.style()).toEqual(defaultFormStyle)
    const wanted: FormStyle = {
      ...defaultFormStyle,
      headOffice: '云岭县住房和城乡建设局文件',
      redHead: false,
      numberPattern: '云住建{字}〔{年}〕{号}号',
      firstNumbers: { 检通: 21 },
      extraSignatures: { 'inspection-approval': ['分管领导'] },
    }
    expect(core.forms.writeStyle(operator, wanted)).toEqual(wanted)
    expect(core.forms.style()).toEqual(wanted)
  })

  it('each thing that changed is told in the ledger in words, and nothing where nothing changed', () => {
    const { core } = openSample()
    const from = core.database.ledger.count + 1
    const style: FormStyle = {
      ...defaultFormStyle,
      redHead: false,
      logo: address(png()),
      extraSignatures: { 'inspection-approval': ['分管领导'], 'inspection-notice': [] },
    }
    core.forms.writeStyle(operator, style)
    core.forms.writeStyle(operator, style)
    const told = [...core.database.ledger.entries(from)].map(({ entry }) => [entry.event, entry.data])
    expect(told).toEqual([
      ['setting.changed', { setting: '文书版式：红色版头', before: '印', after: '不印' }],
      [
        'setting.changed',
        {
          setting: '文书版式：单位标志',
          before: '未设置',
          after: expect.stringMatching(/^图片，校验码开头[0-9a-f]{8}$/),
        },
      ],
      [
        'setting.changed',
        { setting: '文书版式：增加的签字栏', before: '没有', after: '行政检查审批表：分管领导' },
      ],
    ])
  })

  it('says how far this year’s 文号 have come: nowhere, while none was given', () => {
    const { core } = openSample()
    const { year, words } = core.forms.lastNumbers()
    expect(year).toBe(2026)
    expect(words).toContainEqual({ word: '检通', last: 0 })
    expect(words).toContainEqual({ word: '统一编号', last: 0 })
  })
})

describe('the pattern of 文号', () => {
  const isPattern = (numberPattern: string) =>
    formStyleSchema.safeParse({ ...defaultFormStyle, numberPattern }).success

  it('has the year and the running number, around which an office writes what it likes', () => {
    for (const pattern of ['{字}〔{年}〕{号}号', '云住建{字}〔{年}〕第{号}号', '{年}-{号}'])
      expect(isPattern(pattern)).toBe(true)
    for (const pattern of ['{字}{年}', '{字}{号}', '{年}{号}{月}', '{年}{号}{'])
      expect(isPattern(pattern)).toBe(false)
  })

  it('is one line of what everybody sees: a 文号 is cited and searched for', () => {
    for (const pattern of ['{年}\n{号}', '{年}{号}\u202e', '{年}{号}\ud800', ' {年}{号}', '{年}\u0000{号}'])
      expect(isPattern(pattern)).toBe(false)
  })
})

describe('a logo', () => {
  it('is a whole PNG or JPEG that every paper can show', () => {
    const { core } = openSample()
    for (const logo of [
      address(png()),
      address(png({ colour: 6 })),
      address(jpeg(3), 'jpeg'),
      address(jpeg(1), 'jpeg'),
    ])
      expect(core.forms.writeStyle(operator, withLogo(logo)).logo).toBe(logo)
  })

  it.each([
    ['a text that calls itself a picture', address(Buffer.from('not a picture')), '不是完整的PNG或JPEG图片'],
    ['a PNG that was cut off', address(png().subarray(0, 50)), '不是完整的PNG或JPEG图片'],
    [
      'a PNG whose dots do not unpack',
      address(png({ data: Buffer.from('dots') })),
      '不是完整的PNG或JPEG图片',
    ],
    [
      'a PNG with fewer dots than its head says',
      address(png({ data: deflateSync(Buffer.alloc(3)) })),
      '不是完整的PNG或JPEG图片',
    ],
    ['a JPEG without a frame', address(Buffer.from('ffd8ffd9', 'hex'), 'jpeg'), '不是完整的PNG或JPEG图片'],
    ['a JPEG in printing colours', address(jpeg(4), 'jpeg'), '印刷四色'],
    ['one of too many dots', address(png({ width: 4000, height: 1 })), '超过3000×3000点'],
    ['one of too many bytes', address(Buffer.concat([png(), Buffer.alloc(205 * 1024)])), '超过200KB'],
  ])('is refused with what is wrong: %s', (_what, logo, said) => {
    const { core } = openSample()
    core.forms.writeStyle(operator, { ...defaultFormStyle, phone: '0871-5550100' })
    const before = stored(core)
    const { code, message } = refusalOf(() => core.forms.writeStyle(operator, withLogo(logo)))
    expect(code).toBe('LOGO_NOT_A_PICTURE')
    expect(message).toContain(said)
    expect(message).toContain('原来的文书版式保持不变')
    expect(stored(core)).toEqual(before)
    expect(core.forms.style().phone).toBe('0871-5550100')
  })
})
