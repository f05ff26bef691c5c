import { defineProcessor, type Permissions, signatures } from '@gatehouse/sdk'
import { z } from 'zod'
import { prepareSettings } from '../detection/prepare-settings.js'
import { permittedRules, ruleParameters, tagParameter } from '../detection/rule.js'
import { scopeParameters } from '../detection/scope.js'
import { screenPrompt, screenResponse } from '../detection/screen-exchange.js'
import { foldText } from '../text/fold-text.js'
import { compileKeywords } from './find-keywords.js'

/** Longest term, in UTF-16 code units. */
export const MAX_TERM_LENGTH = 200
/** Most terms of one list. */
const MAX_TERMS = 50_000
/** Most lists of one processor. */
const MAX_LISTS = 32

const term = z
  .string()
  .max(MAX_TERM_LENGTH)
  .refine(hasSubstance, 'expected a term with at least one character besides blanks and invisible ones')

const list = z.strictObject({
  ...ruleParameters,
  terms: z
    .array(term)
    .min(1)
    .max(MAX_TERMS)
    .describe('Words or phrases. A blank in a phrase stands for any run of blanks and line ends.'),
})

/** Parameters of {@link keywords}. */
const parameters = z.strictObject({
  lists: z.array(list).max(MAX_LISTS).default([]).describe('Lists of terms; a term in two lists belongs to the first.'),
  allow: z
    .array(term)
    .max(MAX_TERMS)
    .default([])
    .describe('Terms that excuse what stands inside them: with "class" here, "ass" in it is no match.'),
  match: z
    .enum(['word', 'substring'])
    .default('word')
    .describe('Whether a term must be a whole word (or words), or may be part of one.'),
  case_sensitive: z.boolean().default(false).describe('Whether capitals and small letters differ.'),
  tag: tagParameter,
  ...scopeParameters,
})

type Parameters = z.output<typeof parameters>

/**
 * Finds terms of the operator's lists, and tags, masks or rejects them.
 *
 * All terms are found in one pass over a text, whatever their number. Tags, findings and details hold names of lists,
 * places and counts, never the terms.
 */
export const keywords = defineProcessor({
  namespace: 'gatehouse',
  name: 'keywords',
  version: '1.0.0',
  description: 'Finds words and phrases of your own lists, and tags, masks or rejects them.',
  signature: signatures.both,
  actions: ['annotate', 'modify', 'reject'],
  parameters,

  prepare: ({ lists, allow, match, case_sensitive }: Parameters) =>
    compileKeywords({
      lists: lists.map(({ terms }) => terms),
      allow,
      wholeWords: match === 'word',
      caseSensitive: case_sensitive,
    }),

  processInput({ prompt, parameters, prepared }) {
    return screenPrompt(prompt, parameters, settingsOf(parameters, prepared))
  },

  processResponse({ response, parameters, prepared }) {
    return screenResponse(response, settingsOf(parameters, prepared))
  },
})

const settingsOf = prepareSettings((parameters: Parameters & Permissions) =>
  permittedRules(parameters.lists, parameters),
)

function hasSubstance(term: string): boolean {
  return foldText(term.trim(), true).length > 0
}
