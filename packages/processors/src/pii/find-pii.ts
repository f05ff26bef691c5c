import { compareRanges } from '../detection/text-range.js'
import { findCryptoAddresses } from './find-crypto-addresses.js'
import { findDates } from './find-dates.js'
import { findEmails } from './find-emails.js'
import { findIdentifiers } from './find-identifiers.js'
import { findNetworkAddresses } from './find-network-addresses.js'
import { findPhones } from './find-phones.js'
import { preparePostcodes } from './find-postcodes.js'
import { findStreetAddresses } from './find-street-addresses.js'
import { findUrls } from './find-urls.js'
import { tabulate } from './identifier-table.js'
import { identifiers } from './identifiers/index.js'
import type { PiiFinding } from './pii-finding.js'
import { type ScannedText, scanText } from './scan-text.js'

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
  'street-address',
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
  /** Countries whose identifiers, telephone numbers and postcodes to look for; all when empty. */
  readonly countries: readonly string[]
  /** Least score, 0 to 1. */
  readonly threshold: number
}

/**
 * Prepares a search for personal data that has a form of its own. It finds in the order of the text. Of findings that overlap,
 * the surest stays; where several types are equally sure of one range, all stay, since nothing tells them apart.
 */
export function preparePiiSearch({ types, countries, threshold }: PiiSearch): (text: string) => PiiFinding[] {
  const table = tabulate(
    ({ type, country }) =>
      types.has(type) && (country === undefined || countries.length === 0 || countries.includes(country)),
  )
  const phoneCountries = countries.length === 0 ? undefined : countries
  const findPostcodes = types.has('postcode') ? preparePostcodes(countries, threshold) : undefined
  const withDates = types.has('date')
  const isWanted = ({ type, score }: PiiFinding) => score >= threshold && types.has(type)

  const findByDigits = (scanned: ScannedText): PiiFinding[] => {
    const streets = findStreetAddresses(scanned)
    return [
      ...streets,
      ...findCryptoAddresses(scanned),
      ...findPhones(scanned, phoneCountries),
      ...(findPostcodes?.(scanned, streets) ?? []),
    ]
  }

  return (text) => {
    const scanned = scanText(text)
    const hasDigits = scanned.starts.length > 0
    const found = [
      ...findEmails(scanned),
      ...findUrls(scanned, types.has('url')),
      ...findNetworkAddresses(scanned),
      ...(hasDigits ? findByDigits(scanned) : []),
      ...(hasDigits || withDates ? findDates(scanned, withDates) : []),
      ...(hasDigits || scanned.codes.length > 0 ? findIdentifiers(scanned, table, threshold) : []),
    ]
    return keepSurest(found.filter(isWanted))
  }
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
    for (const finding of settle(sorted.slice(first, next))) kept.push(finding)
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
