/** The formats of the list of processors, in the order that decides a tie. */
export const infoFormats = ['text/plain', 'text/html', 'text/markdown', 'application/json'] as const

/** One of {@link infoFormats}. */
export type InfoFormat = (typeof infoFormats)[number]

const DEFAULT: InfoFormat = 'application/json'

/**
 * Picks the format that an `Accept` header asks for (RFC 9110, section 12.5.1): the highest quality wins; among equals
 * one that is named before one that a wildcard covers, then the order of {@link infoFormats}. JSON when the header is
 * missing, covers it like everything else, or names nothing we have.
 */
export function negotiateInfoFormat(accept: string | undefined): InfoFormat {
  const ranges = (accept ?? '*/*').slice(0, 1024).split(',').map(readRange)
  const offers = infoFormats
    .map((format) => ({ format, ...weigh(format, ranges) }))
    .filter(({ quality }) => quality > 0)
    .sort((first, second) => second.quality - first.quality || second.precision - first.precision)
  const [best] = offers
  if (best === undefined) return DEFAULT
  const isDefaultAsGood = offers.some(({ format, quality }) => format === DEFAULT && quality === best.quality)
  return best.precision === 1 && isDefaultAsGood ? DEFAULT : best.format
}

/** What the most precise range that covers a format says of it. */
function weigh(format: InfoFormat, ranges: readonly ReturnType<typeof readRange>[]) {
  return ranges
    .map(({ range, quality }) => ({ quality, precision: precisionOf(range, format) }))
    .reduce((best, next) => (next.precision > best.precision ? next : best), { quality: 0, precision: 0 })
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
