import { z } from 'zod'
import { OutsideCallError } from '../outside-call/outside-call-error.js'
import { jsonPointer, readPointer } from './json-pointer.js'

/** What a service says about one text. */
export interface ServiceAnswer {
  /** Whether the text is objectionable, as the service sees it; `undefined` when it only gives a score. */
  readonly flagged: boolean | undefined
  /** 0 to 1, in the service's own measure; `undefined` when it gives none. */
  readonly score: number | undefined
  readonly categories: Readonly<Record<string, { readonly flagged: boolean; readonly score: number | undefined }>>
  /** Text to put in place, when the service offers one. */
  readonly replacement: string | undefined
}

/** A category becomes a tag, so it must look like one: a service that quotes the text here is not believed. */
const categoryName = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9/._-]{0,63}$/)

/** Most categories of one answer. */
const MAX_CATEGORIES = 64

const score = z.number().min(0).max(1)

const moderations = z.object({
  results: z.array(
    z.object({
      flagged: z.boolean(),
      categories: z.record(categoryName, z.boolean().nullable()).refine(isSmall),
      category_scores: z.record(categoryName, score.nullable()),
    }),
  ),
})

/**
 * Reads the reply of a moderations endpoint: one result for each text, in their order.
 *
 * @throws OutsideCallError `reply-invalid`
 */
export function readModerations(reply: unknown, texts: number): ServiceAnswer[] {
  const outcome = moderations.safeParse(reply)
  if (!outcome.success) throw invalid('is not that of a moderations endpoint')
  const { results } = outcome.data
  if (results.length !== texts) throw invalid(`has ${results.length} results for ${texts} texts`)
  return results.map(({ flagged, categories, category_scores: scores }) => {
    const names = Object.keys(categories)
    const scoreOf = (name: string) => (Object.hasOwn(scores, name) ? (scores[name] ?? undefined) : undefined)
    const values = names.map((name) => scoreOf(name) ?? 0)
    return {
      flagged,
      score: Math.max(0, ...values),
      categories: Object.fromEntries(
        names.map((name) => [name, { flagged: categories[name] === true, score: scoreOf(name) }]),
      ),
      replacement: undefined,
    }
  })
}

/** Where the parts of an answer stand in the reply of a service. */
export const answerMapping = z
  .strictObject({
    results: jsonPointer.optional().describe('A list with one answer for each text, for a request with {{texts}}.'),
    flagged: jsonPointer.optional().describe('Whether the text is objectionable: a boolean.'),
    score: jsonPointer.optional().describe('A number from 0 to 1.'),
    categories: jsonPointer
      .optional()
      .describe('A list of names, or an object of names to booleans or scores from 0 to 1.'),
    replacement: jsonPointer.optional().describe('Text to put in place; null or nothing for none.'),
  })
  .refine(
    ({ flagged, score }) => flagged !== undefined || score !== undefined,
    'expected at least "flagged" or "score"',
  )

/** Values of {@link answerMapping}. */
export type AnswerMapping = z.output<typeof answerMapping>

const mappedCategories = z.union([
  z
    .array(categoryName)
    .max(MAX_CATEGORIES)
    .transform((names) => Object.fromEntries(names.map((name) => [name, true as boolean | number]))),
  z.record(categoryName, z.union([z.boolean(), score])).refine(isSmall),
])

/**
 * Reads the reply of a service by a mapping.
 *
 * @param texts how many there are in the request, when it has a list of them.
 * @throws OutsideCallError `reply-invalid` when something that is mapped is missing or of another kind.
 */
export function readMapped(reply: unknown, mapping: AnswerMapping, texts: number): ServiceAnswer[] {
  const results = mapping.results === undefined ? [reply] : readPointer(reply, mapping.results)
  if (!Array.isArray(results)) throw invalid('has no list of results where the mapping says')
  if (results.length !== texts) throw invalid(`has ${results.length} results for ${texts} texts`)
  return results.map((result) => {
    const read = <T>(name: keyof AnswerMapping, schema: z.ZodType<T>): T | undefined => {
      const pointer = mapping[name]
      if (pointer === undefined) return undefined
      const outcome = schema.safeParse(readPointer(result, pointer))
      if (!outcome.success) throw invalid(`has no "${name}" of the expected kind where the mapping says`)
      return outcome.data
    }
    const categories = read('categories', mappedCategories) ?? {}
    return {
      flagged: read('flagged', z.boolean()),
      score: read('score', score),
      categories: Object.fromEntries(
        Object.entries(categories).map(([name, value]) => [
          name,
          typeof value === 'boolean' ? { flagged: value, score: undefined } : { flagged: value >= 0.5, score: value },
        ]),
      ),
      replacement: read('replacement', replacement) ?? undefined,
    }
  })
}

/** The processors that follow refuse half a surrogate pair, as no Unicode text has one. */
const replacement = z
  .string()
  .refine((text) => text.isWellFormed())
  .nullish()

function isSmall(categories: object): boolean {
  return Object.keys(categories).length <= MAX_CATEGORIES
}

function invalid(problem: string): OutsideCallError {
  return new OutsideCallError('reply-invalid', `The reply of the service ${problem}.`)
}
