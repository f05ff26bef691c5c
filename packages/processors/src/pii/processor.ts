import { defineProcessor, type Permissions, signatures } from '@gatehouse/sdk'
import { z } from 'zod'
import { entityParameters, entityRules, OTHERS } from '../detection/entity.js'
import { compileAllow, compileDeny, exceptionParameters } from '../detection/exceptions.js'
import { rememberRules } from '../detection/remember-rules.js'
import { type Rule, tagParameter } from '../detection/rule.js'
import { scopeParameters } from '../detection/scope.js'
import type { RuleMatch } from '../detection/screen.js'
import { type ScreeningSettings, screenPrompt, screenResponse } from '../detection/screen-exchange.js'
import { openSession, type VaultSession } from '../vault/vault.js'
import { MAX_EMAIL_LENGTH } from './find-emails.js'
import { MAX_IDENTIFIER_LENGTH } from './find-identifiers.js'
import { optionalTypes, piiCountries, piiTypes, preparePiiSearch } from './find-pii.js'
import { MAX_STREET_LENGTH } from './find-street-addresses.js'
import { MAX_URL_LENGTH } from './find-urls.js'
import { identifierKinds } from './identifier.js'
import { identifiers } from './identifiers/index.js'

/** Types of findings: those of personal data, and what the operator denies. */
const types = [...piiTypes, 'denied']

/** Kinds of identifier that are no type as well: with an action of their own they speak for all of their types. */
const groupNames = identifierKinds.filter((kind) => !piiTypes.includes(kind))

/** Longest finding, in UTF-16 code units. What stands up to 64 before and 32 after it sways the score. */
export const MAX_PII_LENGTH = Math.max(MAX_EMAIL_LENGTH, MAX_URL_LENGTH, MAX_STREET_LENGTH, MAX_IDENTIFIER_LENGTH)

/** Parameters of {@link pii}. */
const parameters = z.strictObject({
  threshold: z
    .number()
    .min(0.05)
    .max(1)
    .default(0.5)
    .describe('Lowest score that counts. 0.8 leaves what is certain by form and checksum; 0.1 takes in bare numbers.'),
  countries: z
    .array(z.enum(piiCountries))
    .max(300)
    .default([])
    .describe('Countries whose identifiers and national telephone numbers are looked for; all when empty.'),
  ...entityParameters([...types, ...groupNames]),
  ...exceptionParameters,
  tag: tagParameter,
  ...scopeParameters,
})

type Parameters = z.output<typeof parameters>

/**
 * Finds personal data that has a form of its own: addresses of mail and network, telephone numbers, cards, accounts, and
 * identifiers of some hundred countries. Not names, organisations or places.
 *
 * Tags, findings and details hold types, places and scores, never the data.
 */
export const pii = defineProcessor({
  namespace: 'gatehouse',
  name: 'pii',
  version: '1.0.0',
  description: 'Finds personal data such as e-mail addresses, cards and national ids, and tags, masks or rejects it.',
  signature: signatures.both,
  actions: ['annotate', 'modify', 'reject'],
  parameters,

  prepare: ({ threshold, countries, entities, redaction, allow, deny }: Parameters) => {
    const isAllowed = compileAllow(allow)
    const findDenied = compileDeny(deny)
    const actions = actionsOf(entities)
    const findPii = preparePiiSearch({
      types: new Set(piiTypes.filter((type) => (actions[type] ?? actions[OTHERS]) !== 'off')),
      countries,
      threshold,
    })
    const indexes = new Map(types.map((type, index) => [type, index]))
    const indexOf = (type: string): number => indexes.get(type) as number
    const makeRules = (permissions: Permissions, session?: VaultSession) =>
      entityRules(types, { entities: actions, redaction }, permissions, session)
    return {
      findMatches: (text: string): readonly RuleMatch[] => [
        ...findDenied(text).map((range) => ({ ...range, rule: indexOf('denied'), score: 1 })),
        ...findPii(text)
          .filter(({ start, end }) => !isAllowed(text.slice(start, end)))
          .map(({ start, end, type, score }) => ({ start, end, rule: indexOf(type), score })),
      ],
      makeRules,
      rulesOf: rememberRules(makeRules),
    }
  },

  processInput({ prompt, metadata, parameters, prepared }) {
    const session = openSession(parameters, { prompt, metadata })
    return screenPrompt(prompt, parameters, settingsOf(parameters, prepared, session))
  },

  processResponse({ response, parameters, prepared }) {
    return screenResponse(response, settingsOf(parameters, prepared))
  },
})

/**
 * The action of each type: its own, else that of its kind of identifier. Types that are seldom personal by themselves are off
 * until an action is given for them.
 */
function actionsOf(entities: Parameters['entities']): Parameters['entities'] {
  const ofKinds = identifiers.map(({ type, kind }) => [type, entities[kind]] as const)
  return Object.fromEntries([...optionalTypes.map((type) => [type, 'off']), ...ofKinds, ...Object.entries(entities)])
}

type Rules = readonly (Rule | undefined)[]

interface Prepared {
  readonly findMatches: (text: string) => readonly RuleMatch[]
  readonly makeRules: (permissions: Permissions, session?: VaultSession) => Rules
  readonly rulesOf: (permissions: Permissions) => Rules
}

function settingsOf(
  parameters: Parameters & Permissions,
  { findMatches, makeRules, rulesOf }: Prepared,
  session?: VaultSession,
): ScreeningSettings {
  // The rules of a vault are those of one exchange.
  const rules = session === undefined ? rulesOf(parameters) : makeRules(parameters, session)
  return { rules, findMatches, tag: parameters.tag, permissions: parameters, session }
}
