import { compareRanges } from '../detection/text-range.js'
import { findEmails, findNetworkAddresses, findUrls } from './find-addresses.js'
import { findCryptoAddresses } from './find-crypto-addresses.js'
import { findDates } from './find-dates.js'
import { findIdentifiers } from './find-identifiers.js'
import { findPhones } from './find-phones.js'
import { findPostcodes } from './find-postcodes.js'
import { identifiers } from './identifiers/index.js'
import type { PiiFinding } from './pii-finding.js'

/** Types that are not of the table of identifiers. */
const otherTypes = [
  'email',
  'phone',
  'ip-address',
  'mac-address',
  'url-credentials',
  'url',
  'crypto-address',
  'date-of-birth',
  'date',
  'postcode',
] as const

/** Every type of finding. */
export const piiTypes: readonly string[] = [...otherTypes, ...new Set(identifiers.map(({ type }) => type))]

/** Types that are only looked for when they are asked for: seldom personal by themselves. */
export const optionalTypes: readonly string[] = ['url', 'date']

/** Codes of the countries that identifiers of the table belong to. */
export const piiCountries: readonly string[] = [...new Set(identifiers.flatMap(({ country }) => country ?? []))].sort()

/** What to look for. */
export interface PiiSearch {
  /** Types to report. */
  readonly types: ReadonlySet<string>
  /** Countries whose identifiers to look for; all when empty. */
  readonly countries: readonly string[]
  /** Least score, 0 to 1. */
  readonly threshold: number
}

const FOLDED = /[\u00a0\u2007\u2009\u202f\u2010-\u2015\u2212\uff0b\uff0d\uff0e\uff10-\uff19\uff20\u3000]/g

/**
 * Finds personal data that has a form of its own. Findings are in order. Of those that overlap, the surest stays; where several
 * types are equally sure of one range, all stay, since nothing tells them apart.
 */
export function findPii(text: string, { types, countries, threshold }: PiiSearch): PiiFinding[] {
  if (!/[@\d\uff10-\uff20]|:\/\/|::|[a-f]{2}[:-][a-f]{2}|[a-f]{4}\.[a-f]{4}/i.test(text)) return []
  const folded = text.replace(FOLDED, foldCharacter)
  const isWantedCountry = (country: string | undefined) =>
    country === undefined || countries.length === 0 || countries.includes(country)
  const found = [
    ...(types.has('email') ? findEmails(folded) : []),
    ...(types.has('url') || types.has('url-credentials') ? findUrls(folded) : []),
    ...findNetworkAddresses(folded),
    ...(/\d/.test(folded)
      ? [
          ...(types.has('crypto-address') ? findCryptoAddresses(folded) : []),
          ...(types.has('phone') ? findPhones(folded, countries.length === 0 ? undefined : countries) : []),
          ...(types.has('date') || types.has('date-of-birth') ? findDates(folded) : []),
          ...(types.has('postcode') ? findPostcodes(folded) : []),
          ...findIdentifiers(folded, ({ type, country }) => types.has(type) && isWantedCountry(country)),
        ]
      : []),
  ]
  return keepSurest(found.filter(({ type, score }) => score >= threshold && types.has(type)))
}

/** Blanks, dashes and digits of other widths, as the ASCII ones of the same length. */
function foldCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0xff00) return String.fromCharCode(code - 0xfee0)
  return (code >= 0x2010 && code <= 0x2015) || code === 0x2212 ? '-' : ' '
}

function keepSurest(found: PiiFinding[]): PiiFinding[] {
  const kept: PiiFinding[] = []
  // Groups of findings that overlap, one after the other, are small: each is settled on its own.
  const sorted = found.sort(compareRanges)
  for (let first = 0; first < sorted.length; ) {
    let end = (sorted[first] as PiiFinding).end
    let next = first + 1
    for (; next < sorted.length && (sorted[next] as PiiFinding).start < end; next++) {
      end = Math.max(end, (sorted[next] as PiiFinding).end)
    }
    kept.push(...settle(sorted.slice(first, next)))
    first = next
  }
  return kept
}

/** So many findings in one overlapping group are weighed against each other; the rest stay as they are. */
const MAX_GROUP = 200

function settle(group: readonly PiiFinding[]): PiiFinding[] {
  if (group.length === 1 || group.length > MAX_GROUP) return [...group]
  const bySurety = group.toSorted((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start))
  const kept: PiiFinding[] = []
  for (const finding of bySurety) {
    const rivals = kept.filter(({ start, end }) => finding.start < end && start < finding.end)
    const isTwin = rivals.every(
      ({ start, end, score }) => start === finding.start && end === finding.end && score - finding.score < 0.01,
    )
    if (isTwin) kept.push(finding)
  }
  return kept.sort(compareRanges)
}
