/** A piece of SQL. */
export interface SqlToken {
  readonly kind: 'word' | 'number' | 'string' | 'comment' | 'sign'
  /** A word in lower case, a string without its quotes, a sign of one or two characters; empty for a comment. */
  readonly text: string
}

const WORD_START = /[A-Za-z_@\u0080-\uffff]/
const WORD_PART = /[\w$@#.\u0080-\uffff]/
const NUMBER_PART = /[\w.]/
const DOUBLE_SIGNS = new Set(['<=', '>=', '<>', '!=', '||', '&&', '==', '::'])

/** Splits SQL of any dialect into tokens, in linear time. What is not closed goes to the end. */
export function lexSql(sql: string): SqlToken[] {
  const tokens: SqlToken[] = []
  for (let at = 0; at < sql.length; ) {
    const character = sql.charAt(at)
    const pair = sql.slice(at, at + 2)
    let end = at + 1
    if (/\s/.test(character)) {
      at++
      continue
    }
    if (pair === '--' || character === '#') {
      end = indexOrEnd(sql, '\n', at)
      tokens.push({ kind: 'comment', text: '' })
    } else if (pair === '/*') {
      end = indexOrEnd(sql, '*/', at + 2) + 2
      // A comment between two letters is a blank to some servers, nothing to others; code to MySQL behind an exclamation mark.
      tokens.push({ kind: 'comment', text: sql[at + 2] === '!' ? '!' : '' })
    } else if (character === "'" || character === '"' || character === '`') {
      end = endOfString(sql, at)
      tokens.push({
        kind: 'string',
        text: sql.slice(at + 1, sql[end - 1] === character && end > at + 1 ? end - 1 : end),
      })
    } else if (WORD_START.test(character)) {
      while (end < sql.length && WORD_PART.test(sql.charAt(end))) end++
      tokens.push({ kind: 'word', text: sql.slice(at, end).toLowerCase() })
    } else if (/\d/.test(character)) {
      while (end < sql.length && NUMBER_PART.test(sql.charAt(end))) end++
      tokens.push({ kind: 'number', text: sql.slice(at, end) })
    } else {
      if (DOUBLE_SIGNS.has(pair)) end++
      tokens.push({ kind: 'sign', text: sql.slice(at, end) })
    }
    at = end
  }
  return tokens
}

/** Behind the quote that closes the string; a doubled one, or one behind a backslash, does not. */
function endOfString(sql: string, start: number): number {
  const quote = sql[start]
  let at = start + 1
  for (; at < sql.length; at++) {
    if (sql[at] === '\\') at++
    else if (sql[at] === quote) {
      if (sql[at + 1] !== quote) return at + 1
      at++
    }
  }
  return sql.length
}

function indexOrEnd(text: string, part: string, from: number): number {
  const index = text.indexOf(part, from)
  return index < 0 ? text.length : index
}
