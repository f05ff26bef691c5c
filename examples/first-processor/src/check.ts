/** Starts the server as `npm start` does, asks it what a gateway would ask, and fails when an answer is off. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createProcessorClient } from '@gatehouse/sdk/client'
import { projectNames } from './processor.js'

const server = spawn(process.execPath, [fileURLToPath(new URL('server.js', import.meta.url))], {
  env: { ...process.env, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  const [line] = (await once(server.stdout, 'data')) as [Buffer]
  const url = /http:\S+/.exec(line.toString())?.[0]
  assert.ok(url, 'The server says where it listens.')

  await using client = createProcessorClient({ url })
  const judge = (content: string, parameters: object) =>
    client.execute({
      processor: projectNames,
      prompt: { messages: [{ role: 'user', content }] },
      parameters: { names: ['Bluebird'], ...parameters },
    })

  const tagged = await judge('Is Bluebird late?', {})
  assert.equal(tagged.kind, 'pass')
  assert.deepEqual(tagged.tags.get('confidential'), ['project-name'])
  console.log('tagged')

  const masked = await judge('Is Bluebird late?', { modify: true })
  assert.equal(masked.kind === 'pass' && masked.prompt?.messages[0]?.content, 'Is [PROJECT] late?')
  console.log('masked')

  const rejected = await judge('Is Bluebird late?', { reject: true })
  assert.equal(rejected.kind === 'reject' && rejected.code, 'AIGW_POLICY_VIOLATION')
  console.log('rejected')

  const passed = await judge('Is it late?', { reject: true })
  assert.deepEqual([passed.kind, passed.tags.size], ['pass', 0])
  console.log('passed')
} finally {
  server.kill()
}
