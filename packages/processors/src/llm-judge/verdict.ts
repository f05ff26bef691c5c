import { z } from 'zod'
import { OutsideCallError } from '../outside-call/outside-call-error.js'

/** What a judge concluded on a text. */
export interface Verdict {
  readonly flagged: boolean
  /** How surely the text breaks the policy, from 0 to 1. */
  readonly score: number
  /** One of the categories asked for, or `none`. */
  readonly category: string
  /** In the judge's words; it may quote the text. */
  readonly reason: string
}

/** Longest reason that is kept, in UTF-16 code units. */
const MAX_REASON_LENGTH = 500

/** The JSON Schema that servers with structured output hold the judge to. */
export function verdictSchema(categories: readonly string[]) {
  return {
    type: 'object',
    properties: {
      verdict: { type: 'string', enum: ['allow', 'flag'] },
      score: { type: 'number' },
      category: { type: 'string', enum: [...categories, 'none'] },
      reason: { type: 'string' },
    },
    required: ['verdict', 'score', 'category', 'reason'],
    additionalProperties: false,
  }
}

const chatReply = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  // Of servers that count otherwise, the verdict is worth as much.
  usage: z
    .object({ total_tokens: z.int().min(0) })
    .nullish()
    .catch(undefined),
})

const verdict = z.strictObject({
  verdict: z.enum(['allow', 'flag']),
  score: z.number().min(0).max(1),
  category: z.string().max(100),
  reason: z.string(),
})

/** A reply of the judge that was read. */
export interface JudgeReply {
  readonly verdict: Verdict
  /** Tokens that the call took, when the server says. */
  readonly tokens: number | undefined
}

/**
 * Reads the reply of a chat endpoint. Anything but one whole verdict is no verdict: a guess at what the judge may have meant
 * could be what the judged text wanted to be guessed.
 *
 * @param categories what the judge may name; another category is a reply that does not count.
 * @throws OutsideCallError `reply-invalid`
 */
export function readVerdict(reply: unknown, categories: readonly string[]): JudgeReply {
  const chat = chatReply.safeParse(reply)
  if (!chat.success) throw invalid('is not a chat completion')
  const [choice] = chat.data.choices
  if (choice?.finish_reason === 'length') throw invalid('was cut at the limit of output tokens')
  const { content, refusal } = choice?.message ?? {}
  if (typeof refusal === 'string' && refusal !== '') throw invalid('is a refusal to judge')
  const outcome = verdict.safeParse(parseObject(content ?? ''))
  if (!outcome.success) throw invalid('is not a verdict')
  const { verdict: word, score, category, reason } = outcome.data
  if (category !== 'none' && !categories.includes(category)) throw invalid('names a category that was not offered')
  return {
    verdict: { flagged: word === 'flag', score, category, reason: reason.slice(0, MAX_REASON_LENGTH).toWellFormed() },
    tokens: chat.data.usage?.total_tokens,
  }
}

/** The whole text as JSON: after the thoughts of a reasoning model and in a code fence if need be, with nothing else around. */
function parseObject(content: string): unknown {
  let text = content.trim()
  const thoughtsEnd = text.startsWith('<think>') ? text.indexOf('</think>') : -1
  if (thoughtsEnd !== -1) text = text.slice(thoughtsEnd + '</think>'.length).trim()
  if (text.startsWith('```') && text.endsWith('```')) text = text.slice(3, -3).replace(/^json/, '')
  try {
    return JSON.parse(text)
  } catch {
    throw invalid('is not JSON')
  }
}

function invalid(problem: string): OutsideCallError {
  return new OutsideCallError('reply-invalid', `The reply of the judge ${problem}.`)
}
