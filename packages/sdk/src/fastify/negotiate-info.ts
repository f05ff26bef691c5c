/** The formats of the list of processors, in the order that decides a tie. */
export const infoFormats = ['text/plain', 'text/html', 'text/markdown', 'application/json'] as const

/** One of {@link infoFormats}. */
export type InfoFormat = (typeof infoFormats)[number]

/**
 * Picks the format that an `Accept` header asks for (RFC 9110, section 12.5.1): the highest quality wins; among equals
 * one that is named before one that a wildcard covers, then the order of {@link infoFormats}. JSON when the header is
 * missing, covers everything alike, or names nothing we have.
 */
export function negotiateInfoFormat(accept: string | undefined): InfoFormat {
  const ranges = (accept ?? '*/*').slice(0, 1024).split(',').map(readRange)
  let best: { format: InfoFormat; quality: number; precision: number } | undefined
  for (const format of infoFormats) {
    const match = ranges
      .map(({ range, quality }) => ({ quality, precision: precisionOf(range, format) }))
      .filter(({ precision }) => precision > 0)
      .sort((first, second) => second.precision - first.precision)[0]
    if (match === undefined || match.quality === 0) continue
    const isBetter =
      best === undefined ||
      match.quality > best.quality ||
      (match.quality === best.quality && match.precision > best.precision)
    if (isBetter) best = { format, ...match }
  }
  return best === undefined || best.precision === 1 ? 'application/json' : best.format
}

function readRange(text: string): { range: string; quality: number } {
  const [range = '', ...parameters] = text.split(';').map((piece) => piece.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  const value = quality === undefined ? 1 : Number(quality)
  return { range, quality: value >= 0 && value <= 1 ? value : 0 }
}

/** 3 for the type itself, 2 for `type/*`, 1 for any type, 0 for no match. */
function precisionOf(range: string, format: InfoFormat): 0 | 1 | 2 | 3 {
  if (range === format) return 3
  if (range === `${format.split('/', 1)[0]}/*`) return 2
  return range === '*/*' ? 1 : 0
}
