import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { DatasetError } from './dataset-error.js'

/** A file of labelled data. */
export interface DataFile {
  /** Where it is. */
  readonly path: string
  /** Its name in reports: below the folder that was named, or the file's own. With `/` on every system. */
  readonly name: string
  /** Whether it was found in a folder rather than named. */
  readonly isFound: boolean
}

const EXTENSION = /\.jsonl(?:\.gz)?$/

/**
 * Finds the files that paths name: files as they are, folders with every `.jsonl` and `.jsonl.gz` below them, sorted by name.
 * A file that two paths lead to is taken once.
 *
 * @throws DatasetError for a path that is not there, and when nothing was found.
 */
export async function findDataFiles(paths: readonly string[]): Promise<DataFile[]> {
  const byPlace = new Map<string, DataFile>()
  for (const path of paths) {
    for (const file of await filesOf(path)) {
      const place = await realpath(file.path)
      const known = byPlace.get(place)
      if (known === undefined || (known.isFound && !file.isFound)) byPlace.set(place, file)
    }
  }
  if (byPlace.size === 0) throw new DatasetError(`There is no .jsonl or .jsonl.gz file in ${paths.join(', ')}.`)
  return [...byPlace.values()]
}

async function filesOf(path: string): Promise<DataFile[]> {
  const kind = await stat(path).catch(() => undefined)
  if (kind === undefined) throw new DatasetError(`There is no file or folder ${JSON.stringify(path)}.`)
  if (!kind.isDirectory()) return [{ path, name: basename(path), isFound: false }]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && EXTENSION.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: file, name: relativeName(path, file), isFound: true }))
    .sort((first, second) => (first.name < second.name ? -1 : 1))
}

function relativeName(folder: string, file: string): string {
  const prefix = join(folder, sep)
  return file.slice(prefix === `.${sep}` ? 0 : prefix.length).replaceAll(sep, '/')
}

/** Whether a file holds what processors were fitted to: `train.jsonl` or `train.jsonl.gz`, found in a folder. */
export function isTrainingFile({ name, isFound }: DataFile): boolean {
  return isFound && /^train\.jsonl(?:\.gz)?$/.test(basename(name))
}

/** What stands for a source where rows name none: the file's name without its ending. */
export function defaultSource({ name }: DataFile): string {
  return basename(name).replace(EXTENSION, '')
}

/** The bytes of a file, unpacked when its name ends in `.gz`. The file is closed when the reader stops. */
export function readBytes({ path }: DataFile): AsyncIterable<Uint8Array> {
  const bytes = createReadStream(path)
  return path.endsWith('.gz') ? pipeline(bytes, createGunzip(), () => {}) : bytes
}

/** SHA-256 of a file as it lies on disk, in hexadecimal digits. */
export async function hashFile({ path }: DataFile): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}
