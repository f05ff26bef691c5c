import type { InvisibleFinding } from './invisible-finding.js'
import { IN_WORD, STRAY, type Verdict } from './verdict.js'

/** A directional control in a text. */
export interface BidiControl {
  readonly at: number
  readonly codePoint: number
  /** Whether it stands between two letters of one word of a script that is written from left to right. */
  readonly isInsideWord: boolean
}

const OVERRIDE: Verdict = { rule: 'override', score: 0.9 }
const ANY: Verdict = { rule: 'any', score: 0.9 }
const WITHOUT_RIGHT_TO_LEFT: Verdict = { rule: 'without-right-to-left', score: 0.8 }
const UNBALANCED: Verdict = { rule: 'unbalanced', score: 0.8 }
/** Closes nothing, or is open where all is written from left to right: it changes nothing. */
const IDLE: Verdict = { rule: 'unbalanced', score: 0.4 }

const LEFT_TO_RIGHT_EMBEDDING = 0x202a
const RIGHT_TO_LEFT_EMBEDDING = 0x202b
const POP_FORMATTING = 0x202c
const LEFT_TO_RIGHT_OVERRIDE = 0x202d
const RIGHT_TO_LEFT_OVERRIDE = 0x202e
const LEFT_TO_RIGHT_ISOLATE = 0x2066
const RIGHT_TO_LEFT_ISOLATE = 0x2067
const FIRST_STRONG_ISOLATE = 0x2068
const POP_ISOLATE = 0x2069

/**
 * What is written from right to left: the blocks whose characters are so by default (DerivedBidiClass.txt, R and AL), by
 * code unit; in the supplementary planes U+10800 to U+10FFF and U+1E800 to U+1EFFF.
 */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/

/** Ends of a paragraph in use (Unicode Standard Annex 9, bidirectional type B), where all that is open ends. */
const PARAGRAPH_END = /[\n\r\x85\u2029]/g

/**
 * Judges the directional controls of a text, in their order: overrides, which show characters in another order than they
 * stand in; what is opened and not closed in its paragraph, or closed and not opened; and, where nothing is written from
 * right to left, what is opened for that direction. Closed embeddings and isolates are how names in another script are quoted.
 */
export function judgeBidi(text: string, controls: readonly BidiControl[]): InvisibleFinding[] {
  const isRightToLeft = RIGHT_TO_LEFT.test(text)
  const verdicts = new Array<Verdict | undefined>(controls.length)
  controls.forEach(({ codePoint, isInsideWord }, index) => {
    if (!isMark(codePoint)) return
    if (isInsideWord) verdicts[index] = IN_WORD
    else if (!isRightToLeft) verdicts[index] = STRAY
  })
  matchControls(text, controls, (opener, closer) => {
    const verdict = judgePair(opener === undefined ? undefined : controls[opener], closer !== undefined, isRightToLeft)
    if (opener !== undefined) verdicts[opener] = verdict
    if (closer !== undefined) verdicts[closer] = verdict
  })
  const findings: InvisibleFinding[] = []
  controls.forEach((control, index) => {
    const verdict = verdicts[index]
    if (verdict !== undefined) findings.push(describe(control, verdict))
  })
  return findings
}

/** Every control, for those who want none. */
export function listBidi(controls: readonly BidiControl[]): InvisibleFinding[] {
  return controls.map((control) => describe(control, ANY))
}

function describe({ at, codePoint }: BidiControl, { rule, score }: Verdict): InvisibleFinding {
  return { kind: 'bidi-control', rule, score, start: at, end: at + 1, sign: codePoint, hidden: undefined }
}

function judgePair(opener: BidiControl | undefined, isClosed: boolean, isRightToLeft: boolean): Verdict | undefined {
  if (opener === undefined) return IDLE
  const { codePoint } = opener
  if (codePoint === LEFT_TO_RIGHT_OVERRIDE || codePoint === RIGHT_TO_LEFT_OVERRIDE) return OVERRIDE
  const isForRightToLeft = codePoint === RIGHT_TO_LEFT_EMBEDDING || codePoint === RIGHT_TO_LEFT_ISOLATE
  if (isForRightToLeft && !isRightToLeft) return WITHOUT_RIGHT_TO_LEFT
  if (isClosed) return undefined
  // Some programs put one before a path.
  return isRightToLeft ? UNBALANCED : IDLE
}

/**
 * Pairs controls, by their index, within each paragraph, by rules BD9 and X7 of Annex 9: the end of an isolate ends the
 * embeddings in it.
 */
function matchControls(
  text: string,
  controls: readonly BidiControl[],
  visit: (opener: number | undefined, closer: number | undefined) => void,
): void {
  let open: number[] = []
  let openIsolates = 0
  let paragraphEnd = -1
  const isOpenIsolate = (index: number | undefined): boolean =>
    index !== undefined && isIsolate((controls[index] as BidiControl).codePoint)
  const endParagraph = (): void => {
    for (const opener of open) visit(opener, undefined)
    open = []
    openIsolates = 0
  }
  controls.forEach(({ at, codePoint }, index) => {
    if (at > paragraphEnd) {
      endParagraph()
      paragraphEnd = findParagraphEnd(text, at)
    }
    if (codePoint === POP_FORMATTING) {
      visit(isOpenIsolate(open.at(-1)) ? undefined : open.pop(), index)
    } else if (codePoint === POP_ISOLATE) {
      let opener = openIsolates === 0 ? undefined : open.pop()
      for (; opener !== undefined && !isOpenIsolate(opener); opener = open.pop()) visit(opener, undefined)
      visit(opener, index)
      openIsolates = Math.max(0, openIsolates - 1)
    } else if (!isMark(codePoint)) {
      open.push(index)
      if (isIsolate(codePoint)) openIsolates++
    }
  })
  endParagraph()
}

function findParagraphEnd(text: string, from: number): number {
  PARAGRAPH_END.lastIndex = from
  return PARAGRAPH_END.exec(text)?.index ?? text.length
}

function isIsolate(codePoint: number | undefined): boolean {
  return (
    codePoint === LEFT_TO_RIGHT_ISOLATE || codePoint === RIGHT_TO_LEFT_ISOLATE || codePoint === FIRST_STRONG_ISOLATE
  )
}

/** Marks stand alone: LRM, RLM, ALM. All other controls open or close. */
function isMark(codePoint: number): boolean {
  return codePoint < LEFT_TO_RIGHT_EMBEDDING
}
