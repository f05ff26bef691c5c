import type { Issue } from './issue.js'
import { lexSql, type SqlToken } from './lex-sql.js'

/** How statements begin: a word, and what stands behind it; anything where nothing is named. */
const STATEMENTS: ReadonlyMap<string, ReadonlySet<string> | undefined> = new Map([
  ...['select', 'exec', 'execute', 'declare', 'with', 'shutdown', 'grant', 'revoke'].map(
    (word) => [word, undefined] as const,
  ),
  ...[
    ['insert', 'into'],
    ['delete', 'from'],
    ['update', 'set'],
    ['merge', 'into'],
    ['copy', ''],
    ['drop', 'table database view index schema user procedure function trigger role login column'],
    ['create', 'table database view index schema user procedure function trigger role login or temporary unique'],
    ['alter', 'table database view index schema user procedure function trigger role login system'],
    ['truncate', 'table'],
  ].map(([word = '', next = '']) => [word, next === '' ? undefined : new Set(next.split(' '))] as const),
])
/** What changes the shape or the rights of a database. */
const DESTRUCTIVE = new Set(['drop', 'truncate', 'alter', 'grant', 'revoke', 'shutdown'])
/** What waits, reads files, runs programs or calls out, by the name of a function or procedure. */
const REACHING = new Set(
  (
    'sleep pg_sleep benchmark waitfor load_file lo_import lo_export pg_read_file pg_ls_dir xp_cmdshell xp_dirtree sp_oacreate ' +
    'sp_executesql openrowset opendatasource utl_http.request utl_file.fopen dbms_pipe.receive_message dbms_lock.sleep ' +
    'extractvalue updatexml load_extension readfile writefile sys_exec sys_eval dblink'
  ).split(' '),
)
const CATALOGUES =
  /^(?:information_schema|pg_catalog|pg_shadow|pg_user|mysql\.user|sqlite_master|sqlite_schema|sys\.|all_tables|dba_)/
const COMPARISONS = new Set(['=', '==', '<', '>', '<=', '>=', '<>', '!=', 'like', 'is', 'rlike', 'regexp'])

/** A bracket or two close what the quote was in. */
const MOST_BEFORE_COMMENT = 3

/** Judges a whole statement that a tool is to run: what it does besides asking one question. */
export function judgeStatement(sql: string): Issue[] {
  const tokens = lexSql(sql)
  const code = tokens.filter(({ kind }) => kind !== 'comment')
  return [
    ...judgeCode(code),
    ...(hasUnion(code) ? [issue('union', 0.4)] : []),
    ...judgeUnbounded(code),
    ...(tokens.some(({ kind, text }) => kind === 'comment' && text === '!') ? [issue('comment-code', 0.8)] : []),
    ...(code.length < tokens.length ? [issue('comment', 0.3)] : []),
  ]
}

/** Judges a value that a tool puts into a statement: whether it would break out of its place there. */
export function judgeSqlValue(value: string): Issue[] {
  // As a number stands in a statement, and behind the first quote of each kind, which would end a string there.
  const quotes = ["'", '"'].map((quote) => value.indexOf(quote)).filter((at) => at >= 0)
  const tails = [value, ...quotes.map((at) => value.slice(at + 1))].map(lexSql)
  return tails.flatMap((tokens, index) => {
    const code = tokens.filter(({ kind }) => kind !== 'comment')
    const issues = judgeCode(code)
    if (hasUnion(code)) issues.push(issue('union', 0.95))
    // A comment cuts off the rest of the statement: soon behind the quote, or behind something else that breaks out.
    const isCut =
      index > 0 && tokens.at(-1)?.kind === 'comment' && (code.length <= MOST_BEFORE_COMMENT || issues.length > 0)
    return isCut ? [...issues, issue('comment', 0.8)] : issues
  })
}

