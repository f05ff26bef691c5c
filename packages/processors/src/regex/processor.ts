import { defineProcessor, type Permissions, signatures } from '@gatehouse/sdk'
import { z } from 'zod'
import { prepareSettings } from '../detection/prepare-settings.js'
import { permittedRules, ruleParameters, tagParameter, tagText } from '../detection/rule.js'
import { scopeParameters } from '../detection/scope.js'
import { screenPrompt, screenResponse } from '../detection/screen-exchange.js'
import { compilePattern } from './compile-pattern.js'
import { findPattern } from './find-pattern.js'
import { checkPattern, patternParameters } from './pattern-parameters.js'

/** Most patterns of one processor; each is a search of its own over every text. */
const MAX_PATTERNS = 100

const pattern = z
  .strictObject({
    ...ruleParameters,
    pattern: patternParameters.pattern.describe(
      'Pattern in RE2 syntax: no backreferences, no lookaround. A group named "mask" narrows what is masked and reported.',
    ),
    flags: patternParameters.flags.describe(
      'Any of i (ignore case), m (^ and $ at line ends), s (. matches line ends).',
    ),
    entity: tagText.optional().describe('Type to report in findings and tags in place of the name, such as "iban".'),
  })
  .superRefine((given, context) => checkPattern(given, context, given.name))

/** Parameters of {@link regex}. */
const parameters = z.strictObject({
  patterns: z
    .array(pattern)
    .max(MAX_PATTERNS)
    .default([])
    .describe('The patterns; where two match at one place, both are reported and the place is masked once.'),
  tag: tagParameter,
  ...scopeParameters,
})

type Parameters = z.output<typeof parameters>

/**
 * Finds what the operator's patterns match, and tags, masks or rejects it.
 *
 * Patterns run on a linear-time engine and are compiled once for each set of parameters. Tags, findings and details hold
 * names, places and counts, never what was matched.
 */
export const regex = defineProcessor({
  namespace: 'gatehouse',
  name: 'regex',
  version: '1.0.0',
  description: 'Finds what patterns of your own match, and tags, masks or rejects it.',
  signature: signatures.both,
  actions: ['annotate', 'modify', 'reject'],
  parameters,

  prepare({ patterns }: Parameters) {
    const compiled = patterns.map(({ pattern, flags }) => compilePattern(pattern, flags))
    return (text: string) =>
      compiled.flatMap((pattern, rule) => findPattern(pattern, text).map((range) => ({ ...range, rule })))
  },

  processInput({ prompt, parameters, prepared }) {
    return screenPrompt(prompt, parameters, settingsOf(parameters, prepared))
  },

  processResponse({ response, parameters, prepared }) {
    return screenResponse(response, settingsOf(parameters, prepared))
  },
})

const settingsOf = prepareSettings((parameters: Parameters & Permissions) =>
  permittedRules(parameters.patterns, parameters),
)
