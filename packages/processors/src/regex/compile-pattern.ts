import type { RE2JS, RE2JSException } from 're2js'
import { loadEngine } from './engine.js'

/** Longest pattern, in UTF-16 code units. */
export const MAX_PATTERN_LENGTH = 1000

/**
 * Largest compiled pattern, in instructions of the engine. One search costs at most the length of the text times this,
 * and usually far less; a pattern of everyday size has 10 to 200.
 */
export const MAX_PROGRAM_SIZE = 1000

/** Name of the group that is masked in place of the whole match. */
const MASK_GROUP = 'mask'

/** Names that the engine has for flags. */
const FLAGS: Readonly<Record<string, 'CASE_INSENSITIVE' | 'MULTILINE' | 'DOTALL'>> = {
  i: 'CASE_INSENSITIVE',
  m: 'MULTILINE',
  s: 'DOTALL',
}

/** A pattern that is ready to search with. */
export interface CompiledPattern {
  readonly regex: RE2JS
  /** Number of the group `mask`, or 0 for the whole match. */
  readonly group: number
}

/** A pattern that cannot be used. The message says why and, where the engine tells, at which character; never the pattern. */
export class PatternError extends Error {
  override readonly name = 'PatternError'
}

/**
 * Compiles a pattern in RE2 syntax (https://github.com/google/re2/wiki/Syntax), which has no backreferences and no
 * lookaround and is searched in linear time.
 *
 * @param flags any of `i` (ignore case), `m` (`^` and `$` at line ends) and `s` (`.` matches line ends)
 * @throws PatternError for syntax the engine does not have, for a pattern that is too large, and for one that matches
 * the empty text, since that matches everywhere.
 */
export function compilePattern(pattern: string, flags = ''): CompiledPattern {
  if (pattern.length > MAX_PATTERN_LENGTH) {
    throw new PatternError(`expected at most ${MAX_PATTERN_LENGTH} characters, got ${pattern.length}`)
  }
  const regex = parse(pattern, flags)
  const size = regex.programSize()
  if (size > MAX_PROGRAM_SIZE) {
    throw new PatternError(`expected at most ${MAX_PROGRAM_SIZE} instructions once compiled, got ${size}`)
  }
  if (regex.test('')) throw new PatternError('expected a pattern that needs at least one character')
  return { regex, group: regex.namedGroups()[MASK_GROUP] ?? 0 }
}

function parse(pattern: string, flags: string): RE2JS {
  const { RE2JS: engine, RE2JSException: Failure } = loadEngine()
  let bits = 0
  for (const flag of flags) {
    const name = FLAGS[flag]
    if (name !== undefined) bits |= engine[name]
  }
  try {
    return engine.compile(pattern, bits)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw new PatternError(describe(error, pattern), { cause: error })
  }
}

function describe(error: RE2JSException, pattern: string): string {
  if (!(error instanceof loadEngine().RE2JSSyntaxException)) return 'expected a pattern that the engine can compile'
  const fragment = error.getPattern()
  const at = fragment === null || fragment === pattern ? -1 : pattern.indexOf(fragment)
  // The engine gives the faulty piece, not its place; a piece that occurs twice has none.
  const isPlaced = at >= 0 && pattern.lastIndexOf(fragment as string) === at
  return isPlaced ? `${error.getDescription()} at character ${at}` : error.getDescription()
}
