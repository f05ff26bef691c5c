import { addressWords } from './context/context-words.js'
import type { PiiFinding } from './pii-finding.js'
import type { ScannedText } from './scan-text.js'
import { endsInStreet, findStreetKind, type StreetKind } from './street-kinds.js'

/** Words of the name of a street, at most, with its kind and what joins them. */
const MAX_WORDS = 6
/** Longest text before and after a house number that is read. */
const REACH = 60

/** Longest street address that is found. */
export const MAX_STREET_LENGTH = 200

const HOUSE_NUMBER = /\d{1,5}[A-Za-z]?/y
/** What may follow a house number that stands before the name. */
const LEADING = /(?:,? \D|[-/a-z])| \d{1,3}[a-z]/iy
/** What ties a number to something longer before it. */
const TIE = /[\w./:@#$€£=+*\\-]/
/** A range of numbers, and what stands between a number and the name behind it. */
const BEHIND_NUMBER = /(?:[-/]\d{1,4}[A-Za-z]?)?(?: (?:bis|ter|quater)\b)?,? /y
const WORD = /[\p{L}\p{N}.'’-]{1,28}/uy
/** What stands between a name and the number behind it, in the languages that write it so. */
const BEFORE_NUMBER = /(?:,? (?:n[º°o]\.?|no[.:]|nr\.?|č\.|д\.|nº) ?|,? |: ?)$/iu
const LONGEST_GAP = 7
/** A part of a building. */
const UNIT =
  /(?:\.?,? |\n)(?:apt|apartment|suite|ste|unit|flat|floor|room|rm|app|appt|wohnung|whg|piso|depto|dept|interno|int|etage|kv|кв)[. ]{0,2}#?[A-Za-z]?\d{1,5}[A-Za-z]?\b|,? #\d{1,5}\b/iuy
const BOXES = new Set(
  (
    'p.o. box|p. o. box|po box|p.o.box|postfach|apartado|apartado postal|apartado de correos|casilla|caixa postal|boîte postale|boite postale|' +
    'b.p.|postbus|casella postale|skrytka pocztowa|postboks|box postal|а/я'
  ).split('|'),
)
const LAST_OF_BOXES = new Set(Array.from(BOXES, (name) => name.slice(name.lastIndexOf(' ') + 1)))
const CONNECTORS = new Set(
  "de du des la le les del della dei di da do dos das los las l' d' e et y of the van der den".split(' '),
)
const CAPITAL = /^[\p{Lu}\d]/u

/** A street found beside a house number: how far it goes, and how sure that is. */
interface Street {
  readonly start: number
  readonly end: number
  readonly strength: StreetKind['strength']
}

/** Finds streets with a house number, and boxes at post offices. */
export function findStreetAddresses(scanned: ScannedText): PiiFinding[] {
  const { text, starts, ends } = scanned
  const found: PiiFinding[] = []
  let from = 0
  for (let word = 0; word < starts.length; word++) {
    const start = starts[word] as number
    const end = ends[word] as number
    if (start < from || end - start > 6 || !isHouseNumber(text, start, end) || isTied(text, start)) continue
    const street = readBehind(text, start, end) ?? readBefore(text, start, end, from)
    if (street === undefined) continue
    const behind = withUnit(text, street.end)
    const score = judge(scanned, street, behind > street.end)
    if (score === 0) continue
    found.push({ type: 'street-address', start: street.start, end: behind, score })
    from = behind
  }
  return found
}

function isHouseNumber(text: string, start: number, end: number): boolean {
  HOUSE_NUMBER.lastIndex = start
  return HOUSE_NUMBER.test(text) && HOUSE_NUMBER.lastIndex === end
}

function judge({ text, context }: ScannedText, { start, end, strength }: Street, hasUnit: boolean): number {
  if (context.speaksFor(start, end, addressWords)) return 0.75
  if (strength === 'strong') return 0.6
  const isYear = /(?:19|20)\d\d$/.test(text.slice(start, end))
  return hasUnit || (!isYear && /^, ?(?:\d{4,6} )?\p{Lu}/u.test(text.slice(end, end + 12))) ? 0.55 : 0.3
}

/** `12 rue de la Paix`, `12 Lindenweg`, `12 Oak Street`. */
function readBehind(text: string, start: number, numberEnd: number): Street | undefined {
  LEADING.lastIndex = numberEnd
  if (!LEADING.test(text)) return undefined
  BEHIND_NUMBER.lastIndex = numberEnd
  const gap = BEHIND_NUMBER.exec(text)
  const at = numberEnd + (gap?.[0].length ?? 0)
  const word = gap === null ? undefined : wordAt(text, at)
  if (word === undefined) return undefined
  const end = at + word.length
  const leading = findStreetKind(word, 'first')
  if (leading !== undefined) return readNameBehind(text, start, end, leading)
  const ending = endsInStreet(word)
  if (ending !== undefined) return { start, end: withNumber(text, end), strength: ending.strength }
  return CAPITAL.test(word) && text[end] === ' ' ? readKindBehind(text, start, end + 1) : undefined
}

/** The rest of a name in capitals, up to the kind of street. */
function readKindBehind(text: string, start: number, from: number): Street | undefined {
  let at = from
  for (let words = 1; words < MAX_WORDS && at - from < REACH; words++) {
    const word = wordAt(text, at)
    if (word === undefined) return undefined
    const end = at + word.length
    const kind = findStreetKind(word, 'last')
    if (kind !== undefined) {
      return { start, end: withNumber(text, word.endsWith('.') ? end - 1 : end), strength: kind.strength }
    }
    if (!CAPITAL.test(word) || text[end] !== ' ') return undefined
    at = end + 1
  }
  return undefined
}

/** The name behind the kind of street: capitals, and what joins them. */
function readNameBehind(text: string, start: number, kindEnd: number, kind: StreetKind): Street | undefined {
  let at = kindEnd + 1
  let end = 0
  for (let words = 0; words < MAX_WORDS; words++) {
    const word = text[at - 1] === ' ' ? wordAt(text, at) : undefined
    if (word === undefined) break
    if (CAPITAL.test(word) && /\p{L}/u.test(word)) end = at + word.length
    else if (!CONNECTORS.has(word.toLowerCase()) && !/^[ld]['’]/i.test(word)) break
    at += word.length + 1
  }
  return end === 0 ? undefined : { start, end: withNumber(text, end), strength: kind.strength }
}

/** A second number may follow where the first is that of a district. */
function withNumber(text: string, end: number): number {
  return end + (/^ \d{1,4}[A-Za-z]?(?![\w-])/.exec(text.slice(end, end + 8))?.[0].length ?? 0)
}

function withUnit(text: string, end: number): number {
  UNIT.lastIndex = end
  return end + (UNIT.exec(text)?.[0].length ?? 0)
}

/** `Lindenstraße 5`, `Lange Straße 5`, `calle de Alcalá, 12`, `ul. Długa 3`. */
function readBefore(text: string, start: number, end: number, from: number): Street | undefined {
  if (isBehindSmallWord(text, start)) return undefined
  if (!/[^\d\s,][ ,]$|[.:°º] ?$|,.$/.test(text.slice(Math.max(0, start - 2), start))) return undefined
  const gap = BEFORE_NUMBER.exec(text.slice(Math.max(from, start - LONGEST_GAP), start))
  if (gap === null) return undefined
  const nameEnd = start - gap[0].length
  const lastStart = text.lastIndexOf(' ', nameEnd - 1) + 1
  if (!mayEndName(text.slice(Math.max(lastStart, nameEnd - REACH), nameEnd))) return undefined
  const line = text.slice(Math.max(from, start - REACH), nameEnd)
  const words = line.slice(line.lastIndexOf('\n') + 1).split(' ')
  const streetOf = (count: number, { strength }: StreetKind): Street => ({
    start: nameEnd - words.slice(-count).join(' ').length,
    end,
    strength,
  })
  for (let count = 1; count <= 3; count++) {
    if (BOXES.has(words.slice(-count).join(' ').toLowerCase())) return streetOf(count, { strength: 'strong' })
  }
  const last = words.at(-1) as string
  const ending = endsInStreet(last)
  if (ending !== undefined) return streetOf(1, ending)
  const behind = CAPITAL.test(words.at(-2) ?? '') ? findStreetKind(last, 'behind') : undefined
  if (behind !== undefined) return streetOf(2, behind)
  for (let count = 1; count <= Math.min(MAX_WORDS, words.length); count++) {
    const word = words.at(-count) as string
    const leading = count === 1 ? undefined : findStreetKind(word, 'first')
    if (leading !== undefined) return streetOf(count, leading)
    if (!CAPITAL.test(word) && !CONNECTORS.has(word.toLowerCase())) return undefined
  }
  return undefined
}

/** Whether a blank and a word of small ASCII letters stand before a number, with which no name of a street ends. */
function isBehindSmallWord(text: string, start: number): boolean {
  if (text.charCodeAt(start - 1) !== SPACE || !isSmallLetter(text.charCodeAt(start - 2))) return false
  let from = start - 2
  while (from > 0 && start - from < REACH && isSmallLetter(text.charCodeAt(from - 1))) from--
  // The word may be one for "number".
  if (from === 0 || text.charCodeAt(from - 1) !== SPACE || text.charCodeAt(from) === SMALL_N) return false
  return !mayEndName(text.slice(from, start - 1))
}

const SPACE = 0x20
const SMALL_N = 0x6e

function isSmallLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a
}

/** Whether the name of a street, or the word for a box, may end in a word: it has a capital, joins others, or names a box. */
function mayEndName(word: string): boolean {
  return CAPITAL.test(word) || CONNECTORS.has(word.toLowerCase()) || LAST_OF_BOXES.has(word)
}

function wordAt(text: string, at: number): string | undefined {
  WORD.lastIndex = at
  return WORD.exec(text)?.[0]
}

/** Whether the number is a part of something longer. */
function isTied(text: string, start: number): boolean {
  return start > 0 && TIE.test(text.charAt(start - 1))
}
