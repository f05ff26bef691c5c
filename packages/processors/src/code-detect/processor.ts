import { defineProcessor, type Permissions, signatures } from '@gatehouse/sdk'
import { z } from 'zod'
import { fixedMask } from '../detection/mask.js'
import { permittedAction, tagText } from '../detection/rule.js'
import { scopeParameters } from '../detection/scope.js'
import type { RuleMatch } from '../detection/screen.js'
import { type ScreeningSettings, screenPrompt, screenResponse } from '../detection/screen-exchange.js'
import { codeLanguages } from './code-language.js'
import { findCode } from './find-code.js'

const languages = z.array(z.enum(codeLanguages)).max(codeLanguages.length).default([])

/** Parameters of {@link codeDetect}. */
const parameters = z.strictObject({
  threshold: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe('Lowest score that counts: how sure it is, from 0 to 1, that a piece of text is code.'),
  languages: z
    .strictObject({
      allowed: languages.describe('Code in these is no finding.'),
      denied: languages.describe('When not empty, only code in these is a finding.'),
    })
    .prefault({})
    .describe('Languages of code that matter. "code" stands for code whose language is another or not clear.'),
  fenced_only: z.boolean().default(false).describe('Whether only code in fences of Markdown counts.'),
  action: z
    .enum(['tag', 'mask', 'reject'])
    .optional()
    .describe(
      'What code leads to; "mask" puts [CODE] in its place. Left out: the strongest that the permissions allow (reject, ' +
        'else mask, else tag). An action that is not permitted only tags.',
    ),
  tag: tagText.default('code').describe('Key of the tag; its values are the languages found.'),
  ...scopeParameters,
})

type Parameters = z.output<typeof parameters>

const mask = fixedMask('[CODE]')

/**
 * Finds code in prompts and answers, in fences of Markdown or without, and tags, removes or rejects it. Each message is judged by
 * itself. A finding may be as long as a message.
 */
export const codeDetect = defineProcessor({
  namespace: 'gatehouse',
  name: 'code-detect',
  version: '1.0.0',
  description: 'Finds code and names its language, and tags, masks or rejects it.',
  signature: signatures.both,
  actions: ['annotate', 'modify', 'reject'],
  parameters,

  processInput({ prompt, parameters }) {
    return screenPrompt(prompt, parameters, settingsOf(parameters))
  },

  processResponse({ response, parameters }) {
    return screenResponse(response, settingsOf(parameters))
  },
})

function settingsOf(parameters: Parameters & Permissions): ScreeningSettings {
  const { threshold, fenced_only, tag } = parameters
  const action = permittedAction(parameters.action === 'tag' ? 'detect' : parameters.action, parameters)
  const { allowed, denied } = parameters.languages
  return {
    rules: codeLanguages.map((type) => {
      const isOff = allowed.includes(type) || (denied.length > 0 && !denied.includes(type))
      return isOff ? undefined : { type, action, mask }
    }),
    findMatches: (text) =>
      findCode(text).flatMap(({ start, end, language, score, isFenced }): RuleMatch[] => {
        if (score < threshold || (fenced_only && !isFenced)) return []
        const rounded = Math.round(score * 100) / 100
        return [
          { start, end, rule: codeLanguages.indexOf(language), score: rounded, name: isFenced ? 'fenced' : 'loose' },
        ]
      }),
    tag,
    permissions: parameters,
  }
}
