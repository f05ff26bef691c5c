const MAX_CHARACTERS = 300

/** The beginning of a text for a report, so that a hostile reply cannot blow it up. */
export function shorten(text: string, maxCharacters = MAX_CHARACTERS): string {
  return text.length > maxCharacters ? `${text.slice(0, maxCharacters)}…` : text
}

/** A value from a reply as JSON, shortened; `nothing` for `undefined`. */
export function showJson(value: unknown): string {
  try {
    return shorten(JSON.stringify(value) ?? 'nothing')
  } catch {
    return 'a value nested too deep to show'
  }
}
