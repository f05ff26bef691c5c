import { z } from 'zod'
import { compilePattern, MAX_PATTERN_LENGTH, PatternError } from './compile-pattern.js'

/** Parameters that make up a pattern of the operator's. */
export const patternParameters = {
  pattern: z.string().min(1).max(MAX_PATTERN_LENGTH),
  flags: z
    .string()
    .regex(/^[ims]{0,3}$/, 'expected any of "i", "m" and "s"')
    .optional(),
}

/** Values of {@link patternParameters}. */
interface PatternParameters {
  readonly pattern: string
  readonly flags?: string | undefined
}

/** Says of a pattern that does not compile what is wrong with it. @param name of the pattern, put before the reason. */
export function checkPattern({ pattern, flags }: PatternParameters, context: z.RefinementCtx, name?: string): void {
  try {
    compilePattern(pattern, flags)
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    const message = name === undefined ? error.message : `pattern "${name}": ${error.message}`
    context.addIssue({ code: 'custom', path: ['pattern'], message })
  }
}
