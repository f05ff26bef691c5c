/** What a repair may undo. */
export const repairs = ['fence', 'trailing-commas'] as const

/** One of {@link repairs}. */
export type Repair = (typeof repairs)[number]

const FENCE = '```'

/** Undoes what models put around or into JSON; a text that has none of it stays as it is. Linear time. */
export function repairJson(text: string, wanted: ReadonlySet<Repair>): string {
  const inner = wanted.has('fence') ? withoutFence(text) : text
  return wanted.has('trailing-commas') ? withoutTrailingCommas(inner) : inner
}

/** What stands in the only fenced block of Markdown, of which nothing but blanks may stand outside. */
function withoutFence(text: string): string {
  const trimmed = text.trim()
  const firstLine = trimmed.indexOf('\n')
  const isFenced = trimmed.startsWith(FENCE) && trimmed.endsWith(FENCE) && firstLine > 0
  const inner = trimmed.slice(firstLine + 1, -FENCE.length)
  return isFenced && firstLine < trimmed.length - FENCE.length && !inner.includes(FENCE) ? inner.trim() : text
}

const COMMA = 0x2c
const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Drops each comma that stands before a closing bracket, with blanks at most between; those in strings stay. */
function withoutTrailingCommas(text: string): string {
  let written = ''
  let from = 0
  let comma = -1
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isInString) {
      if (unit === BACKSLASH) at++
      else if (unit === QUOTE) isInString = false
    } else if (unit === COMMA) {
      comma = at
    } else if (isClosing(unit)) {
      if (comma >= 0) {
        written += text.slice(from, comma)
        from = comma + 1
      }
      comma = -1
    } else if (!isBlank(unit)) {
      comma = -1
      isInString = unit === QUOTE
    }
  }
  return written + text.slice(from)
}

function isClosing(unit: number): boolean {
  return unit === 0x5d || unit === 0x7d
}

/** The blanks of RFC 8259, section 2. */
function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09
}
