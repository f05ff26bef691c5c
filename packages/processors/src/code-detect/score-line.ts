import { scoreStatement } from './statements.js'

/** A name, a number, or one sign. */
const TOKEN = /[\p{L}_$@][\p{L}\p{M}\w$]*|\d[\w.]*|[^\s\w]/gu

/** Addresses stand in prose and in code alike. */
const URL = /https?:\/\/[^\s"'<>()]*/g

/** Words that prose is full of and programs are not. */
const PROSE_WORDS = new Set(
  `a an the of to and is are was were be been it its you your we our they their he she his her i my me this that these those there here
  what which who how why please should would could can will may might must about with without into between because but so than
  very more most some any all each every such also only just like one two le la les des du une est et el los las una que de en
  der die das und ist ein eine nicht mit il di che non per`.split(/\s+/),
)

/** Signs side by side that prose does not have. */
const OPERATORS = new Set([
  '=>',
  '->',
  '::',
  ':=',
  '==',
  '!=',
  '&&',
  '||',
  '+=',
  '-=',
  '++',
  '</',
  '/>',
  '<-',
  '??',
  '?.',
  '|>',
  '**',
])
const OPERATOR_SCORE = 0.7

/**
 * How much a line looks like code, about -3 (surely prose) to 8; 0 says nothing. A guess by its look, not a parser.
 *
 * @param line without blanks around it, and short (see `MAX_LINE_LENGTH`)
 */
export function scoreLine(line: string): number {
  const fixed = fixedScore(line)
  if (fixed !== undefined) return fixed
  const bare = dropQuoted(line.replaceAll(URL, ''))
  return scoreStatement(line) + scoreTokens(bare) + scoreEnds(bare)
}

/** A comment may hold anything; by itself it says little. */
function fixedScore(line: string): number | undefined {
  // What stands in place of something masked is no code, however it looks.
  if (/^\[[A-Z-]+\]$/.test(line)) return 0
  return /^(?:\/\/|\/\*\*?(?:\s|$)|\*\/)/.test(line) ? 1 : undefined
}

/** A line without what stands in quotes: that says nothing about what stands around it. */
function dropQuoted(line: string): string {
  let bare = ''
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] as string
    const isQuote = sign === '"' || sign === '`' || (sign === "'" && !/[\p{L}\d]/u.test(line[at - 1] ?? ''))
    const close = isQuote ? line.indexOf(sign, at + 1) : -1
    bare += close < 0 ? sign : '""'
    if (close >= 0) at = close
  }
  return bare
}

/** What the signs and words of a line say. */
function scoreTokens(bare: string): number {
  const tokens = Array.from(bare.matchAll(TOKEN), ({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }))
  let score = 0
  let run = 0
  let longestRun = 0
  let proseWords = 0
  let foreign = 0
  let calls = 0
  for (const [index, { text, end }] of tokens.entries()) {
    const next = tokens[index + 1]
    const isTouched = next !== undefined && next.start === end
    if (/^[^\p{ASCII}]/u.test(text)) foreign++
    if (isWord(text)) {
      run++
      longestRun = Math.max(longestRun, run)
      if (PROSE_WORDS.has(text.toLowerCase())) proseWords++
    } else if (text !== ',' && text !== "'" && text !== '-' && text !== '’') run = 0
    if (isNameOfCode(text)) score += 0.5
    if (!isTouched) continue
    if (next.text === '(' && /[\w\])]$/.test(text) && bare.slice(next.end, next.end + 2) !== 's)') calls++
    // A row of one sign is a line drawn, or an outcry.
    const isRow = bare[end - 2] === text || bare[next.end] === next.text
    if (OPERATORS.has(text + next.text) && !(isRow && text === next.text)) score += OPERATOR_SCORE
  }
  score += Math.min(3, calls) * 0.8
  const prose = proseWords * 0.5 + foreign * 0.3 + (longestRun >= 8 ? 2.5 : longestRun >= 5 ? 1.2 : 0)
  return Math.min(3, score) - Math.min(5, prose)
}

/** How a line begins and ends. */
function scoreEnds(bare: string): number {
  const last = bare.at(-1) ?? ''
  const hasWord = /[\p{L}\d"]/u.test(bare)
  if (!hasWord) return /^[()[\]{}<>;,]+$/.test(bare) ? 1 : 0
  if (last === ';') return 1.5
  if (last === '{' || /^\}/.test(bare)) return 1.5
  if (last === '(' || last === '[') return 0.8
  if (last === ',' && /["\])}]\s*,$/.test(bare)) return 0.6
  if (last === ')' && /\w\(/.test(bare)) return 0.5
  if (/[\p{L}][.?!]["')]?$/u.test(bare) && /\s/.test(bare)) return -1
  return 0
}

/** A word as prose has it: letters alone, small but for the first. */
function isWord(text: string): boolean {
  return /^\p{L}[\p{Ll}\p{Lo}\p{M}]*$/u.test(text)
}

/** A name as only programs have it: `camelCase`, `snake_case`, `$variable`. */
function isNameOfCode(text: string): boolean {
  return /^\$\w|^[a-z]+[A-Z]|^[a-z\d]+_/.test(text)
}
