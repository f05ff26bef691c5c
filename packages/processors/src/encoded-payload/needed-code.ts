/** Codes of letters of ASCII, which nothing makes anybody write so: in percent codes, escapes of programs, references of HTML. */
const CODE_OF_LETTER =
  /(?:%|\\x|\\u00|\\u\{0{0,4}|&#x0{0,4})(?:[46][1-9a-f]|[57][\da])|&#0{0,4}(?:6[5-9]|[78]\d|9[0789]|1[01]\d|12[0-2])(?!\d)/i

/**
 * Whether an encoding in percent codes or escapes has only what needs it: letters beyond ASCII in a URL (RFC 3986, section 2.5) or in
 * JSON of a writer that keeps to ASCII, with signs and blanks.
 */
export function isNeededCode(encoded: string, encodings: readonly string[]): boolean {
  const [only] = encodings
  return encodings.length === 1 && (only === 'percent' || only === 'escapes') && !CODE_OF_LETTER.test(encoded)
}
