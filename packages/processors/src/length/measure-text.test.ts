import { describe, expect, test } from 'vitest'
import { measureText } from './measure-text.js'

describe('measureText', () => {
  test.each([
    { text: '', characters: 0, words: 0 },
    { text: 'Hello, world!', characters: 13, words: 2 },
    { text: "it's 3.5 km", characters: 11, words: 5 },
    { text: 'naïve cafe\u0301', characters: 11, words: 2 },
    { text: '今日は晴れ', characters: 5, words: 5 },
    { text: '安全 first', characters: 8, words: 3 },
    { text: 'สวัสดี', characters: 6, words: 4 },
    { text: '👍🏽', characters: 2, words: 0 },
    { text: '\ud83d', characters: 1, words: 0 },
    { text: '\udc4d\ud83d', characters: 2, words: 0 },
    { text: ' \n\t--- ', characters: 7, words: 0 },
  ])('$text', ({ text, ...size }) => {
    expect(measureText(text)).toEqual(size)
  })
})
