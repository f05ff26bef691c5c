import { type Finding, type HiddenMessage, MAX_LISTED_FINDINGS } from './finding.js'
import type { Mask } from './mask.js'
import { RangeCover } from './range-cover.js'
import { roundScore } from './round-score.js'
import type { Rule } from './rule.js'
import { type Replacement, replaceRanges, sortRanges, type TextRange } from './text-range.js'

/** A match of one rule in a text. Matches of one rule are disjoint; those of two rules may overlap. */
export interface RuleMatch extends TextRange {
  /** Index of the rule. */
  readonly rule: number
  /** Score, name and hidden message that its finding has, if any. */
  readonly score?: number
  readonly name?: string
  readonly hidden?: HiddenMessage | undefined
}

/** What screening some texts came to. */
export interface Screening {
  /** How many findings there are. */
  readonly count: number
  /** The first {@link MAX_LISTED_FINDINGS}: a hostile text may have one for each character. */
  readonly findings: readonly Finding[]
  /** The types of all, in the order of their first findings. */
  readonly types: ReadonlySet<string>
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
  const types = new Set<string>()
  const masked = new Map<number, string>()
  let count = 0
  let rejecting = 0
  for (const { kind, index, text } of texts) {
    const matches = findMatches(text)
    if (matches.length === 0) continue
    const masks = findReplacements(text, rules)
    const replacements: Replacement[] = []
    for (const match of sortRanges(matches)) {
      const rule = rules[match.rule]
      if (rule === undefined || masks?.holds(match)) continue
      count++
      types.add(rule.type)
      if (findings.length < MAX_LISTED_FINDINGS) findings.push(describe(match, rule.type, { [kind]: index }))
      if (rule.action === 'reject') rejecting++
      if (rule.action === 'mask') {
        const { start, end } = match
        replacements.push({ start, end, replacement: rule.mask.replace(text.slice(start, end)) })
      }
    }
    if (replacements.length > 0) masked.set(index, replaceRanges(text, replacements))
  }
  return { count, findings, types, rejecting, masked }
}

function describe(
  { start, end, score, name, hidden }: RuleMatch,
  type: string,
  place: Pick<Finding, 'message' | 'choice'>,
): Finding {
  return {
    type,
    ...place,
    range: { start, end },
    ...(score === undefined ? {} : { score: roundScore(score) }),
    ...(name === undefined ? {} : { rule: name }),
    ...(hidden === undefined ? {} : { hidden }),
  }
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
