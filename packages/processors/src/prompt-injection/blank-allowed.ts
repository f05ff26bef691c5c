import { compileDeny, type Exception } from '../detection/exceptions.js'

/** Compiles what puts blanks in place of allowed texts, as many as they have code units, so that ranges stay true. */
export function compileBlanks(allow: readonly Exception[]): (text: string) => string {
  if (allow.length === 0) return (text) => text
  const findAllowed = compileDeny(allow)
  return (text) => {
    const pieces: string[] = []
    let at = 0
    for (const { start, end } of findAllowed(text)) {
      pieces.push(text.slice(at, start), ' '.repeat(end - start))
      at = end
    }
    return pieces.join('') + text.slice(at)
  }
}
