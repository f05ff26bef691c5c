import type { InvisibleFinding, SearchOptions } from './invisible-finding.js'
import { describeInWord, type InvisibleRun, judgeRun } from './judge-run.js'

/**
 * So many cuts with one letter between each two are a word that is spelt out to pass a filter. Syllables of one letter are rare, and
 * no hyphenation has two in a row inside a word.
 */
const SPELT_OUT = 3

/**
 * Judges characters that are left alone in a word by themselves, such as soft hyphens, unless they cut it letter by letter.
 *
 * @param cuts runs of one such character between two letters, in their order.
 */
export function judgeCuts(text: string, cuts: readonly InvisibleRun[], options: SearchOptions): InvisibleFinding[] {
  const findings: InvisibleFinding[] = []
  for (let from = 0; from < cuts.length; ) {
    let to = from + 1
    while (to < cuts.length && isNextLetter(text, cuts[to - 1] as InvisibleRun, cuts[to] as InvisibleRun)) to++
    for (const cut of cuts.slice(from, to)) {
      for (const finding of to - from < SPELT_OUT ? judgeRun(cut, options) : [describeInWord(cut)])
        findings.push(finding)
    }
    from = to
  }
  return findings
}

/** Whether one character, letter or digit, stands between two cuts. */
function isNextLetter(text: string, cut: InvisibleRun, next: InvisibleRun): boolean {
  const between = next.start - cut.end
  return between === 1 || (between === 2 && (text.codePointAt(cut.end) as number) > 0xffff)
}
