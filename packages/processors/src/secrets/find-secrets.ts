import { compareRanges } from '../detection/text-range.js'
import { isDocumentedExample } from './documented-examples.js'
import { KeywordScanner } from './keyword-scanner.js'
import { createReaders, type Reader } from './readers.js'
import type { Secret } from './secret.js'

interface Catalogue {
  readonly scanner: KeywordScanner
  readonly readers: readonly Reader[]
  /** Indexes of the readers of each keyword. */
  readonly readersOf: readonly (readonly number[])[]
}

let catalogue: Catalogue | undefined

/** Score from which on a secret counts unless told otherwise, 0 to 1. */
export const DEFAULT_THRESHOLD = 0.5

/**
 * Finds secrets in one pass over a text: disjoint, in order, with the score of each. Where several rules find something at
 * one place, the surest counts, of those the longest, over all that they cover.
 *
 * A scan for keywords picks the places to look at, so that text without them costs little more than reading it.
 */
export function findSecrets(text: string, threshold = DEFAULT_THRESHOLD): Secret[] {
  catalogue ??= compileCatalogue()
  const { scanner, readers, readersOf } = catalogue
  const found: Secret[] = []
  const readUntil = new Int32Array(readers.length)
  scanner.scan(text, (keyword, start, end) => {
    for (const index of readersOf[keyword] as readonly number[]) {
      if (start < (readUntil[index] as number)) continue
      const reading = (readers[index] as Reader).read(text, start, end)
      if (reading === undefined) continue
      readUntil[index] = reading.end
      for (const secret of reading.found) {
        const score = scoreOf(text, secret)
        if (score >= threshold && score > 0) found.push(score === secret.score ? secret : { ...secret, score })
      }
    }
  })
  return found.length < 2 ? found : keepSurest(found)
}

/** Whether a finding can have this as its `rule`. */
export function isRule(name: string): boolean {
  catalogue ??= compileCatalogue()
  return catalogue.readers.some(({ rules }) => rules.includes(name))
}

/** Score of a value that documentation shows to everyone, 0 to 1. */
const EXAMPLE_SCORE = 0.2

function scoreOf(text: string, { start, end, score }: Secret): number {
  return score > EXAMPLE_SCORE && isDocumentedExample(text.slice(start, end)) ? EXAMPLE_SCORE : score
}

/** Of those that overlap, the surest, then the longest, over what all of them cover: nothing of one may be left. */
function keepSurest(found: readonly Secret[]): Secret[] {
  const kept: Secret[] = []
  for (const secret of found.toSorted(compareRanges)) {
    const last = kept.at(-1)
    if (last === undefined || secret.start >= last.end) kept.push(secret)
    else {
      const surest = isSurer(secret, last) ? secret : last
      kept[kept.length - 1] = { ...surest, start: last.start, end: Math.max(last.end, secret.end) }
    }
  }
  return kept
}

function isSurer(a: Secret, b: Secret): boolean {
  return a.score === b.score ? a.end - a.start > b.end - b.start : a.score > b.score
}

function compileCatalogue(): Catalogue {
  const readers = createReaders()
  const indexes = new Map<string, number[]>()
  for (const [index, { keywords }] of readers.entries()) {
    for (const keyword of keywords) {
      const key = keyword.toLowerCase()
      indexes.set(key, [...(indexes.get(key) ?? []), index])
    }
  }
  return { scanner: new KeywordScanner([...indexes.keys()]), readers, readersOf: [...indexes.values()] }
}
