/** What a character is to the search for hidden ones. */
export const CharacterClass = {
  /** Anything that is shown and neither letter nor mark. */
  other: 1,
  /** A letter that goes with Latin ones (Latin, Chinese, Japanese, Korean), or a mark of any script. */
  letter: 2,
  /** A letter of another script: its word may mix scripts. */
  foreign: 3,
  // All from here on show nothing.
  tag: 4,
  variationSelector: 5,
  zeroWidth: 6,
  bidi: 7,
  ignorable: 8,
} as const

type CharacterClass = (typeof CharacterClass)[keyof typeof CharacterClass]

/** First class of characters that show nothing. */
const FIRST_INVISIBLE: number = CharacterClass.tag

/**
 * Sets of scripts as bits, after Unicode Technical Standard 39, section 5.1: a character has the bits of all that it is used in
 * (Script_Extensions), and Han, Japanese, Korean and Bopomofo ones those of the writing systems that they belong to.
 */
export const Scripts = {
  latin: 1 << 4,
  greek: 1 << 5,
  cyrillic: 1 << 6,
  armenian: 1 << 7,
  cherokee: 1 << 8,
  lisu: 1 << 9,
  coptic: 1 << 10,
  chinese: 1 << 11,
  japanese: 1 << 12,
  korean: 1 << 13,
  /** Every script without a bit of its own. */
  other: 1 << 14,
} as const

/** Of characters that go with every script: punctuation, most marks. */
export const ALL_SCRIPTS = Object.values(Scripts).reduce((all, bit) => all | bit, 0)
const EAST_ASIAN = Scripts.chinese | Scripts.japanese | Scripts.korean

/** Letters that do not make a word worth a look by themselves. */
const WITH_LATIN = Scripts.latin | EAST_ASIAN

/** What a character is to hidden ones next to it, as bits. */
export const Neighbour = {
  /** Of a script in which a joiner or non-joiner changes how letters are drawn (the Unicode Standard, 9.2 and 12.1). */
  joining: 1 << 16,
  /** Of a script without blanks between words, where a zero-width space marks where a line may break. */
  unspaced: 1 << 17,
  /** Part of a word: letter, mark or digit. */
  wordPart: 1 << 18,
  pictograph: 1 << 19,
  /** What may come before a joiner in an emoji: also a skin tone. */
  joinable: 1 << 20,
  /** What takes a style of text or emoji (emoji-variation-sequences.txt), and any other sign that renderers style. */
  styled: 1 << 21,
  /** What has standardized variants (StandardizedVariants.txt): Han, its punctuation, operators, chess, Myanmar and others. */
  varied: 1 << 22,
  han: 1 << 23,
  hangul: 1 << 24,
  mongolian: 1 << 25,
  khmer: 1 << 26,
  keycap: 1 << 27,
  unassigned: 1 << 28,
} as const

/** What is known of characters by Unicode: patterns, each with the bits of those that it matches. */
interface Properties {
  readonly scripts: readonly (readonly [RegExp, number])[]
  readonly neighbours: readonly (readonly [RegExp, number])[]
}

let properties: Properties | undefined

/** Made with the first character that is asked about: reading these patterns takes some milliseconds. */
function readProperties(): Properties {
  properties ??= {
    scripts: [
      [/\p{scx=Latn}/u, Scripts.latin],
      [/\p{scx=Grek}/u, Scripts.greek],
      [/\p{scx=Cyrl}/u, Scripts.cyrillic],
      [/\p{scx=Armn}/u, Scripts.armenian],
      [/\p{scx=Cher}/u, Scripts.cherokee],
      [/\p{scx=Lisu}/u, Scripts.lisu],
      [/\p{scx=Copt}/u, Scripts.coptic],
      [/\p{scx=Hani}/u, EAST_ASIAN],
      [/\p{scx=Bopo}/u, Scripts.chinese],
      [/[\p{scx=Hira}\p{scx=Kana}]/u, Scripts.japanese],
      [/\p{scx=Hang}/u, Scripts.korean],
    ],
    neighbours: [
      [
        /[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mand}\p{scx=Mong}\p{scx=Phag}\p{scx=Adlm}\p{scx=Rohg}\p{scx=Hebr}]/u,
        Neighbour.joining,
      ],
      [
        /[\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}]/u,
        Neighbour.joining,
      ],
      [/[\p{scx=Bali}\p{scx=Java}]/u, Neighbour.joining],
      [/[\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u, Neighbour.joining | Neighbour.unspaced],
      [/[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}]/u, Neighbour.unspaced],
      [/[\p{L}\p{M}\p{N}]/u, Neighbour.wordPart],
      [/\p{Extended_Pictographic}/u, Neighbour.pictograph | Neighbour.joinable | Neighbour.styled],
      [/\p{Emoji_Modifier}/u, Neighbour.joinable],
      [/[^\P{S}\0-\x7f]/u, Neighbour.styled],
      [
        /[\p{scx=Hani}\p{scx=Mymr}\p{scx=Phag}\p{scx=Mani}\p{scx=Egyp}\p{Sm}\u2654-\u265f\uff01\uff0c\uff0e\uff1a\uff1b\uff1f0]/u,
        Neighbour.varied,
      ],
      [/\p{scx=Hani}/u, Neighbour.han],
      [/\p{scx=Hang}/u, Neighbour.hangul],
      [/\p{scx=Mong}/u, Neighbour.mongolian],
      [/\p{scx=Khmr}/u, Neighbour.khmer],
      [/[0-9#*]/, Neighbour.keycap],
      [/\p{Cn}/u, Neighbour.unassigned],
    ],
  }
  return properties
}

