import type { TextRange } from '../detection/text-range.js'
import { DISGUISES, type Disguise, ENCODINGS, type Encoding, isReadable } from './payload-encodings.js'
import { holdsWords } from './payload-traces.js'

/** A text that stands in another one in some encoding. */
export interface Payload extends TextRange {
  readonly text: string
  /** How it is encoded, from the outside in: `['percent', 'base64']`. */
  readonly encodings: readonly string[]
}

/** So many runs are tried in a text and what is decoded from it; the rest is passed over. */
export const MAX_ATTEMPTS = 64
/** So many code units are decoded from one text, nested ones included. */
const MAX_DECODED_UNITS = 65_536
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
  const attempt = ({ name, decode }: Encoding | Disguise, run: string, start: number): void => {
    budget.attempts--
    const text = decode(run)
    if (text === undefined || text.length > budget.units || !isReadable(text)) return
    budget.units -= text.length
    found.push({ name, text, start, end: start + run.length })
  }
  for (const encoding of ENCODINGS) {
    for (let run = findRun(source, encoding, 0); run !== undefined; run = findRun(source, encoding, run.end)) {
      if (budget.attempts === 0) return found
      attempt(encoding, run.text, run.start)
    }
  }
  const beginning = source.slice(0, DISGUISED_UNITS)
  for (const disguise of DISGUISES) {
    if (budget.attempts === 0) return found
    if (holdsWords(beginning, disguise.words, DISGUISE_WORDS)) attempt(disguise, beginning, 0)
  }
  return found
}

function findRun(
  source: string,
  { findTrace, pattern }: Encoding,
  from: number,
): (TextRange & { readonly text: string }) | undefined {
  const trace = findTrace(source, from)
  if (trace < 0) return undefined
  pattern.lastIndex = trace
  const match = pattern.exec(source)
  // Patterns are shared: the next search begins with its text.
  pattern.lastIndex = 0
  return match === null ? undefined : { text: match[0], start: match.index, end: match.index + match[0].length }
}
