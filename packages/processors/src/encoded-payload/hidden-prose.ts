/** So many code units tell. */
const JUDGED_UNITS = 4096

/** Letters beyond ASCII: chance makes no UTF-8 of them. */
const OTHER_LETTERS = /[^\P{L}A-Za-z]/gu
/** Fewer are a name. */
const LEAST_OTHERS = 4
const LEAST_OTHERS_IN_DATA = 12

/** JSON and markup. */
const DATA = /^[[{<]/
/** Four words in a row: names and settings in data have fewer. */
const SENTENCE = /(?:\p{L}[\p{L}\p{M}'’-]{0,30}[,;:]? ){3}\p{L}/u

/** Whether a text says something to people, rather than being data that programs exchange, a key, or yet another code. */
export function isProse(text: string): boolean {
  const beginning = text.slice(0, JUDGED_UNITS).trim()
  if (beginning.startsWith('-----BEGIN ')) return false
  const isData = DATA.test(beginning)
  const others = beginning.match(OTHER_LETTERS)?.length ?? 0
  if (others >= (isData ? LEAST_OTHERS_IN_DATA : LEAST_OTHERS)) return true
  if (isData) return SENTENCE.test(beginning)
  return beginning.split(/\s+/, 64).filter((word) => /\p{L}{2}/u.test(word)).length >= 2
}
