/** Size of a text, as it is told without a tokenizer. */
export interface TextSize {
  /** Unicode code points. */
  readonly characters: number
  /** Runs of letters and digits; in scripts that write without blanks each letter is one. */
  readonly words: number
}

const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
const WORD = new RegExp(
  String.raw`(?=\p{L})[${UNSPACED}]|(?=[\p{L}\p{N}])[^${UNSPACED}](?:(?=[\p{L}\p{N}\p{M}])[^${UNSPACED}])*`,
  'gu',
)

/** Measures a text in one pass each. */
export function measureText(text: string): TextSize {
  let words = 0
  for (const _ of text.matchAll(WORD)) words++
  return { characters: countCodePoints(text), words }
}

function countCodePoints(text: string): number {
  let pairs = 0
  for (let at = 1; at < text.length; at++) {
    if (isTrail(text.charCodeAt(at)) && isLead(text.charCodeAt(at - 1))) pairs++
  }
  return text.length - pairs
}

function isLead(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800
}

function isTrail(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00
}
