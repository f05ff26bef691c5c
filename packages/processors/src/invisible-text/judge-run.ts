import type { HiddenMessage } from '../detection/finding.js'
import { CharacterClass, classIn, Neighbour, traitsOf } from './character.js'
import { measureBits, measureSelectors, measureTags, readTags } from './hidden-message.js'
import type { InvisibleFinding, InvisibleKind, SearchOptions } from './invisible-finding.js'
import { IN_WORD, STRAY, type Verdict } from './verdict.js'

/** Neighbouring characters that show nothing, as code points, with what is shown before and after them. */
export interface InvisibleRun {
  readonly start: number
  readonly end: number
  readonly codePoints: readonly number[]
  readonly before: number | undefined
  readonly after: number | undefined
}

const FILLER: Verdict = { rule: 'filler', score: 0.6 }
const RUN: Verdict = { rule: 'run', score: 0.8 }
const LONG_RUN: Verdict = { rule: 'run', score: 0.95 }
const UNASSIGNED: Verdict = { rule: 'unassigned', score: 0.9 }
const HIDDEN_CHARACTER: Verdict = { rule: 'hidden-message', score: 0.9 }
const HIDDEN_MESSAGE: Verdict = { rule: 'hidden-message', score: 0.95 }

/** From this length on a run is no slip. */
const LONG_RUN_LENGTH = 8

const SOFT_HYPHEN = 0xad
const GRAPHEME_JOINER = 0x34f
const ZERO_WIDTH_SPACE = 0x200b
const NON_JOINER = 0x200c
const JOINER = 0x200d
const WORD_JOINER = 0x2060
const BYTE_ORDER_MARK = 0xfeff
const TEXT_STYLE = 0xfe0e
const EMOJI_STYLE = 0xfe0f
const IDEOGRAPHIC_SELECTORS = [0xe0100, 0xe011f] as const
const KEYCAP = 0x20e3
const BLACK_FLAG = 0x1f3f4
const CANCEL_TAG = 0xe007f
const MARK = /\p{M}/u
/** The tag that ends a flag, and at most five that name it. */
const LONGEST_FLAG = 6

/**
 * Judges a run: what belongs to the character before it (a style of an emoji, a flag, a joiner between letters) is left
 * alone, the rest is put into findings, neighbours of one kind together. Directional controls are judged elsewhere.
 */
export function judgeRun(run: InvisibleRun, options: SearchOptions): InvisibleFinding[] {
  const rest = withoutAttached(run)
  const { codePoints, places } = rest
  const [first] = codePoints
  if (first === undefined) return []
  if (codePoints.length === 1) {
    const verdict = judgeSingle(first, run, options)
    return verdict === undefined ? [] : [describe([first], places[0] as number, verdict)]
  }
  const isSlip = codePoints.length === 2 && codePoints.every((each) => isJoinerInPlace(each, run, options))
  const findings: InvisibleFinding[] = []
  for (let from = 0; from < codePoints.length; ) {
    const to = endOfKind(rest, from)
    const group = codePoints.slice(from, to)
    const verdict = isSlip ? STRAY : judgeGroup(group, codePoints.length)
    findings.push(describe(group, places[from] as number, verdict))
    from = to
  }
  return findings
}

/** Characters of a run, and where each stands in the text. */
interface PlacedCharacters {
  readonly codePoints: number[]
  readonly places: number[]
}

/** What is left of a run without what belongs to the character before it, and without directional controls. */
function withoutAttached(run: InvisibleRun): PlacedCharacters {
  const isMarkOfText = run.start === 0 && run.codePoints[0] === BYTE_ORDER_MARK
  const attached = isMarkOfText ? 1 : countAttached(run)
  const rest: PlacedCharacters = { codePoints: [], places: [] }
  let at = run.start
  run.codePoints.forEach((codePoint, index) => {
    if (index >= attached && classIn(traitsOf(codePoint)) !== CharacterClass.bidi) {
      rest.codePoints.push(codePoint)
      rest.places.push(at)
    }
    at += lengthOf(codePoint)
  })
  return rest
}

function lengthOf(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1
}

/** Two of these are a slip of the keyboard where one is in its place. */
function isJoinerInPlace(codePoint: number, run: InvisibleRun, options: SearchOptions): boolean {
  const isJoiner = codePoint === JOINER || codePoint === NON_JOINER || codePoint === ZERO_WIDTH_SPACE
  return isJoiner && isInItsPlace(codePoint, run, options)
}

