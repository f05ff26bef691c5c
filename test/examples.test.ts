import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { readText, root, workspacePackages } from './support/workspace.js'

const run = promisify(execFile)
const examples = workspacePackages.filter(({ folder }) => folder.startsWith('examples/'))

describe.each(examples)('$folder', ({ folder, manifest }) => {
  test('checks its own output', { timeout: 60_000 }, async () => {
    const [node, script] = manifest.scripts?.check?.split(' ') ?? []
    expect(node).toBe('node')
    await run(process.execPath, [script as string], { cwd: join(root, folder), timeout: 50_000 })
  })

  test('can be copied as it is: it needs nothing of the workspace but the packages', () => {
    expect(manifest).toMatchObject({ private: true, scripts: { build: 'tsc', test: 'vitest run' } })
    expect(JSON.parse(readText(`${folder}/tsconfig.json`))).not.toHaveProperty('extends')
    expect(manifest.devDependencies).toHaveProperty('typescript')
  })

  test('says what it is', () => {
    expect(readText(`${folder}/README.md`)).toMatch(/^# /)
  })
})
