import {
  defineProcessor,
  operatorOnly,
  type Permissions,
  pass,
  type Reject,
  type Result,
  reject,
  signatures,
} from '@gatehouse/sdk'
import type { Span } from '@opentelemetry/api'
import { z } from 'zod'
import { type Finding, summariseFindings } from '../detection/finding.js'
import { roundScore } from '../detection/round-score.js'
import { tagText } from '../detection/rule.js'
import { scopeParameters } from '../detection/scope.js'
import { type ExchangePiece, piecesOfPrompt, piecesOfResponse } from '../outside-call/exchange-pieces.js'
import { checkFailurePolicy, failurePolicyParameters } from '../outside-call/failure-policy.js'
import { type Conclusion, judgeExchange } from '../outside-call/judge-exchange.js'
import { ServiceRegistry, serviceParameters } from '../outside-call/service-parameters.js'
import { Embedder, type Embedding } from './embedder.js'
import { readyTopicNames } from './ready-topics.js'
import { type TopicSettings, topicSchema } from './topic.js'
import { OFF_TOPIC, type TopicFinding, type TopicJudgement, TopicPolicy } from './topic-policy.js'

const NAME = 'topics'

/** Most topics of one processor, and most examples of all of them. */
const MAX_TOPICS = 64
const MAX_EXAMPLES = 4000

const topicList = z.array(z.union([z.enum(readyTopicNames), topicSchema])).max(MAX_TOPICS)

/** Parameters of {@link topics}. */
const parameters = z
  .strictObject({
    denied: topicList
      .default([])
      .describe(
        `Topics that are findings: names of ready ones (${readyTopicNames.join(', ')}), or topics of your own.`,
      ),
    allowed: topicList
      .default([])
      .describe(
        'When not empty, a text about none of these topics is a finding, "off-topic". Names or topics as above.',
      ),
    threshold: z.number().min(0.05).max(1).default(0.5).describe('Score from 0 to 1 that a topic needs.'),
    off_topic_action: z
      .enum(['tag', 'reject'])
      .optional()
      .describe('What a text about no allowed topic leads to. Left out: reject when permitted, else tag.'),
    small_talk: z
      .boolean()
      .default(true)
      .describe('Whether greetings, thanks, yes and no, of at most eight words, are on topic.'),
    tag: tagText.default('topics').describe('Key of the tag; its values are the topics found and "off-topic".'),
    ...serviceParameters,
    model: operatorOnly(z.string().min(1).max(256))
      .default('default')
      .describe('Name of the embedding model, as the endpoint has it.'),
    similarity: z
      .number()
      .min(0.05)
      .max(1)
      .default(0.5)
      .describe('Similarity of embeddings (their cosine) that stands for the threshold; it depends on the model.'),
    max_characters: z
      .int()
      .min(200)
      .max(100_000)
      .default(1000)
      .describe('With embeddings: longest text that is judged as one; a longer one is cut, with an overlap of 100.'),
    max_pieces: z
      .int()
      .min(1)
      .max(1000)
      .default(64)
      .describe('With embeddings: most texts to judge in one exchange; one with more counts as without an answer.'),
    ...failurePolicyParameters,
    ...scopeParameters,
  })
  .superRefine(({ denied, allowed }, context) => {
    const named = [...denied, ...allowed]
    const names = named.map((topic) => (typeof topic === 'string' ? topic : topic.name))
    const twice = names.find((name, index) => names.indexOf(name) < index || name === OFF_TOPIC)
    if (twice !== undefined) {
      context.addIssue({ code: 'custom', message: `expected each topic once, and none called "${OFF_TOPIC}"` })
    }
    const empty = named.find((topic) => typeof topic !== 'string' && isEmpty(topic))
    if (empty !== undefined) {
      context.addIssue({ code: 'custom', message: 'expected terms, hints or examples for each topic of your own' })
    }
    const count = named.reduce((sum, topic) => sum + (typeof topic === 'string' ? 0 : topic.examples.length), 0)
    if (count > MAX_EXAMPLES) {
      context.addIssue({ code: 'custom', message: `expected at most ${MAX_EXAMPLES} examples in all topics` })
    }
  })

/** Whether nothing could ever be about a topic, as when its terms stand under a key of another level. */
function isEmpty({ terms, hints, examples }: TopicSettings): boolean {
  return terms.length + hints.length + examples.length === 0
}

type TopicParameters = z.output<typeof parameters> & Permissions

const OVERLAP = 100
/** Without embeddings a text is judged whole, by windows; so nothing is cut. */
const UNCUT = { maxLength: Number.POSITIVE_INFINITY, overlap: 0, maxPieces: Number.POSITIVE_INFINITY }

const services = new ServiceRegistry<Embedding>()

interface Prepared {
  readonly policy: TopicPolicy
  readonly embedder: Embedder | undefined
}

