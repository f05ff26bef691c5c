import { createHash } from 'node:crypto'
import {
  defineProcessor,
  type Logger,
  operatorOnly,
  type Permissions,
  ProcessorError,
  pass,
  type Reject,
  type Result,
  reject,
  signatures,
} from '@gatehouse/sdk'
import type { Span } from '@opentelemetry/api'
import { z } from 'zod'
import { type Finding, summariseFindings } from '../detection/finding.js'
import { permittedAction, tagText } from '../detection/rule.js'
import { scopeParameters } from '../detection/scope.js'
import { type ExchangePiece, piecesOfPrompt, piecesOfResponse } from '../outside-call/exchange-pieces.js'
import { checkFailurePolicy, failurePolicyParameters } from '../outside-call/failure-policy.js'
import { askOnce, type Conclusion, judgeExchange } from '../outside-call/judge-exchange.js'
import { type Classification, Classifier } from './classifier.js'
import { defaultHarmlessLabels, type LabelRules, objectionsOf } from './objections.js'

const NAME = 'onnx-classifier'

/** A path inside a repository or folder that cannot leave it. */
const filePath = z
  .string()
  .max(512)
  .regex(
    /^(?!\.)[\w.-]+(?:\/(?!\.)[\w.-]+)*$/,
    'expected a path with "/" between names of letters, digits, "_", "-" and "."',
  )

/** Parameters of {@link onnxClassifier}. */
const parameters = z
  .strictObject({
    folder: operatorOnly(z.string().min(1).max(4096))
      .optional()
      .describe('Folder of the server with config.json, tokenizer.json and the model.'),
    model: operatorOnly(z.string().regex(/^(?!\.)[\w.-]{1,96}\/(?!\.)[\w.-]{1,96}$/, 'expected "owner/name"'))
      .optional()
      .describe('Model of the hub, "owner/name", in place of a folder. Without either, every call fails.'),
    revision: operatorOnly(z.string().regex(/^[\da-f]{40}$/, 'expected the 40 hexadecimal digits of a commit'))
      .optional()
      .describe('Commit of the model in the hub, so that it cannot change unseen.'),
    model_file: operatorOnly(filePath)
      .default('onnx/model.onnx')
      .describe('Path of the model in its folder or repository.'),
    more_files: operatorOnly(z.array(filePath).max(64))
      .default([])
      .describe('Further files of a model in the hub, such as "onnx/model.onnx_data".'),
    sha256: operatorOnly(z.record(z.string(), z.string().regex(/^[\da-fA-F]{64}$/)))
      .default({})
      .describe('SHA-256 that files of a model in the hub must have, by path.'),
    hub: operatorOnly(
      z.url({ protocol: /^https?$/ }).refine(isPlain, 'expected a URL without credentials, query or fragment'),
    )
      .default('https://huggingface.co')
      .describe('URL of the hub.'),
    hub_token_env: operatorOnly(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,127}$/))
      .optional()
      .describe('Environment variable of the server that holds a token for the hub.'),
    cache_folder: operatorOnly(z.string().min(1).max(4096))
      .optional()
      .describe('Where models of the hub are kept. Left out: "gatehouse/models" in the cache folder of the user.'),
    runtime: operatorOnly(z.enum(['auto', 'onnxruntime-node', 'onnxruntime-web']))
      .default('auto')
      .describe('Package that runs the model; "auto" takes the native one if it is installed.'),
    threads: operatorOnly(z.int().min(1).max(64)).default(1).describe('Threads of the runtime.'),
    window_tokens: operatorOnly(z.int().min(16).max(8192))
      .default(512)
      .describe('Most tokens that are judged at once; less when the model takes less.'),
    overlap_tokens: operatorOnly(z.int().min(0).max(4096))
      .default(64)
      .describe('About how many tokens a window has in common with the next.'),
    batch_size: operatorOnly(z.int().min(1).max(256)).default(8).describe('Most windows that run at a time.'),
    activation: operatorOnly(z.enum(['auto', 'softmax', 'sigmoid']))
      .default('auto')
      .describe(
        'How outputs become scores: of labels that exclude each other, or of each by itself; "auto" as config.json says.',
      ),
    label_names: operatorOnly(z.record(z.string().max(128), tagText))
      .default({})
      .describe('Names for labels, such as { "LABEL_1": "injection" }.'),
    max_queued: operatorOnly(z.int().min(1).max(100_000)).default(256).describe('Most texts that wait for the model.'),
    timeout_ms: operatorOnly(z.int().min(1).max(600_000))
      .default(10_000)
      .describe('Most milliseconds for a text. Keep it below the time limit of the handler.'),
    cache_seconds: operatorOnly(z.int().min(0).max(86_400))
      .default(300)
      .describe('How long an answer is remembered; 0 for not at all.'),
    cache_entries: operatorOnly(z.int().min(0).max(1_000_000))
      .default(1_000)
      .describe('Most answers that are remembered.'),
    threshold: z.number().min(0).max(1).default(0.5).describe('Score from 0 to 1 from which a label counts.'),
    labels: z
      .record(
        z.string().min(1).max(128),
        z.strictObject({
          threshold: z.number().min(0).max(1).optional().describe('Score from which the label counts.'),
          action: z.enum(['tag', 'reject', 'off']).optional().describe('What it leads to.'),
        }),
      )
      .default({})
      .describe('Thresholds and actions by label. Without an action: reject when that is permitted, else tag.'),
    harmless_labels: z
      .array(z.string().min(1).max(128))
      .max(64)
      .default([...defaultHarmlessLabels])
      .describe('Labels that say that nothing is wrong.'),
    tag: tagText.default('attacks-detected').describe('Key of the tag; its values are the labels found.'),
    max_windows: z
      .int()
      .min(1)
      .max(10_000)
      .default(32)
      .describe('Most windows of a text; an exchange with a longer one counts as without an answer.'),
    max_texts: z
      .int()
      .min(1)
      .max(10_000)
      .default(256)
      .describe('Most texts of an exchange; one with more counts as without an answer.'),
    ...failurePolicyParameters,
    ...scopeParameters,
  })
  .refine(({ folder, model }) => folder === undefined || model === undefined, {
    path: ['model'],
    message: 'expected either "folder" or "model"',
  })
  .refine(({ model, revision }) => model === undefined || revision !== undefined, {
    path: ['revision'],
    message: 'expected a commit, since a branch may change unseen',
  })

