import { describe, expect, test } from 'vitest'
import { measureScripts, scriptNames, scriptOf } from './scripts.js'

describe('scriptOf', () => {
  test.each([
    ['a', 'latin'],
    ['ß', 'latin'],
    ['ж', 'cyrillic'],
    ['λ', 'greek'],
    ['ش', 'arabic'],
    ['ש', 'hebrew'],
    ['न', 'devanagari'],
    ['ก', 'thai'],
    ['ሀ', 'ethiopic'],
    ['漢', 'han'],
    ['か', 'kana'],
    ['한', 'hangul'],
    ['ქ', 'georgian'],
    ['ମ', 'oriya'],
  ])('%s is %s', (letter, script) => {
    expect(scriptNames[scriptOf(letter.charCodeAt(0))]).toBe(script)
  })

  test.each([' ', '1', '.', '×', '÷', '\ud83d', '\ufffd'])('%j is none', (unit) => {
    expect(scriptOf(unit.charCodeAt(0))).toBe(-1)
  })
})

describe('measureScripts', () => {
  test('the script of most letters first', () => {
    expect(measureScripts('Москва is a city')).toEqual([
      { script: 'latin', share: 7 / 13 },
      { script: 'cyrillic', share: 6 / 13 },
    ])
  })

  test('a sign of Chinese or Japanese counts as three letters', () => {
    expect(measureScripts('iPhone の価格')).toEqual([
      { script: 'han', share: 9 / 15 },
      { script: 'latin', share: 6 / 15 },
    ])
  })

  test('a text without letters has none', () => {
    expect(measureScripts('12 + 3')).toEqual([])
  })
})
