import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { repairJson, repairs } from './repair-json.js'

const all = new Set(repairs)

describe('repairJson', () => {
  test.each([
    { name: 'a fence', text: '```json\n{"a":1}\n```', repaired: '{"a":1}' },
    { name: 'a fence without a language, among blanks', text: '\n```\n[1]\n```  ', repaired: '[1]' },
    { name: 'a comma at the end of an object', text: '{"a":1,}', repaired: '{"a":1}' },
    { name: 'a comma at the end of a list, with blanks', text: '[1, 2 , \n]', repaired: '[1, 2  \n]' },
    { name: 'commas at several ends', text: '{"a":[1,],}', repaired: '{"a":[1]}' },
    { name: 'both', text: '```json\n{"a":1,}\n```', repaired: '{"a":1}' },
  ])('undoes $name', ({ text, repaired }) => {
    expect(repairJson(text, all)).toBe(repaired)
  })

  test.each([
    { name: 'commas in strings', text: '{"a":",]","b":"\\",}"}' },
    { name: 'a comma that is not the last', text: '[1,2]' },
    { name: 'words around a fence', text: 'Here:\n```json\n{}\n```' },
    { name: 'two fences', text: '```\n1\n```\n```\n2\n```' },
    { name: 'a fence that does not end', text: '```json\n{}' },
    { name: 'a fence on one line', text: '```{}```' },
    { name: 'nothing', text: '' },
  ])('leaves $name', ({ text }) => {
    expect(repairJson(text, all)).toBe(text)
  })

  test('does only what is wanted', () => {
    const text = '```\n[1,]\n```'
    expect(repairJson(text, new Set())).toBe(text)
    expect(repairJson(text, new Set(['fence'] as const))).toBe('[1,]')
    expect(repairJson(text, new Set(['trailing-commas'] as const))).toBe('```\n[1]\n```')
  })

  test('changes no JSON, and finds it again in a fence', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(repairJson(json, all)).toBe(json)
        expect(JSON.parse(repairJson(`\`\`\`json\n${json}\n\`\`\``, new Set(['fence'] as const)))).toEqual(
          JSON.parse(json),
        )
      }),
    )
  })

  test('repairing twice is repairing once', () => {
    const messy = fc.array(fc.constantFrom('{', '}', '[', ']', ',', '"', '\\', '```', '\n', ' ', 'a', '1'), {
      maxLength: 30,
    })
    const commas = new Set(['trailing-commas'] as const)
    fc.assert(
      fc.property(messy, (pieces) => {
        const once = repairJson(pieces.join(''), commas)
        expect(once.length).toBeLessThanOrEqual(pieces.join('').length)
        expect(repairJson(pieces.join(''), new Set())).toBe(pieces.join(''))
      }),
    )
  })
})
