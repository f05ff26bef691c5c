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
    const links = linkStates(trie)
    const { rank, firstEnding } = rankStates(links)
    this.#firstEnding = firstEnding
    this.#next = fillTable(trie, links, rank)
    this.#ending = Array.from(links.order, (state) => links.ending[state] as readonly number[]).filter(isEnding)
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

/** States by the characters that lead to them. The root is 0, which also stands for no state. */
interface Trie {
  readonly states: number
  /** By state: the column of the character that leads to it. */
  readonly columns: Uint8Array
  /** By state: a state that hangs below it, and the next one that hangs below the same. */
  readonly child: Uint16Array
  readonly sibling: Uint16Array
  /** By state: the keyword that ends there. */
  readonly keywordAt: ReadonlyMap<number, number>
}

function buildTrie(keywords: readonly string[], classOf: Uint8Array): Trie {
  const capacity = keywords.reduce((sum, { length }) => sum + length, 1)
  const trie = {
    states: 1,
    columns: new Uint8Array(capacity),
    child: new Uint16Array(capacity),
    sibling: new Uint16Array(capacity),
    keywordAt: new Map<number, number>(),
  }
  const { columns, child, sibling, keywordAt } = trie
  keywords.forEach((keyword, index) => {
    let state = 0
    for (let at = 0; at < keyword.length; at++) {
      const column = classOf[keyword.charCodeAt(at)] as number
      let below = findChild(trie, state, column)
      if (below === 0) {
        below = trie.states++
        columns[below] = column
        sibling[below] = child[state] as number
        child[state] = below
      }
      state = below
    }
    keywordAt.set(state, index)
  })
  return trie
}

function findChild({ columns, child, sibling }: Trie, state: number, column: number): number {
  let below = child[state] as number
  while (below !== 0 && columns[below] !== column) below = sibling[below] as number
  return below
}

interface Links {
  /** The states, the short ones first. */
  readonly order: Uint16Array
  /** By state: its longest proper suffix. */
  readonly suffixOf: Uint16Array
  /** By state: the keywords that end there, the longest first. */
  readonly ending: readonly (readonly number[])[]
}

/** Links each state to its longest proper suffix. */
function linkStates(trie: Trie): Links {
  const { states, columns, child, sibling, keywordAt } = trie
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
    for (let below = child[state] as number; below !== 0; below = sibling[below] as number) {
      order[known++] = below
      if (state !== 0) suffixOf[below] = follow(trie, suffixOf, suffix, columns[below] as number)
    }
  }
  return { order, suffixOf, ending }
}

/** The state that a character leads to from a state, or from the longest of its suffixes that the character goes on from. */
function follow(trie: Trie, suffixOf: Uint16Array, from: number, column: number): number {
  for (let state = from; ; state = suffixOf[state] as number) {
    const below = findChild(trie, state, column)
    if (below !== 0 || state === 0) return below
  }
}

function isEnding(keywords: readonly number[]): boolean {
  return keywords.length > 0
}

/** Numbers the states so that those where a keyword ends come last; the root stays 0. */
function rankStates({ order, ending }: Links) {
  const rank = new Uint16Array(order.length)
  const endsAt = (state: number): boolean => isEnding(ending[state] as readonly number[])
  let last = 0
  for (const state of order) if (!endsAt(state)) rank[state] = last++
  const firstEnding = last
  for (const state of order) if (endsAt(state)) rank[state] = last++
  return { rank, firstEnding }
}

/** The row of a state is that of its suffix, but for the characters that lead on from the state itself. */
function fillTable(
  { states, columns, child, sibling }: Trie,
  { order, suffixOf }: Links,
  rank: Uint16Array,
): Uint16Array {
  const next = new Uint16Array(states << CLASS_BITS)
  for (const state of order) {
    const row = (rank[state] as number) << CLASS_BITS
    const suffixRow = (rank[suffixOf[state] as number] as number) << CLASS_BITS
    next.copyWithin(row, suffixRow, suffixRow + (1 << CLASS_BITS))
    for (let below = child[state] as number; below !== 0; below = sibling[below] as number) {
      next[row | (columns[below] as number)] = rank[below] as number
    }
  }
  return next
}
