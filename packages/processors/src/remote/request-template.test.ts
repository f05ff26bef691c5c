import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonPointer, readPointer } from './json-pointer.js'
import { fillTemplate, templateKind } from './request-template.js'

describe('fillTemplate', () => {
  test('replaces whole strings at any depth, and nothing else', () => {
    const template = { a: ['{{text}}', { b: '{{stage}}' }], c: 'say {{text}}', '{{role}}': 1, d: null }
    expect(fillTemplate(template, { text: 'x', stage: 'input', role: 'user' })).toEqual({
      a: ['x', { b: 'input' }],
      c: 'say {{text}}',
      '{{role}}': 1,
      d: null,
    })
  })

  test('a text stays in its place, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const sent = JSON.stringify(fillTemplate({ text: '{{text}}', keep: 1 }, { text, stage: 'input' }))
        expect(JSON.parse(sent)).toEqual({ text, keep: 1 })
      }),
    )
  })

  test.each([
    { template: { text: '{{text}}' }, kind: 'text' },
    { template: { list: '{{texts}}', stage: '{{stage}}' }, kind: 'texts' },
    { template: { list: '{{texts}}', role: '{{role}}' }, kind: undefined },
    { template: ['{{text}}', '{{texts}}'], kind: undefined },
    { template: { text: 'text' }, kind: undefined },
  ])('$template takes $kind', ({ template, kind }) => {
    expect(templateKind(template)).toBe(kind)
  })
})

describe('readPointer', () => {
  const document = { a: [{ 'b/c': 1, '~': 2, '': 3 }], length: 4 }

  test.each([
    { pointer: '', value: document },
    { pointer: '/a/0/b~1c', value: 1 },
    { pointer: '/a/0/~0', value: 2 },
    { pointer: '/a/0/', value: 3 },
    { pointer: '/a/1', value: undefined },
    { pointer: '/a/0/b~1c/x', value: undefined },
    { pointer: '/constructor', value: undefined },
    { pointer: '/a/__proto__', value: undefined },
  ])('$pointer', ({ pointer, value }) => {
    expect(jsonPointer.safeParse(pointer).success).toBe(true)
    expect(readPointer(document, pointer)).toEqual(value)
  })

  test.each(['a', 'a/b', '/~2', '/a~'])('%s is no pointer', (pointer) => {
    expect(jsonPointer.safeParse(pointer).success).toBe(false)
  })
})
