import { Reject, Result } from '@gatehouse/sdk'
import type { TypedRange } from '../measure/spans.js'

/** A range that was found, with the score that the processor gave it, if any. */
export interface FoundRange extends TypedRange {
  readonly score: number | undefined
  /** Name of the rule that found it, if the processor tells. */
  readonly rule?: string
}

/** What a processor made of one text. */
export interface Prediction {
  /** Whether it says that it found something: `detected`, else whether it found a range, added a tag or rejected. */
  readonly isFound: boolean
  /** How sure it is: that of the profile, else `confidence`, `score`, the highest of a finding; `undefined` when it gives none. */
  readonly score: number | undefined
  readonly ranges: readonly FoundRange[]
  /** Findings that it counted and did not list. */
  readonly unlisted: number
  /** Detected languages, the surest first. */
  readonly languages: readonly string[]
}

/**
 * Reads what a handler returned by the members of `processor_result` that the catalogue uses; members of another shape count as
 * absent.
 *
 * @param scorePath where the score stands, steps joined by dots.
 * @throws TypeError when it is neither a Result nor a Reject.
 */
export function readOutput(output: unknown, scorePath: string | undefined): Prediction {
  if (!Result.isResult(output) && !Reject.isReject(output)) {
    throw new TypeError('expected a Result or a Reject; the handler returned something else')
  }
  const result = membersOf(output.processorResult)
  const ranges = readFindings(result.findings)
  const { detected, count } = result
  const isTold = typeof detected === 'boolean'
  const scores = ranges.flatMap(({ score }) => (score === undefined ? [] : [score]))
  return {
    isFound: isTold ? detected : ranges.length > 0 || Reject.isReject(output) || output.tags.size > 0,
    score:
      scorePath === undefined
        ? (readNumber(result.confidence) ??
          readNumber(result.score) ??
          (scores.length > 0 ? Math.max(...scores) : undefined))
        : readNumber(scorePath.split('.').reduce<unknown>((value, step) => membersOf(value)[step], result)),
    ranges,
    unlisted: Math.max(0, (readNumber(count) ?? 0) - ranges.length),
    languages: Object.entries(membersOf(result.detected_languages))
      .flatMap(([language, score]) => (typeof score === 'number' ? [{ language, score }] : []))
      .sort((first, second) => second.score - first.score)
      .map(({ language }) => language),
  }
}

function readFindings(findings: unknown): FoundRange[] {
  if (!Array.isArray(findings)) return []
  return findings.flatMap((finding: unknown) => {
    const { type, range, score, rule } = membersOf(finding)
    const { start, end } = membersOf(range)
    if (typeof type !== 'string' || typeof start !== 'number' || typeof end !== 'number') return []
    return [{ type, start, end, score: readNumber(score), ...(typeof rule === 'string' ? { rule } : {}) }]
  })
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function readNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}
