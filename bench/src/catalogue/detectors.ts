import { preparePredict } from '@gatehouse/evaluation'
import { catalogue } from '@gatehouse/processors'

/** Runs a processor on a text in this process, without the wire in between. Gives the time in its handler, in milliseconds. */
export type RunDetector = (text: string) => Promise<number>

/** Prepares a built-in processor. */
export function prepareDetector(name: string, parameters: Readonly<Record<string, unknown>> = {}): RunDetector {
  const processor = catalogue[name]
  if (processor === undefined) throw new RangeError(`There is no built-in processor "${name}".`)
  const predict = preparePredict(processor, { parameters })
  return async (text) => (await predict({ text, role: undefined })).milliseconds
}

/** The detectors that guard a prompt together. */
export const guards = ['pii', 'secrets', 'prompt-injection', 'invisible-text', 'url-filter'] as const

/** Processors whose cost depends on the text, with parameters that make them work. */
export const detectors: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ...Object.fromEntries(guards.map((name) => [name, {}])),
  'code-detect': {},
  'encoded-payload': {},
  'json-schema': { schema: { type: 'object' } },
  keywords: { lists: [{ name: 'terms', terms: Array.from({ length: 1000 }, (_, index) => `codename ${index}`) }] },
  'language-id': { multi_detect: true, code_detect: true },
  length: { total: { characters: 100, words: 10, tokens: 10 } },
  regex: {
    patterns: [
      { name: 'badge', pattern: String.raw`\bE-\d{6}\b` },
      { name: 'mail', pattern: String.raw`[\w.+-]{1,64}@[\w-]{1,63}\.example` },
    ],
  },
  'repetition-detect': {},
  topics: { denied: ['weapons', 'gambling'] },
  toxicity: {},
}
