import type { MessageText } from '../model/exchange.js'
import { isJsonObject, type JsonObject } from '../model/signature.js'
import { element } from './element.js'

/** Most rows of a table. */
const MAX_ROWS = 100
/** Longest text that is quoted, in UTF-16 code units. */
const MAX_QUOTE_LENGTH = 80

/**
 * Shows findings: plain values as a list of names and values, lists of objects as tables, anything deeper as JSON. A
 * finding that says where it stands gets the text of that place, taken from what this page sent.
 */
export function showFindings(findings: JsonObject, sent: SentTexts): HTMLElement {
  return element(
    'dl',
    { class: 'findings' },
    ...Object.entries(findings).flatMap(([name, value]) => [
      element('dt', {}, element('bdi', {}, name)),
      element('dd', {}, showValue(value, sent)),
    ]),
  )
}

/** The texts that ranges of findings point into. */
export interface SentTexts {
  readonly messages: readonly MessageText[]
  readonly choices: readonly string[]
}

function showValue(value: unknown, sent: SentTexts): Node {
  if (isPlain(value)) return showPlain(value)
  if (Array.isArray(value)) {
    if (value.length === 0) return element('span', { class: 'quiet-text' }, 'none')
    if (value.every(isPlain))
      return element('ul', { class: 'chips' }, ...value.map((item) => element('li', {}, showPlain(item))))
    if (value.every(isJsonObject)) return showTable(value, sent)
  }
  if (isJsonObject(value) && Object.values(value).every(isPlain)) return showPairs(value)
  return showAsJson(value)
}

function showTable(rows: readonly JsonObject[], sent: SentTexts): HTMLElement {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const quotes = rows.map((row) => quoteRange(row, sent))
  const hasQuotes = quotes.some((quote) => quote !== undefined)
  const header = [...columns, ...(hasQuotes ? ['text'] : [])]
  return element(
    'div',
    { class: 'table', tabindex: 0, role: 'region', 'aria-label': 'Findings, a table' },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element('tr', {}, ...header.map((name) => element('th', { scope: 'col' }, element('bdi', {}, name)))),
      ),
      element(
        'tbody',
        {},
        ...rows
          .slice(0, MAX_ROWS)
          .map((row, index) =>
            element(
              'tr',
              {},
              ...columns.map((name) => element('td', {}, showCell(row[name]))),
              hasQuotes ? element('td', {}, element('q', { dir: 'auto' }, quotes[index] ?? '')) : undefined,
            ),
          ),
      ),
    ),
    rows.length > MAX_ROWS
      ? element('p', { class: 'help' }, `${(rows.length - MAX_ROWS).toLocaleString('en')} more are in the raw answer.`)
      : undefined,
  )
}

function showCell(value: unknown): Node | undefined {
  if (value === undefined) return undefined
  if (isPlain(value)) return showPlain(value)
  const range = readRange(value)
  return range === undefined
    ? element('code', {}, JSON.stringify(value))
    : element('span', {}, `${range.start}–${range.end}`)
}

function quoteRange(row: JsonObject, sent: SentTexts): string | undefined {
  const range = readRange(row.range)
  const text =
    typeof row.message === 'number'
      ? sent.messages[row.message]?.content
      : typeof row.choice === 'number'
        ? sent.choices[row.choice]
        : undefined
  if (range === undefined || text === undefined) return undefined
  const quote = text.slice(range.start, Math.min(range.end, range.start + MAX_QUOTE_LENGTH))
  return range.end - range.start > MAX_QUOTE_LENGTH ? `${quote}…` : quote
}

function readRange(value: unknown): { readonly start: number; readonly end: number } | undefined {
  if (!isJsonObject(value)) return undefined
  const { start, end } = value
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : undefined
}

function showPairs(pairs: JsonObject): HTMLElement {
  return element(
    'ul',
    { class: 'chips' },
    ...Object.entries(pairs).map(([name, value]) => element('li', {}, element('bdi', {}, name), ' ', showPlain(value))),
  )
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value !== 'object'
}

function showPlain(value: unknown): HTMLElement {
  return typeof value === 'string' ? element('bdi', {}, value) : element('code', {}, JSON.stringify(value))
}

/** A document as indented JSON. */
export function showAsJson(value: unknown): HTMLElement {
  return element('pre', { tabindex: 0 }, element('code', {}, JSON.stringify(value, undefined, 2)))
}
