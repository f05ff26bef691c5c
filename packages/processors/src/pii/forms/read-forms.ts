import { formClassOf, NO_FORM_CLASS } from './form-class.js'

/** The characters of some patterns, each with what may follow it: the automaton of Glushkov (1961). */
export interface Forms {
  /** Positions that a match may begin with. */
  readonly first: readonly number[]
  /** By position: classes of the characters that may stand there, as bits. */
  readonly classes: readonly number[]
  /** By position: the positions that may come next. */
  readonly next: readonly (readonly number[])[]
  /** By position: index of the pattern that may end there, -1 for none. */
  readonly ends: readonly number[]
}

/**
 * Reads the forms of patterns: where they take digits, letters and signs, not which. What matches a pattern has its form.
 *
 * Takes what patterns of identifiers are made of: characters and classes of them, groups, alternatives, repeats with a bound;
 * each pattern from `^` to `$`. What looks ahead is left out: it takes no character.
 *
 * @throws Error for a pattern with anything else.
 */
export function readForms(patterns: readonly RegExp[]): Forms {
  const forms = { first: [], classes: [], next: [], ends: [] } as { [field in keyof Forms]: number[] } & {
    next: number[][]
  }
  patterns.forEach((pattern, index) => {
    const { first, last } = new PatternReader(pattern, forms).read()()
    for (const position of first) forms.first.push(position)
    for (const position of last) forms.ends[position] = index
  })
  return forms
}

/** A part of a pattern in place: the positions that it begins and ends with, and whether it may be left out. */
interface Part {
  readonly first: readonly number[]
  readonly last: readonly number[]
  readonly mayBeEmpty: boolean
}

/** Puts a part in place; a repeated one as often as it may stand. */
type Place = () => Part

const NOTHING: Part = { first: [], last: [], mayBeEmpty: true }
const QUANTIFIER = /\?|\{(\d+)(?:,(\d+))?\}/y
const LOOKAHEAD = /\(\?=[^()]*\)/y
const GROUP = '(?:'
/** Characters that mean something else in a pattern than themselves. */
const SPECIAL = /[$()*+.?[\\\]^{|}]/

class PatternReader {
  readonly #pattern: RegExp
  readonly #source: string
  readonly #forms: { readonly classes: number[]; readonly next: number[][]; readonly ends: number[] }
  #at = 1

  constructor(pattern: RegExp, forms: { classes: number[]; next: number[][]; ends: number[] }) {
    this.#pattern = pattern
    this.#source = pattern.source
    this.#forms = forms
  }

  read(): Place {
    const place = this.#readSequence()
    if (!this.#source.startsWith('^') || this.#source.slice(this.#at) !== '$') throw this.#refuse()
    return place
  }

  #readAlternatives(): Place {
    const alternatives = [this.#readSequence()]
    while (this.#source[this.#at] === '|') {
      this.#at++
      alternatives.push(this.#readSequence())
    }
    return alternatives.length === 1 ? (alternatives[0] as Place) : () => either(alternatives.map((place) => place()))
  }

  #readSequence(): Place {
    const pieces: Place[] = []
    for (
      let unit = this.#source[this.#at];
      unit !== '|' && unit !== ')' && unit !== '$';
      unit = this.#source[this.#at]
    ) {
      pieces.push(this.#readRepeated())
    }
    return () => this.#chain(pieces)
  }

  #readRepeated(): Place {
    const place = this.#readPiece()
    const [quantifier, least, most = least] = this.#take(QUANTIFIER) ?? []
    if (quantifier === undefined) return place
    const [from, to] = quantifier === '?' ? [0, 1] : [Number(least), Number(most)]
    return () => this.#repeat(place, from, to)
  }

  #readPiece(): Place {
    if (this.#take(LOOKAHEAD) !== undefined) return () => NOTHING
    if (this.#source.startsWith(GROUP, this.#at)) {
      this.#at += GROUP.length
      const place = this.#readAlternatives()
      this.#at++
      return place
    }
    const classes = this.#readClasses()
    return () => this.#put(classes)
  }

  /** Classes of a character or of a class of characters, as bits. */
  #readClasses(): number {
    const character = this.#source.charAt(this.#at++)
    if (character === '\\') return this.#readEscaped()
    if (character !== '[') {
      if (character === '' || SPECIAL.test(character)) throw this.#refuse()
      return bitOf(character)
    }
    let bits = 0
    while (this.#source[this.#at] !== ']') {
      const first = this.#source.charAt(this.#at++)
      if (first === '' || first === '^' || first === '\\') throw this.#refuse()
      bits |= bitOf(first)
      if (this.#source[this.#at] !== '-' || this.#source[this.#at + 1] === ']') continue
      // A range is of digits or of capitals, so its last has the class of all.
      const last = this.#source.charAt(this.#at + 1)
      if (bitOf(last) !== bitOf(first)) throw this.#refuse()
      this.#at += 2
    }
    this.#at++
    return bits
  }

  #readEscaped(): number {
    const character = this.#source.charAt(this.#at++)
    if (character === 'd') return bitOf('0')
    if (!SPECIAL.test(character) && character !== '/') throw this.#refuse()
    return bitOf(character)
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#source)
    if (match === null) return undefined
    this.#at = pattern.lastIndex
    return match
  }

  #put(classes: number): Part {
    const { length } = this.#forms.classes
    this.#forms.classes.push(classes)
    this.#forms.next.push([])
    this.#forms.ends.push(-1)
    return { first: [length], last: [length], mayBeEmpty: false }
  }

  #chain(places: readonly Place[]): Part {
    let chained = NOTHING
    for (const place of places) {
      const part = place()
      this.#join(chained, part)
      chained = {
        first: chained.mayBeEmpty ? [...chained.first, ...part.first] : chained.first,
        last: part.mayBeEmpty ? [...chained.last, ...part.last] : part.last,
        mayBeEmpty: chained.mayBeEmpty && part.mayBeEmpty,
      }
    }
    return chained
  }

  /** Puts a part in place `most` times: what stands there fewer times stands in the first places. */
  #repeat(place: Place, least: number, most: number): Part {
    let part = place()
    const { first, mayBeEmpty } = part
    const last: number[] = []
    for (let times = 1; times <= most; times++) {
      if (times >= least || mayBeEmpty) last.push(...part.last)
      if (times === most) break
      const next = place()
      this.#join(part, next)
      part = next
    }
    return { first, last, mayBeEmpty: mayBeEmpty || least === 0 }
  }

  #join({ last }: Part, { first }: Part): void {
    for (const position of last) this.#forms.next[position]?.push(...first)
  }

  #refuse(): Error {
    return new Error(`The form of the pattern ${this.#pattern} cannot be read at character ${this.#at}.`)
  }
}

function either(parts: readonly Part[]): Part {
  return {
    first: parts.flatMap(({ first }) => first),
    last: parts.flatMap(({ last }) => last),
    mayBeEmpty: parts.some(({ mayBeEmpty }) => mayBeEmpty),
  }
}

/** The class of a character as a bit; 0 for one that no candidate has, such as `Ñ`. */
function bitOf(character: string): number {
  const formClass = formClassOf(character.charCodeAt(0))
  return formClass === NO_FORM_CLASS ? 0 : 1 << formClass
}
