/** Code units up to here have a folded form of their own; what is beyond stays as it is. */
const TABLE_SIZE = 0x2100

/** Letters that are no base letter with an accent to Unicode, with what they are written as without one. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', '\u2019': "'", '\u2018': "'" }

/** By code unit: what it folds to, 0 for one that was not met yet. */
const table = new Uint16Array(TABLE_SIZE)

/** Folds a code unit: small letters without accents, one kind of apostrophe, blanks for hyphens. */
export function foldLetter(unit: number): number {
  if (unit >= TABLE_SIZE) return unit
  const known = table[unit] as number
  if (known !== 0) return known
  const folded = foldUnit(String.fromCharCode(unit))
  table[unit] = folded
  return folded
}

function foldUnit(character: string): number {
  if (/[\s_-]/.test(character)) return 0x20
  const small = character.toLowerCase()
  const plain = PLAIN_LETTERS[small] ?? small.normalize('NFD')
  // What becomes longer than an accent explains, such as a syllable that comes apart, stays as it is.
  return (/^.\p{M}{0,2}$/u.test(plain) ? plain : character).charCodeAt(0)
}

/** Folds every unit of a text; as long as before. */
export function foldLetters(text: string): string {
  let folded = ''
  for (let at = 0; at < text.length; at++) folded += String.fromCharCode(foldLetter(text.charCodeAt(at)))
  return folded
}

/** Whether a folded unit is a letter of a script that sets blanks between words and is written from base letters. */
export function isBoundedLetter(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a
  return (unit >= 0xc0 && unit < 0x590 && unit !== 0xd7 && unit !== 0xf7) || (unit >= 0x1e00 && unit < 0x2000)
}
