/** A text in the form in which terms are compared, with the way back to the original. */
export interface FoldedText {
  /** Code units of the folded text; only the first `length` count. */
  readonly units: Uint16Array
  readonly length: number
  /** By folded code unit: what {@link startOf} says. */
  readonly offsets: Uint32Array
  /** Offset in the original where the character behind a folded code unit starts. */
  startOf(index: number): number
  /** Offset in the original behind the character of a folded code unit, and behind what folding dropped after it. */
  endOf(index: number): number
}

/**
 * One character with its combining marks, or a run of conjoining Hangul letters: the smallest piece that normalises on
 * its own. At most 30 marks, as in the Stream-Safe Text Format (Unicode Standard Annex 15, section 13), so a piece is
 * bounded.
 */
const PIECE =
  /(?:[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6][\u11a8-\u11ff\ud7cb-\ud7fb]?|.)\p{M}{0,30}/suy

/** Blanks of any kind; a run of them compares as one space. */
const BLANK = /^\s$/u

const DROPPED = /\p{Default_Ignorable_Code_Point}/gu

const SPACE = 0x20

/** Below this code unit, no character combines with the one before it. */
const FIRST_COMBINING = 0x300

/** What stands in a table of single units for one that folds to more or less than one unit, or is no piece by itself. */
const COMPLEX = 0xffff

/** Units that are a piece only together with others: surrogates, leading Hangul letters, marks. */
const INSEPARABLE = /[\ud800-\udfff\u1100-\u115f\ua960-\ua97c]|\p{M}/u

/** Where a text is folded to: the units, and the offset in the original of each. */
export interface FoldingSpace {
  units: Uint16Array
  offsets: Uint32Array
}

/**
 * Folds a text for comparison: compatibility forms are normalised (Unicode NFKC: full-width letters, ligatures, accents
 * set apart), invisible characters dropped (soft hyphens, zero-width joiners, variation selectors), runs of blanks made
 * one space and, unless `caseSensitive`, case folded (`ß` as `ss`, Turkish dotted and dotless `i` both as `i`).
 *
 * Takes linear time; the folded text can be 18 times as long as the original (NFKC of U+FDFA), but hardly ever is longer.
 *
 * @param space memory to use, enlarged where it is too small; the outcome is good until it is used again
 */
export function foldText(text: string, caseSensitive: boolean, space = newSpace(text.length)): FoldedText {
  const { length: end } = text
  const singles = singlesOf(caseSensitive)
  let foldPiece: ((piece: string) => readonly number[]) | undefined
  reserve(space, end, 0)
  let { units, offsets } = space
  let length = 0
  let isAfterSpace = false
  for (let at = 0; at < end; ) {
    const single = singles.fold(text.charCodeAt(at))
    if (single !== COMPLEX && (at + 1 === end || singles.isOwnPiece(text.charCodeAt(at + 1)))) {
      if (single !== SPACE || !isAfterSpace) {
        units[length] = single
        offsets[length++] = at
      }
      isAfterSpace = single === SPACE
      at++
      continue
    }
    PIECE.lastIndex = at
    const piece = PIECE.exec(text)?.[0] ?? text.charAt(at)
    foldPiece ??= rememberPieces(caseSensitive)
    const folded = foldPiece(piece)
    // What is left of the text may need a unit for each of its own.
    reserve(space, length + folded.length + end - at, length)
    units = space.units
    offsets = space.offsets
    for (const unit of folded) {
      if (unit !== SPACE || !isAfterSpace) {
        units[length] = unit
        offsets[length++] = at
      }
      isAfterSpace = unit === SPACE
    }
    at += piece.length
  }
  return describe(space, length, end)
}

function describe({ units, offsets }: FoldingSpace, length: number, textLength: number): FoldedText {
  const startOf = (index: number): number => (index < length ? (offsets[index] as number) : textLength)
  return {
    units,
    length,
    offsets,
    startOf,
    endOf(index) {
      let next = index + 1
      while (next < length && offsets[next] === offsets[index]) next++
      return startOf(next)
    },
  }
}

/** Memory to fold a text of so many code units, if it does not become longer. */
export function newSpace(capacity: number): FoldingSpace {
  return { units: new Uint16Array(capacity), offsets: new Uint32Array(capacity) }
}

/** Sees to it that so much fits into a space, at least twice as much as before where that is too little, and keeps what is there. */
function reserve(space: FoldingSpace, capacity: number, length: number): void {
  if (capacity <= space.units.length) return
  const { units, offsets } = newSpace(Math.max(capacity, space.units.length * 2))
  units.set(space.units.subarray(0, length))
  offsets.set(space.offsets.subarray(0, length))
  space.units = units
  space.offsets = offsets
}

/**
 * What single units fold to where they are a piece by themselves, as nearly all are. Each is looked at once, when it is first
 * met; a table takes 128 KB.
 */
class SingleUnits {
  readonly #folded = new Uint16Array(0x10000)
  readonly #caseSensitive: boolean

  constructor(caseSensitive: boolean) {
    this.#caseSensitive = caseSensitive
  }

  /** The unit that a unit folds to by itself, or {@link COMPLEX}. */
  fold(unit: number): number {
    const known = this.#folded[unit] as number
    return known === 0 ? this.#learn(unit) : known
  }

  /** Whether a unit is surely no part of the piece before it. */
  isOwnPiece(unit: number): boolean {
    return unit < FIRST_COMBINING || this.fold(unit) !== COMPLEX
  }

  #learn(unit: number): number {
    const character = String.fromCharCode(unit)
    const folded = INSEPARABLE.test(character) ? '' : foldPiece(character, this.#caseSensitive)
    // 0 is for those not met yet.
    const single = folded.length === 1 ? folded.charCodeAt(0) || COMPLEX : COMPLEX
    this.#folded[unit] = single
    return single
  }
}

let exact: SingleUnits | undefined
let folding: SingleUnits | undefined

function singlesOf(caseSensitive: boolean): SingleUnits {
  if (caseSensitive) {
    exact ??= new SingleUnits(true)
    return exact
  }
  folding ??= new SingleUnits(false)
  return folding
}

/** Folds pieces of one text, each distinct short one once: a text repeats few. */
function rememberPieces(caseSensitive: boolean): (piece: string) => readonly number[] {
  const known = new Map<string, readonly number[]>()
  return (piece) => {
    const remembered = known.get(piece)
    if (remembered !== undefined) return remembered
    const folded = foldPiece(piece, caseSensitive)
    const units = Array.from({ length: folded.length }, (_, index) => folded.charCodeAt(index))
    if (piece.length <= 2) known.set(piece, units)
    return units
  }
}

function foldPiece(piece: string, caseSensitive: boolean): string {
  if (BLANK.test(piece)) return ' '
  const composed = piece.normalize('NFKC')
  if (caseSensitive) return composed.replace(DROPPED, '')
  // Small letters first, since the capital sharp s is its own capital.
  return composed
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll('i\u0307', 'i')
    .replace(DROPPED, '')
}