/** Index behind the last of the neighbours of one kind. */
function endOfKind({ codePoints, places }: PlacedCharacters, from: number): number {
  const kind = kindOf(codePoints[from] as number)
  let to = from + 1
  for (; to < codePoints.length; to++) {
    const isNext = places[to] === (places[to - 1] as number) + lengthOf(codePoints[to - 1] as number)
    if (!isNext || kindOf(codePoints[to] as number) !== kind) break
  }
  return to
}

function describe(codePoints: readonly number[], start: number, { rule, score }: Verdict): InvisibleFinding {
  const kind = kindOf(codePoints[0] as number)
  const end = codePoints.reduce((sum, codePoint) => sum + lengthOf(codePoint), start)
  const hidden = measureHidden(kind, codePoints)
  const sign = codePoints.length === 1 ? (codePoints[0] as number) : 0
  return { kind, rule, score, start, end, sign, hidden }
}

function measureHidden(kind: InvisibleKind, codePoints: readonly number[]): HiddenMessage | undefined {
  if (kind === 'tag-characters') return measureTags(codePoints)
  if (kind === 'variation-selector') return measureSelectors(codePoints)
  return measureBits(codePoints)
}

function kindOf(codePoint: number): InvisibleKind {
  const characterClass = classIn(traitsOf(codePoint))
  if (characterClass === CharacterClass.tag) return 'tag-characters'
  if (characterClass === CharacterClass.variationSelector) return 'variation-selector'
  if (characterClass === CharacterClass.zeroWidth) return 'zero-width'
  return characterClass === CharacterClass.bidi ? 'bidi-control' : 'ignorable'
}

/** How many characters at the start of the run belong to what is shown before it. */
function countAttached(run: InvisibleRun): number {
  const { codePoints, before, after } = run
  if (before === undefined) return 0
  if (before === BLACK_FLAG && isFlag(codePoints)) return codePoints.length
  const attached = takesSelector(run) ? 1 : 0
  const isJoined =
    codePoints.length === attached + 1 &&
    codePoints[attached] === JOINER &&
    isNeighbour(before, Neighbour.joinable) &&
    isNeighbour(after, Neighbour.pictograph)
  return isJoined ? attached + 1 : attached
}

function isNeighbour(codePoint: number | undefined, bits: number): boolean {
  return codePoint !== undefined && (traitsOf(codePoint) & bits) !== 0
}

/** Unicode Technical Standard 51, ED-14a "emoji tag sequence", with the code of a subdivision such as `gbeng`. */
function isFlag(codePoints: readonly number[]): boolean {
  return (
    codePoints.at(-1) === CANCEL_TAG &&
    codePoints.length <= LONGEST_FLAG &&
    /^[a-z]{2}[a-z0-9]{1,3}$/.test(readTags(codePoints)) &&
    codePoints.every((codePoint) => classIn(traitsOf(codePoint)) === CharacterClass.tag)
  )
}

/** Whether the run begins with a selector that what is shown before it can have. */
function takesSelector({ codePoints, before, after }: InvisibleRun): boolean {
  const selector = codePoints[0] as number
  if (classIn(traitsOf(selector)) !== CharacterClass.variationSelector) return false
  if (selector === TEXT_STYLE || selector === EMOJI_STYLE) {
    if (isNeighbour(before, Neighbour.styled)) return true
    return isNeighbour(before, Neighbour.keycap) && after === KEYCAP && codePoints.length === 1
  }
  if (selector < TEXT_STYLE) return isNeighbour(before, Neighbour.varied)
  const [first, last] = IDEOGRAPHIC_SELECTORS
  return selector >= first && selector <= last && isNeighbour(before, Neighbour.han)
}

/** Undefined for a character that is in its place. */
function judgeSingle(codePoint: number, run: InvisibleRun, options: SearchOptions): Verdict | undefined {
  if (isInItsPlace(codePoint, run, options)) return undefined
  const characterClass = classIn(traitsOf(codePoint))
  if (characterClass === CharacterClass.tag) return HIDDEN_CHARACTER
  if (characterClass === CharacterClass.variationSelector) {
    const isStyle = codePoint === TEXT_STYLE || codePoint === EMOJI_STYLE
    if (!isStyle) return HIDDEN_CHARACTER
    // A digit may have lost the keycap that it was styled for.
    return isInsideWord(run) && !isNeighbour(run.before, Neighbour.keycap) ? IN_WORD : STRAY
  }
  if (isNeighbour(codePoint, Neighbour.unassigned)) return UNASSIGNED
  if (isFiller(codePoint)) return FILLER
  return !isOperator(codePoint) && isInsideWord(run) ? IN_WORD : STRAY
}

