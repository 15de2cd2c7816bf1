import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { create, type Font } from 'fontkit'

/** What a piece of text is for; which face sets it is decided here and nowhere else. */
export type FontRole = 'title' | 'body' | 'label' | 'code'

/** A shipped font file. */
export type FaceName = 'serif' | 'serif-bold' | 'sans' | 'hanazono' | 'mono'

const files: Readonly<Record<FaceName, string>> = {
  serif: 'NotoSerifSC-Regular.ttf',
  'serif-bold': 'NotoSerifSC-Bold.ttf',
  sans: 'NotoSansSC-Regular.ttf',
  hanazono: 'HanaMinB.ttf.br',
  mono: 'DejaVuSansMono.ttf',
}

/** The face of the role, then the faces that are asked where it lacks a character. */
const chains: Readonly<Record<FontRole, readonly FaceName[]>> = {
  title: ['serif-bold', 'serif', 'sans', 'hanazono'],
  body: ['serif', 'sans', 'hanazono'],
  label: ['sans', 'serif', 'hanazono'],
  code: ['mono', 'serif', 'sans', 'hanazono'],
}

/** Printed where no face has a character (草字头下的“〓”, as registers and newspapers do). */
export const missingSign = '〓'

/** A character as it can be drawn: which face has it, and how wide it is in ems. */
export interface DrawableCharacter {
  readonly face: FaceName
  readonly advance: number
}

/** Where the font files lie in a working copy; a packed program passes its own folder. */
export const vendoredFontFolder = join(import.meta.dirname, '../../../build/resources/fonts')

/** The shipped faces, each parsed when first needed and then kept, and the search through the chain of a role. */
export class FontSet {
  readonly folder: string
  private readonly faces = new Map<FaceName, Font>()
  private readonly found: Readonly<Record<FontRole, Map<number, DrawableCharacter | null>>> = {
    title: new Map(),
    body: new Map(),
    label: new Map(),
    code: new Map(),
  }

  constructor(folder: string) {
    this.folder = folder
  }

  /** The parsed face. Throws where its file is missing or no font: a damaged installation. */
  face(name: FaceName): Font {
    const known = this.faces.get(name)
    if (known !== undefined) return known
    const data = readFileSync(join(this.folder, files[name]))
    const font = create(files[name].endsWith('.br') ? brotliDecompressSync(data) : data)
    if ('fonts' in font) throw new Error(`${files[name]} is a collection, not a font`)
    this.faces.set(name, font)
    return font
  }

  /** The faces that were needed so far. */
  open(): FaceName[] {
    return [...this.faces.keys()]
  }

  /** The first face of the role's chain that has the character, or `null` where none has. */
  find(role: FontRole, codePoint: number): DrawableCharacter | null {
    const cache = this.found[role]
    const known = cache.get(codePoint)
    if (known !== undefined) return known
    const face = chains[role].find((name) => this.face(name).hasGlyphForCodePoint(codePoint))
    const result = face === undefined ? null : { face, advance: this.advance(face, codePoint) }
    cache.set(codePoint, result)
    return result
  }

  /** Whether one face of the role's chain has all these characters, and which. */
  findTogether(role: FontRole, codePoints: readonly number[]): FaceName | null {
    const has = (name: FaceName) => codePoints.every((point) => this.face(name).hasGlyphForCodePoint(point))
    return chains[role].find(has) ?? null
  }

  /** Width in ems of one character of a face. */
  advance(name: FaceName, codePoint: number): number {
    const font = this.face(name)
    return font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm
  }
}

const sets = new Map<string, FontSet>()

/** The process's one font set of a folder: fonts are parsed once, which is most of the time of a short form. */
export function fontSet(folder: string = vendoredFontFolder): FontSet {
  const known = sets.get(folder)
  if (known !== undefined) return known
  const made = new FontSet(folder)
  sets.set(folder, made)
  return made
}
