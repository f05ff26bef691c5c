/** Digits and signs by the letter that they stand for in leet. */
const LEET: Readonly<Record<string, string>> = {
  a: '4@',
  b: '8',
  e: '3€',
  g: '96',
  i: '1!|',
  o: '0',
  s: '5$',
  t: '7+',
}

/** By code unit of a digit or sign: the letter, or 0. */
const letterOf = new Uint8Array(0x20ad)
for (const [letter, signs] of Object.entries(LEET)) {
  for (const sign of signs) letterOf[sign.charCodeAt(0)] = letter.charCodeAt(0)
}

/** The letter that a digit or sign stands for in leet, as code units; 0 when it stands for none. */
export function findLeetLetter(unit: number): number {
  return unit < letterOf.length ? (letterOf[unit] as number) : 0
}
