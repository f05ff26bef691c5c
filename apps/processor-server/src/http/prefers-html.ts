/** Longest `Accept` that is looked at; no browser sends a longer one. */
const MAX_LENGTH = 1024

/**
 * Whether an `Accept` value (RFC 9110, section 12.5.1) asks for HTML first, as browsers do and `*` of command-line clients
 * does not: `text/html` is there by name, and no type stands before it with the same or anywhere with a higher weight.
 */
export function prefersHtml(accept: string | undefined): boolean {
  if (accept === undefined || accept.length > MAX_LENGTH) return false
  const ranges = accept.split(',').map(readRange)
  const html = ranges.findIndex(({ type }) => type === 'text/html')
  const weight = ranges[html]?.weight ?? 0
  return (
    weight > 0 && ranges.every((range, index) => range.weight < weight || (range.weight === weight && index >= html))
  )
}

function readRange(text: string): { type: string; weight: number } {
  const [type = '', ...parameters] = text.split(';').map((piece) => piece.trim().toLowerCase())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return { type, weight: weight === undefined ? 1 : Number.parseFloat(weight) || 0 }
}
