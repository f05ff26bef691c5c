import { Random } from '../random.js'

/** What an attack on a pattern came to. */
export interface Attack {
  /** Cost by the character at {@link LONG}, over that at {@link SHORT}: about 1 where time is linear. */
  readonly growth: number
  /** Nanoseconds by the character at {@link LONG}. */
  readonly cost: number
}

const SHORT = 2_000
const LONG = 16_000
/** What costs less than this by the character at {@link LONG} is no danger, and too short to measure. */
const HARMLESS_NS = 50

/**
 * Searches with the pattern in texts made to be costly for it, for so many milliseconds of processor time: pieces of the
 * pattern's own characters, pumped between others. The costliest is then searched at two lengths.
 */
export function attackRegex(regex: RegExp, milliseconds: number, seed: number): Attack {
  const random = new Random(seed)
  const alphabet = alphabetOf(regex.source)
  const startedAt = process.cpuUsage()
  let worst = { make: (_units: number) => '', cost: 0 }
  do {
    const piece = (most: number) =>
      Array.from({ length: 1 + random.integer(most) }, () => random.pick(alphabet)).join('')
    const [head, pump, other, tail] = [piece(3), piece(3), piece(2), piece(3)]
    const isMixed = random.chance(0.3)
    const make = (units: number) => {
      const pumped = (isMixed ? pump + other : pump).repeat(Math.ceil(units / pump.length))
      return (head + pumped).slice(0, units) + tail
    }
    const text = make(SHORT)
    // Measured again before it counts: a pause of the machine is no cost of the pattern.
    if (costOf(regex, text) <= worst.cost) continue
    const cost = costOf(regex, text)
    if (cost > worst.cost) worst = { make, cost }
  } while (millisecondsSince(startedAt) < milliseconds)
  const short = bestOf(regex, worst.make(SHORT))
  const long = bestOf(regex, worst.make(LONG))
  return { growth: long < HARMLESS_NS ? 1 : long / short, cost: long }
}

/** The characters that the pattern names, some of the classes that it names, and a few that it does not. */
function alphabetOf(source: string): string[] {
  const named = [...source.replaceAll(/\\[pP]\{[^}]*\}|\{\d+(?:,\d*)?\}|\(\?<?[=!:]/g, '')]
  return [...new Set([...named, ...' \n\ta0A-_.:/"\'=@é中'])]
}

function millisecondsSince(startedAt: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(startedAt)
  return (user + system) / 1000
}

function bestOf(regex: RegExp, text: string): number {
  return Math.min(...Array.from({ length: 5 }, () => costOf(regex, text)))
}

/** Nanoseconds by the character to find all matches, as a global pattern would, or one match. */
function costOf(regex: RegExp, text: string): number {
  regex.lastIndex = 0
  const startedAt = performance.now()
  if (regex.global) text.match(regex)
  else regex.test(text)
  return (1_000_000 * (performance.now() - startedAt)) / text.length
}
