import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the workspace. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** What a manifest says, as far as the tests look at it. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  readonly bin?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly scripts?: Readonly<Record<string, string>>
  readonly [key: string]: unknown
}

/** A package of the workspace. */
export interface WorkspacePackage {
  /** Folder, relative to the root, with forward slashes. */
  readonly folder: string
  readonly manifest: Manifest
}

/** Every package of the workspace. */
export const workspacePackages: readonly WorkspacePackage[] = [
  ...['packages', 'apps', 'examples'].flatMap((group) => listFolders(group).map((name) => `${group}/${name}`)),
  'test',
  'bench',
].flatMap((folder) => {
  const manifest = readManifest(folder)
  return manifest === undefined ? [] : [{ folder, manifest }]
})

/** The packages that are published. */
export const publicPackages = workspacePackages.filter(({ manifest }) => manifest.private !== true)

/** A file's text. `path` is relative to the root. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

const passedOver = new Set(['node_modules', 'dist', '.git', '.turbo', 'coverage'])

/** Paths of all files below a folder that belong to the project, relative to the root, with forward slashes. */
export function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: false }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return passedOver.has(entry.name) ? [] : listFiles(path)
    return entry.isFile() ? [toSlashes(path)] : []
  })
}

/** Source files below a folder: TypeScript, and JavaScript for threads. */
export function listSources(folder: string): string[] {
  return listFiles(folder).filter((path) => /\.[jt]s$/.test(path) && !path.endsWith('.d.ts'))
}

/** Whether a source is one of those that are not shipped. */
export function isTest(path: string): boolean {
  return path.endsWith('.test.ts')
}

function listFolders(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
}

function readManifest(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readText(`${folder}/package.json`)) as Manifest
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function toSlashes(path: string): string {
  return relative('.', path).split(sep).join('/')
}
