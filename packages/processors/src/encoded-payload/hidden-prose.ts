/** So many code units tell. */
const JUDGED_UNITS = 4096

/** Letters beyond ASCII: chance makes no UTF-8 of them. */
const OTHER_LETTERS = /[^\P{L}A-Za-z]/gu
/** Fewer are a name. */
const LEAST_OTHERS = 4
const LEAST_OTHERS_IN_DATA = 12

/** JSON and markup. */
const DATA = /^[[{<]/
/** Words in a row that make a sentence: names and settings in data have fewer. */
const SENTENCE_WORDS = 4
const MAX_WORD_LENGTH = 32
const WORD = /^\p{L}[\p{L}\p{M}'’-]*[,;:]?$/u
const WORD_AT_END = /[\p{L}\p{M}'’-][,;:]?$/u
const WORD_AT_START = /^\p{L}/u

/** Whether a text says something to people, rather than being data that programs exchange, a key, or yet another code. */
export function isProse(text: string): boolean {
  const beginning = text.slice(0, JUDGED_UNITS).trim()
  if (beginning.startsWith('-----BEGIN ')) return false
  const isData = DATA.test(beginning)
  const others = beginning.match(OTHER_LETTERS)?.length ?? 0
  if (others >= (isData ? LEAST_OTHERS_IN_DATA : LEAST_OTHERS)) return true
  if (isData) return holdsSentence(beginning)
  return beginning.split(/\s+/, 64).filter((word) => /\p{L}{2}/u.test(word)).length >= 2
}

/** Whether words follow one another by single blanks; the first may begin behind a sign, and the last end before one. */
function holdsSentence(text: string): boolean {
  let words = 0
  for (const piece of text.split(' ')) {
    if (words >= SENTENCE_WORDS - 1 && WORD_AT_START.test(piece)) return true
    if (piece.length <= MAX_WORD_LENGTH && WORD.test(piece)) words++
    else words = WORD_AT_END.test(piece) ? 1 : 0
  }
  return false
}
