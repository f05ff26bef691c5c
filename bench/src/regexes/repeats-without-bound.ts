/** An escape, or a class with the escapes in it: a quantifier sign in there is a character. */
const ESCAPE_OR_CLASS = /\\.|\[(?:\\.|[^\]\\])*\]/gs

/**
 * Whether a pattern repeats something without an upper bound. One that does not looks at a bounded piece of the text from each
 * place where it may begin, so its time is linear, however large the constant. In doubt the answer is true.
 */
export function repeatsWithoutBound(source: string): boolean {
  return /[*+]|\{\d+,\}/.test(source.replaceAll(ESCAPE_OR_CLASS, ' '))
}
