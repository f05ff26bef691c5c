import { expect, test } from 'vitest'
import { createLogger } from './create-logger.js'

function logTo(
  format: 'auto' | 'json' | 'text',
  isTTY: boolean,
): { lines: string[]; log: ReturnType<typeof createLogger> } {
  const lines: string[] = []
  const log = createLogger({ level: 'info', format, requests: false }, { isTTY, write: (line) => lines.push(line) })
  return { lines, log }
}

test.each([
  { format: 'auto', isTTY: false, isJson: true },
  { format: 'auto', isTTY: true, isJson: false },
  { format: 'json', isTTY: true, isJson: true },
  { format: 'text', isTTY: false, isJson: false },
] as const)('$format on a terminal: $isTTY gives JSON: $isJson', ({ format, isTTY, isJson }) => {
  const { lines, log } = logTo(format, isTTY)
  log.warn({ count: 3 }, 'careful')
  expect(lines).toHaveLength(1)
  if (isJson) expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'warn', count: 3, message: 'careful' })
  else expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d\.\d{3} .*WARN .*careful count=3\n$/)
})

test('text has no colour outside of a terminal, and no control character of a value on it', () => {
  const plain = logTo('text', false)
  plain.log.info({ name: 'a\u001b[31mb', url: 'http://127.0.0.1:8000', list: ['x'] }, 'hello')
  expect(plain.lines[0]).toMatch(/INFO {2}hello name="a\\u001b\[31mb" url=http:\/\/127\.0\.0\.1:8000 list=\["x"\]\n$/)
  expect(plain.lines[0]).not.toContain('\u001b')
})

test('requests and replies are not written out, whoever hands them over', () => {
  const { lines, log } = logTo('json', false)
  log.info({ req: { headers: { authorization: 'Bearer swordfish' } }, res: { body: 'swordfish' } }, 'request')
  expect(lines.join()).not.toContain('swordfish')
})
