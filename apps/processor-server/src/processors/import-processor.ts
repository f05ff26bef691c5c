import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isProcessor, type Processor } from '@gatehouse/sdk'
import { resolve as resolveSpecifier } from 'import-meta-resolve'
import { didYouMean } from '../configuration/did-you-mean.js'
import type { SettingPath } from '../configuration/problem.js'

/** Longest time that a module may take to load, in milliseconds. One that waits for ever would be waited for ever. */
const LOAD_MS = 30_000

/** A processor of the operator's own, and the file it came from. */
export interface ImportedProcessor {
  readonly processor: Processor
  readonly file: string
}

/** Why a module gave no processor: which setting is to blame, and what was expected and came. */
export class ImportProblem extends Error {
  override readonly name = 'ImportProblem'

  constructor(
    readonly setting: SettingPath,
    message: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause })
  }
}

/**
 * Imports a processor from a module, found as an `import` in a file of `folder` would find it, or else as one of this
 * server would. A module whose file changed since is imported anew; what it imports in turn is not.
 *
 * @param limitMs longest time that it may take to load. Default: 30,000.
 * @throws ImportProblem
 */
export async function importProcessor(
  specifier: string,
  exportName: string | undefined,
  folder: string,
  limitMs = LOAD_MS,
): Promise<ImportedProcessor> {
  const url = locateModule(specifier, folder)
  const file = fileURLToPath(url)
  const exports = await importModule(url, file, limitMs)
  return { processor: selectProcessor(exports, exportName), file }
}

function locateModule(specifier: string, folder: string): URL {
  const parents = [pathToFileURL(join(folder, 'gatehouse.yaml')).href, import.meta.url]
  for (const parent of parents) {
    try {
      const url = new URL(resolveSpecifier(specifier, parent))
      if (url.protocol === 'file:' && existsSync(url)) return url
    } catch {
      // The next place may have it.
    }
  }
  const isPath = /^(\.{0,2}\/|file:)/.test(specifier)
  throw new ImportProblem(
    ['module'],
    isPath
      ? 'expected a path to a JavaScript module; there is no such file'
      : 'expected a package that is installed in the folder of this file or with the server; there is none. A path starts with "./", "../" or "/"',
  )
}

async function importModule(url: URL, file: string, limitMs: number): Promise<Readonly<Record<string, unknown>>> {
  const limit = new AbortController()
  try {
    const { mtimeMs, size } = await stat(file)
    const fresh = new URL(url)
    // The loader caches by URL, and offers no other way to read a changed file again.
    fresh.searchParams.set('version', `${mtimeMs}-${size}`)
    return await Promise.race([import(fresh.href), refuseAfter(limitMs, limit.signal)])
  } catch (cause) {
    throw new ImportProblem(['module'], `the module does not load: ${explainImportError(cause)}`, cause)
  } finally {
    limit.abort()
  }
}

async function refuseAfter(limitMs: number, signal: AbortSignal): Promise<never> {
  await delay(limitMs, undefined, { signal })
  throw new Error(`it is not done after ${limitMs} ms`)
}

/** The first line of an error, without the version that was put in the URL. */
function explainImportError(error: unknown): string {
  if (!(error instanceof Error)) return 'it threw something that is no Error'
  const first = error.message.split('\n', 1)[0] ?? ''
  return `${error.name}: ${first.replaceAll(/\?version=[\d.-]+/g, '')}`
}

function selectProcessor(exports: Readonly<Record<string, unknown>>, name: string | undefined): Processor {
  const processors = Object.keys(exports).filter((key) => isProcessor(exports[key]))
  const offer =
    processors.length === 0 ? 'it exports no processor' : `it has ${processors.map((key) => `"${key}"`).join(', ')}`
  if (name !== undefined) {
    const exported = exports[name]
    if (isProcessor(exported)) return exported
    const came = Object.hasOwn(exports, name) ? 'this export is none' : 'there is no such export'
    const near = didYouMean(name, processors)
    throw new ImportProblem(
      ['export'],
      `expected an export that is a processor; ${came}${near === undefined ? `, ${offer}` : `; did you mean "${near}"?`}`,
    )
  }
  if (isProcessor(exports.default)) return exports.default
  const [only, ...others] = processors
  if (only !== undefined && others.length === 0) return exports[only] as Processor
  throw new ImportProblem(
    ['module'],
    processors.length === 0
      ? 'expected a module that exports a processor made by defineProcessor; it exports none'
      : `expected a module with one processor; ${offer}. Say which with "export"`,
  )
}
