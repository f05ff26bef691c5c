import {
  defineProcessor,
  operatorOnly,
  type Permissions,
  pass,
  type Reject,
  type Result,
  type ResultOptions,
  reject,
  type Stage,
  signatures,
} from '@gatehouse/sdk'
import type { Span } from '@opentelemetry/api'
import { z } from 'zod'
import { type Finding, summariseFindings } from '../detection/finding.js'
import { permittedAction, tagText } from '../detection/rule.js'
import { scopeParameters } from '../detection/scope.js'
import { type ExchangePiece, piecesOfPrompt, piecesOfResponse } from '../outside-call/exchange-pieces.js'
import { checkFailurePolicy, failurePolicyParameters } from '../outside-call/failure-policy.js'
import { type Conclusion, judgeExchange } from '../outside-call/judge-exchange.js'
import { OutsideCallError } from '../outside-call/outside-call-error.js'
import { ServiceRegistry, serviceParameters } from '../outside-call/service-parameters.js'
import { TextService } from './ask-service.js'
import { findObjections } from './judge-answer.js'
import { templateKind } from './request-template.js'
import { answerMapping, type ServiceAnswer } from './service-answer.js'

const NAME = 'remote'

/** Parameters of {@link remote}. */
const parameters = z.strictObject({
  ...serviceParameters,
  service: operatorOnly(z.enum(['openai-moderations', 'http-check']))
    .default('openai-moderations')
    .describe('What the service speaks: the Moderations API, or JSON as "request" and "response" describe it.'),
  model: operatorOnly(z.string().min(1).max(256)).optional().describe('Model of a moderations service.'),
  request: operatorOnly(z.unknown())
    .default({ text: '{{text}}' })
    .refine((template) => templateKind(template) !== undefined, 'expected "{{text}}" or, without {{role}}, "{{texts}}"')
    .describe(
      'What an http-check is sent: JSON in which the strings "{{text}}", "{{role}}" and "{{stage}}" are replaced, or ' +
        '"{{texts}}", a list, for several texts in one call.',
    ),
  response: operatorOnly(answerMapping)
    .default({ flagged: '/flagged' })
    .describe('Where the parts of the answer of an http-check stand in its reply, as JSON Pointers.'),
  batch_size: operatorOnly(z.int().min(1).max(256))
    .default(32)
    .describe('Most texts in one call, where the service takes several.'),
  threshold: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Score from 0 to 1 from which a category, or a text, counts. Left out: what the service flags.'),
  categories: z
    .record(
      z.string().min(1).max(64),
      z.strictObject({
        threshold: z.number().min(0).max(1).optional().describe('Score from which the category counts.'),
        action: z.enum(['tag', 'reject', 'off']).optional().describe('What it leads to.'),
      }),
    )
    .default({})
    .describe(
      'Thresholds and actions by category of the service. Without an action: reject when that is permitted, else tag.',
    ),
  tag: tagText.default('moderation').describe('Key of the tag; its values are the categories found.'),
  max_characters: z
    .int()
    .min(1000)
    .max(1_000_000)
    .default(16_000)
    .describe('Longest text that is sent as one; a longer one is cut, with an overlap of 400 characters.'),
  max_pieces: z
    .int()
    .min(1)
    .max(10_000)
    .default(256)
    .describe('Most texts to send for one exchange; an exchange with more counts as without an answer.'),
  ...failurePolicyParameters,
  ...scopeParameters,
})

type RemoteParameters = z.output<typeof parameters> & Permissions

const OVERLAP = 400

const services = new ServiceRegistry<ServiceAnswer>()

/**
 * Has an outside service judge each message: one that speaks the Moderations API, or any that takes and answers JSON over
 * HTTP. Tags or rejects what it flags, and puts its own text in place when it offers one.
 *
 * Tags, findings and details hold names of categories, scores and places, never content.
 */
