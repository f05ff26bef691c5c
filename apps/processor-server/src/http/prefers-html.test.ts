import { expect, test } from 'vitest'
import { prefersHtml } from './prefers-html.js'

test.each([
  { accept: 'text/html', expected: true },
  { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', expected: true },
  { accept: 'TEXT/HTML ; charset=utf-8', expected: true },
  { accept: 'application/json;q=0.5, text/html', expected: true },
  { accept: 'text/html;q=0.5, application/json;q=0.4', expected: true },
  { accept: undefined, expected: false },
  { accept: '', expected: false },
  { accept: '*/*', expected: false },
  { accept: 'text/*', expected: false },
  { accept: 'application/json', expected: false },
  { accept: 'application/json, text/html', expected: false },
  { accept: 'text/html;q=0.4, application/json;q=0.5', expected: false },
  { accept: 'text/html;q=0', expected: false },
  { accept: 'text/html;q=x', expected: false },
  { accept: `text/html,${'a/b;q=0.1,'.repeat(200)}`, expected: false },
])('$accept: $expected', ({ accept, expected }) => {
  expect(prefersHtml(accept)).toBe(expected)
})
