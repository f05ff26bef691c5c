import type { Sign } from './evidence.js'
import { Concept } from './lexicon/concept.js'
import { has, type Sentence } from './sentence.js'

/** What counter-speech, reports and quotation marks leave of a sign: 1 when there are none. */
export function doubt({ tokens }: Sentence, { from, to }: Sign): number {
  let isQuoted = false
  let isReported = false
  let isCountered = false
  let isBlamed = false
  let isOpposed = false
  let around = 0
  tokens.forEach((token, at) => {
    const isInside = at >= from && at <= to
    if (isInside && token.isQuoted) isQuoted = true
    if (isInside || token.isQuoted) return
    around++
    if (has(token, Concept.counter)) {
      isCountered = true
      if (at < from) isOpposed = true
    }
    if (has(token, Concept.insult | Concept.badTrait)) isBlamed = true
    if (has(token, Concept.report) && !has(tokens[at - 1], Concept.first)) isReported = true
  })
  if ((isReported || isQuoted) && (isCountered || isBlamed)) return 0.35
  if (isQuoted && around >= 3) return 0.5
  return isReported ? 0.58 : isOpposed ? 0.56 : 1
}
