import { describe, expect, test } from 'vitest'
import { measureCode } from './detect-code.js'

describe('measureCode', () => {
  test.each([
    {
      name: 'TypeScript',
      text: "import { z } from 'zod'\n\nexport const a = z.string()\nfunction f(x: number) {\n  return x + 1\n}",
    },
    { name: 'Python', text: 'def f(x):\n    if x > 1:\n        return x\n    for i in range(3):\n        print(i)' },
    { name: 'SQL', text: 'SELECT id, name FROM users WHERE id = 3;' },
    { name: 'HTML', text: '<div class="a">\n  <p>Hello</p>\n</div>' },
    { name: 'JSON', text: '{\n  "name": "x",\n  "size": 3,\n  "tags": ["a"],\n}' },
    { name: 'a shell session', text: '$ git commit -m fix\n$ npm install zod' },
  ])('$name is code', ({ text }) => {
    expect(measureCode(text)).toBeGreaterThan(0.6)
  })

  test.each([
    { name: 'a question', text: 'How do I sort a list in Python?' },
    { name: 'a letter', text: 'Dear all,\n\nthank you for coming; it was a pleasure.\n\nKind regards' },
    { name: 'a list', text: '- two eggs\n- a cup of flour\n- salt' },
    { name: 'a label', text: 'Question: in which year did it open?\nAnswer:' },
    { name: 'a heading', text: '# How to install it\n\nRun the installer and follow the steps.' },
    { name: 'another script', text: 'Где находится библиотека? Я ищу книгу.' },
    { name: 'nothing', text: ' \n ' },
  ])('$name is not', ({ text }) => {
    expect(measureCode(text)).toBeLessThan(0.5)
  })

  test('a line without end is read in bounded time', () => {
    expect(measureCode(`${' '.repeat(1_000_000)})`)).toBe(0)
    expect(measureCode(`${'a '.repeat(500_000)};`)).toBe(0)
  })
})
