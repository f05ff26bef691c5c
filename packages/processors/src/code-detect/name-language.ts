import type { CodeLanguage } from './code-language.js'
import { languageMarks } from './language-marks.js'
import { MAX_LINE_LENGTH, readLines } from './text-lines.js'

/** So many lines of a piece of code are looked at, from its beginning. */
const MAX_LINES = 100
/** A mark counts so often; a program repeats itself. */
const MOST_REPEATS = 3
/** A language must have so much, and so much more than the next. */
const LEAST_SCORE = 1.5
const LEAST_LEAD = 0.4
/** A longer text is not tried as JSON. */
const MAX_JSON_LENGTH = 100_000

/** Names the language that a piece of code is written in, by what stands on its lines; `code` when that is not clear. */
export function nameLanguage(code: string): CodeLanguage {
  if (isJson(code)) return 'json'
  const scores = new Map<CodeLanguage, number>()
  const counts = new Map<Mark, number>()
  let lines = 0
  for (const { start, end } of readLines(code)) {
    if (lines >= MAX_LINES) break
    const line = code.slice(start, Math.min(end, start + MAX_LINE_LENGTH)).trim()
    if (line === '') continue
    lines++
    for (const mark of joinMarks()) {
      const count = counts.get(mark) ?? 0
      if (count >= MOST_REPEATS || !mark.regex.test(line)) continue
      counts.set(mark, count + 1)
      scores.set(mark.language, (scores.get(mark.language) ?? 0) + mark.score / (1 + count))
    }
  }
  const [best, next] = [...scores].sort(([, a], [, b]) => b - a)
  if (best === undefined || best[1] < LEAST_SCORE || best[1] - (next?.[1] ?? 0) < LEAST_LEAD) return 'code'
  return best[0]
}

interface Mark {
  readonly language: CodeLanguage
  readonly score: number
  readonly regex: RegExp
}

let joined: readonly Mark[] | undefined

/** Marks of one weight as one pattern: alternatives, each of which is linear, are as linear together. */
function joinMarks(): readonly Mark[] {
  joined ??= languageMarks.flatMap(([language, groups]) =>
    groups.map(([score, marks]) => ({
      language,
      score,
      regex: new RegExp(marks.map(({ source }) => source).join('|'), marks[0]?.flags),
    })),
  )
  return joined
}

function isJson(code: string): boolean {
  if (code.length > MAX_JSON_LENGTH || !/^\s*[[{]/.test(code.slice(0, 100))) return false
  try {
    JSON.parse(code)
    return true
  } catch {
    return false
  }
}
