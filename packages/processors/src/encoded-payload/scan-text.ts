import { detectInjection } from '../prompt-injection/detect-injection.js'
import { findSecrets } from '../secrets/find-secrets.js'
import { isProse } from './hidden-prose.js'

/** Built-in detectors that may judge what was decoded. */
export const scanNames = ['prompt-injection', 'secrets'] as const

/** What a detector says of a decoded text. */
export interface ScanHit {
  readonly type: 'prompt-injection' | 'secret'
  /** The highest score of what it found, 0 to 1. */
  readonly score: number
}

/** How decoded texts are judged. */
export interface ScanSettings {
  readonly scan: readonly (typeof scanNames)[number][]
  /** Confidence from which a text counts as an attack, 0 to 1. */
  readonly threshold: number
}

/** Score from which secrets count, as in the processor of their own. */
const DEFAULT_THRESHOLD = 0.5

/** Has each detector judge a text. Only what says something can be an attack on a model's instructions. */
export function scanText(text: string, { scan, threshold }: ScanSettings): ScanHit[] {
  const hits: ScanHit[] = []
  if (scan.includes('prompt-injection') && isProse(text)) {
    const { confidence } = detectInjection(text)
    if (confidence >= threshold && confidence > 0) hits.push({ type: 'prompt-injection', score: round(confidence) })
  }
  if (scan.includes('secrets')) hits.push(...highest('secret', findSecrets(text, DEFAULT_THRESHOLD)))
  return hits
}

function highest(type: ScanHit['type'], found: readonly { readonly score: number }[]): ScanHit[] {
  return found.length === 0 ? [] : [{ type, score: Math.max(...found.map(({ score }) => score)) }]
}

/** To four digits. */
function round(score: number): number {
  return Math.round(score * 10_000) / 10_000
}
