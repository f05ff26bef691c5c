/** Words of a conversation, to be compared with what a URL carries. */
export interface Conversation {
  /** Whether the text holds this, as it is: what stands in the prompt already is no news to anybody. */
  quotes(text: string): boolean
  /** Share of the pairs of neighbouring words, or of the telling words, of a text that stand in the conversation; 0 to 1. */
  overlap(text: string): number
}

/** So many code units of a conversation are compared, its last ones. */
const MAX_CONVERSATION = 262_144
const WORD = /[\p{L}\p{M}\p{N}]+/gu
/** A word by itself tells when it is long and holds digits, as codes and numbers do. */
const TELLING_LENGTH = 8

/** Makes a conversation of texts. The work is done when it is first asked for. */
export function readConversation(texts: readonly string[]): Conversation {
  let known: { readonly text: string; readonly words: Set<string>; readonly pairs: Set<string> } | undefined
  const know = () => {
    if (known !== undefined) return known
    const text = texts.join('\n').slice(-MAX_CONVERSATION)
    const list = wordsOf(text)
    known = { text, words: new Set([...list, ...numbersOf(text)]), pairs: new Set(pairsOf(list)) }
    return known
  }
  return {
    quotes: (text) => know().text.includes(text),
    overlap(text) {
      const { words, pairs } = know()
      const list = wordsOf(text)
      const telling = list.filter((word) => word.length >= TELLING_LENGTH && /\p{N}/u.test(word))
      const own = [...pairsOf(list), ...new Set([...telling, ...numbersOf(text)])]
      if (own.length === 0) return 0
      return own.filter((each) => pairs.has(each) || words.has(each)).length / own.length
    },
  }
}

/** A conversation that nobody knows. */
export const noConversation: Conversation = { quotes: () => false, overlap: () => 0 }

function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(WORD) ?? []
}

/** A card, an account or a telephone, in groups of digits or not. */
const NUMBER = /\d(?:[ .-]?\d){7,24}/g

function numbersOf(text: string): string[] {
  return (text.match(NUMBER) ?? []).map((number) => number.replaceAll(/\D/g, ''))
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`)
}
