/** Code units up to here have a folded form of their own; what is beyond stays as it is. */
const TABLE_SIZE = 0x2100

/** Letters that are no base letter with an accent to Unicode, with what they are written as without one. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', '\u2019': "'", '\u2018': "'" }

let table: Uint16Array | undefined

/** By code unit: small letters without accents, one kind of apostrophe, blanks for hyphens. Made when first asked for, in about 2 ms. */
export function letterTable(): Uint16Array {
  table ??= Uint16Array.from({ length: TABLE_SIZE }, (_, unit) => foldUnit(String.fromCharCode(unit)))
  return table
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
  const folded = letterTable()
  return Array.from({ length: text.length }, (_, at) => {
    const unit = text.charCodeAt(at)
    return String.fromCharCode(unit < TABLE_SIZE ? (folded[unit] as number) : unit)
  }).join('')
}

/** Whether a folded unit is a letter of a script that sets blanks between words and is written from base letters. */
export function isBoundedLetter(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a
  return (unit >= 0xc0 && unit < 0x590 && unit !== 0xd7 && unit !== 0xf7) || (unit >= 0x1e00 && unit < 0x2000)
}
