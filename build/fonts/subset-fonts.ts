/**
 * Makes the font files under build/resources/fonts from their sources. Run again after a source changes:
 *
 *   node build/fonts/subset-fonts.ts HanaMinB.ttf DejaVuSansMono.ttf
 *
 * The Noto faces come from the devDependencies; the other two are given as paths (README.md says where from).
 * Layout features, hinting and vertical metrics go: Chinese on paper is set character by character by our own
 * layout, and without them a font is smaller, faster to shape, and always the same width.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import * as fontkit from 'fontkit'
import { commonCharacters, hanExtensions, punctuation, unifiedIdeographs } from './character-sets.ts'

/** The part of subset-font's call that is used here (the package carries no types). */
type SubsetFont = (
  font: Buffer,
  text: string,
  options: {
    targetFormat: 'sfnt'
    keepFeatures: string[]
    noHinting: boolean
    preserveNameIds: number[]
    dropTables: string[]
  },
) => Promise<Buffer>

const require = createRequire(import.meta.url)
const subsetFont = require('subset-font') as SubsetFont

const target = join(import.meta.dirname, '../resources/fonts')
const noto = (face: string): string => require.resolve(`@expo-google-fonts/${face}`)

/** Character numbers that a font file draws. */
function coverage(data: Buffer): Set<number> {
  const font = fontkit.create(data)
  return new Set('fonts' in font ? [] : font.characterSet)
}

async function make(name: string, source: string, wanted: Iterable<number>): Promise<Set<number>> {
  const data = await readFile(source)
  const has = coverage(data)
  const text = [...new Set(wanted)]
    .filter((point) => has.has(point))
    .map((point) => String.fromCodePoint(point))
  const subset = await subsetFont(data, text.join(''), {
    targetFormat: 'sfnt',
    keepFeatures: [],
    noHinting: true,
    preserveNameIds: [0, 7, 13, 14], // copyright, trademark and licence stay in the file
    dropTables: ['GSUB', 'GPOS', 'GDEF', 'BASE', 'VORG', 'vhea', 'vmtx', 'DSIG', 'meta', 'FFTM'],
  })
  await writeFile(join(target, name), subset)
  console.log(
    `${name}：${text.length} 个字符，${(subset.length / 1e6).toFixed(1)} MB（原 ${(data.length / 1e6).toFixed(1)} MB）`,
  )
  return new Set(text.map((character) => character.codePointAt(0) ?? 0))
}

const [hanazono, mono] = process.argv.slice(2)
if (hanazono === undefined || mono === undefined) {
  console.error('用法：node build/fonts/subset-fonts.ts HanaMinB.ttf DejaVuSansMono.ttf')
  process.exit(2)
}
await mkdir(target, { recursive: true })

const everything = [...punctuation(), ...unifiedIdeographs(), ...hanExtensions()]
const serif = await make(
  'NotoSerifSC-Regular.ttf',
  noto('noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  everything,
)
// Titles and labels: what is rarer falls back to the regular face.
await make('NotoSerifSC-Bold.ttf', noto('noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'), [
  ...punctuation(),
  ...commonCharacters(),
])
const sansSource = noto('noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
const wanted = new Set(everything)
const sansOnly = [...coverage(await readFile(sansSource))].filter((point) => !serif.has(point))
await make('NotoSansSC-Regular.ttf', sansSource, [
  ...punctuation(),
  ...commonCharacters(),
  ...sansOnly.filter((point) => wanted.has(point)),
])
await make(
  'DejaVuSansMono.ttf',
  mono,
  Array.from({ length: 95 }, (_, index) => 0x20 + index),
)

// HanaMinB is nothing but the extensions, so there is nothing to leave out: the file stays as it is, compressed,
// and is unpacked only when a paper needs a character of it.
const packed = brotliCompressSync(await readFile(hanazono), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
})
await writeFile(join(target, 'HanaMinB.ttf.br'), packed)
console.log(`HanaMinB.ttf.br：${(packed.length / 1e6).toFixed(1)} MB`)
