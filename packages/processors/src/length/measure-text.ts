/** Size of a text, as it is told without a tokenizer. */
export interface TextSize {
  /** Unicode code points. */
  readonly characters: number
  /** Runs of letters and digits; in scripts that write without blanks each letter is one. */
  readonly words: number
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
const MARK = /\p{M}/u
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Measures a text in one pass. */
export function measureText(text: string): TextSize {
  let characters = 0
  let words = 0
  let isInWord = false
  for (const character of text) {
    characters++
    const isWordPart = LETTER_OR_DIGIT.test(character)
    if (isWordPart && isUnspaced(character)) {
      words++
      isInWord = false
    } else if (isWordPart) {
      if (!isInWord) words++
      isInWord = true
    } else if (!MARK.test(character)) {
      isInWord = false
    }
  }
  return { characters, words }
}

/** The first letter of a script without blanks is Thai's; what comes before needs no look at its script. */
const FIRST_UNSPACED = '\u0e00'

function isUnspaced(character: string): boolean {
  return character >= FIRST_UNSPACED && UNSPACED.test(character)
}
