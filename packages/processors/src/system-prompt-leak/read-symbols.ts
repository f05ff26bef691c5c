/** What a text is compared by. Positions are those of the whole text, in UTF-16 code units. */
export interface SymbolVisitor {
  /** A word, or a character of a script that is written without blanks between words. */
  word(hash: number, start: number, end: number, isUnspaced: boolean): void
  /** A letter or digit, folded. */
  letter(unit: number, start: number, end: number): void
}

const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
const DROPPED = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu

/** Starting point and factor of FNV-1a. */
const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

/** What a character becomes: a blank ends a word, nothing is passed over. */
interface Folded {
  readonly text: string
  readonly isUnspaced: boolean
}

const BREAK: Folded = { text: ' ', isUnspaced: false }

const remembered = new Map<number, Folded>()
const MAX_REMEMBERED = 8192

/**
 * Splits a text that comes in chunks into words and letters. Each character is folded by itself (compatibility forms,
 * accents, case, invisible characters), so that it makes no difference where chunks begin.
 */
export class SymbolReader {
  readonly #visitor: SymbolVisitor
  #at = 0
  #highSurrogate = ''
  #hash = OFFSET
  #wordStart = -1
  #wordEnd = 0

  constructor(visitor: SymbolVisitor) {
    this.#visitor = visitor
  }

  /** @param place where all of the chunk stands, in place of its own positions: for what was decoded. */
  feed(chunk: string, place?: { readonly start: number; readonly end: number }): void {
    const text = this.#highSurrogate + chunk
    this.#highSurrogate = ''
    for (let index = 0; index < text.length; ) {
      const codePoint = text.codePointAt(index) as number
      const length = codePoint > 0xffff ? 2 : 1
      if (index === text.length - 1 && (codePoint & 0xfc00) === 0xd800 && place === undefined) {
        this.#highSurrogate = text.slice(index)
        return
      }
      if (place === undefined) this.#read(codePoint, this.#at, this.#at + length)
      else this.#read(codePoint, place.start, place.end)
      this.#at += length
      index += length
    }
  }

  /** Ends the word that is being read. */
  endWord(): void {
    if (this.#wordStart < 0) return
    this.#visitor.word(this.#hash, this.#wordStart, this.#wordEnd, false)
    this.#wordStart = -1
    this.#hash = OFFSET
  }

  #read(codePoint: number, start: number, end: number): void {
    const { text, isUnspaced } = fold(codePoint)
    if (text === ' ' || isUnspaced) this.endWord()
    if (text === ' ') return
    let hash = isUnspaced ? OFFSET : this.#hash
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index)
      hash = Math.imul(hash ^ unit, PRIME)
      this.#visitor.letter(unit, start, end)
    }
    if (isUnspaced) {
      if (text !== '') this.#visitor.word(hash, start, end, true)
    } else if (text !== '') {
      if (this.#wordStart < 0) this.#wordStart = start
      this.#wordEnd = end
      this.#hash = hash
    }
  }
}

function fold(codePoint: number): Folded {
  const known = remembered.get(codePoint)
  if (known !== undefined) return known
  if (remembered.size === MAX_REMEMBERED) remembered.clear()
  const folded = foldCharacter(String.fromCodePoint(codePoint))
  remembered.set(codePoint, folded)
  return folded
}

function foldCharacter(character: string): Folded {
  const text = character.normalize('NFKD').replace(DROPPED, '').toLowerCase().normalize('NFKD').replace(DROPPED, '')
  if (text === '') return { text, isUnspaced: false }
  const letters = Array.from(text).filter((each) => LETTER_OR_DIGIT.test(each))
  return letters.length === 0 ? BREAK : { text: letters.join(''), isUnspaced: UNSPACED.test(character) }
}
