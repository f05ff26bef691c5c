/** Called where a keyword stands: its index, and its range `[start, end)` in the text. */
export type VisitKeyword = (keyword: number, start: number, end: number) => void

/** Classes of code units, a power of two, so that a row of the table is found by a shift. */
const CLASS_BITS = 7

/**
 * Finds all occurrences of a few hundred keywords in one pass, capital letters of ASCII folded (Aho and Corasick, 1975).
 *
 * The whole automaton is one table, with a row for each state and a column for each character that occurs in a keyword, so
 * that a code unit of text costs two look-ups and no branch. The table takes 256 bytes for each code unit of the keywords,
 * which suits a fixed list; for lists of an operator there is `TermAutomaton`.
 */
export class KeywordScanner {
  /** By code unit: its column; 0 for those that stand in no keyword. */
  readonly #classOf = new Uint8Array(0x10000)
  /** The state that follows, by state and column. States where a keyword ends come last. */
  readonly #next: Uint16Array
  readonly #firstEnding: number
  /** By state, from `#firstEnding` on: the keywords that end there, longest first. */
  readonly #ending: readonly (readonly number[])[]
  readonly #lengths: readonly number[]

  /** @param keywords distinct, not empty, at most 127 different characters and 65,535 code units altogether */
  constructor(keywords: readonly string[]) {
    const folded = keywords.map((keyword) => keyword.toLowerCase())
    this.#lengths = folded.map(({ length }) => length)
    let classes = 0
    for (const character of new Set(folded.join(''))) {
      classes++
      this.#classOf[character.charCodeAt(0)] = classes
      this.#classOf[character.toUpperCase().charCodeAt(0)] ||= classes
    }
    if (classes >= 1 << CLASS_BITS) throw new RangeError(`Expected at most 127 characters in keywords, got ${classes}.`)
    const trie = buildTrie(folded, this.#classOf)
    const { order, ending } = link(trie, classes)
    const { rank, firstEnding } = rankStates(order, ending)
    this.#firstEnding = firstEnding
    this.#next = new Uint16Array(order.length << CLASS_BITS)
    const ranked: (readonly number[])[] = []
    for (let state = 0; state < order.length; state++) {
      const row = rank[state] as number
      for (let column = 1; column <= classes; column++) {
        this.#next[(row << CLASS_BITS) | column] = rank[trie.next[(state << CLASS_BITS) | column] as number] as number
      }
      if (row >= firstEnding) ranked[row - firstEnding] = ending[state] as readonly number[]
    }
    this.#ending = ranked
  }

  /** Visits the occurrences in the order in which they end; of those that end together, the longest first. */
  scan(text: string, visit: VisitKeyword): void {
    const classOf = this.#classOf
    const next = this.#next
    const firstEnding = this.#firstEnding
    const { length } = text
    let state = 0
    for (let index = 0; index < length; index++) {
      state = next[(state << CLASS_BITS) | (classOf[text.charCodeAt(index)] as number)] as number
      if (state < firstEnding) continue
      const end = index + 1
      for (const keyword of this.#ending[state - firstEnding] as readonly number[]) {
        visit(keyword, end - (this.#lengths[keyword] as number), end)
      }
    }
  }
}

const NONE: readonly number[] = []

interface Trie {
  readonly states: number
  /** The state that follows, by state and column; 0, the root, where none does. */
  readonly next: Uint16Array
  /** By state: the keyword that ends there. */
  readonly keywordAt: ReadonlyMap<number, number>
}

function buildTrie(keywords: readonly string[], classOf: Uint8Array): Trie {
  const capacity = keywords.reduce((sum, { length }) => sum + length, 1)
  const next = new Uint16Array(capacity << CLASS_BITS)
  const keywordAt = new Map<number, number>()
  let states = 1
  keywords.forEach((keyword, index) => {
    let state = 0
    for (let at = 0; at < keyword.length; at++) {
      const edge = (state << CLASS_BITS) | (classOf[keyword.charCodeAt(at)] as number)
      if (next[edge] === 0) next[edge] = states++
      state = next[edge] as number
    }
    keywordAt.set(state, index)
  })
  return { states, next, keywordAt }
}

/**
 * Completes the transitions of each state, in place, by those of its longest proper suffix, short states first.
 *
 * @returns the states in that order, and by state the keywords that end there, the longest first
 */
function link({ states, next, keywordAt }: Trie, classes: number) {
  const order = new Uint16Array(states)
  const suffixOf = new Uint16Array(states)
  const ending: (readonly number[])[] = []
  let known = 1
  for (let index = 0; index < states; index++) {
    const state = order[index] as number
    const suffix = suffixOf[state] as number
    const own = keywordAt.get(state)
    const inherited = state === 0 ? NONE : (ending[suffix] as readonly number[])
    ending[state] = own === undefined ? inherited : [own, ...inherited]
    for (let column = 1; column <= classes; column++) {
      const edge = (state << CLASS_BITS) | column
      const child = next[edge] as number
      const follows = state === 0 ? 0 : (next[(suffix << CLASS_BITS) | column] as number)
      if (child === 0) next[edge] = follows
      else {
        suffixOf[child] = follows
        order[known++] = child
      }
    }
  }
  return { order, ending }
}

/** Numbers the states so that those where a keyword ends come last; the root stays 0. */
function rankStates(order: Uint16Array, ending: readonly (readonly number[])[]) {
  const isEnding = (state: number): boolean => (ending[state] as readonly number[]).length > 0
  const rank = new Uint16Array(order.length)
  let last = 0
  for (const state of order) if (!isEnding(state)) rank[state] = last++
  const firstEnding = last
  for (const state of order) if (isEnding(state)) rank[state] = last++
  return { rank, firstEnding }
}
