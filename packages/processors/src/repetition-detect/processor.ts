import { defineProcessor, type Permissions, pass, reject, signatures } from '@gatehouse/sdk'
import { z } from 'zod'
import { type Finding, summariseFindings } from '../detection/finding.js'
import { scopeParameters, selectMessages } from '../detection/scope.js'
import { measureRepetition } from './measure-repetition.js'

/** Parameters of {@link repetitionDetect}. */
const parameters = z.strictObject({
  max_ratio: z
    .number()
    .positive()
    .default(3)
    .describe(
      'Highest ratio that passes. 1 is a text without repetition; one that says the same thing n times has about n.',
    ),
  ...scopeParameters,
})

const NAME = 'repetition-detect'

/**
 * Finds texts that say the same thing over and over, as prompts do that try to derail a model and responses of a model
 * that was derailed; tags or rejects them. Each message is measured on its own; see `measureRepetition` for the ratio.
 */
export const repetitionDetect = defineProcessor({
  namespace: 'gatehouse',
  name: NAME,
  version: '1.0.0',
  description: 'Finds texts that repeat themselves more than a given ratio, and tags or rejects them.',
  signature: signatures.both,
  actions: ['annotate', 'reject'],
  parameters,

  processInput({ prompt, parameters }) {
    const findings = selectMessages(prompt.messages, parameters).flatMap((message) =>
      findRepetition(prompt.messages[message]?.content ?? '', parameters.max_ratio, { message }),
    )
    return conclude('prompt', findings, parameters)
  },

  processResponse({ response, parameters }) {
    const findings = response.choices.flatMap(({ message }, choice) =>
      findRepetition(message.content, parameters.max_ratio, { choice }),
    )
    return conclude('response', findings, parameters)
  },
})

function findRepetition(text: string, maxRatio: number, place: Pick<Finding, 'message' | 'choice'>): Finding[] {
  const { ratio, range } = measureRepetition(text)
  return ratio > maxRatio ? [{ type: NAME, ...place, range, score: Math.round(ratio * 100) / 100 }] : []
}

function conclude(what: string, findings: readonly Finding[], permissions: Permissions) {
  if (findings.length === 0) return pass()
  const options = {
    tags: permissions.annotate ? { 'attacks-detected': [NAME] } : {},
    processorResult: summariseFindings(findings),
  }
  if (!permissions.reject) return pass(options)
  const texts = findings.length === 1 ? '1 text that repeats itself' : `${findings.length} texts that repeat themselves`
  return reject({ ...options, code: 'AIGW_POLICY_VIOLATION', detail: `The ${what} holds ${texts} too much.` })
}
