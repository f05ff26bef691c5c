/** What a code unit of a folded text is to a reader of words. */
export const UnitClass = {
  /** Punctuation, signs, emoji, control characters. */
  sign: 0,
  space: 1,
  letter: 2,
  digit: 3,
  /** A character of a script that is written without blanks between words: a word of its own. */
  unspaced: 4,
  /** A mark that is often left out in writing: accents set apart, vowel points of Arabic and Hebrew, the tatweel. */
  point: 5,
} as const

type UnitClass = (typeof UnitClass)[keyof typeof UnitClass]

/** Ranges beyond ASCII that hold no letters, first and last code unit. */
const SIGNS = [
  [0x80, 0xa9],
  [0xab, 0xb4],
  [0xb6, 0xb9],
  [0xbb, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x0589, 0x058a],
  [0x05be, 0x05be],
  [0x05c0, 0x05c0],
  [0x05c3, 0x05c3],
  [0x060c, 0x060d],
  [0x061b, 0x061f],
  [0x066a, 0x066d],
  [0x06d4, 0x06d4],
  [0x0964, 0x0965],
  [0x2000, 0x2bff],
  [0x2e00, 0x2e7f],
  [0x3000, 0x3004],
  [0x3008, 0x3020],
  [0x3030, 0x303f],
  [0x30fb, 0x30fb],
  [0xd800, 0xf8ff],
  [0xfe10, 0xfe1f],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff0f],
  [0xfff0, 0xffff],
] as const

const POINTS = [
  [0x0300, 0x036f],
  [0x0591, 0x05bd],
  [0x05bf, 0x05bf],
  [0x05c1, 0x05c2],
  [0x05c4, 0x05c7],
  [0x0610, 0x061a],
  [0x0640, 0x0640],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06ed],
] as const

/** Thai, Lao, Tibetan, Burmese, Khmer, Japanese syllables, Han. */
const UNSPACED = [
  [0x0e00, 0x0fff],
  [0x1000, 0x109f],
  [0x1780, 0x17ff],
  [0x3005, 0x3007],
  [0x3021, 0x302f],
  [0x3040, 0x30ff],
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
] as const

/** Letters that are written for each other, each pair the variant and what it becomes. */
const VARIANTS = 'øo łl đd ħh ŧt ıi ƀb أا إا آا ٱا ىي ةه کك یي ؤو ئي ёе ґг'.split(' ')

const SMALL_L = 0x6c
const SMALL_I = 0x69

/**
 * By code unit: its class, and the letter that stands for it in a plain word. Latin letters lose their accents; `l` becomes
 * `i`, since `1`, `|` and a capital `I` stand for either.
 */
export interface UnitTables {
  readonly classes: Uint8Array
  readonly plain: Uint16Array
}

let tables: UnitTables | undefined

/** The tables, made when they are first asked for (about 1 ms, 200 KB). */
export function unitTables(): UnitTables {
  tables ??= { classes: classify(), plain: foldLetters() }
  return tables
}

function classify(): Uint8Array {
  const classes = new Uint8Array(0x10000).fill(UnitClass.letter, 0x80)
  const mark = (ranges: Iterable<readonly [number, number]>, unitClass: UnitClass): void => {
    for (const [first, last] of ranges) classes.fill(unitClass, first, last + 1)
  }
  mark(SIGNS, UnitClass.sign)
  mark(UNSPACED, UnitClass.unspaced)
  mark(POINTS, UnitClass.point)
  mark([[0x20, 0x20]], UnitClass.space)
  mark([[0x30, 0x39]], UnitClass.digit)
  mark([[0x61, 0x7a]], UnitClass.letter)
  mark([[0x41, 0x5a]], UnitClass.letter)
  return classes
}

function foldLetters(): Uint16Array {
  const plain = new Uint16Array(0x10000)
  for (let unit = 0; unit < plain.length; unit++) plain[unit] = unit
  const fold = (unit: number, letter: number): void => {
    plain[unit] = letter === SMALL_L ? SMALL_I : letter
  }
  const dropAccents = (first: number, last: number): void => {
    for (let unit = first; unit <= last; unit++) {
      const base = String.fromCharCode(unit).normalize('NFD').charCodeAt(0)
      if (base < 0x80) fold(unit, base)
    }
  }
  fold(SMALL_L, SMALL_L)
  dropAccents(0xc0, 0x24f)
  dropAccents(0x1e00, 0x1eff)
  for (const pair of VARIANTS) fold(pair.charCodeAt(0), pair.charCodeAt(1))
  return plain
}
