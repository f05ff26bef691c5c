import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatProblem } from '../configuration/problem.js'
import { readConfiguration } from '../configuration/read-configuration.js'
import { readVault } from './read-vault.js'

const key = 'k'.repeat(32)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-vault-'))
  await writeFile(join(folder, 'key'), `${key}\n`)
})
afterAll(() => rm(folder, { recursive: true }))

async function read(vault: string, environment: Readonly<Record<string, string>> = {}) {
  const file = join(folder, 'gatehouse.yaml')
  await writeFile(file, `vault: ${vault}\n`)
  const outcome = await readVault(await readConfiguration({ file, overrides: [] }), environment)
  return { ...outcome, problems: outcome.problems.map((problem) => formatProblem(problem).replace(file, 'F')) }
}

test.each([
  { name: 'nothing', vault: '{}', environment: {}, expected: { redisUrl: undefined, key: undefined } },
  { name: 'a key in a file', vault: '{ key: { file: key } }', environment: {}, expected: { key: Buffer.from(key) } },
  {
    name: 'a Redis and a key',
    vault: '{ redis: { env: R }, key: { env: K } }',
    environment: { R: 'rediss://u:p@redis.example.com:6380/2', K: key },
    expected: { redisUrl: 'rediss://u:p@redis.example.com:6380/2', key: Buffer.from(key) },
  },
])('reads $name', async ({ vault, environment, expected }) => {
  expect(await read(vault, environment as Record<string, string>)).toMatchObject({ ...expected, problems: [] })
})

test.each([
  {
    name: 'a variable that is not set',
    vault: '{ key: { env: K } }',
    environment: {},
    problem: 'F:1:22 vault.key.env: expected the name of an environment variable that is set; this one is not',
  },
  {
    name: 'a short key',
    vault: '{ key: { env: K } }',
    environment: { K: 'hunter2' },
    problem: 'F:1:22 vault.key.env: expected a key of 32 characters or more; came one of 7',
  },
  {
    name: 'another kind of URL',
    vault: '{ redis: { env: R }, key: { file: key } }',
    environment: { R: 'http://redis.example.com' },
    problem: 'F:1:24 vault.redis.env: expected a URL that begins with "redis://" or "rediss://"',
  },
])('tells of $name', async ({ vault, environment, problem }) => {
  expect((await read(vault, environment as Record<string, string>)).problems).toEqual([problem])
})

test('a Redis needs a key', async () => {
  await expect(read('{ redis: { env: R } }')).rejects.toMatchObject({
    problems: [expect.objectContaining({ message: expect.stringContaining('expected a key') })],
  })
})

test('names the files, so that a change of them is seen', async () => {
  expect((await read('{ key: { file: key } }')).files).toEqual([join(folder, 'key')])
})
