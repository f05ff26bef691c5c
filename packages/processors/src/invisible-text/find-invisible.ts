import { sortRanges } from '../detection/text-range.js'
import { CharacterClass, classIn, codePointBefore, isInvisible, traitsOf } from './character.js'
import { type MixedWord, readWord } from './find-mixed-scripts.js'
import type { InvisibleFinding, SearchOptions } from './invisible-finding.js'
import { type BidiControl, judgeBidi, listBidi } from './judge-bidi.js'
import { judgeCuts } from './judge-cuts.js'
import { type InvisibleRun, isInsideWord, judgeRun, mayCutWord } from './judge-run.js'
import type { Verdict } from './verdict.js'

/** Longest finding, in UTF-16 code units; what is longer is several. */
export const MAX_INVISIBLE_LENGTH = 4096

/** Below it everything but the soft hyphen is shown, and Latin or of no script. */
const FIRST_OF_INTEREST = 0x300
const SOFT_HYPHEN = 0xad
const OF_INTEREST = /[\u0300-\uffff\u00ad]/

/** So many stray characters, of more than one sort, are a message that is spread over a text. */
const SCATTERED = 16
const SCATTERED_SCORE = 0.6

const MIXED: Verdict = { rule: 'mixed', score: 0.3 }
const LOOK_ALIKE: Verdict = { rule: 'look-alike', score: 0.9 }

/**
 * Finds characters that show nothing and are out of their place, and words whose letters are of several scripts, in one pass
 * and in order. Linear time; a text of ASCII costs one look of the engine.
 */
export function findInvisible(text: string, options: SearchOptions): readonly InvisibleFinding[] {
  if (!OF_INTEREST.test(text)) return []
  const findings: InvisibleFinding[] = []
  const controls: BidiControl[] = []
  const cuts: InvisibleRun[] = []
  let wordEnd = 0
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at)
    if (unit < FIRST_OF_INTEREST && unit !== SOFT_HYPHEN) {
      at++
      continue
    }
    const codePoint = text.codePointAt(at) as number
    const traits = traitsOf(codePoint)
    if (isInvisible(traits)) {
      const run = readRun(text, at)
      if (mayCutWord(run)) cuts.push(run)
      else for (const finding of judgeRun(run, options)) findings.push(finding)
      gatherControls(run, controls)
      at = run.end
      continue
    }
    if (classIn(traits) === CharacterClass.foreign && at >= wordEnd) {
      const { end, mixed } = readWord(text, at)
      if (mixed !== undefined) findings.push(describeWord(mixed))
      wordEnd = end
    }
    at += codePoint > 0xffff ? 2 : 1
  }
  for (const finding of options.anyBidi ? listBidi(controls) : judgeBidi(text, controls)) findings.push(finding)
  for (const finding of judgeCuts(text, cuts, options)) findings.push(finding)
  raiseScattered(findings)
  return inOrder(findings, options.threshold)
}

function readRun(text: string, start: number): InvisibleRun {
  const codePoints: number[] = []
  let end = start
  while (end < text.length) {
    const codePoint = text.codePointAt(end) as number
    if (!isInvisible(traitsOf(codePoint))) break
    codePoints.push(codePoint)
    end += codePoint > 0xffff ? 2 : 1
  }
  return { start, end, codePoints, before: codePointBefore(text, start), after: text.codePointAt(end) }
}

/** Directional controls are all of the basic plane, but what stands before them in a run may not be. */
function gatherControls(run: InvisibleRun, controls: BidiControl[]): void {
  const isInside = isInsideWord(run)
  let at = run.start
  for (const codePoint of run.codePoints) {
    if (classIn(traitsOf(codePoint)) === CharacterClass.bidi) controls.push({ at, codePoint, isInsideWord: isInside })
    at += codePoint > 0xffff ? 2 : 1
  }
}

function describeWord({ start, end, isDeceptive }: MixedWord): InvisibleFinding {
  const verdict = isDeceptive ? LOOK_ALIKE : MIXED
  return { kind: 'mixed-script', ...verdict, start, end, sign: 0, hidden: undefined }
}

/** Raises strays that are too many and too varied for slips, in place. */
function raiseScattered(findings: InvisibleFinding[]): void {
  let count = 0
  let first = 0
  let isVaried = false
  for (const { rule, sign } of findings) {
    if (rule !== 'stray') continue
    if (count++ === 0) first = sign
    isVaried ||= sign !== first
  }
  if (count < SCATTERED || !isVaried) return
  findings.forEach((finding, index) => {
    if (finding.rule === 'stray') findings[index] = { ...finding, rule: 'scattered', score: SCATTERED_SCORE }
  })
}

/** The findings that count, in the order of the text, none longer than {@link MAX_INVISIBLE_LENGTH}. */
function inOrder(findings: readonly InvisibleFinding[], threshold: number): readonly InvisibleFinding[] {
  const counting: InvisibleFinding[] = []
  for (let first = 0, next = 0; first < findings.length; first = next) {
    next = endOfNeighbours(findings, first)
    const finding = findings[first] as InvisibleFinding
    if (finding.score < threshold) continue
    const { end } = findings[next - 1] as InvisibleFinding
    const joined = end === finding.end ? finding : { ...finding, end, sign: 0 }
    if (end - finding.start <= MAX_INVISIBLE_LENGTH) counting.push(joined)
    else for (const piece of cut(joined)) counting.push(piece)
  }
  return sortRanges(counting)
}

/**
 * Index behind the last of the directional controls that stand side by side and are found by one rule. They are judged one by one,
 * and are one finding, as characters of other kinds that stand side by side are.
 */
function endOfNeighbours(findings: readonly InvisibleFinding[], first: number): number {
  let next = first + 1
  while (next < findings.length && goesOn(findings[next - 1] as InvisibleFinding, findings[next] as InvisibleFinding))
    next++
  return next
}

function goesOn(finding: InvisibleFinding, next: InvisibleFinding): boolean {
  if (finding.kind !== 'bidi-control' || next.kind !== 'bidi-control') return false
  return next.start === finding.end && next.rule === finding.rule && next.score === finding.score
}

/** Pieces of a long finding; what is hidden in it is told by the first. */
function cut(finding: InvisibleFinding): InvisibleFinding[] {
  const { start, end, hidden } = finding
  return Array.from({ length: Math.ceil((end - start) / MAX_INVISIBLE_LENGTH) }, (_, index) => ({
    ...finding,
    hidden: index === 0 ? hidden : undefined,
    start: start + index * MAX_INVISIBLE_LENGTH,
    end: Math.min(end, start + (index + 1) * MAX_INVISIBLE_LENGTH),
  }))
}
