import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './support/workspace.js'

test('npm start builds nothing twice, passes options on, serves, and ends on a signal', {
  timeout: 90_000,
}, async () => {
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs'), '--port', '0'], {
    env: { ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const collect = (chunk: Buffer) => {
    printed += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  try {
    const findUrl = () => /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0]
    await expect.poll(findUrl, { timeout: 60_000 }).toBeDefined()
    expect(printed).toMatch(/ 0 of \d+ packages built/)
    expect((await fetch(`${findUrl()}/readyz`)).status).toBe(200)
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
  } finally {
    child.kill('SIGKILL')
  }
})
