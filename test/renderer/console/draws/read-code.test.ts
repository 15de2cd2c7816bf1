import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, type TestContext } from 'vitest'
import { renderForm } from '../../../../electron/documents/pdf/render-form.ts'
import { type Pixels, parseFormCode, readCode } from '../../../../renderer/console/draws/read-code.ts'
import { drawRecord } from '../../../../shared/forms/draw-record.ts'
import { needTools } from '../../../electron/documents/pdf/tools.ts'
import { sampleDigest, sampleFacts } from '../../../shared/forms/sample-facts.ts'

const digest = sampleDigest('D')
const qrText = `SSJ-DRAW-1 YL01-2026-0007 D=${digest}`

/** The last page of a 抽查工作记录表, which carries the code, as a scanner of `dpi` sees it. */
async function scanned(context: TestContext, dpi: number): Promise<Pixels> {
  needTools(context, 'pdftoppm')
  const { pdf } = await renderForm(drawRecord(sampleFacts(12, { qrText })), {
    creationDate: new Date('2026-11-20T02:00:00Z'),
  })
  const folder = mkdtempSync(join(tmpdir(), 'ssj-scan-'))
  try {
    writeFileSync(join(folder, 'form.pdf'), pdf)
    const run = spawnSync('pdftoppm', ['-r', String(dpi), join(folder, 'form.pdf'), join(folder, 'page')])
    if (run.status !== 0) throw new Error(String(run.stderr))
    const last = readdirSync(folder)
      .filter((name) => name.endsWith('.ppm'))
      .sort()
      .at(-1)
    return readPpm(readFileSync(join(folder, String(last))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readPpm(file: Buffer): Pixels {
  const head = /^P6\s(\d+)\s(\d+)\s255\s/.exec(file.subarray(0, 64).toString('latin1'))
  if (head === null) throw new Error('no PPM')
  const [width, height] = [Number(head[1]), Number(head[2])]
  const data = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < width * height; i++) {
    data.set(file.subarray(head[0].length + i * 3, head[0].length + i * 3 + 3), i * 4)
    data[i * 4 + 3] = 255
  }
  return { width, height, data }
}

/**
 * What a camera would make of a page: turned by `degrees`, smaller, darker towards one corner, grainy. The grain is
 * that of a plain counter, the same every time.
 */
function photographed(page: Pixels, degrees: number, scale: number): Pixels {
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const side = Math.ceil((page.width * Math.abs(sin) + page.height * Math.abs(cos)) * scale) + 60
  const data = new Uint8ClampedArray(side * side * 4)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const [dx, dy] = [(x - side / 2) / scale, (y - side / 2) / scale]
      const value = sampled(page, page.width / 2 + dx * cos + dy * sin, page.height / 2 - dx * sin + dy * cos)
      const shade = 1 - 0.35 * ((x + y) / (2 * side))
      const grain = ((x * 7919 + y * 104_729) % 23) - 11
      data.fill(value * shade + grain, (y * side + x) * 4, (y * side + x) * 4 + 3)
      data[(y * side + x) * 4 + 3] = 255
    }
  return { width: side, height: side, data }
}

/** Between four pixels; a grey table top where there is no page. */
function sampled({ width, height, data }: Pixels, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 110
  const at = (column: number, row: number) => data[(row * width + column) * 4] ?? 110
  const [right, below] = [x - left, y - top]
  return (
    (at(left, top) * (1 - right) + at(left + 1, top) * right) * (1 - below) +
    (at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right) * below
  )
}

describe('The code on a signed form', () => {
  it.for([100, 150, 200, 300])('is read from a scan at %i dpi, with D', async (dpi, context) => {
    const text = readCode(await scanned(context, dpi))
    expect(text).toBe(qrText)
    expect(parseFormCode(String(text))).toEqual({ number: 'YL01-2026-0007', digest })
  })

  it.for([
    [4, 0.8],
    [-7, 0.7],
    [90, 0.8],
    [180, 0.8],
  ] as const)('is read from a photograph turned by %i°, at scale %f', async ([degrees, scale], context) => {
    expect(readCode(photographed(await scanned(context, 200), degrees, scale))).toBe(qrText)
  })

  it('is not there on a page without one, and nothing is invented', () => {
    const data = new Uint8ClampedArray(400 * 400 * 4).fill(255)
    expect(readCode({ width: 400, height: 400, data })).toBeNull()
  })

  it('of something else is no form’s', () => {
    expect(parseFormCode('https://example.org/')).toBeNull()
    expect(parseFormCode(`SSJ-DRAW-1 YL01-2026-0007 D=${digest.slice(1)}`)).toBeNull()
    expect(parseFormCode(`${qrText}\n`)).toBeNull()
  })
})
