import { defineProcessor, type Message, type Permissions, pass, reject, signatures } from '@gatehouse/sdk'
import { z } from 'zod'
import { exceptionParameters } from '../detection/exceptions.js'
import { summariseFindings } from '../detection/finding.js'
import { permittedAction, tagText } from '../detection/rule.js'
import { scopeParameters, selectMessages } from '../detection/scope.js'
import type { TextRange } from '../detection/text-range.js'
import { detectInjection } from '../prompt-injection/detect-injection.js'
import { type Issue, type ToolKind, toolKinds } from './issue.js'
import { compilePolicy, type JudgeCall } from './judge-call.js'
import { argumentKinds } from './judge-value.js'
import { readOfferedTools, readToolCalls } from './read-tool-calls.js'

/** Most rules about arguments. */
const MAX_ARGUMENT_RULES = 500

const action = z.enum(['tag', 'reject', 'off'])
const exceptions = exceptionParameters.allow.unwrap()

const argumentRule = z.strictObject({
  tools: exceptions
    .optional()
    .describe('Tools that the rule is about: names, or objects with a "pattern"; all when left out.'),
  argument: z
    .string()
    .min(1)
    .max(256)
    .describe(
      'Name of a member at any depth, or a JSON Pointer in which "*" is any step; also for what stands inside it.',
    ),
  kind: z
    .enum(argumentKinds)
    .optional()
    .describe(
      'What the value is to the tool: "sql" and "shell" are whole statements and command lines, "sql-value" and ' +
        '"shell-value" a part of one, "path" stays below its folder, "any-path" need not, "url" is called.',
    ),
  allow: exceptions.optional().describe('Values that are allowed, and no others: exact, or objects with a "pattern".'),
  deny: exceptions.optional().describe('Values that are not allowed.'),
  max_length: z.int().min(0).optional().describe('Longest value, in UTF-16 code units.'),
})

/** Parameters of {@link toolGuard}. */
const parameters = z.strictObject({
  allow: exceptions
    .default([])
    .describe('Tools that may be called: names, or objects with a "pattern" in RE2 syntax. All when empty.'),
  deny: exceptions.default([]).describe('Tools that may not be called, also when "allow" has them.'),
  offered_only: z
    .boolean()
    .default(true)
    .describe('Whether a response may only call tools that its prompt offers. Needs the prompt, with its "tools".'),
  arguments: z.array(argumentRule).max(MAX_ARGUMENT_RULES).default([]).describe('Rules about arguments.'),
  guess_kinds: z
    .boolean()
    .default(true)
    .describe(
      'Whether an argument without a kind has the one that its name suggests: sql, command, path, url and kin.',
    ),
  max_size: z
    .int()
    .min(2)
    .max(10_485_760)
    .default(65_536)
    .describe('Longest arguments of a call, in characters of JSON.'),
  max_depth: z.int().min(1).max(100).default(16).describe('Most objects and lists inside each other in arguments.'),
  threshold: z.number().min(0).max(1).default(0.6).describe('Lowest score that counts.'),
  judge_results: z
    .boolean()
    .default(true)
    .describe('Whether messages of the roles "tool" and "function" are searched for instructions, as untrusted text.'),
  result_threshold: z
    .number()
    .min(0)
    .max(1)
    .default(0.8)
    .describe('Confidence from 0 to 1 from which a tool result counts as an attack.'),
  entities: z
    .strictObject(
      Object.fromEntries(toolKinds.map((kind) => [kind, action.optional()])) as {
        [kind in ToolKind]: z.ZodOptional<typeof action>
      },
    )
    .default({})
    .describe('What a finding of each kind leads to. Left out: reject if that is permitted, else tag.'),
  tag: tagText.default('attacks-detected').describe('Key of the tag; its values are the kinds found.'),
  ...scopeParameters,
})

type Parameters = z.output<typeof parameters>

