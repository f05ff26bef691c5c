import { randomBytes, randomUUID } from 'node:crypto'

/** Sizes that the benchmarks share, in bytes of the `input.messages` part. */
export const sizes = {
  '1kb': 1024,
  '10kb': 10 * 1024,
  '16kb': 16 * 1024,
  '1mb': 1024 * 1024,
  '10mb': 10 * 1024 * 1024,
} as const

/** What a conversation is made of: plain ASCII, or with accents, another script and an emoji now and then. */
export type Script = 'ascii' | 'unicode'

const sentences: Record<Script, readonly string[]> = {
  ascii: [
    'When do you open on a public holiday, and is there a lift to the second floor?\n',
    'We open at nine; "second floor" means the one above the shops.\n',
    'Then please book a table for four people, and send me the address.\n',
  ],
  unicode: [
    'À quelle heure ouvrez-vous les jours fériés ? Le café est-il au deuxième étage ?\n',
    'We open at nine – “second floor” means the one above the shops 🙂\n',
    '那么请预订一张四人桌, and send me the address.\n',
  ],
}

/**
 * The text of an `input.messages` part: a conversation of messages with about 600 bytes each.
 *
 * @param bytes at least 64. @returns JSON of exactly that many bytes in UTF-8.
 */
export function conversation(bytes: number, script: Script = 'ascii'): string {
  const lastMessage = (padding: number) => `{"role":"user","content":"${'x'.repeat(padding)}"}]}`
  const pieces = ['{"model":"small-1","messages":[']
  let left = bytes - Buffer.byteLength(pieces.join('')) - lastMessage(0).length
  for (let index = 0; ; index++) {
    const role = index % 2 === 0 ? 'user' : 'assistant'
    const message = `${JSON.stringify({ role, content: paragraph(index, 600, script) })},`
    const size = Buffer.byteLength(message)
    if (size > left) break
    pieces.push(message)
    left -= size
  }
  return pieces.join('') + lastMessage(left)
}

function paragraph(seed: number, bytes: number, script: Script): string {
  const choice = sentences[script]
  let text = ''
  for (let index = seed; Buffer.byteLength(text) < bytes; index++) text += choice[index % choice.length]
  return text
}

/** How many requests are made when they are small: enough that no cache of whole headers helps. */
const VARIANTS = 512

/**
 * Execute requests of the input stage, as a gateway sends them: metadata, parameters, messages. Each has a boundary and
 * ids of its own, so that a server which remembers headers or bodies wins nothing.
 */
export function executeRequests(
  path: string,
  messages: string,
  headers: Readonly<Record<string, string>> = {},
): Buffer[] {
  const count = messages.length <= sizes['16kb'] ? VARIANTS : 2
  return Array.from({ length: count }, () => executeRequest(path, messages, headers))
}

function executeRequest(path: string, messages: string, headers: Readonly<Record<string, string>>): Buffer {
  const boundary = randomBytes(30).toString('hex')
  const part = (name: string, text: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: application/json\r\n\r\n${text}\r\n`
  const body = Buffer.from(
    [
      part('metadata', JSON.stringify({ request_id: randomUUID(), step_id: randomUUID() })),
      part('input.parameters', '{"annotate":true,"reject":true}'),
      part('input.messages', messages),
      `--${boundary}--\r\n`,
    ].join(''),
  )
  const lines = [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Content-Type: multipart/form-data; boundary=${boundary}`,
    `Content-Length: ${body.length}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body])
}
