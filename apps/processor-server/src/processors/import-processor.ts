import { existsSync } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isProcessor, type Processor } from '@gatehouse/sdk'
import { resolve as resolveSpecifier } from 'import-meta-resolve'
import { didYouMean } from '../configuration/did-you-mean.js'
import type { SettingPath } from '../configuration/problem.js'

/** Longest time that a module may take to load, in milliseconds. One that waits for ever would be waited for ever. */
const LOAD_MS = 30_000

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
 * Where a module is, found as an `import` in a file of `folder` would find it, or else, for a package, as one of this server
 * would. A path is told whether or not there is such a file, and with the links that it goes through, so that it can be
 * watched. `undefined` when it cannot be the path of a file, or no such package is installed.
 */
export function locateModule(specifier: string, folder: string): string | undefined {
  const own = pathToFileURL(join(folder, 'gatehouse.yaml')).href
  if (isPath(specifier)) return toFile(() => new URL(specifier, own))
  return [own, import.meta.url]
    .map((parent) => toFile(() => new URL(resolveSpecifier(specifier, parent))))
    .find((file) => file !== undefined && existsSync(file))
}

function isPath(specifier: string): boolean {
  return /^(\.{0,2}\/|file:)/.test(specifier)
}

function toFile(locate: () => URL): string | undefined {
  try {
    return fileURLToPath(locate())
  } catch {
    return undefined
  }
}

/**
 * Imports a processor from a module. One whose file changed since is imported anew; what it imports in turn is not.
 *
 * @param file where it is, by {@link locateModule}.
 * @param limitMs longest time that it may take to load. Default: 30,000.
 * @throws ImportProblem
 */
export async function importProcessor(
  specifier: string,
  file: string | undefined,
  exportName: string | undefined,
  limitMs = LOAD_MS,
): Promise<Processor> {
  if (file === undefined || !existsSync(file)) {
    throw new ImportProblem(
      ['module'],
      isPath(specifier)
        ? 'expected a path to a JavaScript module; there is no such file'
        : 'expected a package that is installed in the folder of this file or with the server; there is none. A path starts with "./", "../" or "/"',
    )
  }
  return selectProcessor(await importModule(file, limitMs), exportName)
}

async function importModule(file: string, limitMs: number): Promise<Readonly<Record<string, unknown>>> {
  const limit = new AbortController()
  try {
    const { mtimeMs, size } = await stat(file)
    // The loader remembers where a link once led.
    const fresh = pathToFileURL(await realpath(file))
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
