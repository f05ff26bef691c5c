import { z } from 'zod'

/** Most bytes of an answer; a real one has some hundred. */
const MAX_ANSWER_BYTES = 64 * 1024

const answerSchema = z.object({
  flagged: z.boolean(),
  categories: z.array(z.string().regex(/^[a-z][a-z-]{0,31}$/)).max(32),
})

/** What the service says about a text. */
export type Answer = z.output<typeof answerSchema>

// #region ask
/**
 * Asks the service about a text. Whatever it answers is not trusted: status, size and shape are checked.
 *
 * @throws when the service cannot be reached, answers anything but what it should, or `signal` fires.
 */
export async function askService(url: string, text: string, signal: AbortSignal): Promise<Answer> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
    redirect: 'error',
    signal,
  })
  if (reply.status !== 200) {
    await reply.body?.cancel()
    throw new Error(`The service answered with status ${reply.status}.`)
  }
  return answerSchema.parse(JSON.parse(await readText(reply, MAX_ANSWER_BYTES)))
}
// #endregion ask

async function readText(reply: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of reply.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw new Error(`The service answered with more than ${maxBytes} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
