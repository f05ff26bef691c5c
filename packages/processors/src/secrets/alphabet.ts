/** A set of ASCII characters: one bit for each group of characters below. */
export type Alphabet = number

/** Groups that alphabets are put together from; no character is in two. */
const GROUPS = ['01', '234567', '89', 'abcdef', 'ghijklmnopqrstuvwxyz', 'ABCDEF', 'GHIJKLMNOPQRSTUVWXYZ'].concat([
  ...'_-+/=.~:%!|@$*^&()#?,',
])

const groupsOf = new Int32Array(128)
GROUPS.forEach((characters, group) => {
  for (const character of characters) groupsOf[character.charCodeAt(0)] = 1 << group
})

/** The alphabet with all groups that the characters belong to. */
function alphabetOf(characters: string): Alphabet {
  let alphabet = 0
  for (const character of characters) alphabet |= groupsOf[character.charCodeAt(0)] as number
  return alphabet
}

export const DIGITS = alphabetOf('029')
export const LOWER_HEX = DIGITS | alphabetOf('a')
export const UPPER_HEX = DIGITS | alphabetOf('A')
export const HEX = LOWER_HEX | UPPER_HEX
export const LOWER = alphabetOf('ag')
export const UPPER = alphabetOf('AG')
export const LOWER_ALNUM = DIGITS | LOWER
export const UPPER_ALNUM = DIGITS | UPPER
/** RFC 4648, section 6, without padding. */
export const BASE32 = UPPER | alphabetOf('2')
export const BASE62 = DIGITS | LOWER | UPPER
export const WORD = BASE62 | alphabetOf('_')
/** RFC 4648, section 5, without padding. */
export const BASE64URL = WORD | alphabetOf('-')
/** RFC 4648, section 4, with padding. */
export const BASE64 = BASE62 | alphabetOf('+/=')

/** The alphabet with these characters besides. */
export function withCharacters(alphabet: Alphabet, characters: string): Alphabet {
  return alphabet | alphabetOf(characters)
}

/** Whether the code unit is a character of the alphabet; `NaN`, as `charCodeAt` gives outside a text, is of none. */
export function isOf(alphabet: Alphabet, codeUnit: number): boolean {
  return codeUnit < 128 && ((groupsOf[codeUnit] as number) & alphabet) !== 0
}

/** All characters of an alphabet, for making samples. */
export function charactersOf(alphabet: Alphabet): string {
  return GROUPS.filter((_, group) => (alphabet & (1 << group)) !== 0).join('')
}
