import { defineProcessor, type Permissions, pass, reject, signatures } from '@gatehouse/sdk'
import { z } from 'zod'
import { scopeParameters, selectMessages } from '../detection/scope.js'
import { CODE, type DetectionOptions, detectLanguages, UNKNOWN } from './detect-languages.js'
import { detectableLanguages, resolveLanguage } from './languages.js'

/** Parameters of {@link languageId}. */
const parameters = z.strictObject({
  threshold: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe('Score from 0 to 1 that a language needs; below it, a text counts as "unknown".'),
  multi_detect: z
    .boolean()
    .default(false)
    .describe('Whether to report every language that a part of a text is in, not only that of most of it.'),
  code_detect: z.boolean().default(false).describe('Whether to report program text as the language "code".'),
  allowed_languages: z
    .array(z.enum([...detectableLanguages, CODE, UNKNOWN]))
    .default([])
    .describe(
      'With the permission to reject: anything else is rejected, "unknown" and "code" too unless they are listed. All are allowed when empty.',
    ),
  ...scopeParameters,
})

/**
 * Names the languages of an exchange in the tag `language`, and rejects others than the allowed ones. Each message is
 * judged on its own, so a foreign one does not hide in a long conversation; one without letters has no language.
 */
export const languageId = defineProcessor({
  namespace: 'gatehouse',
  name: 'language-id',
  version: '1.0.0',
  description: 'Tags an exchange with its languages, and rejects languages that are not allowed.',
  signature: signatures.both,
  actions: ['annotate', 'reject'],
  parameters,

  processInput({ prompt, parameters }) {
    const texts = selectMessages(prompt.messages, parameters).map((index) => prompt.messages[index]?.content ?? '')
    return judge('prompt', texts, parameters)
  },

  processResponse({ response, parameters }) {
    const texts = response.choices.map(({ message }) => message.content)
    return judge('response', texts, parameters)
  },
})

type LanguageParameters = Permissions & Readonly<z.output<typeof parameters>>

function judge(what: string, texts: readonly string[], parameters: LanguageParameters) {
  const { allowed_languages, threshold, multi_detect, code_detect } = parameters
  const detected = detectInAll(texts, { threshold, multiDetect: multi_detect, codeDetect: code_detect })
  if (detected.size === 0) return pass()
  const allowed = new Set(allowed_languages.map(resolveLanguage))
  const forbidden = allowed.size === 0 ? [] : [...detected.keys()].filter((language) => !allowed.has(language))
  const options = {
    tags: parameters.annotate ? { language: [...detected.keys()] } : {},
    processorResult: { detected_languages: Object.fromEntries(detected) },
  }
  if (!parameters.reject || forbidden.length === 0) return pass(options)
  const detail = `The ${what} holds languages that are not allowed: ${forbidden.join(', ')}.`
  return reject({ ...options, code: 'AIGW_POLICY_VIOLATION', detail })
}

/** Languages of all texts, each with its best score, rounded to three digits. */
function detectInAll(texts: readonly string[], options: DetectionOptions): ReadonlyMap<string, number> {
  const scores = new Map<string, number>()
  for (const text of texts) {
    for (const [language, score] of detectLanguages(text, options)) {
      scores.set(language, Math.max(Math.round(score * 1000) / 1000, scores.get(language) ?? 0))
    }
  }
  return scores
}
