import type { TestExchange } from '../exchange.js'
import { tell } from './acting-laws.js'
import { disguise } from './disguise.js'
import { fail, type Law } from './law.js'
import type { Random } from './random.js'
import { permissionSets, type Subject } from './subject.js'

/** Makes a text of about `length` UTF-16 code units. */
type Shape = (length: number) => string

const repeated =
  (unit: string): Shape =>
  (length) =>
    unit
      .repeat(Math.ceil(length / unit.length))
      .slice(0, length)
      .toWellFormed()

/** One law for each kind of text that makes careless patterns and loops slow. */
export function growsLinearly(subject: Subject): Law[] {
  const samples = subject.texts.join(' ')
  const shapes: Record<string, Shape> = {
    'one letter': repeated('a'),
    digits: repeated('4'),
    'groups of digits': repeated('4111 '),
    blanks: repeated(' '),
    'empty lines': repeated('\n'),
    'a letter, a dot': repeated('a.'),
    'a letter, an at sign': repeated('a@'),
    hyphens: repeated('-'),
    quotes: repeated('"'),
    'open brackets': repeated('([{<'),
    'combining marks': repeated('\u0301'),
    'emoji with joiners': repeated('👩‍👧'),
    'random words': (length) => randomWords(length, subject.random()),
    'the samples': repeated(`${samples} `),
    'the samples without blanks': repeated(samples.replaceAll(/\s+/g, '') || 'a'),
    'the samples, each cut short': repeated(subject.texts.map((text) => text.slice(0, -1)).join(' ') || 'a'),
  }
  const oneText = (shape: Shape) => (length: number) => exchangeOf(subject, [shape(length)])
  const manyTexts = (length: number) =>
    exchangeOf(
      subject,
      Array.from({ length: length / 16 }, () => 'sixteen letters.'),
    )
  return [
    ...Object.entries(shapes).map(([name, shape]) => growth(subject, name, oneText(shape))),
    growth(subject, 'many messages', manyTexts),
  ]
}

function exchangeOf(subject: Subject, texts: readonly string[]): TestExchange {
  return subject.at(subject.stages[0] ?? 'input', texts)
}

function randomWords(length: number, random: Random): string {
  let text = ''
  while (text.length < length) text += `${random.word(1 + random.below(10))} `
  return text.slice(0, length)
}

const FIRST_LENGTH = 16
/** From this time on a run is long enough to be compared, in milliseconds. */
const COMPARABLE_MS = 100
/** The text of the other run is so many times shorter. */
const FACTOR = 8
/** Linear growth gives 8, n log n about 11, quadratic 64. */
const MAX_RATIO = 24
/** How often both are measured, and how much time may go into the longer one after the least number, in milliseconds. */
const MIN_ROUNDS = 3
const MAX_ROUNDS = 9
const MAX_SPENT_MS = 1_000

/**
 * Makes the text longer until a run takes long, then compares it with a run on an eighth of the text. A text of the
 * greatest length that is judged at once needs no comparison. The time is that of the handler alone, and of this
 * process alone where that is less, so that a busy machine does not count.
 */
function growth(subject: Subject, name: string, make: (length: number) => TestExchange): Law {
  const { maxLength = 1_048_576 } = subject.options
  return {
    name: `takes linear time: ${name}`,
    async check() {
      for (let length = FIRST_LENGTH; length <= maxLength; length = nextLength(length)) {
        const given = make(length)
        const elapsedMs = await timeOf(subject, given)
        if (elapsedMs < COMPARABLE_MS) continue
        const ratio = await growthRatio(subject, make(Math.ceil(length / FACTOR)), given, elapsedMs)
        if (ratio <= MAX_RATIO) return
        const expected = `at most ${MAX_RATIO} times the time for ${FACTOR} times the text, at ${length} characters`
        fail({ given, expected, came: `${ratio.toFixed(1)} times, ${elapsedMs.toFixed(0)} ms` }, subject.seed)
      }
    },
  }
}

/** Small steps while texts are short, since exponential time takes no long text. */
function nextLength(length: number): number {
  if (length < 64) return length + 2
  return length < 512 ? Math.ceil(length * 1.25) : length * 2
}

/**
 * How many times the time of the short one the long one takes, by the least time of each: what disturbs a measurement
 * makes it longer. Measures until the ratio is good.
 */
async function growthRatio(
  subject: Subject,
  short: TestExchange,
  long: TestExchange,
  firstMs: number,
): Promise<number> {
  let [shortMs, longMs, spentMs] = [Number.POSITIVE_INFINITY, firstMs, firstMs]
  let ratio = Number.POSITIVE_INFINITY
  for (let round = 0; round < MAX_ROUNDS && ratio > MAX_RATIO; round++) {
    shortMs = Math.min(shortMs, await timeOf(subject, short))
    if (round < MIN_ROUNDS || spentMs < MAX_SPENT_MS) {
      const againMs = await timeOf(subject, long)
      longMs = Math.min(longMs, againMs)
      spentMs += againMs
    }
    ratio = longMs / Math.max(shortMs, 0.1)
  }
  return ratio
}

/** Milliseconds that the handler takes. @throws Error when it comes to no decision. */
async function timeOf(subject: Subject, exchange: TestExchange): Promise<number> {
  let elapsedMs = 0
  const timed = disguise(subject.processor, async (call) => {
    const startedAt = performance.now()
    const before = process.cpuUsage()
    try {
      return await call()
    } finally {
      const { user, system } = process.cpuUsage(before)
      elapsedMs = Math.min(performance.now() - startedAt, (user + system) / 1000)
    }
  })
  const decision = await subject.runAs(timed, exchange, permissionSets.noReject)
  if (decision.kind === 'error') fail({ given: exchange, expected: 'a decision', came: tell(decision) }, subject.seed)
  return elapsedMs
}
