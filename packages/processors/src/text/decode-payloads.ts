import type { TextRange } from '../detection/text-range.js'
import { DISGUISES, ENCODINGS, type Encoding, isReadable } from './payload-encodings.js'

/** A text that stands in another one in some encoding. */
export interface Payload extends TextRange {
  readonly text: string
  /** How it is encoded, from the outside in: `['percent', 'base64']`. */
  readonly encodings: readonly string[]
}

/** So many runs are tried in a text and what is decoded from it; the rest is passed over. */
export const MAX_ATTEMPTS = 64
/** So many code units are decoded from one text, nested ones included. */
export const MAX_DECODED_UNITS = 65_536
/** Encodings inside each other that are undone. */
export const MAX_DEPTH = 3

/** So many of its words must stand in a disguised text. */
const DISGUISE_WORDS = 2
/** Only the beginning of a text is looked at for a disguise. */
const DISGUISED_UNITS = 16_384

/**
 * Decodes what stands in a text as base64, hex, binary, percent or character escapes, tag characters, rot13 or backwards,
 * if what comes out reads like text; and what stands in that. Linear time, within {@link MAX_ATTEMPTS},
 * {@link MAX_DECODED_UNITS} and {@link MAX_DEPTH}.
 */
export function decodePayloads(text: string): Payload[] {
  const payloads: Payload[] = []
  const budget = { attempts: MAX_ATTEMPTS, units: MAX_DECODED_UNITS }
  const decodeAll = (source: string, outer: Payload | undefined): void => {
    if ((outer?.encodings.length ?? 0) === MAX_DEPTH) return
    for (const { text: decoded, start, end, name } of decodeRuns(source, budget)) {
      const range = outer === undefined ? { start, end } : { start: outer.start, end: outer.end }
      const payload = { ...range, text: decoded, encodings: [...(outer?.encodings ?? []), name] }
      payloads.push(payload)
      decodeAll(decoded, payload)
    }
  }
  decodeAll(text, undefined)
  return payloads
}

interface Budget {
  attempts: number
  units: number
}

function decodeRuns(source: string, budget: Budget): (TextRange & { readonly text: string; readonly name: string })[] {
  const found: (TextRange & { readonly text: string; readonly name: string })[] = []
  const attempt = ({ name, decode }: Encoding, run: string, start: number): void => {
    budget.attempts--
    const text = decode(run)
    if (text === undefined || text.length > budget.units || !isReadable(text)) return
    budget.units -= text.length
    found.push({ name, text, start, end: start + run.length })
  }
  for (const encoding of ENCODINGS) {
    if (encoding.sign !== undefined && !source.includes(encoding.sign)) continue
    for (const { 0: run, index } of source.matchAll(encoding.pattern)) {
      if (budget.attempts === 0) return found
      attempt(encoding, run, index)
    }
  }
  const beginning = source.slice(0, DISGUISED_UNITS)
  for (const disguise of DISGUISES) {
    if (budget.attempts === 0) return found
    if (hasWords(beginning, disguise.pattern)) attempt(disguise, beginning, 0)
  }
  return found
}

function hasWords(text: string, pattern: RegExp): boolean {
  const words = text.matchAll(pattern)
  for (let found = 0; found < DISGUISE_WORDS; found++) {
    if (words.next().done) return false
  }
  return true
}
