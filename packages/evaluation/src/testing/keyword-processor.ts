import { defineProcessor, pass, reject, signatures } from '@gatehouse/sdk'
import { z } from 'zod'

/** Scores a text by how many of the words it has, and finds each of them; for tests. */
export function keywordProcessor(name: string, words: readonly string[]) {
  return defineProcessor({
    namespace: 'acme',
    name,
    version: '1.0.0',
    signature: signatures.inputOnly,
    parameters: z.strictObject({ least: z.number().default(0.5), key: z.string().optional() }),
    processInput({ prompt, parameters }) {
      const text = prompt.concatenate().toLowerCase()
      const confidence = words.filter((word) => text.includes(word)).length / words.length
      return pass({ processorResult: { confidence, detected: confidence >= parameters.least } })
    },
  })
}

/** Finds what a pattern matches, without a score; for tests. */
export function patternProcessor(name: string, type: string, pattern: RegExp) {
  return defineProcessor({
    namespace: 'acme',
    name,
    version: '1.0.0',
    signature: signatures.both,
    processInput: ({ prompt }) => find(prompt.messages[0]?.content ?? ''),
    processResponse: ({ response }) => find(response.choices[0]?.message.content ?? ''),
  })

  function find(text: string) {
    const findings = [...text.matchAll(pattern)].map(({ 0: match, index }) => ({
      type,
      range: { start: index, end: index + match.length },
    }))
    if (findings.length === 0) return pass()
    return reject({
      code: 'AIGW_POLICY_VIOLATION',
      detail: '',
      processorResult: { count: findings.length, findings },
    })
  }
}
