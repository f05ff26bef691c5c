import { decodePayloads, type Payload } from './decode-payloads.js'
import { type FoldedText, foldText } from './fold-text.js'
import { findPlainWords, type PlainWords } from './plain-words.js'

/** What detectors read of one text. Each part is made when it is first asked for, once, whoever asks. */
export class TextView {
  readonly text: string
  #folded: FoldedText | undefined
  #words: PlainWords | undefined
  #payloads: readonly Payload[] | undefined

  constructor(text: string) {
    this.text = text
  }

  /** The text folded for comparison, with the way back to the original. */
  get folded(): FoldedText {
    this.#folded ??= foldText(this.text, false)
    return this.#folded
  }

  /** The words in their plainest spelling, with their places in the original. */
  get words(): PlainWords {
    this.#words ??= findPlainWords(this.text)
    return this.#words
  }

  /** What stands in the text in some encoding, decoded. */
  get payloads(): readonly Payload[] {
    this.#payloads ??= decodePayloads(this.text)
    return this.#payloads
  }
}

/** So many views are kept, and so many code units of text in them (10 to 25 MB); a longer text is not kept. */
const MAX_KEPT_VIEWS = 16
const MAX_KEPT_UNITS = 1_048_576

const kept = new Map<string, TextView>()
let keptUnits = 0

/**
 * The view of a text. Those of the last few texts are kept, so that the processors which read one exchange in turn share
 * the work; the oldest is let go first.
 */
export function viewText(text: string): TextView {
  const known = kept.get(text)
  if (known !== undefined) return known
  const view = new TextView(text)
  if (text.length > MAX_KEPT_UNITS) return view
  kept.set(text, view)
  keptUnits += text.length
  for (const oldest of kept.keys()) {
    if (kept.size <= MAX_KEPT_VIEWS && keptUnits <= MAX_KEPT_UNITS) break
    kept.delete(oldest)
    keptUnits -= oldest.length
  }
  return view
}