/** One thing that was found in a call or a result. It names the tool and the argument, never a value. */
interface ToolFinding extends Issue {
  readonly message?: number
  readonly choice?: number
  /** Its place among the calls of the message. */
  readonly call?: number
  readonly tool?: string
  /** JSON Pointer of the argument. */
  readonly pointer?: string
  /** Where instructions stand in a result. */
  readonly range?: TextRange
}

/**
 * Judges the calls of tools that a model makes, and what tools answer: which tools and arguments are allowed, whether
 * arguments inject SQL, commands or paths, and whether results hold instructions. Tags or rejects.
 */
export const toolGuard = defineProcessor({
  namespace: 'gatehouse',
  name: 'tool-guard',
  version: '1.0.0',
  description: 'Judges tool calls, their arguments and the results of tools, and tags or rejects them.',
  signature: signatures.both,
  actions: ['annotate', 'reject'],
  parameters,

  prepare: (parameters: Parameters): JudgeCall =>
    compilePolicy({
      allow: parameters.allow,
      deny: parameters.deny,
      arguments: parameters.arguments,
      guessKinds: parameters.guess_kinds,
      maxSize: parameters.max_size,
      maxDepth: parameters.max_depth,
    }),

  processInput({ prompt, parameters, prepared }) {
    const findings = selectMessages(prompt.messages, parameters).flatMap((index) => {
      const message = prompt.messages[index] as Message
      // An earlier turn may have offered other tools.
      const calls = judgeCalls(message, prepared, undefined)
      const results = parameters.judge_results ? judgeResult(message, parameters.result_threshold) : []
      return [...calls, ...results].map((finding): ToolFinding => ({ ...finding, message: index }))
    })
    return conclude('prompt', findings, parameters)
  },

  processResponse({ prompt, response, parameters, prepared }) {
    const offered = parameters.offered_only && prompt !== undefined ? readOfferedTools(prompt) : undefined
    const findings = response.choices.flatMap(({ message }, choice) =>
      judgeCalls(message, prepared, offered).map((finding): ToolFinding => ({ ...finding, choice })),
    )
    return conclude('response', findings, parameters)
  },
})

/** A name that cannot be content. */
const TOOL_NAME = /^[\w.:/-]{1,64}$/

function judgeCalls(message: Message, judge: JudgeCall, offered: ReadonlySet<string> | undefined): ToolFinding[] {
  return readToolCalls(message).flatMap((call) => {
    const tool = call.name !== undefined && TOOL_NAME.test(call.name) ? { tool: call.name } : {}
    return judge(call, offered).map((issue) => ({ ...issue, call: call.index, ...tool }))
  })
}

function judgeResult({ role, content }: Message, threshold: number): ToolFinding[] {
  if (role !== 'tool' && role !== 'function') return []
  const { confidence, range } = detectInjection(content)
  if (confidence === 0 || confidence < threshold) return []
  const score = Math.round(confidence * 100) / 100
  return [{ type: 'untrusted-instructions', rule: 'prompt-injection', score, range }]
}

function conclude(what: string, found: readonly ToolFinding[], parameters: Parameters & Permissions) {
  const { threshold, entities, tag } = parameters
  const findings = found.filter(
    ({ type, score }) => entities[type] !== 'off' && (score >= threshold || type === 'untrusted-instructions'),
  )
  if (findings.length === 0) return pass()
  const rejecting = findings.filter(({ type }) => {
    const wanted = entities[type]
    return permittedAction(wanted === 'tag' ? 'detect' : 'reject', parameters) === 'reject'
  }).length
  const options = {
    tags: parameters.annotate ? { [tag]: findings.map(({ type }) => type) } : {},
    processorResult: summariseFindings(findings),
  }
  if (rejecting === 0) return pass(options)
  const matches =
    rejecting === 1 ? '1 tool call or result that is' : `${rejecting} findings in tool calls or results that are`
  return reject({ ...options, code: 'AIGW_POLICY_VIOLATION', detail: `The ${what} holds ${matches} not allowed.` })
}
