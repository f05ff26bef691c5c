/** Scripts that languages are told by, each with the ranges of UTF-16 code units of its letters and marks. */
const RANGES: Readonly<Record<string, readonly (readonly [first: number, last: number])[]>> = {
  latin: [
    [0x41, 0x5a],
    [0x61, 0x7a],
    [0xaa, 0xaa],
    [0xba, 0xba],
    [0xc0, 0xd6],
    [0xd8, 0xf6],
    [0xf8, 0x2af],
    [0x1e00, 0x1eff],
    [0x2c60, 0x2c7f],
    [0xa720, 0xa7ff],
  ],
  cyrillic: [
    [0x400, 0x52f],
    [0x1c80, 0x1c8f],
    [0xa640, 0xa69f],
  ],
  arabic: [
    [0x620, 0x65f],
    [0x66e, 0x6d3],
    [0x6d5, 0x6ef],
    [0x6fa, 0x6ff],
    [0x750, 0x77f],
    [0x8a0, 0x8ff],
  ],
  devanagari: [[0x900, 0x963]],
  ethiopic: [
    [0x1200, 0x135f],
    [0x1380, 0x139f],
  ],
  han: [
    [0x3005, 0x3007],
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0xf900, 0xfaff],
  ],
  kana: [
    [0x3041, 0x30ff],
    [0x31f0, 0x31ff],
  ],
  hangul: [
    [0x1100, 0x11ff],
    [0x3131, 0x318e],
    [0xac00, 0xd7a3],
  ],
  greek: [
    [0x370, 0x3ff],
    [0x1f00, 0x1fff],
  ],
  armenian: [[0x531, 0x587]],
  hebrew: [[0x591, 0x5f2]],
  thaana: [[0x780, 0x7b1]],
  bengali: [[0x980, 0x9e3]],
  gurmukhi: [[0xa01, 0xa75]],
  gujarati: [[0xa81, 0xae3]],
  oriya: [[0xb01, 0xb63]],
  tamil: [[0xb82, 0xbd7]],
  telugu: [[0xc00, 0xc63]],
  kannada: [[0xc80, 0xce3]],
  malayalam: [[0xd00, 0xd63]],
  sinhala: [[0xd81, 0xdf3]],
  thai: [[0xe01, 0xe4e]],
  lao: [[0xe81, 0xedf]],
  tibetan: [[0xf00, 0xfbc]],
  myanmar: [[0x1000, 0x109f]],
  georgian: [
    [0x10a0, 0x10ff],
    [0x1c90, 0x1cbf],
  ],
  khmer: [[0x1780, 0x17d3]],
}

/** Names of the scripts; a script is known by its index here. */
export const scriptNames: readonly string[] = Object.keys(RANGES)

const HAN = scriptNames.indexOf('han')
const KANA = scriptNames.indexOf('kana')

/** A sign of these scripts says about as much as so many letters of another. */
const DENSE_WEIGHT = 3

/** By code unit: the index of its script and 1, or 0 for none. */
let scriptOfUnit: Uint8Array | undefined

/** Index of the script that a UTF-16 code unit belongs to; -1 for none of them, as of blanks, digits and surrogates. */
export function scriptOf(unit: number): number {
  scriptOfUnit ??= tabulate()
  return (scriptOfUnit[unit] as number) - 1
}

function tabulate(): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const [index, ranges] of Object.values(RANGES).entries()) {
    for (const [first, last] of ranges) table.fill(index + 1, first, last + 1)
  }
  return table
}

/** A script of a text, and how much of its letters are in it, from 0 to 1. Kana count as Han. */
export interface ScriptShare {
  readonly script: string
  readonly share: number
}

/** The scripts of a text, that of most of it first. Signs of Chinese, Japanese and Korean count three times. */
export function measureScripts(text: string): ScriptShare[] {
  const counts = new Array<number>(scriptNames.length).fill(0)
  let all = 0
  for (let at = 0; at < text.length; at++) {
    const script = scriptOf(text.charCodeAt(at))
    if (script < 0) continue
    const isDense = script === HAN || script === KANA || scriptNames[script] === 'hangul'
    const weight = isDense ? DENSE_WEIGHT : 1
    const counted = script === KANA ? HAN : script
    counts[counted] = (counts[counted] as number) + weight
    all += weight
  }
  return counts
    .flatMap((count, index) => (count > 0 ? [{ script: scriptNames[index] as string, share: count / all }] : []))
    .sort((a, b) => b.share - a.share)
}
