import { findUnfinished, forEachPlaceholder } from './find-placeholders.js'

/** Kept values by the id of their placeholder. */
export type KeptValues = ReadonlyMap<string, string>

/** Gives kept values until `maxUnits` UTF-16 code units of them were given: a short text may name a long value many times. */
export function limitValues(values: KeptValues, maxUnits: number): Pick<KeptValues, 'get'> {
  let left = maxUnits
  return {
    get(id) {
      const value = values.get(id)
      if (value === undefined || value.length > left) return undefined
      left -= value.length
      return value
    },
  }
}

/** A text with its placeholders turned back. */
export interface RestoredText {
  readonly text: string
  /** How many placeholders were turned back. */
  readonly restored: number
  /** How many have the form of a placeholder, but get no value: they stay as they are. */
  readonly unknown: number
}

/** Puts the kept values in place of their placeholders. `write` says how a value stands in this text. Linear time. */
export function restoreText(
  text: string,
  values: Pick<KeptValues, 'get'>,
  write: (value: string) => string = (value) => value,
): RestoredText {
  let written = ''
  let from = 0
  let restored = 0
  let unknown = 0
  forEachPlaceholder(text, ({ start, end, id }) => {
    const value = values.get(id)
    if (value === undefined) {
      unknown++
      return
    }
    restored++
    written += text.slice(from, start) + write(value)
    from = end
  })
  return { text: written + text.slice(from), restored, unknown }
}

/**
 * Restores a text that arrives in chunks. However it is cut, what comes out is what {@link restoreText} gives for the whole, and
 * no part of a placeholder comes out before it is known whether it is one. It holds back at most `MAX_PLACEHOLDER_LENGTH`.
 */
export class StreamRestorer {
  readonly #values: KeptValues
  readonly #write: ((value: string) => string) | undefined
  #held = ''

  constructor(values: KeptValues, write?: (value: string) => string) {
    this.#values = values
    this.#write = write
  }

  /** Takes a chunk, and gives what can be shown by now. */
  feed(chunk: string): string {
    const text = this.#held + chunk
    const unfinished = findUnfinished(text)
    this.#held = text.slice(unfinished)
    return restoreText(text.slice(0, unfinished), this.#values, this.#write).text
  }

  /** Gives what was held back; the text is over. */
  end(): string {
    const rest = this.#held
    this.#held = ''
    return rest
  }
}
