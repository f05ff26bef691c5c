import {
  attachmentsOf,
  defineProcessor,
  type InputResult,
  type Message,
  type Permissions,
  pass,
  type ResponseResult,
  reject,
  signatures,
} from '@gatehouse/sdk'
import { z } from 'zod'
import { scopeParameters, selectMessages } from '../detection/scope.js'
import { type CountTokens, loadTokenizer, tokenizers } from './count-tokens.js'
import { measureText } from './measure-text.js'

const most = z.int().min(0).optional()

const textLimits = {
  characters: most.describe('Most characters (Unicode code points).'),
  words: most.describe('Most words: runs of letters and digits; in scripts without blanks each letter is one.'),
  tokens: most.describe('Most tokens of the tokenizer.'),
}

/** Parameters of {@link length}. */
const parameters = z.strictObject({
  message: z.strictObject(textLimits).prefault({}).describe('Limits of each message, or each choice of a response.'),
  total: z
    .strictObject({
      ...textLimits,
      messages: most.describe('Most messages of a prompt, or choices of a response.'),
      attachments: most.describe('Most parts of messages that are no text, such as images and files.'),
    })
    .prefault({})
    .describe('Limits of all messages in scope together.'),
  tokenizer: z
    .enum(tokenizers)
    .default('o200k_base')
    .describe('Encoding that tokens are counted with; models of other vendors count somewhat otherwise.'),
  ...scopeParameters,
})

type Parameters = z.output<typeof parameters>

/** What can be limited. */
type Quantity = 'characters' | 'words' | 'tokens' | 'messages' | 'attachments'

/** A limit that is exceeded. */
interface Excess {
  readonly limit: `message.${Quantity}` | `total.${Quantity}`
  readonly message?: number
  readonly choice?: number
  readonly allowed: number
  readonly measured: number
}

/** So many are listed. */
const MAX_LISTED = 100

/** Rejects or tags what is longer than the operator allows, in characters, words, tokens, messages or attachments. */
export const length = defineProcessor({
  namespace: 'gatehouse',
  name: 'length',
  version: '1.0.0',
  description: 'Limits characters, words, tokens, messages and attachments, and tags or rejects what has more.',
  signature: signatures.both,
  actions: ['annotate', 'reject'],
  parameters,

  processInput({ prompt, parameters }): InputResult | Promise<InputResult> {
    const selected = selectMessages(prompt.messages, parameters)
    const messages = selected.map((index) => ({
      place: { message: index },
      message: prompt.messages[index] as Message,
    }))
    return withTokenizer(parameters, (count) => conclude('prompt', measure(messages, parameters, count), parameters))
  },

  processResponse({ response, parameters }): ResponseResult | Promise<ResponseResult> {
    const messages = response.choices.map(({ message }, index) => ({ place: { choice: index }, message }))
    return withTokenizer(parameters, (count) => conclude('response', measure(messages, parameters, count), parameters))
  },
})

interface PlacedMessage {
  readonly place: { readonly message?: number; readonly choice?: number }
  readonly message: Message
}

/** The tokenizer is loaded, which takes a while the first time, only when there is a limit that needs it. */
function withTokenizer<T>({ message, total, tokenizer }: Parameters, use: (count: CountTokens) => T): T | Promise<T> {
  if (message.tokens === undefined && total.tokens === undefined) return use(() => 0)
  return loadTokenizer(tokenizer).then(use)
}

function measure(
  messages: readonly PlacedMessage[],
  { message: each, total }: Parameters,
  count: CountTokens,
): Excess[] {
  const excesses: Excess[] = []
  const sum = { characters: 0, words: 0, tokens: 0, messages: messages.length, attachments: 0 }
  for (const { place, message } of messages) {
    const size = { ...measureText(message.content), tokens: count(message.content) }
    for (const quantity of ['characters', 'words', 'tokens'] as const) {
      sum[quantity] += size[quantity]
      const allowed = each[quantity]
      if (allowed !== undefined && size[quantity] > allowed) {
        excesses.push({ limit: `message.${quantity}`, ...place, allowed, measured: size[quantity] })
      }
    }
    sum.attachments += attachmentsOf(message).length
  }
  for (const quantity of ['characters', 'words', 'tokens', 'messages', 'attachments'] as const) {
    const allowed = total[quantity]
    if (allowed !== undefined && sum[quantity] > allowed) {
      excesses.push({ limit: `total.${quantity}`, allowed, measured: sum[quantity] })
    }
  }
  return excesses
}

function conclude(what: string, excesses: readonly Excess[], { annotate, reject: mayReject }: Permissions) {
  if (excesses.length === 0) return pass()
  const options = {
    tags: annotate ? { 'limits-exceeded': excesses.map(({ limit }) => limit) } : {},
    processorResult: { count: excesses.length, exceeded: excesses.slice(0, MAX_LISTED) },
  }
  if (!mayReject) return pass(options)
  const limits = [...new Set(excesses.map(({ limit }) => limit))].join(', ')
  return reject({ ...options, code: 'AIGW_POLICY_VIOLATION', detail: `The ${what} is over the limits of ${limits}.` })
}
