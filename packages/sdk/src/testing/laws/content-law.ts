import { isJsonObject } from '../../content/index.js'
import type { TestExchange } from '../exchange.js'
import type { RunDecision } from '../run-processor.js'
import { fail, type Law } from './law.js'
import { permissionSets, type Subject } from './subject.js'
import { watchConsole } from './watch-console.js'

/**
 * Content goes into the changed document and nowhere else: not into tags, details, findings, metadata, errors, spans or
 * logs. What the processor gets is sown with words that cannot be guessed, so that each one found outside was copied.
 */
export function tellsNoContent(subject: Subject): Law {
  return {
    name: 'tells no content in tags, details, findings, metadata, errors, spans and logs',
    async check() {
      const canary = subject.random().word(24)
      for (const { exchange: given, secrets } of sownExchanges(subject, canary)) {
        const forms = secrets.flatMap(formsOf)
        for (const permissions of [permissionSets.all, permissionSets.noReject, permissionSets.none]) {
          for (const signal of [undefined, AbortSignal.abort()]) {
            using output = watchConsole()
            const decision = await subject.run(given, permissions, { signal })
            const leak = findForm({ ...told(decision), console: output.lines }, forms)
            const expected = 'content in the changed document only'
            if (leak !== undefined) fail({ given, expected, came: `some of it at ${leak}` }, subject.seed)
          }
        }
      }
    },
  }
}

interface SownExchange {
  readonly exchange: TestExchange
  readonly secrets: readonly string[]
}

function sownExchanges(subject: Subject, canary: string): SownExchange[] {
  const around = subject.texts.flatMap((text) => [
    `${text} ${canary}`,
    `${canary}${text}`,
    `${text}\n${text}${canary} ${canary.toUpperCase()}`,
  ])
  const alone = [
    canary,
    `${canary}@example.com`,
    `https://${canary}.example.com/?q=${canary}`,
    `{"${canary}":"${canary}"}`,
    `Bearer ${canary}`,
    `"${canary}" \u0000 ${canary}\n    at ${canary} (${canary}:1:1)`,
  ]
  const sown = [...around, ...alone].flatMap((text) => subject.ofText(text))
  const hidden = subject.stages.map((stage) => {
    const message = {
      role: 'assistant',
      content: null,
      name: canary,
      tool_calls: [{ function: { arguments: canary } }],
    }
    return subject.at(stage, [stage === 'input' ? message : { message, note: canary }])
  })
  return [
    ...subject.exchanges.map((exchange) => ({ exchange, secrets: secretsOf(subject, exchange) })),
    ...[...sown, ...hidden].map((exchange) => ({ exchange, secrets: [canary] })),
  ]
}

/** Least length of a word of a sample that counts as unmistakable. */
const MIN_WORD = 6

/** Six digits or more, in groups or not. */
const NUMBER = /\d(?:[ .-]?\d){5,}/g

/** Pieces of a sample that cannot come out by chance: words with digits or `@`, long numbers, and those that were named. */
function secretsOf(subject: Subject, exchange: TestExchange): string[] {
  const { options, processor, parameters } = subject
  const { parameters: own, ...sent } = exchange
  const known = JSON.stringify([parameters, own, processor.signatureDocument, processor.id]).toLowerCase()
  const content = JSON.stringify(sent)
  const words = content.split(/[\s"\\,;:!?()<>[\]{}]+/).filter((word) => word.length >= MIN_WORD && /[\d@]/.test(word))
  const numbers = (content.match(NUMBER) ?? []).flatMap((number) => [number, number.replaceAll(/\D/g, '')])
  const named = (options.secrets ?? []).filter((secret) => content.includes(JSON.stringify(secret).slice(1, -1)))
  return [...[...words, ...numbers].filter((word) => !known.includes(word.toLowerCase())), ...named]
}

/** How long a piece of a long secret must be to count as a leak. */
const WINDOW = 8

/** What to look for: the pieces of a secret, and of its usual encodings, in lower case. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const base64 = [0, 1, 2].map((skipped) => bytes.subarray(skipped).toString('base64').replace(/=+$/, '').slice(0, -1))
  return [secret, bytes.toString('hex'), ...base64].flatMap((form) => windowsOf(form.toLowerCase()))
}

function windowsOf(text: string): string[] {
  if (text.length <= WINDOW) return [text]
  return Array.from({ length: text.length - WINDOW + 1 }, (_, start) => text.slice(start, start + WINDOW))
}

/** Everything of a decision that people and machines beside the model get to see. */
function told({ code, detail, tags, metadata, error, logs, spans }: RunDecision): Record<string, unknown> {
  return {
    reject: { code, detail },
    tags,
    metadata,
    error: error && { code: error.code, detail: error.detail, messages: error.messages },
    logs,
    spans: spans.map(({ name, attributes, events, status }) => ({ name, attributes, events, status })),
  }
}

/** Where one of the forms stands in a value. */
function findForm(value: unknown, forms: readonly string[], place = '', seen = new Set<unknown>()): string | undefined {
  if (typeof value === 'string' || typeof value === 'number') {
    const text = String(value).toLowerCase()
    return forms.some((form) => text.includes(form)) ? place : undefined
  }
  if (value instanceof Error) return findForm([value.name, value.message, value.stack], forms, place)
  if ((!Array.isArray(value) && !isJsonObject(value)) || seen.has(value)) return undefined
  seen.add(value)
  for (const [key, inner] of Object.entries(value)) {
    const inside = place === '' ? key : `${place}.${key}`
    const found = findForm(key, forms, `a key of ${place}`) ?? findForm(inner, forms, inside, seen)
    if (found !== undefined) return found
  }
  return undefined
}
