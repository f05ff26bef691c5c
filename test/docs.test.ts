import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { catalogue } from '@gatehouse/processors'
import { errorCodes } from '@gatehouse/sdk'
import { createProcessorServer } from '@gatehouse/sdk/fastify'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillSnippets } from '../scripts/snippets.mjs'
import { listExports, type PublicEntry } from './support/public-exports.js'
import { isTest, listFiles, listSources, publicPackages, readText, root } from './support/workspace.js'

const run = promisify(execFile)

const pages = listFiles('.')
  .filter((path) => path.endsWith('.md') && !path.endsWith('CHANGELOG.md'))
  .map((path) => ({ path, text: readText(path) }))

describe.each(pages)('$path', ({ path, text }) => {
  test('has the code of the examples as they are', () => {
    expect(fillSnippets(text, readText), 'Run `npm run docs`.').toBe(text)
  })

  test('links to what is there', () => {
    const broken = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target) && !isThere(path, target))
    expect(broken).toEqual([])
  })
})

describe('README.md', () => {
  const readme = readText('README.md')
  const isGuide = (path: string) => path === 'README.md' || path.startsWith('docs/guides/')

  test('has two commands, and no more', () => {
    const commands = codeBlocks(readme, 'sh').filter((block) => !block.startsWith('curl '))
    expect(commands).toEqual(['npm start', 'npm test'])
  })

  test.each(pages.filter(({ path }) => isGuide(path)))('all TypeScript of $path comes from examples', ({ text }) => {
    const marked = text.match(/^<!-- example: .*\n```ts$/gm) ?? []
    expect(codeBlocks(text, 'ts')).toHaveLength(marked.length)
  })
})

test.each(['README.md', 'packages/processors/README.md'])('%s names every built-in processor', (path) => {
  const text = readText(path)
  expect(Object.keys(catalogue).filter((name) => !new RegExp(`[\`/]${name}\``).test(text))).toEqual([])
})

/** Told once, on the page of the whole catalogue. */
const commonParameters = ['annotate', 'modify', 'reject', 'roles', 'last_messages']

/** Above this a bound means that there is none. */
const MAX_BOUND = 2 ** 40

const parameters = Object.values(catalogue).flatMap(({ name, signatureDocument }) =>
  Object.entries(signatureDocument.parameters.properties)
    .filter(([parameter]) => !commonParameters.includes(parameter))
    .map(([parameter, { default: preset, minimum, maximum }]) => ({
      name,
      parameter,
      numbers: [minimum, maximum, preset].filter((value) => typeof value === 'number' && Number(value) < MAX_BOUND),
    })),
)

test.each(parameters)('the page of $name has a line for $parameter, with $numbers', ({ name, parameter, numbers }) => {
  // Processors that ask a service have their common parameters on a page of its own.
  const pages = [`docs/processors/${name}.md`, 'docs/processors/outside-services.md'].map(readText).join('\n')
  const lines = pages
    .split('\n')
    .filter((line) => line.startsWith('| `') && line.split(' | ')[0]?.includes(`\`${parameter}\``))
  const isComplete = (line: string) => {
    const told = line.match(/\d[\d,.]*/g)?.map((figure) => Number(figure.replaceAll(',', ''))) ?? []
    return numbers.every((figure) => told.includes(Number(figure)))
  }
  expect(lines.filter(isComplete)).not.toEqual([])
})

describe('what the pages show of curl', async () => {
  const hasCurl = await run('curl', ['--version']).then(
    () => true,
    () => false,
  )
  let app: FastifyInstance
  let url: string
  beforeAll(async () => {
    app = createProcessorServer({ processors: Object.values(catalogue) })
    url = await app.listen({ host: '127.0.0.1', port: 0 })
  })
  afterAll(() => app.close())

  const exchanges = pages
    .filter(({ path }) => path === 'README.md')
    .flatMap(({ text }) => [...text.matchAll(/^```sh\n(curl [\s\S]*?)^```[\s\S]*?^```text\n([\s\S]*?)^```/gm)])
    .map(([, command = '', output = ''], index) => ({ index: index + 1, command, output }))

  test('is there twice', () => expect(exchanges).toHaveLength(2))

  test.skipIf(!hasCurl || process.platform === 'win32').each(exchanges)(
    'is what comes, in exchange $index (needs curl)',
    async ({ command, output }) => {
      const { stdout } = await run('sh', ['-c', command.replace('http://127.0.0.1:8000', url)])
      expect(stdout.replaceAll('\r\n', '\n').replaceAll(/--[0-9a-f]{32}/g, '--BOUNDARY')).toBe(output)
    },
  )
})

describe('the reference of the SDK', () => {
  const page = readText('docs/reference/processor-sdk.md')
  const sdk = publicPackages.find(({ manifest }) => manifest.name === '@gatehouse/sdk')
  const entries: readonly PublicEntry[] = sdk === undefined ? [] : listExports(sdk)

  test.each(entries)('lists every export of $specifier, and no other', ({ specifier, names }) => {
    const section = sectionOf(page, `\`${specifier}\``)
    const listed = [...section.matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
    )
    expect(listed.toSorted()).toEqual(names.toSorted())
  })
})

test('the telemetry page lists every name of spans, attributes, events and instruments', () => {
  const [, table = ''] =
    /telemetryNames = \{([\s\S]*?)\} as const/.exec(readText('packages/sdk/src/execution/telemetry.ts')) ?? []
  const sources = ['apps', 'packages'].flatMap(listSources).filter((path) => !isTest(path))
  const instruments = sources.flatMap((path) => [
    ...readText(path).matchAll(/\.create(?:Counter|Histogram|UpDownCounter|Gauge|Observable\w+)\('([^']+)'/g),
  ])
  const names = [...table.matchAll(/: '([^']+)'/g), ...instruments].map(([, name = '']) => name)
  const listed = [...readText('docs/reference/telemetry.md').matchAll(/^\| `([^`]+)` \|/gm)].map(
    ([, name = '']) => name,
  )
  expect(names.length).toBeGreaterThan(10)
  expect(listed.filter((name) => !/[A-Z]/.test(name)).toSorted()).toEqual(names.toSorted())
})

test('the page of errors has every code, with its status and meaning, and no other', () => {
  const rows = [...readText('docs/reference/errors.md').matchAll(/^\| `([A-Z_]+)` \| (\d+) \| (.+) \|$/gm)]
  const listed = rows.map(([, code = '', status, summary]) => [code, { status: Number(status), summary }])
  expect(Object.fromEntries(listed)).toEqual(errorCodes)
})

test.each([
  { index: 'docs/README.md', folders: ['docs/guides', 'docs/reference'] },
  { index: 'docs/processors/README.md', folders: ['docs/processors'] },
  { index: 'docs/decisions/README.md', folders: ['docs/decisions'] },
])('$index lists every page', ({ index, folders }) => {
  const text = readText(index)
  const unlisted = folders
    .flatMap(listFiles)
    .filter((path) => path !== index && !text.includes(`(${relative(dirname(index), path)})`))
  expect(unlisted).toEqual([])
})

test('the list of dependencies names every one that is installed with a package', () => {
  const page = readText('docs/decisions/runtime-dependencies.md')
  const own = new Set(publicPackages.map(({ manifest }) => manifest.name))
  const needed = publicPackages.flatMap(({ manifest }) =>
    Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).filter((name) => !own.has(name)),
  )
  const listed = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name)
  expect(listed.toSorted()).toEqual([...new Set(needed)].toSorted())
})

function codeBlocks(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)]
    .filter(([, tag]) => tag === language)
    .map(([, , code = '']) => code.trim())
}

function withoutCode(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '')
}

/** From a heading to the next one of its level. */
function sectionOf(text: string, heading: string): string {
  const start = text.indexOf(`\n## ${heading}\n`)
  if (start === -1) return ''
  const end = text.indexOf('\n## ', start + 1)
  return text.slice(start, end === -1 ? undefined : end)
}

function isThere(from: string, target: string): boolean {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? from : join(dirname(from), path)
  if (!existsSync(join(root, file))) return false
  return anchor === undefined || !file.endsWith('.md') || anchorsOf(readText(file)).has(anchor)
}

/** The anchors that a Markdown renderer makes of headings. */
function anchorsOf(text: string): Set<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading)
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(/\s/g, '-'),
    ),
  )
}
