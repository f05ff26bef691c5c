import { readFileSync, statSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { loadLanguageModel, modelScripts, OTHER, parseLanguageModel } from './language-model.js'
import { detectableLanguages, resolveLanguage } from './languages.js'
import { ownScriptLanguages } from './own-script.js'

const url = new URL('../../models/language-id.bin', import.meta.url)

describe('the language model', () => {
  test('has flat arrays that fit together', () => {
    const { firstWeight, weightClasses, weightValues, classes } = loadLanguageModel()
    expect(firstWeight.at(-1)).toBe(weightValues.length)
    expect(weightClasses).toHaveLength(weightValues.length)
    expect(Math.max(...new Set(weightClasses))).toBe(classes.length - 1)
    expect(weightValues.every((value) => value !== 0)).toBe(true)
    expect(new Set(classes.map(({ script }) => script))).toEqual(new Set(modelScripts))
  })

  test('its languages, and those with a script of their own, are the documented ones', () => {
    const known = loadLanguageModel().classes.map(({ language }) => language)
    const reported = [...known.filter((language) => language !== OTHER), ...ownScriptLanguages].toSorted()
    expect([...new Set(detectableLanguages.map(resolveLanguage))].toSorted()).toEqual(reported)
  })

  test('is small', () => {
    expect(statSync(url).size).toBeLessThan(2_500_000)
  })

  test('knows an n-gram by its hash, and not one that it does not have', () => {
    const { find, firstWeight } = loadLanguageModel()
    const absent = Array.from({ length: 1000 }, (_, index) => find(Math.imul(index, 0x9e3779b1) >>> 0))
    expect(absent.filter((ngram) => ngram >= 0).length).toBeLessThan(5)
    expect(firstWeight.length).toBeGreaterThan(100_000)
  })

  test.each([
    {
      name: 'another file',
      bytes: Buffer.from('PK\x03\x04 something else'),
      message: 'not a file compressed by Brotli',
    },
    {
      name: 'a file that was cut',
      bytes: readFileSync(url).subarray(0, 5000),
      message: 'not a file compressed by Brotli',
    },
    { name: 'another format', bytes: brotliCompressSync(Buffer.alloc(64)), message: 'not a file of format 2' },
    {
      name: 'counts that do not fit the size',
      bytes: brotliCompressSync(Buffer.concat([Buffer.from('GHLM\x02\0\0\0\x01\0\0\0'), Buffer.alloc(40)])),
      message: 'it has 52',
    },
  ])('$name is refused', ({ bytes, message }) => {
    expect(() => parseLanguageModel(bytes)).toThrow(message)
  })
})
