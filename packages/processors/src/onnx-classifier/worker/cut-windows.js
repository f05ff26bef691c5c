// @ts-check

/**
 * @typedef {object} TokenWindow
 * @property {number} start where it begins in the text, in UTF-16 code units
 * @property {number} end
 * @property {number[]} ids its tokens, special ones included
 *
 * @typedef {object} WindowLimits
 * @property {number} maxTokens most tokens of a window, special ones included
 * @property {number} overlapTokens about how many tokens a window has in common with the next
 * @property {number} maxWindows most windows of a text
 */

/** Longest piece that is counted as one, in UTF-16 code units; a longer word is cut. */
const MAX_WORD = 64

/** Most tokens that a UTF-16 code unit can make: one for each of its bytes in UTF-8. */
const TOKENS_PER_UNIT = 3

/** Texts up to so many UTF-16 code units for each token are first tried as a whole. */
const UNITS_PER_TOKEN = 8

/**
 * Cuts a text into windows of tokens, between words where it can. Every character of the text is in a window, and
 * no window is longer than the model takes, so nothing is cut off unseen.
 *
 * @param {string} text
 * @param {(text: string, special: boolean) => number[]} encode
 * @param {WindowLimits} limits
 * @returns {TokenWindow[] | undefined} nothing when the text needs more windows than the limit, or has a character with more tokens than
 *   the model takes
 */
export function cutWindows(text, encode, { maxTokens, overlapTokens, maxWindows }) {
  if (maxWindows < 1) return undefined
  if (text.length <= maxTokens * UNITS_PER_TOKEN) {
    const ids = encode(text, true)
    if (ids.length <= maxTokens) return [{ start: 0, end: text.length, ids }]
  }
  const room = Math.max(1, maxTokens - encode('', true).length)
  /** @type {TokenWindow[]} */
  const windows = []
  /** @type {{ start: number, end: number, tokens: number }[]} */
  let words = []
  let tokens = 0
  // So short that no piece outgrows a window, with one token for the mark that some tokenizers put before a word.
  const maxWord = Math.min(MAX_WORD, Math.max(2, Math.floor((room - 1) / TOKENS_PER_UNIT)))
  for (const { start, end } of findWords(text, maxWord)) {
    const count = encode(text.slice(start, end), false).length
    if (words.length > 0 && tokens + count > room) {
      if (!addWindow(text, words, encode, maxTokens, windows, maxWindows)) return undefined
      words = lastWords(words, Math.min(overlapTokens, room - count))
      tokens = words.reduce((sum, word) => sum + word.tokens, 0)
    }
    words.push({ start, end, tokens: count })
    tokens += count
  }
  return words.length === 0 || addWindow(text, words, encode, maxTokens, windows, maxWindows) ? windows : undefined
}

/**
 * Adds a window over some words; two or more when the tokens of the whole are more than those of its words, as with tokenizers
 * that look beyond blanks.
 *
 * @param {string} text
 * @param {readonly { start: number, end: number }[]} words
 * @param {(text: string, special: boolean) => number[]} encode
 * @param {number} maxTokens
 * @param {TokenWindow[]} windows
 * @param {number} maxWindows
 * @returns {boolean} whether there was room for it
 */
function addWindow(text, words, encode, maxTokens, windows, maxWindows) {
  if (windows.length === maxWindows) return false
  const start = words[0]?.start ?? 0
  const end = words.at(-1)?.end ?? text.length
  const ids = encode(text.slice(start, end), true)
  if (ids.length > maxTokens && words.length > 1) {
    const middle = words.length >> 1
    return (
      addWindow(text, words.slice(0, middle), encode, maxTokens, windows, maxWindows) &&
      addWindow(text, words.slice(middle), encode, maxTokens, windows, maxWindows)
    )
  }
  if (ids.length > maxTokens) {
    // Some tokenizers spell one character out as many.
    const middle = beforePair(text, (start + end) >> 1)
    // Better no answer than one on a part.
    if (middle <= start) return false
    const halves = [
      { start, end: middle },
      { start: middle, end },
    ]
    return halves.every((half) => addWindow(text, [half], encode, maxTokens, windows, maxWindows))
  }
  windows.push({ start, end, ids })
  return true
}

/**
 * The place itself, or the one before it when it is inside a surrogate pair.
 *
 * @param {string} text
 * @param {number} place
 */
function beforePair(text, place) {
  return (text.codePointAt(place - 1) ?? 0) > 0xffff ? place - 1 : place
}

/**
 * The last words that have so many tokens at most, and never all of them, so that each window brings something new.
 *
 * @param {{ start: number, end: number, tokens: number }[]} words
 * @param {number} maxTokens
 */
function lastWords(words, maxTokens) {
  let from = words.length
  let tokens = 0
  while (from > 1) {
    tokens += words[from - 1]?.tokens ?? 0
    if (tokens > maxTokens) break
    from--
  }
  return words.slice(from)
}

/**
 * Words with the blanks before them, in pieces of a length at most; together they are the whole text.
 *
 * @param {string} text
 * @param {number} maxWord
 * @returns {Generator<{ start: number, end: number }>}
 */
function* findWords(text, maxWord) {
  let start = 0
  let hasLetter = false
  for (let index = 0; index < text.length; index++) {
    const isBlank = /\s/.test(text[index] ?? '')
    const isInPair = (text.charCodeAt(index) & 0xfc00) === 0xdc00
    if ((isBlank && hasLetter) || (index - start >= maxWord && !isInPair)) {
      yield { start, end: index }
      start = index
      hasLetter = false
    }
    hasLetter ||= !isBlank
  }
  if (start < text.length) yield { start, end: text.length }
}
