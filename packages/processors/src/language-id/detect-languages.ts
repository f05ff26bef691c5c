import { findCode, measureCode } from '../code-detect/find-code.js'
import type { TextRange } from '../detection/text-range.js'
import { cutSentences, MAIN_SEGMENTS, MAX_SAMPLED_LENGTH, MAX_SEGMENTS, sampleText } from './sample-text.js'
import { type Evidence, joinEvidence, judgeEvidence, readEvidence } from './score-languages.js'

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

/** Score from which a piece of a text counts as code. */
const CODE_SCORE = 0.5
/** Code that is more than this part of a text makes it code. */
const CODE_SHARE = 0.5

/**
 * Detects the language of a text, or its languages. A text without letters has none, and the outcome is empty; otherwise
 * there is at least `unknown`, whose score is what the best candidate lacks to 1.
 *
 * Bounded cost: see `sampleText` for what is looked at in a long text.
 */
export function detectLanguages(text: string, options: DetectionOptions): DetectedLanguages {
  if (isAddress(text)) return new Map()
  const segments = options.multiDetect ? MAX_SEGMENTS : MAIN_SEGMENTS
  const { prose, codeShare } = options.codeDetect
    ? partCode(text, segments)
    : { prose: sampleProse(text, segments), codeShare: 0 }
  if (prose.length === 0 && codeShare === 0) return new Map()
  const candidates = options.multiDetect ? detectAll(prose, codeShare) : detectMain(prose, codeShare)
  const detected = candidates.filter(([, score]) => score >= options.threshold).sort(([, a], [, b]) => b - a)
  if (detected.length > 0) return new Map(detected)
  const best = Math.max(0, ...candidates.map(([, score]) => score))
  return new Map([[UNKNOWN, 1 - best]])
}

/** Longer ones may hold a sentence with hyphens for blanks. */
const LONGEST_ADDRESS = 100
const ADDRESS = /^(?:https?:\/\/[!-~]+|[\w.+-]+@[\w.-]+)$/i

/** Whether a text is a URL in ASCII or an address of mail and nothing else, as an answer to a question for one. */
function isAddress(text: string): boolean {
  const trimmed = text.length > 2 * LONGEST_ADDRESS ? text : text.trim()
  return trimmed.length <= LONGEST_ADDRESS && ADDRESS.test(trimmed)
}

/** Segments of natural language, and what part of the letters of a text stands in code. */
interface PartedText {
  readonly prose: readonly string[]
  readonly codeShare: number
}

/** Takes the code out of a text; of one that is sampled, out of the segments. */
function partCode(text: string, maxSegments: number): PartedText {
  if (text.length <= MAX_SAMPLED_LENGTH) {
    const blocks = findCode(text).filter(({ score }) => score >= CODE_SCORE)
    return {
      prose: sampleProse(cutOut(text, blocks), maxSegments),
      codeShare: blocks.length === 0 ? 0 : measureCode(text, CODE_SCORE),
    }
  }
  const segments = sampleProse(text, maxSegments)
  const prose = segments.filter((segment) => measureCode(segment, CODE_SCORE) < CODE_SHARE)
  return { prose, codeShare: segments.length === 0 ? 0 : 1 - lengthOf(prose) / lengthOf(segments) }
}

function cutOut(text: string, ranges: readonly TextRange[]): string {
  let left = ''
  let from = 0
  for (const { start, end } of ranges) {
    left += text.slice(from, start)
    from = end
  }
  return left + text.slice(from)
}

function sampleProse(text: string, maxSegments: number): string[] {
  return sampleText(text, maxSegments).filter((segment) => LETTER.test(segment))
}

type Candidate = [language: string, score: number]

/**
 * The language of the greater part of a text, with code as one of them: each segment votes with its length and the score
 * of its language, and the segments of the winner are judged together.
 */
function detectMain(prose: readonly string[], codeShare: number): Candidate[] {
  if (codeShare > CODE_SHARE) return [[CODE, codeShare]]
  const votes = new Map<string, { weight: number; pieces: [Evidence, ...Evidence[]] }>()
  for (const segment of prose) {
    const [evidence] = readEvidence(segment)
    const found = evidence && judgeEvidence(evidence)
    if (found === undefined) continue
    const weight = segment.length * found.score
    const vote = votes.get(found.language)
    if (vote === undefined) votes.set(found.language, { weight, pieces: [evidence as Evidence] })
    else {
      vote.weight += weight
      vote.pieces.push(evidence as Evidence)
    }
  }
  const [most] = [...votes.values()].sort((a, b) => b.weight - a.weight)
  const found = most && judgeEvidence(joinEvidence(most.pieces))
  return found === undefined ? [] : [[found.language, found.score]]
}

/** Every language that the text has a sentence in, or the part of one in another script, with its best score. */
function detectAll(prose: readonly string[], codeShare: number): Candidate[] {
  const scores = new Map<string, number>()
  const sentences = prose.flatMap(cutSentences).filter((sentence) => LETTER.test(sentence))
  for (const [index, evidence] of sentences.flatMap((sentence) => [...readEvidence(sentence).entries()])) {
    // A script besides the main one has a language as surely as if it stood alone.
    const found = judgeEvidence(index === 0 ? evidence : { ...evidence, share: 1 })
    if (found !== undefined) scores.set(found.language, Math.max(found.score, scores.get(found.language) ?? 0))
  }
  // A piece is code or it is not, so its presence is as sure as the presence of any language that was found.
  if (codeShare > 0) scores.set(CODE, 1)
  return [...scores]
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0)
}
