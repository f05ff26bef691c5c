import type { TextView } from '../text/text-view.js'
import { findConcepts } from './find-concepts.js'
import { forEachRule, ruleNames } from './find-rules.js'
import { forEachTrace, structureNames } from './find-structure.js'

/** Something at a word of a text that attacks often have. */
export interface Signal {
  /** Index of the word. */
  readonly word: number
  /** Index in {@link signalNames}. */
  readonly signal: number
}

/** Names of the signals, by index: combinations of concepts, then traces of structure. */
export const signalNames: readonly string[] = [...ruleNames, ...structureNames]

/** Finds the signals of a text, in the order of their words. */
export function findSignals(view: TextView): Signal[] {
  const signals: Signal[] = []
  if (view.words.count === 0) return signals
  forEachRule(findConcepts(view.words), (word, rule) => signals.push({ word, signal: rule }))
  forEachTrace(view, (word, trace) => signals.push({ word, signal: ruleNames.length + trace }))
  return signals.sort((a, b) => a.word - b.word)
}
