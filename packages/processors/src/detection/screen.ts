import type { Finding, HiddenMessage } from './finding.js'
import type { Mask } from './mask.js'
import { RangeCover } from './range-cover.js'
import type { Rule } from './rule.js'
import { compareRanges, type Replacement, replaceRanges, type TextRange } from './text-range.js'

/** A match of one rule in a text. Matches of one rule are disjoint; those of two rules may overlap. */
export interface RuleMatch extends TextRange {
  /** Index of the rule. */
  readonly rule: number
  /** Score, name and hidden message that its finding has, if any. */
  readonly score?: number
  readonly name?: string
  readonly hidden?: HiddenMessage
}

/** What screening some texts came to. */
export interface Screening {
  readonly findings: readonly Finding[]
  /** How many of the findings belong to a rule that rejects. */
  readonly rejecting: number
  /** Texts that rules with the action `mask` changed, by index of the message or choice. */
  readonly masked: ReadonlyMap<number, string>
}

/** A text to screen and where it stands. */
export interface PlacedText {
  readonly kind: 'message' | 'choice'
  readonly index: number
  readonly text: string
}

/**
 * Searches texts for rules, and masks what rules with that action match.
 *
 * A match that lies inside the replacement of a rule does not count: it was masked before, in an earlier step or turn, and
 * masking again must change nothing.
 */
export function screenTexts(
  texts: Iterable<PlacedText>,
  rules: readonly (Rule | undefined)[],
  findMatches: (text: string) => readonly RuleMatch[],
): Screening {
  const findings: Finding[] = []
  const masked = new Map<number, string>()
  let rejecting = 0
  for (const { kind, index, text } of texts) {
    const matches = findMatches(text)
    if (matches.length === 0) continue
    const masks = findReplacements(text, rules)
    const replacements: Replacement[] = []
    for (const { start, end, rule: ruleIndex, score, name, hidden } of matches.toSorted(compareRanges)) {
      const rule = rules[ruleIndex]
      if (rule === undefined || masks?.holds({ start, end })) continue
      findings.push({
        type: rule.type,
        [kind]: index,
        range: { start, end },
        ...(score === undefined ? {} : { score }),
        ...(name === undefined ? {} : { rule: name }),
        ...(hidden === undefined ? {} : { hidden }),
      })
      if (rule.action === 'reject') rejecting++
      if (rule.action === 'mask')
        replacements.push({ start, end, replacement: rule.mask.replace(text.slice(start, end)) })
    }
    if (replacements.length > 0) masked.set(index, replaceRanges(text, replacements))
  }
  return { findings, rejecting, masked }
}

/** Where the replacements of rules stand in a text; `undefined` when there are none. */
function findReplacements(text: string, rules: readonly (Rule | undefined)[]): RangeCover | undefined {
  let cover: RangeCover | undefined
  let before: Mask | undefined
  for (const rule of rules) {
    // Rules with one mask stand together.
    if (rule === undefined || rule.mask === before) continue
    before = rule.mask
    for (const { start, end } of rule.mask.findIn(text)) {
      cover ??= new RangeCover(text.length)
      cover.add(start, end)
    }
  }
  return cover
}
