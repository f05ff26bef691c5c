/** A text in the form in which terms are compared, with the way back to the original. */
export interface FoldedText {
  /** Code units of the folded text; only the first `length` count. */
  readonly units: Uint16Array
  readonly length: number
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

/**
 * Folds a text for comparison: compatibility forms are normalised (Unicode NFKC: full-width letters, ligatures, accents
 * set apart), invisible characters dropped (soft hyphens, zero-width joiners, variation selectors), runs of blanks made
 * one space and, unless `caseSensitive`, case folded (`ß` as `ss`, Turkish dotted and dotless `i` both as `i`).
 *
 * Takes linear time; the folded text can be 18 times as long as the original (NFKC of U+FDFA), but hardly ever is longer.
 */
export function foldText(text: string, caseSensitive: boolean): FoldedText {
  const folded = new OffsetText(text.length)
  const foldPiece = rememberPieces(caseSensitive)
  let isAfterSpace = false
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (code >= SPACE && code < 0x80 && !(text.charCodeAt(at + 1) >= FIRST_COMBINING)) {
      if (code !== SPACE || !isAfterSpace) folded.push(isUpper(code) && !caseSensitive ? code + 32 : code, at)
      isAfterSpace = code === SPACE
      at++
      continue
    }
    PIECE.lastIndex = at
    const piece = PIECE.exec(text)?.[0] ?? text.charAt(at)
    for (const unit of foldPiece(piece)) {
      if (unit !== SPACE || !isAfterSpace) folded.push(unit, at)
      isAfterSpace = unit === SPACE
    }
    at += piece.length
  }
  return folded.finish(text.length)
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

function isUpper(code: number): boolean {
  return code > 0x40 && code < 0x5b
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

/** Code units with the offset each comes from; grows by doubling. */
class OffsetText {
  units: Uint16Array
  #offsets: Uint32Array
  length = 0

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity)
    this.#offsets = new Uint32Array(capacity)
  }

  push(unit: number, offset: number): void {
    if (this.length === this.units.length) this.#grow()
    this.units[this.length] = unit
    this.#offsets[this.length] = offset
    this.length++
  }

  finish(textLength: number): FoldedText {
    const offsets = this.#offsets
    const { units, length } = this
    const startOf = (index: number): number => offsets[index] ?? textLength
    return {
      units,
      length,
      startOf,
      endOf(index) {
        let next = index + 1
        while (next < length && offsets[next] === offsets[index]) next++
        return next < length ? startOf(next) : textLength
      },
    }
  }

  #grow(): void {
    const capacity = Math.max(16, this.units.length * 2)
    const units = new Uint16Array(capacity)
    units.set(this.units)
    this.units = units
    const offsets = new Uint32Array(capacity)
    offsets.set(this.#offsets)
    this.#offsets = offsets
  }
}
