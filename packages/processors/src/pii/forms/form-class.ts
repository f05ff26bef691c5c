/** What a character is to the form of an identifier: a digit, a letter, or one of the signs that patterns may ask for. */
const SIGNS = ' -./+()'
const DIGIT = 0
const LETTER = 1
const FIRST_SIGN = 2

/** Number of classes. */
export const FORM_CLASSES = FIRST_SIGN + SIGNS.length
/** Of a character that no identifier has. */
export const NO_FORM_CLASS = FORM_CLASSES

const classes = new Uint8Array(128).fill(NO_FORM_CLASS)
for (let unit = 0; unit < classes.length; unit++) {
  const character = String.fromCharCode(unit)
  if (/\d/.test(character)) classes[unit] = DIGIT
  else if (/[A-Za-z]/.test(character)) classes[unit] = LETTER
  else if (SIGNS.includes(character)) classes[unit] = FIRST_SIGN + SIGNS.indexOf(character)
}

/** The class of a code unit; small letters are like capitals. */
export function formClassOf(unit: number): number {
  return unit < classes.length ? (classes[unit] as number) : NO_FORM_CLASS
}
