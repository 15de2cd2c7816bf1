import { pinyin } from 'pinyin-pro'

/** The readings of a character without tones, the usual one first; those that are none are the character itself. */
const readings = new Map<string, readonly string[]>()

function readingsOf(character: string): readonly string[] {
  const known = readings.get(character)
  if (known !== undefined) return known
  const found = /\p{Script=Han}/u.test(character)
    ? [...new Set(pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true }))]
    : [character]
  readings.set(character, found)
  return found
}

function readingsInWords(name: string, characters: readonly string[]): readonly string[] {
  const read = pinyin(name, { toneType: 'none', type: 'array', v: true })
  return read.length === characters.length ? read : characters.map((one) => readingsOf(one)[0] ?? one)
}

const initials = (syllables: readonly string[]) => syllables.map((syllable) => syllable[0] ?? '').join('')

/**
 * How a name may be typed by its sound: its syllables and their initials, as the words of the name are read
 * (重庆 `cq`), and with every character that has another reading read so (`zq`): who knows the town and who knows
 * the character both find it. A character is looked up once; only a name with a choice is looked up as a whole.
 */
export function namePinyin(name: string): readonly string[] {
  const characters = [...name]
  const all = characters.map(readingsOf)
  if (all.every((one, index) => one.length === 1 && one[0] === characters[index])) return []
  const ambiguous = all.some((one) => one.length > 1)
  const usual = ambiguous ? readingsInWords(name, characters) : all.map((one) => one[0] ?? '')
  const found = new Set([usual.join(''), initials(usual)])
  if (ambiguous) {
    const single = all.map((one) => one[0] ?? '')
    found.add(single.join('')).add(initials(single))
    for (const [index, choices] of all.entries())
      for (const choice of choices)
        if (choice[0] !== usual[index]?.[0]) found.add(initials(usual.with(index, choice)))
  }
  return [...found]
}
