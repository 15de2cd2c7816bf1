import type { FormText, TextPiece } from '../../../shared/forms/form-model.ts'
import { type FaceName, type FontRole, type FontSet, missingSign } from './fonts.ts'
import { codeScale, sizes } from './style-sheet.ts'

/** The smallest piece of text that is never torn apart, with the face that draws it. */
export interface Cluster {
  /** As in the form's text. */
  readonly text: string
  /** As drawn: the same, or 〓. */
  readonly drawn: string
  /** `box`: ☐ or ☑, drawn as lines because no shipped font has them. */
  readonly face: FaceName | 'box'
  /** Points. */
  readonly size: number
  /** Points. */
  readonly width: number
  /** A digest or another code: lines break only at its gaps. */
  readonly code: boolean
}

/** A character that no shipped font has; 〓 stands on the paper in its place. */
export interface MissingCharacter {
  /** `U+30EDE`. */
  readonly codePoint: string
  readonly char: string
  /** The text it stands in, shortened, so that a person finds it. */
  readonly where: string
}

/** How plain text is set: a role of the font and a size in points. */
export interface TextStyle {
  readonly role: FontRole
  readonly size: number
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' })

/** Texts of nothing but these characters have one cluster a UTF-16 unit, and need no segmenter. */
const simple = /^[\x20-\x7e\u2010-\u2027\u3000-\u3029\u3030-\u303f\u3400-\u9fff\uff01-\uffe6]*$/

/** Characters that only choose between forms of the one before them (variation selectors, joiners). */
const ignorable = /^\p{Default_Ignorable_Code_Point}$/u

/**
 * Splits text into clusters and finds a face for each (role's face → Serif → Sans → HanaMinB → 〓).
 * Nothing is dropped: the texts of the clusters together are the input, codes with a space after each group.
 * @param missing takes a note of every character that no face has.
 */
export function toClusters(
  text: FormText,
  style: TextStyle,
  fonts: FontSet,
  missing: (found: MissingCharacter) => void,
): Cluster[] {
  const clusters: Cluster[] = []
  for (const piece of typeof text === 'string' ? [{ text }] : text) {
    const code = piece.style === 'code'
    const role = code ? 'code' : piece.style === 'strong' ? 'label' : style.role
    const size = code ? Math.max(sizes.least, style.size * codeScale) : style.size
    const content = spaced(piece)
    for (const part of simple.test(content) ? content : graphemes(content)) {
      addCluster(part, { role, size, code, whole: piece.text, fonts, missing, clusters })
    }
  }
  return clusters
}

function spaced(piece: TextPiece): string {
  if (piece.group === undefined || piece.group < 1) return piece.text
  return piece.text.match(new RegExp(`[^]{1,${piece.group}}`, 'g'))?.join(' ') ?? ''
}

function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), (entry) => entry.segment)
}

interface Place {
  readonly role: FontRole
  readonly size: number
  readonly code: boolean
  readonly whole: string
  readonly fonts: FontSet
  readonly missing: (found: MissingCharacter) => void
  readonly clusters: Cluster[]
}

function addCluster(part: string, place: Place): void {
  const { role, size, code, fonts, clusters } = place
  if (part === '\n' || part === '\r\n') {
    clusters.push({ text: part, drawn: '', face: 'serif', size, width: 0, code: false })
    return
  }
  if (part === '☐' || part === '☑') {
    clusters.push({ text: part, drawn: part, face: 'box', size, width: size, code: false })
    return
  }
  const characters = [...part]
  if (characters.length > 1) {
    const points = characters.map(pointOf)
    const face = fonts.findTogether(role, points)
    if (face !== null) {
      const advance = points.reduce((sum, point) => sum + fonts.advance(face, point), 0)
      clusters.push({ text: part, drawn: part, face, size, width: advance * size, code })
      return
    }
  }
  for (const character of characters) clusters.push(single(character, place))
}

function single(character: string, place: Place): Cluster {
  const { role, size, code, fonts, missing } = place
  const point = pointOf(character)
  const found = fonts.find(role, point)
  if (found !== null) {
    return { text: character, drawn: character, face: found.face, size, width: found.advance * size, code }
  }
  missing({
    codePoint: `U+${point.toString(16).toUpperCase().padStart(4, '0')}`,
    char: character,
    where: place.whole.length > 40 ? `${place.whole.slice(0, 40)}…` : place.whole,
  })
  // A selector that no face knows: the character before it is there, in its usual form, and the report says so.
  if (ignorable.test(character)) return { text: character, drawn: '', face: 'serif', size, width: 0, code }
  const sign = fonts.find('body', pointOf(missingSign))
  if (sign === null) throw new Error('the shipped fonts have no 〓')
  return { text: character, drawn: missingSign, face: sign.face, size, width: sign.advance * size, code }
}

function pointOf(character: string): number {
  return character.codePointAt(0) ?? 0
}
