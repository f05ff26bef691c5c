import { roundScore } from '../detection/round-score.js'
import type { TextRange } from '../detection/text-range.js'
import type { Classification } from './classifier.js'

/** Labels by which the usual models say that nothing is wrong, in small letters. */
export const defaultHarmlessLabels: readonly string[] = [
  'safe',
  'benign',
  'legit',
  'legitimate',
  'harmless',
  'neutral',
  'normal',
  'non-toxic',
  'not_toxic',
  'nothate',
  'none',
  'ok',
]

/** What counts, and what it leads to, as parameters have it. */
export interface LabelRules {
  readonly threshold: number
  readonly labels: Readonly<
    Record<string, { readonly threshold?: number | undefined; readonly action?: 'tag' | 'reject' | 'off' | undefined }>
  >
  /** Labels that are no objection, in any case. */
  readonly harmless: readonly string[]
}

/** A label that counts against a text, and the window that speaks for it most. */
export interface LabelObjection {
  readonly type: string
  readonly range: TextRange
  readonly score: number
  readonly action: 'tag' | 'reject' | undefined
}

/** What a classification says against a text, and the highest score of all labels that are not harmless or switched off. */
export function objectionsOf(
  { labels, windows }: Classification,
  { threshold, labels: rules, harmless }: LabelRules,
): { readonly score: number; readonly objections: readonly LabelObjection[] } {
  const harmlessNames = new Set(harmless.map((label) => label.toLowerCase()))
  const ruleOf = new Map(Object.entries(rules).map(([label, rule]) => [label.toLowerCase(), rule]))
  const objections: LabelObjection[] = []
  let highest = 0
  for (const [index, label] of labels.entries()) {
    const name = label.toLowerCase()
    const { threshold: own = threshold, action } = ruleOf.get(name) ?? {}
    if (harmlessNames.has(name) || action === 'off') continue
    for (const best of strongest(windows, index)) {
      highest = Math.max(highest, best.score)
      if (best.score >= own) objections.push({ type: typeOf(name), ...best, action })
    }
  }
  return { score: highest, objections }
}

/** The window with the highest score of a label, if there is a window. */
function strongest(windows: Classification['windows'], label: number) {
  const scored = windows.map(({ start, end, scores }) => ({
    range: { start, end },
    score: roundScore(scores[label] ?? 0),
  }))
  return scored.toSorted((a, b) => b.score - a.score).slice(0, 1)
}

/** A label as a tag. */
function typeOf(label: string): string {
  return label.replaceAll(/[^a-z0-9._-]+/g, '-').replace(/^[^a-z0-9]+/, '') || 'label'
}
