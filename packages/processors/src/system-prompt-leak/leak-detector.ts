import { mergeRanges, type TextRange } from '../detection/text-range.js'
import { PayloadReader } from './payload-reader.js'
import { LETTERS_PER_SHINGLE, type ProtectedPrompt, type Spelling, spellings } from './protected-prompt.js'
import { SymbolReader } from './read-symbols.js'
import { forEachShingle, ShingleMatcher, ShingleRoller } from './shingles.js'

/** From when on shared text is a leak. */
export interface LeakLimits {
  /** The part of the protected text's shingles that may come out, 0 to 1. */
  readonly maxShare: number
  /** Words in a row that may be shared; characters count half where a script has no blanks. */
  readonly maxRun: number
}

/** A place where protected text comes out. */
export interface Leak extends TextRange {
  /** `canary`, `run` or `share`, with the encoding or spelling before it: `base64-run`, `letters-share`. */
  readonly rule: string
  /** 1 for a canary; the share; or the length of the run, 1 from twice the limit on. */
  readonly score: number
}

/** How letters of a word are counted where words cannot be told apart. */
const LETTERS_PER_WORD = 5
/** Fewer shared shingles say nothing, however short the protected text is. */
const MIN_SHARED = 10
/** Runs as long as this many shingles count once the share is exceeded. */
const MIN_RUN_SHINGLES = 4

/**
 * Looks for protected text in an answer that comes in chunks. However it is cut, the outcome is that of the whole answer.
 *
 * ```ts
 * const detector = new LeakDetector(protectedPrompt, { maxShare: 0.3, maxRun: 20 })
 * for await (const chunk of answer) if (detector.feed(chunk)) break
 * const leaks = detector.end()
 * ```
 *
 * It keeps the last letters and words, a run of an encoding of at most 4,096 characters, and where shared text stood: not the
 * answer. Time is linear.
 */
export class LeakDetector {
  readonly #prompt: ProtectedPrompt
  readonly #limits: LeakLimits
  readonly #prefix: string
  readonly #words: ShingleMatcher
  readonly #letters: readonly (readonly [Spelling, ShingleMatcher])[]
  readonly #canary: CanaryMatcher
  readonly #symbols: SymbolReader
  readonly #payloads: PayloadReader | undefined
  readonly #inner = new Map<string, LeakDetector>()

