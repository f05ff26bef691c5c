import type { TextRange } from '../detection/text-range.js'
import { type CodeLanguage, languageOfInfo } from './code-language.js'
import { nameLanguage } from './name-language.js'
import { scoreLine } from './score-line.js'
import { MAX_LINE_LENGTH, readLines } from './text-lines.js'

/** A piece of code in a text: whole lines, without the fence around them. */
export interface CodeBlock extends TextRange {
  /** What it is written in; `code` for another language or when that is not clear. */
  readonly language: CodeLanguage
  /** From 0 to 1: how sure it is that this is code. */
  readonly score: number
  /** Whether it stands in a fence of Markdown. */
  readonly isFenced: boolean
}

/** A fence of Markdown (CommonMark 0.31, section 4.5), with what it is said to hold. */
const FENCE = /^ {0,3}(?:> ?)?(`{3,}|~{3,})[ \t]*([^\s`{]*)/
/** Longest indent in front of a fence; in lists they are indented. */
const MAX_INDENT = 12

/** A line with less is no beginning of code that is not fenced, a line with less than the second ends it. */
const FIRST_LINE_SCORE = 1
const PROSE_SCORE = -0.8
/** So many lines in a row that say nothing end code. */
const MAX_DULL_LINES = 3
/** Score of a line from which it says something. */
const TELLING_SCORE = 0.6
/** One line tells no more than this. */
const MAX_LINE_SCORE = 4

/** Score of a fence that names a language of code. */
const NAMED_FENCE_SCORE = 1
/** The sum of line scores at which it is as likely code as not, and how fast that changes. */
const EVEN_SUM = 3
const SUM_SCALE = 1.2
/** Code has so much of the sum a line on the mean; a long list of dull lines is none. */
const LEAST_MEAN = 0.55

/**
 * Finds code in a text, fenced or not, in order; the blocks are disjoint. A guess from the look of lines: see
 * `docs/processors/code-detect.md` for what it takes for code by mistake and what it misses.
 *
 * One pass over the lines; of a line, the first 400 code units are looked at.
 */
export function findCode(text: string): CodeBlock[] {
  const blocks: CodeBlock[] = []
  let loose: ScoredLine[] = []
  let fence: OpenFence | undefined
  const flush = (): void => {
    blocks.push(...findLooseBlocks(text, loose))
    loose = []
  }
  for (const line of readLines(text)) {
    const opening = readFence(text, line)
    if (fence === undefined && opening === undefined) {
      const score = scoreOf(text, line)
      // Lines of blanks neither begin code nor end it.
      if (score !== undefined) loose.push({ start: line.start, end: line.end, score })
    } else if (fence === undefined) {
      flush()
      fence = opening
    } else if (opening !== undefined && closes(fence, opening)) {
      blocks.push(...judgeFence(text, fence, line.start))
      fence = undefined
    }
  }
  flush()
  // A fence that nothing closes reaches to the end of the text.
  if (fence !== undefined) blocks.push(...judgeFence(text, fence, text.length))
  return blocks
}

interface ScoredLine extends TextRange {
  readonly score: number
}

interface OpenFence {
  readonly mark: string
  readonly info: string
  /** Where the line behind the fence begins. */
  readonly contentStart: number
}

function readFence(text: string, { start, end }: TextRange): OpenFence | undefined {
  let from = start
  while (from < end && from - start < MAX_INDENT && (text[from] === ' ' || text[from] === '\t')) from++
  if (text[from] !== '`' && text[from] !== '~' && text[from] !== '>') return undefined
  const match = FENCE.exec(text.slice(from, Math.min(end, from + MAX_LINE_LENGTH)))
  if (match === null) return undefined
  const [all, mark = '', info = ''] = match
  // Code between backticks within a line is no fence.
  if (mark.startsWith('`') && text.slice(from + all.length, end).includes('`')) return undefined
  return { mark, info, contentStart: Math.min(text.length, end + (text[end] === '\r' ? 2 : 1)) }
}

function closes({ mark }: OpenFence, closing: OpenFence): boolean {
  return closing.info === '' && closing.mark[0] === mark[0] && closing.mark.length >= mark.length
}

function judgeFence(text: string, { info, contentStart }: OpenFence, contentEnd: number): CodeBlock[] {
  const end = contentEnd > contentStart && text[contentEnd - 1] === '\n' ? contentEnd - 1 : contentEnd
  if (end <= contentStart) return []
  const named = languageOfInfo(info)
  const content = text.slice(contentStart, end)
  if (content.trim() === '') return []
  const score = named === undefined ? measureLines(content) : NAMED_FENCE_SCORE
  const language = named === undefined || named === 'code' ? nameLanguage(content) : named
  return [{ start: contentStart, end, language, score, isFenced: true }]
}

/** How surely the whole of a text is code. */
function measureLines(text: string): number {
  const lines = Array.from(readLines(text), (line) => scoreOf(text, line)).filter((score) => score !== undefined)
  return toProbability(lines)
}

/** Undefined for a line of blanks. */
function scoreOf(text: string, { start, end }: TextRange): number | undefined {
  if (start === end) return undefined
  const line = text.slice(start, Math.min(end, start + MAX_LINE_LENGTH)).trim()
  return line === '' ? undefined : Math.min(MAX_LINE_SCORE, scoreLine(line))
}

function toProbability(scores: readonly number[]): number {
  const sum = scores.reduce((all, score) => all + score, 0)
  if (scores.length > 0 && sum / scores.length < LEAST_MEAN) return 0
  return 1 / (1 + Math.exp((EVEN_SUM - sum) / SUM_SCALE))
}

/** Runs of lines that look like code, from the first that surely does to the last that says something. */
function findLooseBlocks(text: string, lines: readonly ScoredLine[]): CodeBlock[] {
  const blocks: CodeBlock[] = []
  let run: ScoredLine[] = []
  let dull = 0
  const close = (): void => {
    const last = run.findLastIndex(({ score }) => score >= TELLING_SCORE)
    const block = last < 0 ? undefined : judgeRun(text, run.slice(0, last + 1))
    if (block !== undefined) blocks.push(block)
    run = []
    dull = 0
  }
  for (const line of lines) {
    const { score } = line
    if (run.length === 0) {
      if (score >= FIRST_LINE_SCORE) run.push(line)
      continue
    }
    if (score <= PROSE_SCORE) {
      close()
      continue
    }
    run.push(line)
    dull = score >= TELLING_SCORE ? 0 : dull + 1
    if (dull > MAX_DULL_LINES) close()
  }
  close()
  return blocks
}

function judgeRun(text: string, run: readonly ScoredLine[]): CodeBlock | undefined {
  const [first] = run
  const last = run.at(-1)
  if (first === undefined || last === undefined) return undefined
  const score = toProbability(run.map((line) => line.score))
  const { start } = first
  const { end } = last
  return { start, end, language: nameLanguage(text.slice(start, end)), score, isFenced: false }
}

/** How much of a text is code, from 0 to 1: the share of its characters other than blanks at the edges of lines. */
export function measureCode(text: string, threshold: number): number {
  let code = 0
  for (const { start, end, score } of findCode(text))
    if (score >= threshold) code += countCharacters(text.slice(start, end))
  const all = countCharacters(text)
  return all === 0 ? 0 : code / all
}

function countCharacters(text: string): number {
  let count = 0
  for (const { start, end } of readLines(text)) count += text.slice(start, end).trim().length
  return count
}
