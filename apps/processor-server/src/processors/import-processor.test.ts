import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { importProcessor } from './import-processor.js'

const folder = await mkdtemp(join(tmpdir(), 'gatehouse-import-'))
afterAll(() => rm(folder, { recursive: true }))

test('a module that waits for ever is given up, by name', async () => {
  await writeFile(join(folder, 'waits.js'), 'await new Promise(() => {})\n')
  await expect(importProcessor('./waits.js', join(folder, 'waits.js'), undefined, 50)).rejects.toMatchObject({
    name: 'ImportProblem',
    setting: ['module'],
    message: 'the module does not load: Error: it is not done after 50 ms',
  })
})
