import { setImmediate as nextTurn } from 'node:timers/promises'
import busboy from 'busboy'

export interface BusboyPart {
  /** Empty when busboy knows none. */
  readonly name: string
  /** As Latin-1 for a part without charset and for a file; else decoded, as busboy does. */
  readonly content: string
}

/** Turns of the event loop after which a body of a few KB that has not come out will never do. */
const PATIENCE_TURNS = 200

/**
 * The parts that busboy finds in a body, or undefined when it refuses the body or never comes to an end: it waits for
 * ever for the rest of a file that begins after the closing boundary.
 */
export async function readByBusboy(body: Buffer, boundary: string): Promise<BusboyPart[] | undefined> {
  const parts: { name: string; content: string }[] = []
  let isRefused = false
  let isOver = false
  const parser = busboy({
    headers: { 'content-type': `multipart/form-data; boundary="${boundary}"` },
    defCharset: 'latin1',
    defParamCharset: 'utf8',
    preservePath: true,
    limits: { fieldSize: Number.POSITIVE_INFINITY },
  })
  parser.on('field', (name, content) => parts.push({ name: name ?? '', content }))
  parser.on('file', (name, stream) => {
    const part = { name: name ?? '', content: '' }
    parts.push(part)
    stream.on('data', (chunk: Buffer) => {
      part.content += chunk.toString('latin1')
    })
    stream.on('error', () => {})
  })
  parser.on('error', () => {
    isRefused = true
  })
  parser.on('close', () => {
    isOver = true
  })
  parser.end(body)
  for (let turn = 0; !isOver && turn < PATIENCE_TURNS; turn++) await nextTurn()
  const outcome = isOver && !isRefused ? parts : undefined
  parser.destroy()
  return outcome
}
