import { measureCode } from './detect-code.js'
import { sampleText } from './sample-text.js'
import { scoreLanguage } from './score-languages.js'

/** Stands for program text in the place of a language code. */
export const CODE = 'code'
/** Stands for a text with letters whose language is not known, or not known well enough. */
export const UNKNOWN = 'unknown'

/** What to look for. */
export interface DetectionOptions {
  /** From 0 to 1: a language whose score is lower is not reported. */
  readonly threshold: number
  /** Whether to report every language that a part of the text is in, not only that of most of it. */
  readonly multiDetect: boolean
  /** Whether to tell program text from natural language. */
  readonly codeDetect: boolean
}

/** Score by ISO 639-1 code, or by `code` or `unknown`; the highest first. */
export type DetectedLanguages = ReadonlyMap<string, number>

const LETTER = /\p{L}/u

/** Half of a segment that looks like code makes it code. */
const CODE_SHARE = 0.5

/**
 * Detects the language of a text, or its languages. A text without letters has none, and the outcome is empty; otherwise
 * there is at least `unknown`, whose score is what the best candidate lacks to 1.
 *
 * Bounded cost: see `sampleText` for what is looked at in a long text.
 */
export function detectLanguages(text: string, options: DetectionOptions): DetectedLanguages {
  const segments = sampleText(text).filter((segment) => LETTER.test(segment))
  if (segments.length === 0) return new Map()
  const isCode = segments.map((segment) => options.codeDetect && measureCode(segment) >= CODE_SHARE)
  const prose = segments.filter((_, index) => !isCode[index])
  const codeShare = 1 - lengthOf(prose) / lengthOf(segments)
  const candidates = options.multiDetect ? detectAll(prose, codeShare) : detectMain(prose, codeShare)
  const detected = candidates.filter(([, score]) => score >= options.threshold).sort(([, a], [, b]) => b - a)
  if (detected.length > 0) return new Map(detected)
  const best = Math.max(0, ...candidates.map(([, score]) => score))
  return new Map([[UNKNOWN, 1 - best]])
}

type Candidate = [language: string, score: number]

/**
 * The language of the greater part of a text, with code as one of them: each segment votes with its length and the score
 * of its language, and the segments of the winner are scored together.
 */
function detectMain(prose: readonly string[], codeShare: number): Candidate[] {
  if (codeShare > CODE_SHARE) return [[CODE, codeShare]]
  const votes = new Map<string, { weight: number; segments: string[] }>()
  for (const segment of prose) {
    const found = scoreLanguage(segment)
    if (found === undefined) continue
    const { weight, segments } = votes.get(found.language) ?? { weight: 0, segments: [] }
    votes.set(found.language, { weight: weight + segment.length * found.score, segments: [...segments, segment] })
  }
  const [most] = [...votes.values()].sort((a, b) => b.weight - a.weight)
  const found = most && scoreLanguage(most.segments.join('\n'))
  return found === undefined ? [] : [[found.language, found.score]]
}

/** Every language that the text has a segment in, with its best score. */
function detectAll(prose: readonly string[], codeShare: number): Candidate[] {
  const scores = new Map<string, number>()
  for (const segment of prose) {
    const found = scoreLanguage(segment)
    if (found !== undefined) scores.set(found.language, Math.max(found.score, scores.get(found.language) ?? 0))
  }
  // A segment is code or it is not, so its presence is as sure as the presence of any language that was found.
  if (codeShare > 0) scores.set(CODE, 1)
  return [...scores]
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0)
}
