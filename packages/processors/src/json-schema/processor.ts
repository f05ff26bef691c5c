import {
  defineProcessor,
  type Message,
  type Permissions,
  ProcessorError,
  pass,
  reject,
  signatures,
} from '@gatehouse/sdk'
import { z } from 'zod'
import { type Finding, summariseFindings } from '../detection/finding.js'
import { scopeParameters, selectMessages } from '../detection/scope.js'
import { compileSchema, SchemaError } from './compile-schema.js'
import { type JsonDemands, judgeJson } from './judge-json.js'
import { repairJson, repairs } from './repair-json.js'

/** Largest schema, in characters of JSON. */
export const MAX_SCHEMA_LENGTH = 65_536

const schema = z.union([z.record(z.string(), z.unknown()), z.boolean()]).superRefine((document, context) => {
  const { length } = JSON.stringify(document)
  if (length > MAX_SCHEMA_LENGTH) {
    context.addIssue({
      code: 'custom',
      message: `expected at most ${MAX_SCHEMA_LENGTH} characters of JSON, got ${length}`,
    })
  }
})

/** Parameters of {@link jsonSchema}. */
const parameters = z.strictObject({
  schema: schema.optional().describe('JSON Schema (2020-12) that the value must fit. Left out: any JSON will do.'),
  required_keys: z
    .array(z.string().min(1).max(256))
    .max(256)
    .default([])
    .describe('Keys that the value, an object, must have: the short way where a whole schema is not needed.'),
  repair: z
    .array(z.enum(repairs))
    .default([])
    .describe(
      'What is put right where "modify" permits it, before the text is judged: "fence" takes JSON out of a block of ' +
        'Markdown, "trailing-commas" drops commas before closing brackets.',
    ),
  ...scopeParameters,
})

type Parameters = z.output<typeof parameters>

const NAME = 'json-schema'

/**
 * Rejects or tags texts that are not JSON, lack keys or do not fit a schema; can put right what models often get wrong.
 *
 * Findings name what is wrong and the place in the schema, never a name or value of the text.
 */
export const jsonSchema = defineProcessor({
  namespace: 'gatehouse',
  name: NAME,
  version: '1.0.0',
  description: 'Checks that texts are JSON and fit a schema, repairs what can be repaired, tags or rejects the others.',
  signature: signatures.both,
  actions: ['annotate', 'modify', 'reject'],
  parameters,

  prepare: ({ schema, required_keys: requiredKeys, repair }: Parameters) => ({
    demands: { requiredKeys, check: schema === undefined ? undefined : compile(schema) },
    repair: new Set(repair),
  }),

  processInput({ prompt, parameters, prepared }) {
    const { messages } = prompt
    const selected = new Set(selectMessages(messages, parameters))
    const judged = messages.map(({ content }, index) =>
      selected.has(index) ? judgeText(content, prepared, parameters) : { text: content },
    )
    const verdict = conclude('prompt', judged, 'message', parameters)
    if (verdict.isRejected) return reject(verdict.options)
    if (judged.every(({ text }, index) => text === messages[index]?.content)) return pass(verdict.options)
    const changed = messages.map((message, index) => ({ ...message, content: judged[index]?.text ?? message.content }))
    return pass({ ...verdict.options, prompt: { ...prompt, messages: changed } })
  },

  processResponse({ response, parameters, prepared }) {
    const { choices } = response
    const judged = choices.map(({ message }) =>
      callsTools(message) ? { text: message.content } : judgeText(message.content, prepared, parameters),
    )
    const verdict = conclude('response', judged, 'choice', parameters)
    if (verdict.isRejected) return reject(verdict.options)
    if (judged.every(({ text }, index) => text === choices[index]?.message.content)) return pass(verdict.options)
    const changed = choices.map((choice, index) => ({
      ...choice,
      message: { ...choice.message, content: judged[index]?.text ?? choice.message.content },
    }))
    return pass({ ...verdict.options, response: { ...response, choices: changed } })
  },
})

/** An answer that calls tools and says nothing has no text that could be JSON. */
function callsTools({ content, tool_calls: calls }: Message): boolean {
  return content === '' && Array.isArray(calls) && calls.length > 0
}

function compile(schema: object | boolean) {
  try {
    return compileSchema(schema)
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error
    throw new ProcessorError({
      code: 'PARAMETERS_INVALID',
      detail: 'The schema is no JSON Schema of the dialect 2020-12 that can be used.',
      messages: [`${error.message}: schema`],
    })
  }
}

/** A text, put right where that was asked for, and what is wrong with it. */
interface JudgedText {
  readonly text: string
  readonly faults?: readonly Omit<Finding, 'message' | 'choice'>[]
}

interface Prepared {
  readonly demands: JsonDemands
  readonly repair: ReadonlySet<(typeof repairs)[number]>
}

function judgeText(content: string, { demands, repair }: Prepared, { modify }: Permissions): JudgedText {
  const text = modify ? repairJson(content, repair) : content
  const { fault, breaches = [] } = judgeJson(text, demands)
  // What is not JSON either way is left as it came.
  if (fault === undefined) return { text }
  const range = { start: 0, end: content.length }
  const faults =
    breaches.length === 0 ? [{ type: fault, range }] : breaches.map((rule) => ({ type: fault, range, rule }))
  return { text: fault === 'syntax' ? content : text, faults }
}

function conclude(
  what: string,
  judged: readonly JudgedText[],
  kind: 'message' | 'choice',
  { annotate, reject: mayReject }: Permissions,
) {
  const findings = judged.flatMap(({ faults = [] }, index) => faults.map((fault) => ({ ...fault, [kind]: index })))
  if (findings.length === 0) return { isRejected: false, options: {} } as const
  const options = {
    tags: annotate ? { 'invalid-json': findings.map(({ type }) => type) } : {},
    processorResult: summariseFindings(findings),
  }
  if (!mayReject) return { isRejected: false, options } as const
  const faulty = judged.filter(({ faults }) => faults !== undefined).length
  const detail = `The ${what} holds ${faulty} ${faulty === 1 ? 'text' : 'texts'} without the JSON that is asked for.`
  return { isRejected: true, options: { ...options, code: 'AIGW_POLICY_VIOLATION', detail } } as const
}
