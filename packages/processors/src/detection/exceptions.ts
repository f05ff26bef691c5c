import { secret } from '@gatehouse/sdk'
import { z } from 'zod'
import { type CompiledPattern, compilePattern } from '../regex/compile-pattern.js'
import { findPattern } from '../regex/find-pattern.js'
import { checkPattern, patternParameters } from '../regex/pattern-parameters.js'
import { findText } from './find-text.js'
import { mergeRanges, type TextRange } from './text-range.js'

/** Most entries of a list of exceptions. */
const MAX_EXCEPTIONS = 1000

const pattern = z.strictObject(patternParameters).superRefine((given, context) => checkPattern(given, context))

const exceptions = z.array(z.union([z.string().min(1).max(1000), pattern])).max(MAX_EXCEPTIONS)

/** An entry of a list of exceptions: an exact text, or a pattern in RE2 syntax. */
export type Exception = z.output<typeof exceptions>[number]

/** Parameters for what a detector must not report, and for what it must. */
export const exceptionParameters = {
  allow: exceptions
    .default([])
    .describe(
      'Values that are no finding: exact texts, or objects with a "pattern" in RE2 syntax that is searched in the value.',
    ),
  deny: secret(exceptions.default([])).describe(
    'Texts that are always a finding, of type "denied": exact, or objects with a "pattern" in RE2 syntax.',
  ),
}

/** Compiles what tells whether a value is allowed. */
export function compileAllow(allow: readonly Exception[]): (value: string) => boolean {
  const exact = new Set(allow.filter((entry) => typeof entry === 'string'))
  const patterns = compilePatterns(allow)
  return (value) => exact.has(value) || patterns.some(({ regex }) => regex.test(value))
}

/** Compiles what finds everything denied in a text, disjoint and in order. */
export function compileDeny(deny: readonly Exception[]): (text: string) => TextRange[] {
  const exact = deny.filter((entry) => typeof entry === 'string')
  const patterns = compilePatterns(deny)
  return (text) =>
    mergeRanges([
      ...exact.flatMap((entry) => findText(text, entry)),
      ...patterns.flatMap((pattern) => findPattern(pattern, text)),
    ])
}

function compilePatterns(entries: readonly Exception[]): CompiledPattern[] {
  return entries.flatMap((entry) => (typeof entry === 'string' ? [] : [compilePattern(entry.pattern, entry.flags)]))
}
