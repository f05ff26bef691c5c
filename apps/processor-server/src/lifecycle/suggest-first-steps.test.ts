import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { startServer } from './start-server.js'
import { suggestFirstSteps } from './suggest-first-steps.js'

const hasCurl = spawnSync('curl', ['--version']).status === 0

test.skipIf(!hasCurl)('the command that is printed shows a decision when it is run as it is', async () => {
  const server = await startServer({ environment: { PORT: '0' }, output: { write: () => {} } })
  const text = suggestFirstSteps(server.url, server.loaded)
  const [command = ''] = /curl \S+\/execute\/[\s\S]*?(?=\n\n)/.exec(text) ?? []
  const { stdout } = await promisify(execFile)('sh', ['-c', `${command} --silent --include`])
  await server.stop()
  expect(text).toContain(`open ${server.url}/ in a browser`)
  expect(stdout).toMatch(/^HTTP\/1\.1 200 OK/)
  expect(stdout).toContain('"tags":{"language":["de"]}')
})
