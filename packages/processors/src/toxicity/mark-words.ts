import type { Words } from './words.js'

/** What punctuation says of the words around it. */
export interface WordMarks {
  isSentenceStart(word: number): boolean
  isAfterComma(word: number): boolean
  isQuoted(word: number): boolean
}

const Mark = { sentence: 1, comma: 2, quoted: 4 } as const

const SENTENCE_ENDS = new Set(Array.from('.!?;\n…。！？；।؟۔', (sign) => sign.charCodeAt(0)))
const COMMAS = new Set(Array.from(',:-–—()，、：،', (sign) => sign.charCodeAt(0)))
/** Marks that open and close a quotation, by what opens it; straight ones close what they opened. */
const CLOSING = new Map(
  Array.from('“” „“ "" «» »« 「」 『』 ‹› ‘’'.split(' '), (pair): [number, number] => [
    pair.charCodeAt(0),
    pair.charCodeAt(1),
  ]),
)
const STRAIGHT_APOSTROPHE = 0x27
/** A quotation that is longer than so many words is none. */
const MAX_QUOTED_WORDS = 60

/** Reads the signs between words in one pass. A quotation counts once it is closed, in at most 60 words. */
export function markWords(text: string, { count, originalStarts, originalEnds }: Words): WordMarks {
  const marks = new Uint8Array(count)
  let closing = -1
  let opened = 0
  for (let word = 0; word <= count; word++) {
    const from = word === 0 ? 0 : (originalEnds[word - 1] as number)
    const to = word === count ? text.length : (originalStarts[word] as number)
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at)
      if (closing >= 0 && isClosing(text, at, unit, closing)) {
        if (word - opened <= MAX_QUOTED_WORDS) mark(marks, opened, word, Mark.quoted)
        closing = -1
      } else if (closing < 0 || word - opened > MAX_QUOTED_WORDS) {
        const closes = unit === STRAIGHT_APOSTROPHE ? openingApostrophe(text, at) : CLOSING.get(unit)
        if (closes !== undefined) {
          closing = closes
          opened = word
        }
      }
      if (word === count) continue
      if (SENTENCE_ENDS.has(unit)) marks[word] = (marks[word] as number) | Mark.sentence
      else if (COMMAS.has(unit)) marks[word] = (marks[word] as number) | Mark.comma
    }
  }
  const reads =
    (bit: number) =>
    (word: number): boolean =>
      ((marks[word] as number) & bit) !== 0
  return {
    isSentenceStart: reads(Mark.sentence),
    isAfterComma: reads(Mark.comma),
    isQuoted: reads(Mark.quoted),
  }
}

function mark(marks: Uint8Array, from: number, to: number, bit: number): void {
  for (let word = from; word < to; word++) marks[word] = (marks[word] as number) | bit
}

/** An apostrophe closes a quotation only where a word ends: not in "don't". */
function isClosing(text: string, at: number, unit: number, closing: number): boolean {
  if (unit !== closing) return false
  return unit !== STRAIGHT_APOSTROPHE || !/[\p{L}\p{N}]/u.test(text.charAt(at + 1))
}

function openingApostrophe(text: string, at: number): number | undefined {
  return at === 0 || /\s/.test(text.charAt(at - 1)) ? STRAIGHT_APOSTROPHE : undefined
}
