import type { Random } from './random.js'

export interface GeneratedBody {
  readonly boundary: string
  readonly body: Buffer
}

/** A body to feed a multipart parser: a valid one, a valid one with a few bytes changed, or a heap of likely pieces. */
export function generateBody(random: Random): GeneratedBody {
  const boundary = random.pick(BOUNDARIES)
  const kind = random.next()
  if (kind < 0.15) return { boundary, body: latin1(validBody(random, boundary)) }
  if (kind < 0.85) return { boundary, body: latin1(mutate(random, boundary, validBody(random, boundary))) }
  if (kind < 0.98) {
    const start = random.chance(0.9) ? `--${boundary}\r\n${headers(random)}\r\n\r\n` : ''
    return { boundary, body: latin1(start + random.some(20, () => piece(random, boundary)).join('')) }
  }
  return { boundary, body: Buffer.from(random.some(200, () => random.integer(256))) }
}

const BOUNDARIES = [
  'B',
  'edge-7f3a',
  '----WebKitFormBoundary7MA4YWxkTrZu0gW',
  'a'.repeat(70),
  '--',
  'x:y',
  "a b'()+_,./=?",
  'BB',
]

const NAMES = [
  'metadata',
  'input.messages',
  'response.choices',
  'input.parameters',
  'response.parameters',
  'reject',
  'other',
  '',
  'a%22b%0D%0a',
  'back\\\\slash \\"quote\\" \\x',
  '\xc3\xa9',
  '\xff',
]

const CONTENTS = [
  '{}',
  '[]',
  '',
  'null',
  '{"request_id":"r","step_id":"s"}',
  '{"messages":[{"role":"user","content":"When do you open?"}]}',
  '{"choices":[{"index":0,"message":{"role":"assistant","content":"hi"}}]}',
  '{"messages":[{"content":"caf\xc3\xa9 \xf0\x9f\x92\xb3"}]}',
  '{"modify":true,"reject":true}',
  '\xff\xfe',
]

const HEADERS = [
  'Content-Type: application/json',
  'Content-Type: text/plain; charset=utf-8',
  'content-type: image/png;charset="ISO-8859-1"',
  'Content-Type: application/octet-stream',
  'Content-Type: a/b; charset=utf-16',
  'Content-Transfer-Encoding: binary',
  'X-Other:',
  'X-Other: \t \xe9',
]

function validBody(random: Random, boundary: string): string {
  const parts = random.some(
    random.chance(0.02) ? 40 : 6,
    () => `--${boundary}\r\n${headers(random)}\r\n\r\n${content(random, boundary)}\r\n`,
  )
  const start = random.chance(0.1) ? '\r\n' : ''
  const end = random.pick(['', '\r\n', '\r\n', 'epilogue', `\r\n--${boundary}\r\n`])
  return `${start}${parts.join('')}--${boundary}--${end}`
}

function headers(random: Random): string {
  const name = random.pick(NAMES)
  const type = random.chance(0.95) ? 'form-data' : random.pick(['attachment', 'FORM-DATA', 'file'])
  const named = /^[a-z.]+$/.test(name) && random.chance(0.2) ? `name=${name}` : `name="${name}"`
  const filename = random.chance(0.15)
    ? random.pick(['; filename="a.json"', '; filename=a', "; filename*=utf-8''%e2%82%ac"])
    : ''
  const disposition = `${random.pick(['Content-Disposition', 'content-disposition'])}: ${type}; ${named}${filename}`
  const others = random.chance(0.7) ? [random.pick(HEADERS)] : []
  return (random.chance(0.8) ? [disposition, ...others] : [...others, disposition]).join('\r\n')
}

/** Content, at times with pieces of the delimiter in it. */
function content(random: Random, boundary: string): string {
  if (random.chance(0.8)) return random.pick(CONTENTS)
  const delimiter = `\r\n--${boundary}`
  return random
    .some(6, () => (random.chance(0.5) ? delimiter.slice(0, random.integer(delimiter.length)) : random.pick(CONTENTS)))
    .join('')
}

const TOKENS = [
  '\r\n',
  '\r',
  '\n',
  '-',
  '--',
  ':',
  ';',
  '"',
  '\\',
  '=',
  ' ',
  '\t',
  '\0',
  '\x7f',
  '\xff',
  'name=',
  'name*=',
  '\r\n--a: b',
  '\r\n folded',
  'filename="',
]

function piece(random: Random, boundary: string): string {
  const choice = random.next()
  if (choice < 0.3) return `\r\n--${boundary}`
  if (choice < 0.4) return `--${boundary}--`
  if (choice < 0.6) return random.pick(TOKENS)
  if (choice < 0.75) return `${headers(random)}\r\n\r\n`
  if (choice < 0.85) return `${random.pick(HEADERS)}\r\n`
  return random.pick(CONTENTS)
}

/** One to four changes of a body: something put in, taken out, doubled, moved, or the end cut off. */
function mutate(random: Random, boundary: string, body: string): string {
  let text = body
  for (let change = random.integer(4); change >= 0; change--) {
    const at = random.integer(text.length + 1)
    const length = random.chance(0.7) ? 1 + random.integer(3) : random.integer(120)
    const before = text.slice(0, at)
    const after = text.slice(at)
    switch (random.integer(8)) {
      case 0:
        text = before + after.slice(length)
        break
      case 1:
        text = before + random.pick(TOKENS) + after
        break
      case 2:
        text = before + String.fromCharCode(random.integer(256)) + after.slice(1)
        break
      case 3:
        text = before + after.slice(0, length) + after
        break
      case 4:
        text = before + piece(random, boundary) + after
        break
      case 5:
        text = before
        break
      case 6:
        text = before + after.slice(length, length * 2) + after.slice(0, length) + after.slice(length * 2)
        break
      default:
        text = text.replaceAll('\r\n', random.pick(['\r\n\r\n', '\r\n ', '\n', '\r\n', `\r\n${boundary}`]))
    }
  }
  return text
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}
