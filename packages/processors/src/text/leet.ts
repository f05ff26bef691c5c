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

const letterOf = new Map<number, number>(
  Object.entries(LEET).flatMap(([letter, signs]) =>
    Array.from(signs, (sign): [number, number] => [sign.charCodeAt(0), letter.charCodeAt(0)]),
  ),
)

/** The letter that a digit or sign stands for in leet, as code units; undefined when it stands for none. */
export function findLeetLetter(unit: number): number | undefined {
  return letterOf.get(unit)
}
