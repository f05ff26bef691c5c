import { copyText } from '../copy-text.js'

/** Longest document that is remembered, and how much text is remembered in all, in UTF-16 code units. */
const MAX_DOCUMENT_LENGTH = 1_048_576
const MAX_TOTAL_LENGTH = 4_194_304
/** Most documents that are remembered: what is prepared from a short one (an automaton) may be large. */
const MAX_DOCUMENTS = 256

/**
 * Remembers what was made of the parameter documents seen last. A caller sends the same few documents over and over, so
 * validating them and preparing from them (compiling patterns, building automata) happens once, not per request.
 */
export class ParameterDocuments<T> {
  readonly #byText = new Map<string, T>()
  #length = 0

  constructor(readonly read: (text: string) => T) {}

  get(text: string): T {
    const known = this.#byText.get(text)
    if (known !== undefined) return known
    const made = this.read(text)
    if (text.length <= MAX_DOCUMENT_LENGTH) this.#remember(copyText(text), made)
    return made
  }

  #remember(text: string, made: T): void {
    this.#byText.set(text, made)
    this.#length += text.length
    for (const oldest of this.#byText.keys()) {
      if (this.#length <= MAX_TOTAL_LENGTH && this.#byText.size <= MAX_DOCUMENTS) break
      this.#byText.delete(oldest)
      this.#length -= oldest.length
    }
  }
}
