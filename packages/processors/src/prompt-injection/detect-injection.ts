import { TextView, viewText } from '../text/text-view.js'
import { scoreText, type TextScore } from './score-text.js'

/**
 * Scores a text, and what it holds in an encoding (see `decodePayloads`), and returns the highest. The range of what was decoded
 * is that of its code, and the encodings stand before the signals. Linear time.
 */
export function detectInjection(text: string): TextScore {
  const view = viewText(text)
  let highest = scoreText(view)
  for (const { text: decoded, encodings, start, end } of view.payloads) {
    const score = scoreText(new TextView(decoded))
    if (score.confidence <= highest.confidence) continue
    highest = { ...score, range: { start, end }, signals: [...encodings, ...score.signals] }
  }
  return highest
}
