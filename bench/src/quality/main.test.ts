import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('../../dist/quality/main.js', import.meta.url))

test.each([
  { args: [], printed: /^Usage: npm run quality/ },
  { args: ['--foo'], printed: /^Unknown option '--foo'/ },
  { args: ['--data', 'nowhere'], printed: /^There is no file or folder "nowhere"\./ },
  { args: ['--data', 'nowhere', '--rounds', '0'], printed: /^--rounds must be a number above 0/ },
])('$args ends with 2, and without a stack trace', ({ args, printed }) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stdout + stderr).toMatch(printed)
  expect(stderr).not.toMatch(/^ +at /m)
})