  /** @param encoding of what it is fed, for the detectors that it makes itself */
  constructor(prompt: ProtectedPrompt, limits: LeakLimits, encoding?: string) {
    this.#prompt = prompt
    this.#limits = limits
    this.#prefix = encoding === undefined ? '' : `${encoding}-`
    this.#words = new ShingleMatcher(prompt.wordsPerShingle, prompt.words)
    this.#letters = spellings.map(
      (each) => [each, new ShingleMatcher(LETTERS_PER_SHINGLE, prompt.letters[each])] as const,
    )
    this.#canary = new CanaryMatcher(prompt.canaries)
    this.#symbols = new SymbolReader({
      word: (hash, start, end) => this.#words.push(hash, start, end),
      letter: (unit, start, end) => {
        for (const [, matcher] of this.#letters) matcher.push(unit, start, end)
        this.#canary.push(unit, start, end)
      },
    })
    if (encoding === undefined) this.#payloads = this.#readPayloads()
  }

  /** Takes the next chunk. Returns whether a leak is certain by now. */
  feed(chunk: string): boolean {
    this.#symbols.feed(chunk)
    this.#payloads?.feed(chunk)
    return this.isLeaking
  }

  /** Whether a leak is certain by now. It stays so. */
  get isLeaking(): boolean {
    return (
      this.#canary.found.length > 0 ||
      this.#judge(this.#words, this.#wordScale) !== undefined ||
      this.#letters.some(([, matcher]) => this.#judge(matcher, LETTERS_PER_WORD) !== undefined) ||
      [...this.#inner.values()].some(({ isLeaking }) => isLeaking)
    )
  }

  /** Ends the answer and returns its leaks, in order. */
  end(): Leak[] {
    this.#payloads?.end()
    this.#symbols.endWord()
    const words = this.#leaksOf(this.#words, '', this.#wordScale)
    // The letters of plain words are in order too.
    const letters = this.#letters.flatMap(([spelling, matcher]) =>
      withoutOverlap(this.#leaksOf(matcher, `${spelling}-`, LETTERS_PER_WORD), words),
    )
    const canaries = this.#canary.found.map(({ spelling, ...range }) => ({
      ...range,
      rule: `${this.#prefix}${spelling === undefined ? '' : `${spelling}-`}canary`,
      score: 1,
    }))
    const inner = [...this.#inner.values()].flatMap((detector) => detector.end())
    return mergeRanges([...canaries, ...words, ...letters, ...inner])
  }

  /** Symbols that count as one word. */
  get #wordScale(): number {
    return this.#prompt.wordsPerShingle > 5 ? 2 : 1
  }

  #judge(matcher: ShingleMatcher, scale: number): 'run' | 'share' | undefined {
    if (matcher.share > this.#limits.maxShare && matcher.seen >= MIN_SHARED * scale) return 'share'
    return matcher.longest > this.#limits.maxRun * scale ? 'run' : undefined
  }

  #leaksOf(matcher: ShingleMatcher, spelling: string, scale: number): Leak[] {
    const verdict = this.#judge(matcher, scale)
    if (verdict === undefined) return []
    const longEnough = this.#limits.maxRun * scale
    const countsFrom = verdict === 'share' ? Math.min(longEnough, MIN_RUN_SHINGLES * 2 * scale) : longEnough
    return matcher.runs
      .filter(({ length }) => length > countsFrom)
      .map(({ start, end, length }) => ({
        start,
        end,
        rule: `${this.#prefix}${spelling}${verdict}`,
        score: round(verdict === 'share' ? matcher.share : Math.min(1, length / (2 * longEnough))),
      }))
  }

  #readPayloads(): PayloadReader {
    return new PayloadReader({
      decoded: (text, encoding, place) => {
        const inner = this.#inner.get(encoding) ?? new LeakDetector(this.#prompt, this.#limits, encoding)
        this.#inner.set(encoding, inner)
        inner.#symbols.feed(text, place)
      },
      ended: () => {
        for (const inner of this.#inner.values()) inner.#symbols.endWord()
      },
    })
  }
}

/** Finds a canary among letters, whatever stands between them. */
class CanaryMatcher {
  readonly found: (TextRange & { readonly spelling: Spelling | undefined })[] = []
  readonly #canaries: ReadonlyMap<string, Spelling | undefined>
  readonly #known: ReadonlySet<number>
  readonly #roller: ShingleRoller
  readonly #last: number[] = []

  constructor(canaries: ReadonlyMap<string, Spelling | undefined>) {
    const [first = ' '] = canaries.keys()
    this.#canaries = canaries
    this.#roller = new ShingleRoller(first.length)
    const known = new Set<number>()
    for (const canary of canaries.keys()) forEachShingle(unitsOf(canary), first.length, (hash) => known.add(hash))
    this.#known = known
  }

  push(unit: number, start: number, end: number): void {
    if (this.#known.size === 0) return
    this.#last.push(unit)
    if (this.#last.length > this.#roller.size) this.#last.shift()
    if (!this.#known.has(this.#roller.push(unit, start))) return
    const letters = String.fromCharCode(...this.#last)
    if (this.#canaries.has(letters)) {
      this.found.push({ start: this.#roller.start, end, spelling: this.#canaries.get(letters) })
    }
  }
}

/** What overlaps none of the others. Both are in the order of the text, by their starts and by their ends. */
function withoutOverlap(leaks: readonly Leak[], others: readonly TextRange[]): Leak[] {
  let next = 0
  return leaks.filter(({ start, end }) => {
    while (next < others.length && (others[next] as TextRange).end <= start) next++
    return (others[next]?.start ?? Number.POSITIVE_INFINITY) >= end
  })
}

function unitsOf(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0))
}

function round(score: number): number {
  return Math.round(score * 100) / 100
}

/** The leaks of a whole answer. */
export function findLeaks(text: string, prompt: ProtectedPrompt, limits: LeakLimits): Leak[] {
  const detector = new LeakDetector(prompt, limits)
  detector.feed(text)
  return detector.end()
}
