import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildLanguageModel } from '../../scripts/build-language-model.mjs'
import { loadLanguageModel, parseLanguageModel } from './language-model.js'
import { detectableLanguages, resolveLanguage } from './languages.js'
import { ownScriptLanguages } from './own-script.js'

const file = readFileSync(new URL('../../models/language-id.bin', import.meta.url))

describe('the language model', () => {
  test('is what the build makes of the published weights', async () => {
    expect((await buildLanguageModel()).equals(file)).toBe(true)
  })

  test('has flat arrays that fit together', () => {
    const { hashes, firstWeight, weightLanguages, weightValues, languages, typicalWeights } = loadLanguageModel()
    expect(firstWeight).toHaveLength(hashes.length + 1)
    expect(firstWeight.at(-1)).toBe(weightValues.length)
    expect(weightLanguages).toHaveLength(weightValues.length)
    expect(Math.max(...new Set(weightLanguages))).toBe(languages.length - 1)
    expect(hashes.every((hash, index) => index === 0 || hash > (hashes[index - 1] ?? 0))).toBe(true)
    expect(typicalWeights.every((weight) => weight > 50 && weight < 220)).toBe(true)
  })

  test('its languages, and those with a script of their own, are the documented ones', () => {
    const reported = [...loadLanguageModel().languages, ...ownScriptLanguages].toSorted()
    expect([...new Set(detectableLanguages.map(resolveLanguage))].toSorted()).toEqual(reported)
  })

  test.each([
    { name: 'another file', bytes: Buffer.from('PK\x03\x04 something else'), message: 'is not a file of format 1' },
    { name: 'a file that was cut', bytes: file.subarray(0, 5000), message: 'it has 5000' },
  ])('$name is refused', ({ bytes, message }) => {
    expect(() => parseLanguageModel(bytes)).toThrow(message)
  })
})
