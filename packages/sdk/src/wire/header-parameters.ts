/**
 * One `; name=value` of a header, at `lastIndex`. RFC 9110, 5.6.6:
 *
 *     parameters      = *( OWS ";" OWS [ parameter ] )
 *     parameter       = token "=" ( token / quoted-string )
 *
 * Wider than that, an unquoted value may have any visible ASCII but `"` and `;`: clients leave boundaries such as
 * `----=_Part_1` unquoted. No two alternatives start alike, so a scan is linear.
 */
const PARAMETER = /[ \t]*;[ \t]*(?:([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(?:"((?:[^"\\]|\\.)*)"|([!#-:<-~]*)))?/y

/** White space that may end a header. */
const END = /[ \t]*$/y

/**
 * Reads the parameters of a header from `start`, the end of its first value.
 *
 * In a quoted string `\"` and `\\` are escapes; any other backslash stands for itself, as busboy and browsers have it.
 *
 * @returns the values by lower-cased name, or undefined when the list does not parse or names a parameter twice.
 */
export function parseHeaderParameters(header: string, start: number): Map<string, string> | undefined {
  const parameters = new Map<string, string>()
  let end = start
  while (end < header.length) {
    PARAMETER.lastIndex = end
    const match = PARAMETER.exec(header)
    if (match === null) {
      END.lastIndex = end
      return END.test(header) ? parameters : undefined
    }
    end = PARAMETER.lastIndex
    const [, name, quoted, unquoted] = match
    if (name === undefined) continue
    const key = name.toLowerCase()
    if (parameters.has(key)) return undefined
    parameters.set(key, quoted === undefined ? (unquoted ?? '') : unescapeQuoted(quoted))
  }
  return parameters
}

function unescapeQuoted(text: string): string {
  return text.includes('\\') ? text.replace(/\\(["\\])/g, '$1') : text
}