const COMMON = /[\p{scx=Zyyy}\p{scx=Zinh}]/u
const LETTER = /\p{L}/u
const MARK = /\p{M}/u

/** Default_Ignorable_Code_Point (Unicode Standard Annex 44), and the interlinear annotation characters. */
const IGNORABLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u

/** By code unit, what {@link traitsOf} gave; 0 where it was not asked yet. Made with the first text that needs it (256 KB). */
let known: Uint32Array | undefined
/** The same for what lies beyond the basic plane. */
const knownBeyond = new Map<number, number>()
const MAX_KNOWN_BEYOND = 4096

/** All that is known of a character: its class, its scripts and what it is to its neighbours. */
export function traitsOf(codePoint: number): number {
  if (codePoint > 0xffff) return traitsBeyond(codePoint)
  known ??= new Uint32Array(0x10000)
  return known[codePoint] || learn(known, codePoint)
}

export function classIn(traits: number): CharacterClass {
  return (traits & 0xf) as CharacterClass
}

export function scriptsIn(traits: number): number {
  return traits & ALL_SCRIPTS
}

export function isInvisible(traits: number): boolean {
  return (traits & 0xf) >= FIRST_INVISIBLE
}

/** The code point that ends at `index`; undefined at the start. */
export function codePointBefore(text: string, index: number): number | undefined {
  if (index === 0) return undefined
  const low = text.charCodeAt(index - 1)
  if ((low & 0xfc00) !== 0xdc00 || index === 1) return low
  const pair = text.codePointAt(index - 2) as number
  return pair > 0xffff ? pair : low
}

function learn(table: Uint32Array, codePoint: number): number {
  const traits = findTraits(codePoint)
  table[codePoint] = traits
  return traits
}

function traitsBeyond(codePoint: number): number {
  const remembered = knownBeyond.get(codePoint)
  if (remembered !== undefined) return remembered
  if (knownBeyond.size === MAX_KNOWN_BEYOND) knownBeyond.clear()
  const traits = findTraits(codePoint)
  knownBeyond.set(codePoint, traits)
  return traits
}

function findTraits(codePoint: number): number {
  const character = String.fromCodePoint(codePoint)
  let traits = findClass(codePoint, character)
  for (const [pattern, bits] of readProperties().neighbours) {
    if (pattern.test(character)) traits |= bits
  }
  return traits
}

function findClass(codePoint: number, character: string): number {
  const invisible = findInvisibleClass(codePoint, character)
  if (invisible !== undefined) return invisible | ALL_SCRIPTS
  if (MARK.test(character)) return CharacterClass.letter | findScripts(character)
  if (!LETTER.test(character)) return CharacterClass.other | ALL_SCRIPTS
  const scripts = findScripts(character)
  return ((scripts & WITH_LATIN) === 0 ? CharacterClass.foreign : CharacterClass.letter) | scripts
}

function findInvisibleClass(codePoint: number, character: string): CharacterClass | undefined {
  if (codePoint >= 0xe0000 && codePoint <= 0xe007f) return CharacterClass.tag
  if (isVariationSelector(codePoint)) return CharacterClass.variationSelector
  if (isBidiControl(codePoint)) return CharacterClass.bidi
  if (isZeroWidth(codePoint)) return CharacterClass.zeroWidth
  return IGNORABLE.test(character) ? CharacterClass.ignorable : undefined
}

/** The Unicode Standard, 23.4 "Variation Selectors": VS1 to VS16 and VS17 to VS256. */
function isVariationSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
}

/** Unicode Standard Annex 9, 2 "Directional Formatting Characters". */
function isBidiControl(codePoint: number): boolean {
  return (
    codePoint === 0x061c ||
    codePoint === 0x200e ||
    codePoint === 0x200f ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2066 && codePoint <= 0x2069)
  )
}

/** Zero-width space, joiner, non-joiner and no-break space, word joiner, invisible operators of mathematics. */
function isZeroWidth(codePoint: number): boolean {
  return (
    (codePoint >= 0x200b && codePoint <= 0x200d) || (codePoint >= 0x2060 && codePoint <= 0x2064) || codePoint === 0xfeff
  )
}

function findScripts(character: string): number {
  if (COMMON.test(character)) return ALL_SCRIPTS
  let scripts = 0
  for (const [pattern, bits] of readProperties().scripts) {
    if (pattern.test(character)) scripts |= bits
  }
  return scripts === 0 ? Scripts.other : scripts
}
