import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installPacked, type PackedPackage, packPackages } from './support/packed.js'
import { publicPackages, readText, root, type WorkspacePackage } from './support/workspace.js'

const run = promisify(execFile)
const tool = (name: string, ...path: string[]) => join(root, 'node_modules', name, ...path)

/** `new URL('../models/a.bin', import.meta.url)` */
const BESIDE_ITSELF = /new URL\(\s*['"](\.[^'"]*)['"],\s*import\.meta\.url/g

let scratch: string
let packed: readonly PackedPackage[]

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'gatehouse-packaging-'))
  packed = await packPackages(scratch)
}, 120_000)

afterAll(() => rm(scratch, { recursive: true, force: true }))

const named = publicPackages.map((each) => ({ name: each.manifest.name, ...each }))
const entriesOf = ({ manifest }: WorkspacePackage) =>
  Object.keys(manifest.exports ?? {}).filter((entry) => !entry.endsWith('.json'))
const withEntries = named.filter((each) => entriesOf(each).length > 0)

describe.each(named)('$name', ({ name, manifest }) => {
  test('has the metadata that a registry shows', () => {
    expect(manifest).toMatchObject({
      description: expect.stringMatching(/^[A-Z].*\.$/),
      license: 'Apache-2.0',
      type: 'module',
      engines: { node: '>=20.19' },
      keywords: expect.arrayContaining(['guardrails', 'llm']),
    })
    // Without a home on the web none is made up.
    expect(manifest).not.toHaveProperty('homepage')
    expect(manifest).not.toHaveProperty('repository')
  })

  test('carries its licence, a readme and a changelog, and no tests', async () => {
    const { files, folder } = find(name)
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', 'package.json']))
    expect(readText(`${folder}/LICENSE`)).toBe(readText('LICENSE'))
    expect(files.filter((file) => /\.test\.|\.tsbuildinfo$|(?:^|\/)\./.test(file))).toEqual([])
    expect(find(name).size).toBeLessThan(5 * 1024 * 1024)
  })

  test('publint finds nothing', async () => {
    const bytes = await readFile(find(name).tarball)
    const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    const { messages, pkg } = await publint({ strict: true, pack: { tarball } })
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
  })
})

test.each(withEntries)(
  'the types of $name are right for ES modules',
  async ({ name }) => {
    const attw = tool('@arethetypeswrong/cli', 'dist', 'index.js')
    const args = ['--profile', 'esm-only', '--no-definitely-typed', '--no-color', find(name).tarball]
    const outcome = run(process.execPath, [attw, ...args]).then(
      () => 'right',
      (failure: { stdout: string }) => failure.stdout,
    )
    await expect(outcome).resolves.toBe('right')
  },
  120_000,
)

describe('a fresh project that installs the packages', () => {
  let project: string
  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'gatehouse-project-'))
    await installPacked(packed, project)
    await writeFile(join(project, 'package.json'), '{ "type": "module" }')
  }, 60_000)
  afterAll(() => rm(project, { recursive: true, force: true }))

  const specifiers = withEntries.flatMap((each) =>
    entriesOf(each).map((entry) => ({ specifier: `${each.manifest.name}${entry.slice(1)}` })),
  )

  test.each(specifiers)('imports $specifier', async ({ specifier }) => {
    const script = `console.log(Object.keys(await import(${JSON.stringify(specifier)})).length)`
    const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: project })
    expect(stderr).toBe('')
    expect(Number(stdout)).toBeGreaterThan(0)
  })

  test.each(withEntries)('$name has the files that its code looks for beside itself', async ({ name }) => {
    const folder = join(project, 'node_modules', name)
    // The page looks for what its server answers.
    const scripts = find(name).files.filter((file) => /^dist\/(?!page\/).*\.js$/.test(file))
    const missing = scripts.flatMap((script) => {
      const place = pathToFileURL(join(folder, script))
      const paths = Array.from(readFileSync(place, 'utf8').matchAll(BESIDE_ITSELF), ([, path]) => path as string)
      return paths.filter((path) => !existsSync(new URL(path, place))).map((path) => `${script} looks for ${path}`)
    })
    expect(missing).toEqual([])
  })

  test('compiles against the types of every entry', async () => {
    const compilerOptions = { module: 'NodeNext', target: 'ES2023', strict: true, noEmit: true, types: [] }
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['all.ts'] }))
    const lines = specifiers.map(({ specifier }, index) => `export * as entry${index} from '${specifier}'`)
    await writeFile(join(project, 'all.ts'), lines.join('\n'))
    const compile = run(process.execPath, [tool('typescript', 'bin', 'tsc')], { cwd: project })
    await expect(compile.then(({ stdout }) => stdout).catch(({ stdout }) => stdout)).resolves.toBe('')
  }, 60_000)

  test('runs the gatehouse command', async () => {
    const { manifest } = named.find(({ manifest }) => manifest.bin?.gatehouse !== undefined) as WorkspacePackage
    const command = join(project, 'node_modules', manifest.name, manifest.bin?.gatehouse as string)
    const { stdout } = await run(process.execPath, [command, '--version'], { cwd: project })
    expect(stdout.trim()).toContain(manifest.version)
  })
})

function find(name: string): PackedPackage {
  return packed.find(({ manifest }) => manifest.name === name) as PackedPackage
}
