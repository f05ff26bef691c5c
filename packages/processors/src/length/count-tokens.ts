/** Encodings that texts can be measured with, by the name that the vendor gave them. */
export const tokenizers = ['o200k_base', 'cl100k_base'] as const

/** One of {@link tokenizers}. */
export type TokenizerName = (typeof tokenizers)[number]

/** Gives the number of tokens of a text. */
export type CountTokens = (text: string) => number

/**
 * Longest run without a blank, or of blanks alone, that goes to the tokenizer as one, in UTF-16 code units. It takes quadratic time
 * for such a run; prose has none that long.
 */
const MAX_RUN = 256

/** A run without a blank, or of blanks. */
const RUN = /\S+|\s+/g

/** Nothing in a text is a special token: `<|endoftext|>` is what somebody wrote. */
const PLAIN = { disallowedSpecial: new Set<string>() }

const loaded = new Map<TokenizerName, Promise<CountTokens>>()

/** The counter of an encoding. Its tables (a few megabytes) are loaded the first time, and stay. */
export function loadTokenizer(name: TokenizerName): Promise<CountTokens> {
  const known = loaded.get(name) ?? load(name)
  loaded.set(name, known)
  return known
}

async function load(name: TokenizerName): Promise<CountTokens> {
  const { countTokens } =
    name === 'o200k_base'
      ? await import('gpt-tokenizer/encoding/o200k_base')
      : await import('gpt-tokenizer/encoding/cl100k_base')
  return (text) => countInPieces(text, (piece) => countTokens(piece, PLAIN))
}

/** Linear time: long runs are cut into pieces, which adds a token for about every hundred of theirs. */
function countInPieces(text: string, count: CountTokens): number {
  let tokens = 0
  let from = 0
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (run.length < MAX_RUN) continue
    if (index > from) tokens += count(text.slice(from, index))
    for (let at = 0; at < run.length; at += MAX_RUN) tokens += count(run.slice(at, at + MAX_RUN))
    from = index + run.length
  }
  return from < text.length ? tokens + count(text.slice(from)) : tokens
}