/**
 * Tells what messages are about, by terms, by examples and, with an embedding model, by meaning; tags or rejects those about
 * a denied topic, and those about none of the allowed ones.
 *
 * Tags, findings and details hold names of topics, places and scores, never content.
 */
export const topics = defineProcessor({
  namespace: 'gatehouse',
  name: NAME,
  version: '1.0.0',
  description: 'Tags or rejects messages about denied topics, and messages about none of the allowed ones.',
  signature: signatures.both,
  actions: ['annotate', 'reject'],
  parameters,

  prepare: (given: TopicParameters): Prepared => {
    const { allowed, denied, threshold, similarity, small_talk, model } = given
    checkFailurePolicy(given)
    const service = services.find(given)
    return {
      policy: new TopicPolicy({ allowed, denied, threshold, similarity, smallTalk: small_talk }),
      embedder: service && new Embedder(service, model),
    }
  },

  processInput({ prompt, parameters, prepared, signal, span }) {
    const find = () => piecesOfPrompt(prompt, parameters, limitsOf(parameters, prepared))
    return judge('prompt', find, { parameters, prepared, signal, span })
  },

  processResponse({ response, parameters, prepared, signal, span }) {
    const find = () => piecesOfResponse(response, limitsOf(parameters, prepared))
    return judge('response', find, { parameters, prepared, signal, span })
  },
})

function limitsOf({ max_characters, max_pieces }: TopicParameters, { embedder }: Prepared) {
  return embedder === undefined ? UNCUT : { maxLength: max_characters, overlap: OVERLAP, maxPieces: max_pieces }
}

interface TopicContext {
  readonly parameters: TopicParameters
  readonly prepared: Prepared
  readonly signal: AbortSignal
  readonly span: Span
}

function judge(what: string, find: () => ExchangePiece[], context: TopicContext) {
  const { parameters, prepared, signal } = context
  const { policy, embedder } = prepared
  if (embedder === undefined) {
    const pieces = find()
    const judgements = pieces.map((piece) => policy.judge(piece))
    return conclude(what, pieces, judgements, parameters).result
  }
  return judgeExchange<TopicJudgement, Result<never> | Reject>(
    { ...context, name: NAME },
    {
      find,
      ask: (pieces) => judgeByMeaning(pieces, policy, embedder, signal),
      conclude: (pieces, judgements) => conclude(what, pieces, judgements, parameters),
    },
  )
}

/** Judges the pieces by the embeddings of their texts and of the examples, which the service is asked for together. */
function judgeByMeaning(
  pieces: readonly ExchangePiece[],
  policy: TopicPolicy,
  embedder: Embedder,
  signal: AbortSignal,
): Promise<TopicJudgement>[] {
  if (pieces.length === 0) return []
  const all = embedder.embed([...policy.examples, ...pieces.map(({ text }) => text)], signal)
  const examples = Promise.all(all.slice(0, policy.examples.length))
  return pieces.map(async (piece, index) => {
    const own = all[policy.examples.length + index] as Promise<Embedding>
    const [embedding, others] = await Promise.all([own, examples])
    return policy.judge(piece, { own: embedding, examples: others })
  })
}

function conclude(
  what: string,
  pieces: readonly ExchangePiece[],
  judgements: readonly (TopicJudgement | undefined)[],
  { annotate, reject: mayReject, tag, off_topic_action }: TopicParameters,
): Conclusion<Result<never> | Reject> {
  const rejects = ({ type, action }: TopicFinding): boolean =>
    mayReject && (type === OFF_TOPIC ? off_topic_action : action) !== 'tag'
  const findings: Finding[] = []
  const rejecting = new Set<string>()
  const scores: Record<string, number> = {}
  pieces.forEach(({ place }, index) => {
    const judgement = judgements[index]
    for (const [name, score] of Object.entries(judgement?.scores ?? {})) {
      scores[name] = Math.max(roundScore(score), scores[name] ?? 0)
    }
    for (const finding of judgement?.findings ?? []) {
      const { type, score, range } = finding
      findings.push({ type, ...place, range, score: roundScore(score) })
      if (rejects(finding)) rejecting.add(type)
    }
  })
  const isDecided = rejecting.size > 0
  if (pieces.length === 0) return { isDecided, result: pass() }
  const score = findings.reduce((highest, each) => Math.max(highest, each.score ?? 0), 0)
  const processorResult = { score, scores, ...summariseFindings(findings) }
  const tags = annotate && findings.length > 0 ? { [tag]: [...new Set(findings.map(({ type }) => type))] } : {}
  if (!isDecided) return { isDecided, result: pass({ tags, processorResult }) }
  const detail = `The ${what} is about what is not allowed: ${[...rejecting].join(', ')}.`
  return { isDecided, result: reject({ code: 'AIGW_POLICY_VIOLATION', detail, tags, processorResult }) }
}
