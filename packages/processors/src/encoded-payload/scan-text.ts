import { roundScore } from '../detection/round-score.js'
import { optionalTypes, piiTypes, preparePiiSearch } from '../pii/find-pii.js'
import { detectInjection } from '../prompt-injection/detect-injection.js'
import { findSecrets } from '../secrets/find-secrets.js'
import { isProse } from './hidden-prose.js'

/** Built-in detectors that may judge what was decoded. */
export const scanNames = ['prompt-injection', 'secrets', 'pii'] as const

/** What a detector says of a decoded text. */
export interface ScanHit {
  readonly type: 'prompt-injection' | 'secret' | 'personal-data'
  /** The highest score of what it found, 0 to 1. */
  readonly score: number
}

/** How decoded texts are judged. */
export interface ScanSettings {
  readonly scan: readonly (typeof scanNames)[number][]
  /** Confidence from which a text counts as an attack, 0 to 1. */
  readonly threshold: number
}

/** Score from which secrets and personal data count, as in the processors of their own. */
const DEFAULT_THRESHOLD = 0.5

let findPersonalData: ReturnType<typeof preparePiiSearch> | undefined

/** Prepared when it is first asked for. */
function searchPersonalData(text: string) {
  findPersonalData ??= preparePiiSearch({
    types: new Set(piiTypes.filter((type) => !optionalTypes.includes(type))),
    countries: [],
    threshold: DEFAULT_THRESHOLD,
  })
  return findPersonalData(text)
}

/** Has each detector judge a text. Only what says something can be an attack on a model's instructions. */
export function scanText(text: string, { scan, threshold }: ScanSettings): ScanHit[] {
  const hits: ScanHit[] = []
  if (scan.includes('prompt-injection') && isProse(text)) {
    const { confidence } = detectInjection(text)
    if (confidence >= threshold && confidence > 0)
      hits.push({ type: 'prompt-injection', score: roundScore(confidence) })
  }
  if (scan.includes('secrets')) hits.push(...highest('secret', findSecrets(text, DEFAULT_THRESHOLD)))
  if (scan.includes('pii')) hits.push(...highest('personal-data', searchPersonalData(text)))
  return hits
}

function highest(type: ScanHit['type'], found: readonly { readonly score: number }[]): ScanHit[] {
  return found.length === 0 ? [] : [{ type, score: found.reduce((most, { score }) => Math.max(most, score), 0) }]
}
