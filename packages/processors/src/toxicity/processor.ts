import { defineProcessor, type Permissions, signatures } from '@gatehouse/sdk'
import { z } from 'zod'
import { entityParameters, entityRules } from '../detection/entity.js'
import { compileAllow, compileDeny, exceptionParameters } from '../detection/exceptions.js'
import { roundScore } from '../detection/round-score.js'
import { tagText } from '../detection/rule.js'
import { scopeParameters } from '../detection/scope.js'
import type { RuleMatch } from '../detection/screen.js'
import { type ScreeningSettings, screenPrompt, screenResponse } from '../detection/screen-exchange.js'
import { detectToxicity, severities, type Toxicity } from './detect-toxicity.js'
import { toxicityKinds } from './evidence.js'
import { mergeSigns } from './merge-signs.js'
import { languageCodes } from './terms.js'

/** Types of findings: the kinds of abuse, and what the operator denies. */
const types = [...toxicityKinds, 'denied'] as const

/** Parameters of {@link toxicity}. */
const parameters = z.strictObject({
  threshold: z
    .number()
    .min(0.05)
    .max(1)
    .default(0.5)
    .describe(
      'Lowest score that counts. 0.35 takes in single insults and swear words; 0.8 leaves slurs, hate and threats.',
    ),
  severity: z
    .enum(severities)
    .default('low')
    .describe('Least severity that counts: "medium" leaves out mild words, "high" all but slurs, hate and threats.'),
  languages: z
    .array(z.enum(languageCodes as [string, ...string[]]))
    .max(languageCodes.length)
    .default([])
    .describe('Languages whose abuse is looked for; all when empty.'),
  // Nobody wants abuse put back.
  ...entityParameters(types, { vault: false }),
  ...exceptionParameters,
  tag: tagText.default('attacks-detected').describe('Key of the tag; its values are the kinds found.'),
  ...scopeParameters,
})

type Parameters = z.output<typeof parameters>

/** Finds abuse in a text; `detect` has its score too. */
interface Search {
  readonly detect: (text: string) => Toxicity
  readonly matchesOf: (text: string, found: Toxicity) => readonly RuleMatch[]
}

/**
 * Finds abuse: hate against groups of people, threats, insults, profanity and sexual terms, and tags, masks or rejects it.
 *
 * Each message is judged on its own, by three sentences in a row. Tags, findings and details hold kinds, rules, places
 * and scores, never words.
 */
export const toxicity = defineProcessor({
  namespace: 'gatehouse',
  name: 'toxicity',
  version: '1.0.0',
  description: 'Finds hate, threats, insults and profanity in 30 languages, and tags, masks or rejects them.',
  signature: signatures.both,
  actions: ['annotate', 'modify', 'reject'],
  parameters,

  prepare: ({ threshold, severity, languages, allow, deny }: Parameters): Search => {
    const isAllowed = compileAllow(allow)
    const findDenied = compileDeny(deny)
    const least = severities.indexOf(severity)
    return {
      detect: (text) => detectToxicity(text, { threshold, languages }),
      matchesOf: (text, { signs }) => {
        const denied = findDenied(text).map((range) => ({ ...range, rule: types.indexOf('denied'), score: 1 }))
        const counted = signs.filter(
          (sign) => severities.indexOf(sign.severity) >= least && !isAllowed(text.slice(sign.start, sign.end)),
        )
        const byKind = toxicityKinds.flatMap((kind, rule) =>
          mergeSigns(counted.filter((sign) => sign.kind === kind)).map(
            ({ start, end, score, rule: by, severity, target }) => ({
              ...{ start, end, rule, score: roundScore(score) },
              name: [by, severity, ...(target === undefined ? [] : [target])].join(' '),
            }),
          ),
        )
        return [...denied, ...byKind]
      },
    }
  },

  processInput({ prompt, parameters, prepared }) {
    return screenPrompt(prompt, parameters, settingsOf(parameters, prepared))
  },

  processResponse({ response, parameters, prepared }) {
    return screenResponse(response, settingsOf(parameters, prepared))
  },
})

function settingsOf(parameters: Parameters & Permissions, { detect, matchesOf }: Search): ScreeningSettings {
  let score = 0
  return {
    rules: entityRules(types, parameters, parameters),
    findMatches: (text) => {
      const found = detect(text)
      score = Math.max(score, found.score)
      return matchesOf(text, found)
    },
    tag: parameters.tag,
    permissions: parameters,
    summary: () => ({ score: roundScore(score) }),
  }
}