type ClassifierParameters = z.output<typeof parameters> & Permissions

/** So many models run before one that is configured anew pauses the one that nobody has used for longest. */
const MAX_MODELS = 4

/** A job that takes so much longer than a text may is hung: its texts have all been given up. */
const HANG_FACTOR = 4
const MIN_HANG_MS = 30_000

const classifiers = new Map<string, Classifier>()

/**
 * Has a sequence-classification model of the operator's choice judge each message, in a thread of this process: ONNX models with a
 * `tokenizer.json`, from a folder or a hub. Tags or rejects what the model finds.
 *
 * Needs the packages `@huggingface/tokenizers` and `onnxruntime-node` or `onnxruntime-web`, which are not installed along.
 */
export const onnxClassifier = defineProcessor({
  namespace: 'gatehouse',
  name: NAME,
  version: '1.0.0',
  description: 'Has a text-classification model in ONNX format judge each message, and tags or rejects what it finds.',
  signature: signatures.both,
  actions: ['annotate', 'reject'],
  parameters,

  prepare: (given: ClassifierParameters) => {
    checkFailurePolicy(given)
    return findClassifier(given)
  },
  isReady: (classifier) => classifier?.hasLoaded ?? true,

  processInput({ prompt, ...context }) {
    const limits = limitsOf(context.parameters)
    return classify('prompt', () => piecesOfPrompt(prompt, context.parameters, limits), context)
  },

  processResponse({ response, ...context }) {
    const limits = limitsOf(context.parameters)
    return classify('response', () => piecesOfResponse(response, limits), context)
  },
})

