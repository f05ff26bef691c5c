import { defineProcessor, pass, reject, signatures } from '@gatehouse/sdk'
import { z } from 'zod'
import { exceptionParameters } from '../detection/exceptions.js'
import { type Finding, summariseFindings } from '../detection/finding.js'
import { roundScore } from '../detection/round-score.js'
import { scopeParameters, selectMessages } from '../detection/scope.js'
import { compileBlanks } from './blank-allowed.js'
import { detectInjection } from './detect-injection.js'

/** The roles that only the operator of an application writes. */
const OPERATOR_ROLES: readonly string[] = ['system', 'developer']

/** Parameters of {@link promptInjection}. */
const parameters = z.strictObject({
  threshold: z
    .number()
    .min(0)
    .max(1)
    .default(0.7)
    .describe('Confidence from 0 to 1 from which a message counts as an attack.'),
  jailbreak_threshold: z
    .number()
    .min(0)
    .max(1)
    .default(0.7)
    .describe('Probability from 0 to 1 from which an attack is also called a jailbreak.'),
  skip_system_messages: z
    .boolean()
    .default(true)
    .describe(
      'Whether to pass over messages of the roles "system" and "developer", which hold instructions by nature.',
    ),
  allow: exceptionParameters.allow.describe(
    'Texts that are passed over wherever they stand, such as a fixed part of your own prompts: exact, or objects with a ' +
      '"pattern" in RE2 syntax. The rest of a message is judged.',
  ),
  ...scopeParameters,
})

/**
 * Finds messages that try to override, hijack or extract the instructions of a model (`prompt-injection`), or to make it drop
 * its rules (`jailbreak`). Each message is judged on its own, by windows of several lengths and as a whole.
 *
 * Tags, findings and details hold names, places and scores, never content.
 */
export const promptInjection = defineProcessor({
  namespace: 'gatehouse',
  name: 'prompt-injection',
  version: '1.0.0',
  description: 'Finds prompt injections and jailbreaks, and tags or rejects them.',
  signature: signatures.inputOnly,
  actions: ['annotate', 'reject'],
  parameters,

  prepare: ({ allow }) => compileBlanks(allow),

  processInput({ prompt: { messages }, parameters, prepared: blankAllowed }) {
    const { threshold, jailbreak_threshold, skip_system_messages } = parameters
    let confidence = 0
    const findings: Finding[] = []
    for (const index of selectMessages(messages, parameters)) {
      const { role, content } = messages[index] ?? { role: '', content: '' }
      if (skip_system_messages && OPERATOR_ROLES.includes(role)) continue
      const score = detectInjection(blankAllowed(content))
      confidence = Math.max(confidence, score.confidence)
      if (score.confidence < threshold || score.confidence === 0) continue
      findings.push({
        type: score.jailbreak >= jailbreak_threshold ? 'jailbreak' : 'prompt-injection',
        message: index,
        range: score.range,
        score: roundScore(score.confidence),
        ...(score.signals.length > 0 && { rule: score.signals.join(' ') }),
      })
    }
    const detected = findings.length > 0
    const processorResult = { confidence: roundScore(confidence), detected, ...summariseFindings(findings) }
    if (!detected) return pass({ processorResult })

    const attacks = ['prompt-injection', ...findings.map(({ type }) => type)]
    const tags = parameters.annotate ? { 'attacks-detected': [...new Set(attacks)] } : {}
    const detail = `The prompt looks like an attack on the model's instructions (confidence ${roundScore(confidence)}).`
    const rejected = { ...processorResult, rejection_reason: detail }
    if (!parameters.reject) return pass({ tags, processorResult: rejected })
    return reject({ code: 'AIGW_POLICY_VIOLATION', detail, tags, processorResult: rejected })
  },
})
