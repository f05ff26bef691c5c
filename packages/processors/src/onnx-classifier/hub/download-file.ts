import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Dispatcher, request } from 'undici'

/** A file to download. */
export interface Download {
  readonly url: URL
  /** Sent to the origin of `url` alone. */
  readonly token: string | undefined
  /** Where it goes; its folder is made. */
  readonly target: string
  /** SHA-256 that it must have, in hexadecimal. Default: the one that the server gives, if any. */
  readonly sha256: string | undefined
  readonly maxBytes: number
  readonly onProgress: (doneBytes: number, totalBytes: number | undefined) => void
}

const MAX_REDIRECTS = 5
const MAX_ATTEMPTS = 5
const FIRST_BACKOFF_MS = 500
/** Longest time without a byte, in milliseconds. */
const STALL_MS = 60_000

/** Why a download will not succeed by trying again, or has been tried often enough. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError'

  constructor(
    message: string,
    readonly mayPass: boolean,
    readonly status?: number,
  ) {
    super(message)
  }
}

/**
 * Downloads a file. It appears under its name only when it is whole and has its checksum. A connection that breaks is
 * taken up where it broke, as long as the server says that the file is still the same.
 *
 * @throws DownloadError
 */
export async function downloadFile(download: Download): Promise<void> {
  const { target } = download
  await mkdir(dirname(target), { recursive: true })
  // Of this process alone: another one may download the same file, and the last to be done wins with the same bytes.
  const partial = `${target}.${process.pid}.${Math.random().toString(36).slice(2)}.part`
  const known: Known = { sha256: download.sha256, entityTag: undefined }
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        await fetchInto(partial, download, known)
        await checkSum(partial, download.url, known.sha256)
        return await rename(partial, target)
      } catch (error) {
        const failure = describe(error, download.url)
        if (!failure.mayPass || attempt === MAX_ATTEMPTS) throw failure
        await sleep(FIRST_BACKOFF_MS * 2 ** (attempt - 1), undefined, { ref: false })
      }
    }
  } finally {
    await rm(partial, { force: true })
  }
}

/** What is known of the file, from the caller and from earlier attempts. */
interface Known {
  sha256: string | undefined
  /** Strong validator of what was received so far (RFC 9110, section 8.8.3). */
  entityTag: string | undefined
}

async function fetchInto(partial: string, { url, token, maxBytes, onProgress }: Download, known: Known): Promise<void> {
  const had = await stat(partial).then(
    ({ size }) => size,
    () => 0,
  )
  const canResume = had > 0 && known.entityTag !== undefined
  const range = canResume ? { range: `bytes=${had}-`, 'if-range': known.entityTag as string } : {}
  const { reply, firstHeaders } = await follow(url, token, range)
  const isResumed = canResume && reply.statusCode === 206 && startOf(reply.headers) === had
  if (reply.statusCode !== 200 && !isResumed) {
    reply.body.resume()
    const mayPass = reply.statusCode === 429 || reply.statusCode >= 500
    throw new DownloadError(`${url} answered with status ${reply.statusCode}.`, mayPass, reply.statusCode)
  }
  const entityTag = textOf(reply.headers.etag)
  // A weak tag does not promise equal bytes (RFC 9110, section 13.1.5).
  if (entityTag !== undefined && !entityTag.startsWith('W/')) known.entityTag = entityTag
  known.sha256 ??= checksumOf(firstHeaders)
  const from = isResumed ? had : 0
  const length = Number(textOf(reply.headers['content-length']) ?? Number.NaN)
  const total = Number.isNaN(length) ? undefined : from + length
  if ((total ?? 0) > maxBytes) throw tooLarge(url, maxBytes)
  const file = await open(partial, isResumed ? 'a' : 'w')
  try {
    let done = from
    for await (const chunk of reply.body as AsyncIterable<Buffer>) {
      done += chunk.length
      if (done > maxBytes) throw tooLarge(url, maxBytes)
      await file.write(chunk)
      onProgress(done, total)
    }
    if (total !== undefined && done !== total) throw new DownloadError(`${url} ended too early.`, true)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** First byte of a part of a file (RFC 9110, section 14.4). */
function startOf(headers: Dispatcher.ResponseData['headers']): number | undefined {
  const [, start] = /^bytes (\d{1,15})-/.exec(textOf(headers['content-range']) ?? '') ?? []
  return start === undefined ? undefined : Number(start)
}

/** Follows redirects by hand: a hub sends large files from another host, which the token is not for. */
async function follow(url: URL, token: string | undefined, headers: Readonly<Record<string, string>>) {
  let at = url
  let firstHeaders: Dispatcher.ResponseData['headers'] | undefined
  for (let redirects = 0; ; redirects++) {
    const authorization = token !== undefined && at.origin === url.origin ? { authorization: `Bearer ${token}` } : {}
    const reply = await request(at, {
      headers: { 'accept-encoding': 'identity', ...headers, ...authorization },
      headersTimeout: STALL_MS,
      bodyTimeout: STALL_MS,
    })
    firstHeaders ??= reply.headers
    const location = textOf(reply.headers.location)
    if (reply.statusCode < 300 || reply.statusCode > 399 || location === undefined) return { reply, firstHeaders }
    reply.body.resume()
    if (redirects === MAX_REDIRECTS)
      throw new DownloadError(`${url} redirects more than ${MAX_REDIRECTS} times.`, false)
    const next = new URL(location, at)
    const isSafe = next.protocol === 'https:' || (next.protocol === 'http:' && at.protocol === 'http:')
    if (!isSafe) throw new DownloadError(`${url} redirects to something that is not https.`, false)
    at = next
  }
}

/** The hub says the SHA-256 of a large file in a header of its own first answer. */
function checksumOf(headers: Dispatcher.ResponseData['headers']): string | undefined {
  const tag = textOf(headers['x-linked-etag'])?.replaceAll('"', '')
  return tag !== undefined && /^[\da-f]{64}$/.test(tag) ? tag : undefined
}

/** Removes a file that does not have its checksum. @throws DownloadError */
export async function checkSum(file: string, url: URL, expected: string | undefined): Promise<void> {
  if (expected === undefined) return
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  const actual = hash.digest('hex')
  if (actual === expected.toLowerCase()) return
  await rm(file, { force: true })
  throw new DownloadError(`${url} must have the SHA-256 ${expected}; it has ${actual}.`, false)
}

function describe(error: unknown, url: URL): DownloadError {
  if (error instanceof DownloadError) return error
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason'
  const isOfDisk = typeof code === 'string' && /^E(NOSPC|ACCES|ROFS|PERM|ISDIR|DQUOT)$/.test(code)
  return new DownloadError(
    isOfDisk ? `The file of ${url} cannot be written (${code}).` : `${url} cannot be reached (${code}).`,
    !isOfDisk,
  )
}

function tooLarge(url: URL, maxBytes: number): DownloadError {
  return new DownloadError(`${url} may have ${maxBytes} bytes; it has more.`, false)
}

function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
