import { access } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { checkSum, DownloadError, downloadFile } from './download-file.js'

/** A model of a hub, pinned to one commit. */
export interface HubModel {
  /** URL of the hub, whose files are at `URL/NAME/resolve/REVISION/FILE`. */
  readonly hub: string
  /** `owner/name`. */
  readonly model: string
  /** The whole hash of a commit, so that a model cannot change unseen. */
  readonly revision: string
  readonly token: string | undefined
  /** Default: {@link defaultCacheFolder}. */
  readonly cacheFolder: string | undefined
  /** Path of the model in the repository. */
  readonly modelFile: string
  /** Further files that the model is in, such as `model.onnx_data`. */
  readonly moreFiles: readonly string[]
  /** SHA-256 by path, for files that must have it. */
  readonly sha256: Readonly<Record<string, string>>
}

/** Largest file of a model, in bytes. */
const MAX_FILE_BYTES = 8 * 1024 ** 3

/** Files besides the model, and whether there is one in every repository. */
const companions = [
  { file: 'config.json', isOptional: false },
  { file: 'tokenizer.json', isOptional: false },
  { file: 'tokenizer_config.json', isOptional: true },
] as const

/** `$XDG_CACHE_HOME/gatehouse/models`, else `~/.cache/gatehouse/models`. */
function defaultCacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'gatehouse', 'models')
}

/**
 * Has the files of a model in a folder of the cache, and downloads those that are not there yet.
 *
 * @param onProgress gets a line for people, now and then.
 * @returns the folder.
 * @throws DownloadError
 */
export async function fetchModel(model: HubModel, onProgress: (line: string) => void): Promise<string> {
  const { hub, model: name, revision, token, modelFile, moreFiles, sha256 } = model
  const folder = join(model.cacheFolder ?? defaultCacheFolder(), name.replace('/', '--'), revision)
  const needed = [modelFile, ...moreFiles].map((file) => ({ file, isOptional: false }))
  for (const { file, isOptional } of [...companions, ...needed]) {
    const target = join(folder, file)
    const url = new URL(`${hub.replace(/\/$/, '')}/${name}/resolve/${revision}/${file}`)
    if (await isThere(target)) {
      await checkSum(target, url, sha256[file])
      continue
    }
    try {
      await downloadFile({
        url,
        token,
        target,
        sha256: sha256[file],
        maxBytes: MAX_FILE_BYTES,
        onProgress: (done, total) => onProgress(`downloading ${name} ${file}: ${describeProgress(done, total)}`),
      })
    } catch (error) {
      if (!(isOptional && error instanceof DownloadError && error.status === 404)) throw error
    }
  }
  return folder
}

function describeProgress(done: number, total: number | undefined): string {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)
  return total === undefined ? `${megabytes(done)} MB` : `${megabytes(done)} of ${megabytes(total)} MB`
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
