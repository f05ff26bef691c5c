import { type FileHandle, open } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { explainIssue } from './explain-issue.js'
import { configurationJsonSchema } from './json-schema.js'
import { applyOverrides, type Override } from './overrides.js'
import { ConfigurationError, formatPath, type Problem, type SettingPath } from './problem.js'
import { type Configuration, configurationSchema } from './schema.js'
import { parseYaml, type YamlSource } from './yaml-source.js'

/** Largest configuration file that is read, in bytes. */
export const MAX_FILE_BYTES = 1_048_576

/** A configuration that fits the schema, and what it takes to say where a later problem with it stands. */
export interface ReadConfiguration {
  readonly configuration: Configuration
  /** Absolute path of the file; absent when there is none. */
  readonly file?: string
  /** The folder that relative paths of the configuration start from. */
  readonly folder: string
  /** A problem with the setting at `path`, in the words of `message`. */
  problemAt(path: SettingPath, message: string): Problem
}

/** Where a configuration comes from. */
export interface ConfigurationSource {
  /** The YAML file, as the operator named it. Without one, the defaults and the overrides alone count. */
  readonly file?: string | undefined
  /** Settings that win over the file, later ones over earlier ones. */
  readonly overrides?: readonly Override[]
}

/**
 * Reads and checks a configuration.
 *
 * @throws ConfigurationError with every problem of the YAML, or else every problem of the settings.
 */
export async function readConfiguration({ file, overrides = [] }: ConfigurationSource): Promise<ReadConfiguration> {
  const source = file ?? 'configuration'
  const yaml = parseYaml(file === undefined ? '' : await readText(file), source)
  if (isProblems(yaml)) throw new ConfigurationError(yaml)

  const document = applyOverrides(yaml.value, overrides)
  const locate = (path: SettingPath, key: string | undefined, message: string): Problem => {
    const override = overrides.findLast((each) => each.path.join('\n') === path.join('\n'))
    if (override !== undefined) return { source: override.source, path: override.name, message }
    const place = file === undefined ? {} : key === undefined ? yaml.placeOf(path) : yaml.placeOfKey(path, key)
    return { source, ...place, path: formatPath(key === undefined ? path : [...path, key]), message }
  }

  const parsed = configurationSchema.safeParse(document)
  if (!parsed.success) {
    const schema = configurationJsonSchema()
    const explanations = parsed.error.issues.flatMap((issue) => explainIssue(issue, document, schema))
    throw new ConfigurationError(explanations.map(({ path, key, message }) => locate(path, key, message)))
  }
  return {
    configuration: parsed.data,
    ...(file === undefined ? {} : { file: resolve(file) }),
    folder: file === undefined ? process.cwd() : dirname(resolve(file)),
    problemAt: (path, message) => locate(path, undefined, message),
  }
}

function isProblems(value: YamlSource | readonly Problem[]): value is readonly Problem[] {
  return Array.isArray(value)
}

async function readText(file: string): Promise<string> {
  const fail = (message: string) => new ConfigurationError([{ source: file, path: '', message }])
  let bytes: Buffer
  try {
    await using handle = await open(file)
    bytes = await readAtMost(handle, MAX_FILE_BYTES + 1)
  } catch (error) {
    throw fail(explainFileError(error))
  }
  if (bytes.length > MAX_FILE_BYTES) throw fail(`expected a file of at most ${MAX_FILE_BYTES} bytes; came a larger one`)
  const text = decode(bytes)
  if (text === undefined) throw fail('expected UTF-8; came bytes that are not')
  // What is left when a disk is full, or an editor has just begun; as settings it would take away every guard.
  if (text.trim() === '') throw fail('expected settings; the file is empty. Write {} in it to take every default')
  return text
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Reads what a file or a pipe holds, up to `maxBytes`; the size in the directory is no bound for a pipe or a device. */
async function readAtMost(handle: FileHandle, maxBytes: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(maxBytes)
  let length = 0
  while (length < maxBytes) {
    const { bytesRead } = await handle.read(buffer, length, maxBytes - length, null)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return buffer.subarray(0, length)
}

/** Why a file could not be read, in words. */
export function explainFileError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'an unknown error'
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'the file does not exist',
    EACCES: 'the file may not be read by this user',
    EPERM: 'the file may not be read by this user',
    EISDIR: 'expected a file; this is a folder',
    ENOTDIR: 'expected a file; a part of its path is no folder',
  }
  return reasons[code] ?? `the file cannot be read (${code})`
}
