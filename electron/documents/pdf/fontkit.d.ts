/** The part of fontkit 2.0.4 that this program uses; the package carries no types. Lengths are font units. */
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number
    readonly advanceWidth: number
  }
  export interface Font {
    readonly postscriptName: string
    readonly unitsPerEm: number
    readonly characterSet: readonly number[]
    readonly directory: { readonly tables: Readonly<Record<string, unknown>> }
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
  }
  export interface FontCollection {
    readonly fonts: readonly Font[]
  }
  /** Reads an sfnt file. Throws where the bytes are none. */
  export function create(data: Uint8Array): Font | FontCollection
}