/**
 * Whether the run is one character that may stand between two letters once or twice, but not between all letters of a word: a soft
 * hyphen, a word joiner, an operator of a formula.
 */
export function mayCutWord(run: InvisibleRun): boolean {
  const [only = 0] = run.codePoints
  return (
    run.codePoints.length === 1 &&
    (only === SOFT_HYPHEN || only === WORD_JOINER || isOperator(only)) &&
    isInsideWord(run)
  )
}

/** The finding of a run of one character that cuts a word. */
export function describeInWord({ codePoints, start }: InvisibleRun): InvisibleFinding {
  return describe(codePoints, start, IN_WORD)
}

/** What several characters of one kind come to in a run of `runLength`. */
function judgeGroup(group: readonly number[], runLength: number): Verdict {
  const characterClass = classIn(traitsOf(group[0] as number))
  const isMessage = characterClass === CharacterClass.tag || characterClass === CharacterClass.variationSelector
  if (isMessage && group.length > 1) return HIDDEN_MESSAGE
  return runLength < LONG_RUN_LENGTH ? RUN : LONG_RUN
}

function isInItsPlace(codePoint: number, { before, after }: InvisibleRun, options: SearchOptions): boolean {
  const touches = (bits: number): boolean => isNeighbour(before, bits) || isNeighbour(after, bits)
  switch (codePoint) {
    case SOFT_HYPHEN:
      return options.keepSoftHyphens
    case WORD_JOINER:
      return options.keepWordJoiners
    case JOINER:
    case NON_JOINER:
      return touches(Neighbour.joining)
    case ZERO_WIDTH_SPACE:
      return touches(Neighbour.unspaced)
    case GRAPHEME_JOINER:
      if (isMark(after)) return true
      return before !== undefined && before > 0x7f && isNeighbour(before, Neighbour.wordPart)
    case 0x115f:
    case 0x1160:
      return touches(Neighbour.hangul)
    case 0x17b4:
    case 0x17b5:
      return isNeighbour(before, Neighbour.khmer)
    case 0x180b:
    case 0x180c:
    case 0x180d:
    case 0x180e:
    case 0x180f:
      return isNeighbour(before, Neighbour.mongolian)
    case 0x1bca0:
    case 0x1bca1:
    case 0x1bca2:
    case 0x1bca3:
      return isDuployan(before)
    default:
      return false
  }
}

function isMark(codePoint: number | undefined): boolean {
  return codePoint !== undefined && MARK.test(String.fromCodePoint(codePoint))
}

/** Shorthand, which has format controls of its own. */
function isDuployan(codePoint: number | undefined): boolean {
  return codePoint !== undefined && codePoint >= 0x1bc00 && codePoint <= 0x1bca3
}

/** Letters without a shape, deprecated format characters, annotation marks. */
function isFiller(codePoint: number): boolean {
  return (
    codePoint === 0x115f ||
    codePoint === 0x1160 ||
    codePoint === 0x3164 ||
    codePoint === 0xffa0 ||
    (codePoint >= 0x206a && codePoint <= 0x206f) ||
    (codePoint >= 0xfff9 && codePoint <= 0xfffb)
  )
}

/** Invisible operators of formulas: U+2061 to U+2064. */
function isOperator(codePoint: number): boolean {
  return codePoint >= 0x2061 && codePoint <= 0x2064
}

/** Whether the run splits a word of letters that need nothing between them. */
export function isInsideWord({ before, after }: Pick<InvisibleRun, 'before' | 'after'>): boolean {
  return isPartOfPlainWord(before) && isPartOfPlainWord(after)
}

function isPartOfPlainWord(codePoint: number | undefined): boolean {
  if (codePoint === undefined) return false
  const traits = traitsOf(codePoint)
  return (traits & Neighbour.wordPart) !== 0 && (traits & (Neighbour.joining | Neighbour.unspaced)) === 0
}