export const remote = defineProcessor({
  namespace: 'gatehouse',
  name: NAME,
  version: '1.0.0',
  description:
    'Has a moderation service or any HTTP service judge each message, and tags, changes or rejects as it says.',
  signature: signatures.both,
  actions: ['annotate', 'modify', 'reject'],
  parameters,

  prepare: (given: RemoteParameters) => {
    checkFailurePolicy(given)
    const shared = services.find(given)
    if (shared === undefined) return undefined
    const { service, model, request, response: mapping, batch_size } = given
    const isBatched = templateKind(request) === 'texts'
    const dialect = service === 'http-check' ? { kind: service, request, mapping, isBatched } : { kind: service, model }
    return new TextService(shared, dialect, batch_size)
  },

  processInput(context) {
    const { prompt, parameters } = context
    return judge(
      'input',
      () => piecesOfPrompt(prompt, parameters, limitsOf(parameters)),
      (contents, options): Result<'prompt'> => {
        const messages = prompt.messages.map((message, index) => replaceContent(message, contents.get(index)))
        return pass({ ...options, prompt: { ...prompt, messages } })
      },
      context,
    )
  },

  processResponse(context) {
    const { response, parameters } = context
    return judge(
      'response',
      () => piecesOfResponse(response, limitsOf(parameters)),
      (contents, options): Result<'response'> => {
        const choices = response.choices.map((choice, index) => ({
          ...choice,
          message: replaceContent(choice.message, contents.get(index)),
        }))
        return pass({ ...options, response: { ...response, choices } })
      },
      context,
    )
  },
})

interface JudgeContext {
  readonly parameters: RemoteParameters
  readonly prepared: TextService | undefined
  readonly signal: AbortSignal
  readonly span: Span
}

/** @param change makes the result with new contents, by index of the message or choice. */
function judge<R extends Result<'prompt'> | Result<'response'>>(
  stage: Stage,
  find: () => ExchangePiece[],
  change: (contents: ReadonlyMap<number, string>, options: ResultOptions) => R,
  context: JudgeContext,
) {
  const { parameters, prepared: service, signal } = context
  return judgeExchange<ServiceAnswer, Result<never> | R | Reject>(
    { ...context, name: NAME },
    service && {
      find,
      ask: (pieces) => service.ask(pieces, stage, signal),
      conclude: (pieces, answers) =>
        conclude(stage === 'input' ? 'prompt' : 'response', pieces, answers, change, parameters),
    },
  )
}

function conclude<R extends Result<'prompt'> | Result<'response'>>(
  what: string,
  pieces: readonly ExchangePiece[],
  answers: readonly (ServiceAnswer | undefined)[],
  change: (contents: ReadonlyMap<number, string>, options: ResultOptions) => R,
  parameters: RemoteParameters,
): Conclusion<Result<never> | R | Reject> {
  const { annotate, modify, tag } = parameters
  const findings: Finding[] = []
  const contents = new Map<number, string>()
  let rejecting = 0
  for (const [index, { place, range, text, isWhole }] of pieces.entries()) {
    const answer = answers[index]
    if (answer === undefined) continue
    for (const { type, score, action } of findObjections(answer, parameters)) {
      findings.push({ type, ...place, range, ...(score === undefined ? {} : { score }) })
      if (permittedAction(action === 'tag' ? 'detect' : action, parameters) === 'reject') rejecting++
    }
    const { replacement = text } = answer
    if (replacement === text) continue
    // Pieces overlap, so a text that was cut cannot be put together again from what takes their places.
    if (!isWhole) throw new OutsideCallError('too-much-text', 'The service changes a text that was sent in pieces.')
    findings.push({ type: 'replaced', ...place, range })
    contents.set('message' in place ? place.message : place.choice, replacement)
  }
  const isDecided = rejecting > 0
  if (pieces.length === 0) return { isDecided, result: pass() }
  const processorResult = { judged: true, ...summariseFindings(findings) }
  const types = [...new Set(findings.map(({ type }) => type))]
  const tags = annotate && types.length > 0 ? { [tag]: types } : {}
  if (isDecided) {
    const detail = `The service objects to the ${what} in ${rejecting} ${rejecting === 1 ? 'point' : 'points'}.`
    return { isDecided, result: reject({ code: 'AIGW_POLICY_VIOLATION', detail, tags, processorResult }) }
  }
  const options = { tags, processorResult }
  return { isDecided, result: modify && contents.size > 0 ? change(contents, options) : pass(options) }
}

function replaceContent<M extends { readonly content: string }>(message: M, content: string | undefined): M {
  return content === undefined ? message : { ...message, content }
}

function limitsOf({ max_characters, max_pieces }: RemoteParameters) {
  return { maxLength: max_characters, overlap: OVERLAP, maxPieces: max_pieces }
}