function judgeCode(code: readonly SqlToken[]): Issue[] {
  const issues: Issue[] = []
  // Elsewhere "1 or 2" is prose.
  const hasCondition = code.some(({ kind, text }) => kind === 'word' && text === 'where')
  code.forEach(({ kind, text }, at) => {
    const next = code[at + 1]
    if (kind === 'sign' && text === ';' && isStatement(code, at + 1)) issues.push(issue('stacked', 0.9))
    // MySQL's other way to write OR; between texts it joins them.
    if (kind === 'sign' && text === '||' && isTautology(code, at + 1, false)) issues.push(issue('tautology', 0.9))
    if (kind !== 'word') return
    const isFirst = at === 0 || code[at - 1]?.text === ';'
    if (isFirst && DESTRUCTIVE.has(text) && isStatement(code, at)) issues.push(issue('destructive', 0.9))
    if (
      REACHING.has(text) &&
      (next?.text === '(' || text === 'waitfor' || text.startsWith('xp_') || text.startsWith('sp_'))
    ) {
      issues.push(issue('reaches-out', 0.9))
    }
    if (text === 'into' && (next?.text === 'outfile' || next?.text === 'dumpfile'))
      issues.push(issue('reaches-out', 0.9))
    if (text === 'program' && next?.kind === 'string') issues.push(issue('reaches-out', 0.9))
    if (CATALOGUES.test(text)) issues.push(issue('catalogue', 0.4))
    const joins = text === 'or' || text === 'having'
    if ((joins || text === 'and') && isTautology(code, at + 1, hasCondition)) issues.push(issue('tautology', 0.9))
    // Joined by AND it narrows nothing down, as a search for anything is written.
    else if (joins && isOfEveryRow(code, at + 1)) issues.push(issue('tautology', 0.9))
  })
  return issues
}

function isStatement(code: readonly SqlToken[], at: number): boolean {
  const first = code[at]
  if (first?.kind !== 'word' || !STATEMENTS.has(first.text)) return false
  const next = code[at + 1]
  if (first.text === 'update') return code.slice(at + 2, at + 6).some(({ text }) => text === 'set')
  const expected = STATEMENTS.get(first.text)
  return expected === undefined ? next !== undefined || first.text === 'shutdown' : expected.has(next?.text ?? '')
}

/**
 * `1=1`, `'a'='a`, `2>1`, `1 in (1)`, `true`: nothing of it is a column.
 *
 * @param isCondition whether a number alone is a condition, which is true unless it is 0
 */
function isTautology(code: readonly SqlToken[], from: number, isCondition: boolean): boolean {
  let at = from
  while (code[at]?.text === '(' || code[at]?.text === 'not') at++
  const left = code[at]
  const sign = code[at + 1]
  if (left?.kind === 'word' && left.text === 'true') return true
  if (isCondition && left?.kind === 'number' && Number(left.text) !== 0 && endsCondition(sign)) return true
  if (!isLiteral(left) || sign === undefined) return false
  return COMPARISONS.has(sign.text) ? isLiteral(code[at + 2]) : sign.text === 'between' || sign.text === 'in'
}

/** `id=id`, `name like '%'`: true of every row that has the column. */
function isOfEveryRow(code: readonly SqlToken[], at: number): boolean {
  const [left, sign, right] = code.slice(at, at + 3)
  if (left?.kind !== 'word' || left.text === 'null') return false
  if (sign?.text === 'like') return right?.kind === 'string' && /^%+$/.test(right.text)
  return sign?.text === '=' && right?.kind === 'word' && right.text === left.text
}

/** Whether a condition is over before this token. */
function endsCondition(token: SqlToken | undefined): boolean {
  return token === undefined || /^(?:;|\)|or|order|group|limit|returning|union)$/.test(token.text)
}

function isLiteral(token: SqlToken | undefined): boolean {
  return token?.kind === 'number' || token?.kind === 'string' || (token?.kind === 'word' && token.text === 'null')
}

function hasUnion(code: readonly SqlToken[]): boolean {
  return code.some(({ text, kind }, at) => {
    if (kind !== 'word' || text !== 'union') return false
    const isAll = code[at + 1]?.text === 'all' || code[at + 1]?.text === 'distinct'
    return code[at + (isAll ? 2 : 1)]?.text === 'select'
  })
}

/** A change of every row of a table. */
function judgeUnbounded(code: readonly SqlToken[]): Issue[] {
  const [first] = code
  const isChange = first?.text === 'delete' || first?.text === 'update'
  if (!isChange) return []
  const where = code.findIndex(({ kind, text }) => kind === 'word' && text === 'where')
  const isEmpty = where < 0 || isTautology(code, where + 1, true) || isOfEveryRow(code, where + 1)
  const isBound = where >= 0 && (!isEmpty || code.some(({ text }) => text === 'and'))
  return isBound ? [] : [issue('every-row', 0.8)]
}

function issue(rule: string, score: number): Issue {
  return { type: 'sql-injection', rule, score }
}
