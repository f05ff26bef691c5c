import { builtinModules } from 'node:module'
import { dirname, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSource, type Source } from './support/source.js'
import { isTest, listSources, type Manifest, type WorkspacePackage, workspacePackages } from './support/workspace.js'

const byName = new Map(workspacePackages.map((each) => [each.manifest.name, each]))
const sources = new Map(workspacePackages.map(({ folder }) => [folder, listSources(folder).map(readSource)] as const))

/** What stands on the SDK alone. */
const onSdk = ['packages/sdk']
/** Every library. */
const libraries = ['packages/sdk', 'packages/processors', 'packages/conformance', 'packages/evaluation']

/** Folder of a package to the folders that it may import. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'packages/sdk': [],
  'packages/processors': onSdk,
  'packages/conformance': onSdk,
  'packages/evaluation': onSdk,
  'apps/processor-server': libraries,
  // The command is the one door to the apps.
  'apps/cli': [...libraries, 'apps/processor-server'],
}

/** What examples, tests and benchmarks may import: what a user can install. */
const anyPublic = workspacePackages.filter(({ manifest }) => manifest.private !== true).map(({ folder }) => folder)

describe('packages', () => {
  test.each(workspacePackages)('$folder imports only what its arrows allow', ({ folder }) => {
    const allowed = arrows[folder] ?? (isShipped(folder) ? [] : anyPublic)
    const crossings = sourcesOf(folder).flatMap(({ path, imports }) =>
      imports.map(packageNameOf).flatMap((name) => {
        const target = byName.get(name)?.folder
        const isAllowed = target === undefined || target === folder || allowed.includes(target)
        return isAllowed ? [] : [`${path} imports ${name}`]
      }),
    )
    expect(crossings).toEqual([])
  })

  test.each(workspacePackages)('$folder imports other packages by their public entries', ({ folder }) => {
    const wrong = sourcesOf(folder).flatMap(({ path, imports }) =>
      imports.flatMap((specifier) => {
        const target = byName.get(packageNameOf(specifier))
        return target === undefined || isPublicEntry(target, specifier) ? [] : [`${path} imports ${specifier}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  test.each(workspacePackages)('$folder stays inside its own folder', ({ folder }) => {
    const outside = sourcesOf(folder).flatMap(({ path, imports }) =>
      imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => posix.join(dirname(path), specifier))
        .filter((target) => !target.startsWith(`${folder}/`) && !(folder === 'test' && target.startsWith('scripts/')))
        .map((target) => `${path} imports ${target}`),
    )
    expect(outside).toEqual([])
  })

  test.each(workspacePackages.filter(({ folder }) => isShipped(folder)))(
    '$folder declares what it imports',
    ({ folder, manifest }) => {
      const undeclared = sourcesOf(folder).flatMap(({ path, imports }) =>
        imports
          .filter((specifier) => !specifier.startsWith('.') && !isBuiltIn(specifier))
          .map(packageNameOf)
          .filter((name) => name !== manifest.name && !isDeclared(manifest, name, isTest(path)))
          .map((name) => `${path} imports ${name}`),
      )
      expect(undeclared).toEqual([])
    },
  )

  test('every shipped package has its arrows drawn', () => {
    const shipped = workspacePackages.map(({ folder }) => folder).filter(isShipped)
    expect(shipped.filter((folder) => !Object.hasOwn(arrows, folder))).toEqual([])
  })

  test('only apps import the OpenTelemetry SDK; libraries import its API', () => {
    const importers = [...sources.values()]
      .flat()
      .filter(({ path }) => path.startsWith('packages/') && !isTest(path))
      .filter(({ imports }) =>
        imports.some((name) => name.startsWith('@opentelemetry/') && name !== '@opentelemetry/api'),
      )
    expect(importers.map(({ path }) => path)).toEqual([])
  })

  test('no circle of modules at run time', () => {
    for (const [folder, files] of sources) expect(findCircle(files), folder).toBeUndefined()
  })
})

describe('inside the SDK', () => {
  const sdk = 'packages/sdk/src'
  const files = sourcesOf('packages/sdk').filter(({ path }) => path.startsWith(`${sdk}/`) && !isTest(path))
  const inner = ['errors', 'json', 'content', 'result', 'processor']

  /** Each part to the parts that it may import. */
  const parts: Readonly<Record<string, readonly string[]>> = {
    errors: [],
    'copy-text': [],
    json: [],
    content: ['errors', 'json'],
    result: ['errors', 'json', 'content'],
    processor: ['errors', 'copy-text', 'json', 'content', 'result'],
    execution: [...inner, 'copy-text'],
    wire: ['errors', 'copy-text', 'json', 'content', 'result'],
    fastify: [...inner, 'execution', 'wire'],
    client: [...inner, 'wire'],
    testing: [...inner, 'execution', 'wire', 'fastify', 'client'],
    index: inner,
  }

  test.each(files)('$path follows the arrows', ({ path, imports }) => {
    const own = partOf(path)
    const allowed = parts[own]
    expect(allowed, `the part "${own}" has no arrows`).toBeDefined()
    const reached = imports
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => partOf(posix.join(dirname(path), specifier)))
      .filter((part) => part !== own && !allowed?.includes(part))
    expect(reached).toEqual([])
  })

  test('only fastify/ imports Fastify; the test kit names a type of it', () => {
    const importers = (kind: 'imports' | 'valueImports') =>
      new Set(files.filter((file) => file[kind].includes('fastify')).map(({ path }) => partOf(path)))
    expect(importers('valueImports')).toEqual(new Set(['fastify']))
    expect(importers('imports')).toEqual(new Set(['fastify', 'testing']))
  })

  test('only client/ imports undici', () => {
    const importers = files.filter(({ imports }) => imports.includes('undici')).map(({ path }) => partOf(path))
    expect(importers.filter((part) => part !== 'client')).toEqual([])
  })

  test('only wire/ knows the names of the parameter parts and the multipart media type', () => {
    const knowers = files
      .filter(({ strings }) =>
        strings.some((text) => ['input.parameters', 'response.parameters', 'multipart/form-data'].includes(text)),
      )
      .map(({ path }) => partOf(path))
    expect(new Set(knowers)).toEqual(new Set(['wire']))
  })

  function partOf(path: string): string {
    return path.slice(sdk.length + 1).split(/[/.]/, 1)[0] as string
  }
})

function sourcesOf(folder: string): readonly Source[] {
  return sources.get(folder) ?? []
}

function isShipped(folder: string): boolean {
  return folder.startsWith('packages/') || folder.startsWith('apps/')
}

function packageNameOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

function isPublicEntry({ manifest }: WorkspacePackage, specifier: string): boolean {
  const entry = `.${specifier.slice(manifest.name.length)}`
  return Object.hasOwn(manifest.exports ?? {}, entry)
}

function isBuiltIn(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier)
}

/** Tests may use development dependencies, and the test tools that the workspace's root has for all. */
function isDeclared(manifest: Manifest, name: string, inTest: boolean): boolean {
  if (name in { ...manifest.dependencies, ...manifest.peerDependencies }) return true
  return inTest && (name in { ...manifest.devDependencies } || name === 'vitest' || name === 'fast-check')
}

/** A path of imports that comes back to where it began. Types are gone at run time, so they may look back. */
function findCircle(files: readonly Source[]): string[] | undefined {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const done = new Set<string>()
  const walk = (path: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return undefined
    for (const specifier of byPath.get(path)?.valueImports ?? []) {
      if (!specifier.startsWith('.')) continue
      const circle = walk(posix.join(dirname(path), specifier).replace(/\.js$/, '.ts'), [...trail, path])
      if (circle !== undefined) return circle
    }
    done.add(path)
    return undefined
  }
  for (const { path } of files) {
    const circle = walk(path, [])
    if (circle !== undefined) return circle
  }
  return undefined
}
