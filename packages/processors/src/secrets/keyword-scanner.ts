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
    const { children, endings } = buildTrie(folded)
    const { order, transitions, ending } = link(children, endings)
    const { rank, firstEnding } = rankStates(order, ending)
    this.#firstEnding = firstEnding
    this.#next = new Uint16Array(order.length << CLASS_BITS)
    const ranked: (readonly number[])[] = []
    for (const state of order) {
      const row = rank[state] as number
      for (const [character, target] of transitions[state] as ReadonlyMap<string, number>) {
        const column = this.#classOf[character.charCodeAt(0)] as number
        this.#next[(row << CLASS_BITS) | column] = rank[target] as number
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

/** By state: the state behind each character, and the keyword that ends there. */
function buildTrie(keywords: readonly string[]) {
  const children: Map<string, number>[] = [new Map()]
  const endings = new Map<number, number>()
  keywords.forEach((keyword, index) => {
    let state = 0
    for (const character of keyword) {
      const known = children[state] as Map<string, number>
      let child = known.get(character)
      if (child === undefined) {
        child = children.push(new Map()) - 1
        known.set(character, child)
      }
      state = child
    }
    endings.set(state, index)
  })
  return { children, endings }
}

/** Completes the transitions of each state by those of its longest proper suffix, short states first. */
function link(children: readonly ReadonlyMap<string, number>[], endings: ReadonlyMap<number, number>) {
  const transitions: ReadonlyMap<string, number>[] = []
  const ending: (readonly number[])[] = []
  const suffixOf = new Map<number, number>()
  const order = [0]
  for (const state of order) {
    const suffix = suffixOf.get(state)
    const inherited =
      suffix === undefined ? new Map<string, number>() : (transitions[suffix] as ReadonlyMap<string, number>)
    const own = endings.get(state)
    ending[state] = [...(own === undefined ? [] : [own]), ...(suffix === undefined ? [] : (ending[suffix] ?? []))]
    for (const [character, child] of children[state] as ReadonlyMap<string, number>) {
      suffixOf.set(child, state === 0 ? 0 : (inherited.get(character) ?? 0))
      order.push(child)
    }
    transitions[state] = new Map([...inherited, ...(children[state] as ReadonlyMap<string, number>)])
  }
  return { order, transitions, ending }
}

/** Numbers the states so that those where a keyword ends come last; the root stays 0. */
function rankStates(order: readonly number[], ending: readonly (readonly number[])[]) {
  const isEnding = (state: number): boolean => (ending[state] as readonly number[]).length > 0
  const silent = order.filter((state) => !isEnding(state))
  const rank: number[] = []
  for (const [index, state] of [...silent, ...order.filter(isEnding)].entries()) rank[state] = index
  return { rank, firstEnding: silent.length }
}
