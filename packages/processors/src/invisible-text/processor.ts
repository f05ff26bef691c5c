import { defineProcessor, type Permissions, signatures } from '@gatehouse/sdk'
import { z } from 'zod'
import type { Mask } from '../detection/mask.js'
import { prepareSettings } from '../detection/prepare-settings.js'
import { permittedAction, type Rule, tagText } from '../detection/rule.js'
import { scopeParameters } from '../detection/scope.js'
import type { RuleMatch } from '../detection/screen.js'
import { screenPrompt, screenResponse } from '../detection/screen-exchange.js'
import { findInvisible } from './find-invisible.js'
import { type InvisibleKind, invisibleKinds } from './invisible-finding.js'

export { MAX_INVISIBLE_LENGTH } from './find-invisible.js'

const action = z.enum(['tag', 'strip', 'reject', 'off'])

/** Letters that deceive are shown, so there is nothing to strip. */
const actionOfWords = z.enum(['tag', 'reject', 'off'])

/** What becomes of a kind that no action is given for; `strongest` is reject, else strip, else tag, by the permissions. */
const defaultActions = {
  'tag-characters': 'strongest',
  'variation-selector': 'strongest',
  'zero-width': 'strip',
  'bidi-control': 'strip',
  ignorable: 'strip',
  'mixed-script': 'tag',
} as const satisfies Record<InvisibleKind, string>

/** Parameters of {@link invisibleText}. */
const parameters = z.strictObject({
  threshold: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe('Lowest score that counts. 0.9 leaves messages hidden in characters; 0.3 takes in single stray ones.'),
  entities: z
    .strictObject({
      'tag-characters': action.optional(),
      'variation-selector': action.optional(),
      'zero-width': action.optional(),
      'bidi-control': action.optional(),
      ignorable: action.optional(),
      'mixed-script': actionOfWords.optional(),
    })
    .default({})
    .describe(
      'What a finding of each kind leads to. Left out: tag characters and variation selectors the strongest that the ' +
        'permissions allow (reject, else strip, else tag), mixed scripts tag, the others strip. An action that is not ' +
        'permitted only tags.',
    ),
  bidi: z
    .enum(['deceptive', 'any'])
    .default('deceptive')
    .describe('Whether only directional controls count that can deceive (overrides, unbalanced ones), or any.'),
  keep: z
    .array(z.enum(['soft-hyphen', 'word-joiner']))
    .max(2)
    .default(['soft-hyphen', 'word-joiner'])
    .describe('Characters that are left alone where one stands by itself.'),
  tag: tagText.default('attacks-detected').describe('Key of the tag; its values are the kinds found.'),
  ...scopeParameters,
})

type Parameters = z.output<typeof parameters>

/**
 * Finds characters that a reader does not see, and words spelt with letters of several scripts; strips, tags or rejects them. Emoji,
 * flags, and joiners of scripts that need them are left alone.
 *
 * Findings hold kinds, rules, places, scores, and how long a hidden message is; never what it says.
 */
export const invisibleText = defineProcessor({
  namespace: 'gatehouse',
  name: 'invisible-text',
  version: '1.0.0',
  description:
    'Finds text hidden in characters that show nothing and in look-alike letters; strips, tags or rejects it.',
  signature: signatures.both,
  actions: ['annotate', 'modify', 'reject'],
  parameters,

  prepare: ({ threshold, bidi, keep }: Parameters) => {
    const options = {
      threshold,
      anyBidi: bidi === 'any',
      keepSoftHyphens: keep.includes('soft-hyphen'),
      keepWordJoiners: keep.includes('word-joiner'),
    }
    return (text: string): readonly RuleMatch[] =>
      findInvisible(text, options).map(({ kind, rule, score, start, end, hidden }) => ({
        start,
        end,
        rule: invisibleKinds.indexOf(kind),
        score,
        name: rule,
        hidden,
      }))
  },

  processInput({ prompt, parameters, prepared }) {
    return screenPrompt(prompt, parameters, settingsOf(parameters, prepared))
  },

  processResponse({ response, parameters, prepared }) {
    return screenResponse(response, settingsOf(parameters, prepared))
  },
})

/** Takes the characters away; nothing is left that could be told from a text without them. */
const strip: Mask = { replace: () => '', findIn: () => [] }

const settingsOf = prepareSettings((parameters: Parameters & Permissions) =>
  invisibleKinds.map((kind): Rule | undefined => {
    const wanted = parameters.entities[kind] ?? defaultActions[kind]
    if (wanted === 'off') return undefined
    return { type: kind, action: permittedAction(ruleActions[wanted], parameters), mask: strip }
  }),
)

const ruleActions = { tag: 'detect', strip: 'mask', reject: 'reject', strongest: undefined } as const
