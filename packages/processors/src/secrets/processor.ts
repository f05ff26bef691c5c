import { defineProcessor, type Permissions, signatures } from '@gatehouse/sdk'
import { z } from 'zod'
import { entityParameters, entityRules } from '../detection/entity.js'
import { compileAllow, compileDeny, exceptionParameters } from '../detection/exceptions.js'
import { rememberRules } from '../detection/remember-rules.js'
import { tagParameter } from '../detection/rule.js'
import { scopeParameters } from '../detection/scope.js'
import type { RuleMatch } from '../detection/screen.js'
import { type ScreeningSettings, screenPrompt, screenResponse } from '../detection/screen-exchange.js'
import { openSession, type VaultSession } from '../vault/vault.js'
import { findSecrets, isRule } from './find-secrets.js'
import { secretKinds } from './secret.js'

/** Types of findings: the kinds of secret, and what the operator denies. */
const types = [...secretKinds, 'denied'] as const

/** Parameters of {@link secrets}. */
const parameters = z.strictObject({
  threshold: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe('Lowest score that counts. 0.9 leaves what has the exact format of a vendor; 0.2 takes in placeholders.'),
  ...entityParameters(types),
  ...exceptionParameters,
  disabled_rules: z
    .array(z.string().min(1).max(64).refine(isRule, 'expected the name of a rule, as "rule" of a finding has it'))
    .max(1000)
    .default([])
    .describe('Names of rules whose findings do not count, as they stand in "rule" of a finding.'),
  tag: tagParameter,
  ...scopeParameters,
})

type Parameters = z.output<typeof parameters>

/**
 * Finds credentials: tokens of vendors, private keys, connection strings, passwords and keys in code and configuration.
 *
 * Tags, findings and details hold kinds, rules, places and scores, never a secret.
 */
export const secrets = defineProcessor({
  namespace: 'gatehouse',
  name: 'secrets',
  version: '1.0.0',
  description: 'Finds credentials such as API keys, private keys and passwords, and tags, masks or rejects them.',
  signature: signatures.both,
  actions: ['annotate', 'modify', 'reject'],
  parameters,

  prepare: ({ threshold, allow, deny, disabled_rules }: Parameters) => {
    const isAllowed = compileAllow(allow)
    const findDenied = compileDeny(deny)
    const disabled = new Set(disabled_rules)
    return (text: string): readonly RuleMatch[] => [
      ...findDenied(text).map((range) => ({ ...range, rule: types.indexOf('denied'), score: 1, name: 'denied' })),
      ...findSecrets(text, threshold)
        .filter(
          ({ start, end, rule }) =>
            !disabled.has(rule) && !isMasked(text.slice(start, end)) && !isAllowed(text.slice(start, end)),
        )
        .map(({ start, end, kind, rule, score }) => ({ start, end, rule: types.indexOf(kind), score, name: rule })),
    ]
  },

  processInput({ prompt, metadata, parameters, prepared }) {
    const session = openSession(parameters, { prompt, metadata })
    return screenPrompt(prompt, parameters, settingsOf(parameters, prepared, session))
  },

  processResponse({ response, parameters, prepared }) {
    return screenResponse(response, settingsOf(parameters, prepared))
  },
})

const LETTER_OR_DIGIT = /[A-Za-z0-9]/
const MARK = /^\[[A-Z-]+(?:#[\da-f]{16}|:[b-z]{18})?\]/

/** Whether a value is a mark of a type, and signs around it: what stays of a value once the secret in it was masked. */
function isMasked(value: string): boolean {
  const start = value.search(LETTER_OR_DIGIT) - 1
  const [mark] = (start < 0 ? null : MARK.exec(value.slice(start))) ?? []
  return mark !== undefined && !LETTER_OR_DIGIT.test(value.slice(start + mark.length))
}

/** The rules of a vault are those of one exchange. */
const rulesOf = rememberRules((parameters: Parameters & Permissions) => entityRules(types, parameters, parameters))

function settingsOf(
  parameters: Parameters & Permissions,
  findMatches: (text: string) => readonly RuleMatch[],
  session?: VaultSession,
): ScreeningSettings {
  return {
    rules: session === undefined ? rulesOf(parameters) : entityRules(types, parameters, parameters, session),
    findMatches,
    tag: parameters.tag,
    permissions: parameters,
    session,
  }
}