/** The classifier of these parameters, one for all callers; `undefined` when they name no model. */
function findClassifier(given: ClassifierParameters): Classifier | undefined {
  const { folder, model, revision } = given
  if (folder === undefined && model === undefined) return undefined
  const token = tokenOf(given)
  const settings = [...onnxClassifier.operatorParameters].map((name) => given[name as keyof ClassifierParameters])
  // Hashed, so that the token does not stand in one more place.
  const id = createHash('sha256')
    .update(JSON.stringify([settings, token]))
    .digest('base64')
  const known = classifiers.get(id)
  if (known !== undefined) return known
  const hubModel = {
    ...{ hub: given.hub, model: model ?? '', revision: revision ?? '', token, cacheFolder: given.cache_folder },
    ...{ modelFile: given.model_file, moreFiles: given.more_files, sha256: given.sha256 },
  }
  const made = new Classifier({
    name: folder ?? `${model}@${revision}`,
    findFolder: async (onProgress) => {
      if (folder !== undefined) return folder
      // With its HTTP client, for those who need it.
      const { fetchModel } = await import('./hub/fetch-model.js')
      return fetchModel(hubModel, onProgress)
    },
    ...{ modelFile: given.model_file, runtime: given.runtime, threads: given.threads, activation: given.activation },
    ...{ windowTokens: given.window_tokens, overlapTokens: given.overlap_tokens, batchSize: given.batch_size },
    ...{ labelNames: given.label_names, maxQueued: given.max_queued, timeoutMs: given.timeout_ms },
    hangMs: Math.max(MIN_HANG_MS, HANG_FACTOR * given.timeout_ms),
    ...{ cacheEntries: given.cache_entries, cacheMs: given.cache_seconds * 1000 },
  })
  const running = [...classifiers.values()].filter(({ isPaused }) => !isPaused)
  const [idle] = running.toSorted((a, b) => a.lastUsedAt - b.lastUsedAt)
  // After a change of the configuration, the models of the former one must not stay for ever.
  if (running.length >= MAX_MODELS) void idle?.pause()
  classifiers.set(id, made)
  return made
}

/** The URL of a hub stands in messages, so it holds no secret. */
function isPlain(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { username, password, search, hash } = new URL(url)
  return username + password + search + hash === ''
}

function tokenOf({ hub_token_env }: ClassifierParameters): string | undefined {
  if (hub_token_env === undefined) return undefined
  const token = process.env[hub_token_env]
  if (token !== undefined && /^[\x21-\x7e]{1,4096}$/.test(token)) return token
  throw new ProcessorError({
    code: 'PARAMETERS_INVALID',
    detail: `"hub_token_env" names the environment variable ${hub_token_env}, which must hold 1 to 4096 visible ASCII characters; it does not.`,
  })
}

interface ClassifyContext {
  readonly parameters: ClassifierParameters
  readonly prepared: Classifier | undefined
  readonly signal: AbortSignal
  readonly span: Span
  readonly logger: Logger
}

function classify(what: string, find: () => ExchangePiece[], context: ClassifyContext) {
  const { parameters, prepared: classifier, signal, logger } = context
  return judgeExchange<Classification, Result<never> | Reject>(
    { ...context, name: NAME },
    classifier && {
      find,
      ask: (pieces) =>
        askOnce(
          pieces,
          ({ text }) => text,
          ({ text }) =>
            classifier.classify(text, parameters.max_windows, signal).catch((error: unknown) => {
              if (!signal.aborted) logger.warn({ model: classifier.status }, 'The model gave no answer.')
              throw error
            }),
        ),
      conclude: (pieces, answers) => conclude(what, pieces, answers, parameters),
    },
  )
}

function conclude(
  what: string,
  pieces: readonly ExchangePiece[],
  answers: readonly (Classification | undefined)[],
  parameters: ClassifierParameters,
): Conclusion<Result<never> | Reject> {
  const { annotate, tag } = parameters
  const rules: LabelRules = { ...parameters, harmless: parameters.harmless_labels }
  const findings: Finding[] = []
  let highest = 0
  let rejecting = 0
  for (const [index, { place }] of pieces.entries()) {
    const answer = answers[index]
    if (answer === undefined) continue
    const { score: ofText, objections } = objectionsOf(answer, rules)
    highest = Math.max(highest, ofText)
    for (const { type, range, score, action } of objections) {
      findings.push({ type, ...place, range, score })
      if (permittedAction(action === 'tag' ? 'detect' : action, parameters) === 'reject') rejecting++
    }
  }
  const isDecided = rejecting > 0
  if (pieces.length === 0) return { isDecided, result: pass() }
  const processorResult = { judged: true, score: highest, ...summariseFindings(findings) }
  const types = [...new Set(findings.map(({ type }) => type))]
  const tags = annotate && types.length > 0 ? { [tag]: types } : {}
  if (!isDecided) return { isDecided, result: pass({ tags, processorResult }) }
  const detail = `The model finds ${types.join(', ')} in the ${what}.`
  return { isDecided, result: reject({ code: 'AIGW_POLICY_VIOLATION', detail, tags, processorResult }) }
}

/** Each message as a whole: the model's own windows cut it. */
function limitsOf({ max_texts }: ClassifierParameters) {
  return { maxLength: Number.MAX_SAFE_INTEGER, overlap: 0, maxPieces: max_texts }
}
