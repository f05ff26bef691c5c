import type { ServiceAnswer } from './service-answer.js'

/** What counts, and what it leads to, as parameters have it. */
export interface AnswerRules {
  readonly threshold?: number | undefined
  readonly categories: Readonly<
    Record<string, { readonly threshold?: number | undefined; readonly action?: 'tag' | 'reject' | 'off' | undefined }>
  >
}

/** One thing that an answer says against a text. */
export interface Objection {
  /** A category, or `flagged` where the service names none. */
  readonly type: string
  readonly score: number | undefined
  readonly action: 'tag' | 'reject' | undefined
}

/** Score from which a text counts when the service gives nothing but a score and the operator no threshold. */
const DEFAULT_THRESHOLD = 0.5

/**
 * What an answer says against a text.
 *
 * A category counts by the threshold of its rule, or by the common one, or else as the service has it. So does the text as
 * a whole, which is an objection of its own when no category counts, since a service may flag for no category that it
 * names; but not when all categories that speak against the text are ones that the rules set aside.
 */
export function findObjections(answer: ServiceAnswer, { threshold, categories: rules }: AnswerRules): Objection[] {
  const ruleOf = (name: string) => (Object.hasOwn(rules, name) ? rules[name] : undefined)
  const accusing = Object.entries(answer.categories).filter(
    ([name, { flagged, score }]) => flagged || reaches(score, ruleOf(name)?.threshold ?? threshold) === true,
  )
  const objections = accusing.flatMap(([type, { flagged, score }]) => {
    const { action, threshold: own = threshold } = ruleOf(type) ?? {}
    const counts = action !== 'off' && (reaches(score, own) ?? flagged)
    return counts ? [{ type, score, action }] : []
  })
  if (objections.length > 0) return objections
  const areSetAside = accusing.length > 0 && accusing.every(([name]) => ruleOf(name) !== undefined)
  const counts = reaches(answer.score, threshold) ?? answer.flagged ?? reaches(answer.score, DEFAULT_THRESHOLD) ?? false
  return counts && !areSetAside ? [{ type: 'flagged', score: answer.score, action: undefined }] : []
}

/** Whether a score reaches a threshold; `undefined` without one of them. */
function reaches(score: number | undefined, threshold: number | undefined): boolean | undefined {
  return score === undefined || threshold === undefined ? undefined : score >= threshold
}
