import { createRequire } from 'node:module'

/**
 * The part of libphonenumber's metadata that tells whether digits are a number of a country, as the package libphonenumber-js
 * documents it (METADATA.md): fields of a country by index.
 */
interface Metadata {
  readonly country_calling_codes: Readonly<Record<string, readonly string[]>>
  readonly countries: Readonly<Record<string, readonly unknown[]>>
  /** Plans of calling codes that are of no country, by code. */
  readonly nonGeographic: Readonly<Record<string, readonly unknown[]>>
}

const Field = { pattern: 2, nationalPrefix: 5, nationalPrefixForParsing: 7, types: 11 } as const
/** How sure it is that digits are a telephone number: of a range that is given out, or only as long as one. */
export type NumberFit = 'assigned' | 'possible' | undefined

interface NumberingPlan {
  readonly prefix: RegExp | undefined
  readonly possible: RegExp
  readonly assigned: readonly RegExp[]
}

/** Metadata takes some milliseconds to load, so it waits for the first candidate; a country's plan for the first of its own. */
let metadata: Metadata | undefined
const plans = new Map<string, NumberingPlan>()

function readMetadata(): Metadata {
  metadata ??= createRequire(import.meta.url)('libphonenumber-js/metadata.full.json') as Metadata
  return metadata
}

/** Whether digits, with or without the national prefix, are a telephone number of a country (ISO 3166-1). */
export function fitsNationally(digits: string, country: string): NumberFit {
  const plan = planOf(country)
  if (plan === undefined) return undefined
  const stripped = plan.prefix === undefined ? digits : digits.replace(plan.prefix, '')
  const fits = [fit(stripped, plan), stripped === digits ? undefined : fit(digits, plan)]
  return fits.includes('assigned') ? 'assigned' : fits.includes('possible') ? 'possible' : undefined
}

/** Whether digits that begin with the calling code of a country are a telephone number. */
export function fitsInternationally(digits: string): NumberFit {
  const { country_calling_codes: codes } = readMetadata()
  let best: NumberFit
  for (let length = 1; length <= 3; length++) {
    const code = digits.slice(0, length)
    // A code of no country, such as that of satellites, has a plan of its own.
    for (const country of codes[code] ?? [code]) {
      // The national prefix may stand there too, as in "+44 (0) 20".
      const found = fitsNationally(digits.slice(length), country)
      if (found === 'assigned') return found
      best = found ?? best
    }
  }
  return best
}

function fit(digits: string, { possible, assigned }: NumberingPlan): NumberFit {
  if (!possible.test(digits)) return undefined
  return assigned.some((pattern) => pattern.test(digits)) ? 'assigned' : 'possible'
}

function planOf(country: string): NumberingPlan | undefined {
  if (!plans.has(country)) {
    const { countries, nonGeographic } = readMetadata()
    const fields = [countries, nonGeographic].find((group) => Object.hasOwn(group, country))?.[country]
    // What is no country is not remembered, or a text could fill the memory with codes.
    if (fields === undefined) return undefined
    plans.set(country, compilePlan(fields))
  }
  return plans.get(country)
}

function compilePlan(fields: readonly unknown[]): NumberingPlan {
  const possible = whole(fields[Field.pattern] as string)
  const prefix = (fields[Field.nationalPrefixForParsing] || fields[Field.nationalPrefix]) as string | undefined
  // One entry for each type of number, its pattern first: landlines, mobiles, and so on.
  const types = (fields[Field.types] || []) as readonly (readonly [string] | 0 | undefined)[]
  return {
    possible,
    prefix: prefix ? new RegExp(`^(?:${prefix})`) : undefined,
    assigned: types.flatMap((type) => (type ? [whole(type[0])] : [])),
  }
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`)
}
