import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { compareMultipart } from './compare-multipart.js'
import { generateBody } from './multipart-bodies.js'
import { Random } from './random.js'
import { sendBodies } from './send-bodies.js'

export interface FuzzOptions {
  /** How many bodies. Body `i` comes from seed `seed + i` alone, so `{ count: 1, seed }` plays one again. */
  readonly count: number
  readonly seed: number
  /** Milliseconds that one body may take before it counts as a hang. Default 5000. */
  readonly hangMs?: number
}

/**
 * Parses generated bodies with the codec, with a plain model of the rules, and with busboy.
 *
 * @returns how many bodies came out as what. @throws Error with the seed of the first body that crashes the codec, makes
 * it hang, or on which two of the three disagree without a documented reason.
 */
export async function fuzzMultipart({ count, seed, hangMs = 5000 }: FuzzOptions): Promise<Map<string, number>> {
  const outcomes = new Map<string, number>()
  for (let index = 0; index < count; index++) {
    const { body, boundary } = generateBody(new Random(seed + index))
    const start = performance.now()
    let outcome: string
    try {
      outcome = await compareMultipart(body, boundary)
    } catch (cause) {
      const shown = `boundary ${JSON.stringify(boundary)}, body ${JSON.stringify(body.toString('latin1'))}`
      throw new Error(`Seed ${seed + index}, ${shown}: ${cause}`, { cause })
    }
    const took = performance.now() - start
    if (took > hangMs) throw new Error(`Seed ${seed + index}: ${body.length} bytes took ${Math.round(took)} ms.`)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  return outcomes
}

const HELP = `Usage: node bench/dist/fuzz-multipart.js [options]

Parses generated multipart bodies with the codec, with a plain model of the rules, and with busboy; ends with an error at
the first body on which they disagree, or that crashes the codec or makes it hang.

  --count N    bodies (default: 1000000)
  --seed N     body i comes from seed N + i alone (default: the time)
  --url URL    send the bodies to this execute endpoint instead, such as http://127.0.0.1:8000/api/v1/execute/NAMESPACE/NAME;
               its processor must answer each sound request with 200 or 204
`

/** The command line, as its help says. */
export async function run(args: string[] = process.argv.slice(2)): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      count: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
      url: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return
  }
  const count = Number(values.count)
  const seed = Number(values.seed)
  console.log(`${count} bodies, --seed ${seed}${values.url === undefined ? '' : `, to ${values.url}`}`)

  const start = performance.now()
  const outcomes =
    values.url === undefined ? await fuzzMultipart({ count, seed }) : await sendBodies({ count, seed, url: values.url })
  const seconds = (performance.now() - start) / 1000
  for (const [outcome, bodies] of [...outcomes].sort(([, one], [, other]) => other - one)) {
    console.log(`${String(bodies).padStart(9)}  ${outcome}`)
  }
  console.log(`No disagreement, no crash, no hang in ${seconds.toFixed(1)} s.`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await run()
