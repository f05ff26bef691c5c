import { defaultMultipartLimits } from '@gatehouse/sdk/wire'
import { Pool } from 'undici'
import { generateBody } from './multipart-bodies.js'
import { codeOf, readByModel } from './multipart-model.js'
import { Random } from './random.js'

export interface SendOptions {
  readonly count: number
  readonly seed: number
  /** An execute endpoint whose processor answers every sound request with 200 or 204. */
  readonly url: string
  /** Requests in flight at a time. Default 16. */
  readonly connections?: number
}

/**
 * Sends generated bodies to a processor server over HTTP.
 *
 * @returns how often which status and code came. @throws Error with the seed of the first body that is not answered within
 * 10 s, is answered with a 5xx, or with anything but the fault that the model finds in it.
 */
export async function sendBodies({ count, seed, url, connections = 16 }: SendOptions): Promise<Map<string, number>> {
  const { origin, pathname } = new URL(url)
  const pool = new Pool(origin, { connections, headersTimeout: 10_000, bodyTimeout: 10_000 })
  const outcomes = new Map<string, number>()
  let next = 0

  async function sender(): Promise<void> {
    while (next < count) {
      const bodySeed = seed + next++
      const { body, boundary } = generateBody(new Random(bodySeed))
      const headers = { 'content-type': `multipart/form-data; boundary="${boundary}"` }
      const reply = await pool.request({ method: 'POST', path: pathname, headers, body }).catch((cause) => {
        throw new Error(`Seed ${bodySeed}: no answer.`, { cause })
      })
      const outcome = `${reply.statusCode} ${codeOfReply(await reply.body.text())}`
      const model = readByModel(body, boundary, defaultMultipartLimits)
      const isRight = typeof model === 'string' ? outcome.endsWith(` ${codeOf(model)}`) : !MULTIPART_CODE.test(outcome)
      if (reply.statusCode >= 500 || !isRight) throw new Error(`Seed ${bodySeed}: answered with ${outcome}.`)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
  }

  try {
    await Promise.all(Array.from({ length: connections }, sender))
  } finally {
    await pool.destroy()
  }
  return outcomes
}

const MULTIPART_CODE = /MULTIPART_MALFORMED|TOO_MANY_PARTS|PART_UNNAMED|PART_TOO_LARGE/

/** The `code` of an error reply, or `ok`. */
function codeOfReply(text: string): string {
  return text.startsWith('{') ? String(JSON.parse(text).code) : 'ok'
}
