/** So many code units before and after a candidate are searched for words that speak for it. */
const BEFORE = 64
const AFTER = 32

/** Words right before a number that say it is something else. */
const AGAINST =
  /(?:order|invoice|tracking|ticket|version|build|commit|isbn|issn|sku|serial|timestamp|part|model)(?: (?:no|number|id))?\.?[:# ]{0,3}$/

/** What stands where something was masked: its name must not speak for what is next to it. */
const PLACEHOLDER = /\[[A-Z-]{2,40}(?::[\da-f]{1,16})?\]?/g

const LETTER = /\p{L}/u
/** Writing without blanks between words. */
const UNSPACED = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u

/**
 * Whether one of the words stands near a range of a text. A word counts where no letter stands before it; one of up to four
 * letters must end there too, a longer one may go on ("passport", "passports").
 */
export function hasContext(text: string, start: number, end: number, words: readonly string[]): boolean {
  const before = text
    .slice(Math.max(0, start - BEFORE), start)
    .replace(PLACEHOLDER, ' ')
    .toLowerCase()
  const after = text
    .slice(end, end + AFTER)
    .replace(PLACEHOLDER, ' ')
    .toLowerCase()
  return words.some((word) => holdsWord(before, word) || holdsWord(after, word))
}

/** Whether the word right before a number says that it is one of orders, versions and their like. */
export function hasCounterContext(text: string, start: number): boolean {
  return AGAINST.test(text.slice(Math.max(0, start - 32), start).toLowerCase())
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (UNSPACED.test(word[0] as string)) return true
    if (LETTER.test(text[at - 1] ?? ' ')) continue
    if (word.length > 4 || !LETTER.test(text[at + word.length] ?? ' ')) return true
  }
  return false
}

/** Score of what a word near by speaks for. */
export function raise(score: number): number {
  return Math.min(1, Math.max(0.75, score + 0.15))
}
