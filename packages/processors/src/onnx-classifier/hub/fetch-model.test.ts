import { createHash } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configureProcessor } from '@gatehouse/sdk'
import { runProcessor } from '@gatehouse/sdk/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  type LocalAnswer,
  type LocalService,
  type SeenRequest,
  startLocalService,
} from '../../testing/local-service.js'
import { tinyModelFiles } from '../../testing/tiny-model.js'
import { onnxClassifier } from '../processor.js'
import { downloadFile } from './download-file.js'
import { fetchModel, type HubModel } from './fetch-model.js'

const revision = '0123456789abcdef0123456789abcdef01234567'
const files = tinyModelFiles()
const modelBytes = files['onnx/model.onnx'] as Buffer
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const bytesOf = (bytes: Buffer, headers: Record<string, string> = {}, status = 200): LocalAnswer => ({
  act: (reply) => {
    reply.writeHead(status, { 'content-length': String(bytes.length), ...headers }).end(bytes)
  },
})

/** As a hub has it: `/OWNER/NAME/resolve/REVISION/FILE`. */
const serve = ({ path }: SeenRequest): LocalAnswer => {
  const file = path.split(`/acme/tiny/resolve/${revision}/`)[1] ?? ''
  const content = files[file]
  return content === undefined ? { status: 404, json: {} } : bytesOf(Buffer.from(content))
}

vi.setConfig({ testTimeout: 60_000 })

let hub: LocalService
let cacheFolder: string
beforeAll(async () => {
  hub = await startLocalService(serve)
})
beforeEach(async () => {
  hub.answer = serve
  hub.requests.length = 0
  cacheFolder = await mkdtemp(join(tmpdir(), 'gatehouse-hub-'))
  return () => rm(cacheFolder, { recursive: true, force: true })
})
afterAll(() => hub[Symbol.asyncDispose]())

const model = (more: Partial<HubModel> = {}): HubModel => ({
  ...{ hub: hub.url, model: 'acme/tiny', revision, token: undefined, cacheFolder },
  ...{ modelFile: 'onnx/model.onnx', moreFiles: [], sha256: {} },
  ...more,
})
const paths = () => hub.requests.map(({ path }) => path.split(`${revision}/`)[1])
const isModel = ({ path }: SeenRequest) => path.endsWith('model.onnx')

describe('a model of a hub', () => {
  test('is downloaded once, and classifies', async () => {
    const settings = { model: 'acme/tiny', revision, hub: hub.url, cache_folder: cacheFolder, timeout_ms: 50_000 }
    const told: unknown[] = []
    const listen = (message: unknown) => told.push(message)
    subscribe('gatehouse:progress', listen)
    for (const cache_entries of [11, 12]) {
      const classifier = configureProcessor(onnxClassifier, { parameters: { ...settings, cache_entries } })
      const decision = await runProcessor(classifier, { messages: ['attack'], parameters: { reject: true } })
      expect(decision).toMatchObject({ kind: 'reject' })
    }
    unsubscribe('gatehouse:progress', listen)
    expect(paths()).toEqual(['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx'])
    const lines = [
      'looking for the files',
      'loading the model',
      expect.stringMatching(/^runs on onnxruntime-(node|web)$/),
    ]
    const expected = lines.map((message) => ({
      ...{ processor: 'onnx-classifier', model: `acme/tiny@${revision}` },
      ...{ message, isFailure: false },
    }))
    expect(told).toEqual(expect.arrayContaining(expected))
  })

  test('tells its progress', async () => {
    const lines: string[] = []
    await fetchModel(model(), (line) => lines.push(line))
    expect(lines.at(-1)).toBe('downloading acme/tiny onnx/model.onnx: 0.0 of 0.0 MB')
  })

  test('may lack what not every model has, and nothing else', async () => {
    hub.answer = (request) =>
      request.path.endsWith('tokenizer_config.json') ? { status: 404, json: {} } : serve(request)
    const folder = await fetchModel(model(), () => {})
    expect((await readdir(folder)).toSorted()).toEqual(['config.json', 'onnx', 'tokenizer.json'])
    hub.answer = (request) => (isModel(request) ? { status: 404, json: {} } : serve(request))
    await expect(fetchModel(model({ revision: 'f'.repeat(40) }), () => {})).rejects.toThrow(/answered with status 404/)
  })

  test('brings the further files that it is in', async () => {
    const folder = await fetchModel(model({ moreFiles: ['onnx/../config.json', 'config.json'].slice(1) }), () => {})
    expect(await readFile(join(folder, 'config.json'), 'utf8')).toBe(files['config.json'])
  })

  test('must have its checksum, also when it is in the cache already', async () => {
    const right = { 'onnx/model.onnx': hash(modelBytes) }
    const folder = await fetchModel(model({ sha256: right }), () => {})
    await writeFile(join(folder, 'onnx/model.onnx'), 'something else')
    await expect(fetchModel(model({ sha256: right }), () => {})).rejects.toThrow(/must have the SHA-256/)
    await fetchModel(model({ sha256: right }), () => {})
    expect(await readFile(join(folder, 'onnx/model.onnx'))).toEqual(modelBytes)
  })

  test('with another checksum than the hub says or the operator wants leaves nothing behind', async () => {
    const wrong = { 'onnx/model.onnx': 'a'.repeat(64) }
    await expect(fetchModel(model({ sha256: wrong }), () => {})).rejects.toThrow(/must have the SHA-256 a{64}; it has/)
    hub.answer = (request) =>
      isModel(request) ? bytesOf(modelBytes, { 'x-linked-etag': `"${'b'.repeat(64)}"` }) : serve(request)
    await expect(fetchModel(model(), () => {})).rejects.toThrow(/must have the SHA-256 b{64}/)
    expect(await readdir(join(cacheFolder, 'acme--tiny', revision, 'onnx'))).toEqual([])
  })
})

describe('the token', () => {
  test('goes to the hub, and not to where the hub sends for the bytes', async () => {
    await using storage = await startLocalService(() => bytesOf(modelBytes))
    hub.answer = (request) =>
      isModel(request)
        ? { status: 302, headers: { location: `${storage.url}/bytes?signature=1` }, json: {} }
        : serve(request)
    await fetchModel(model({ token: 'hf_not_a_real_token' }), () => {})
    expect(hub.requests.map(({ headers }) => headers.authorization)).toEqual(
      Array.from({ length: 4 }, () => 'Bearer hf_not_a_real_token'),
    )
    expect(storage.requests).toMatchObject([{ path: '/bytes?signature=1' }])
    expect(storage.requests[0]?.headers).not.toHaveProperty('authorization')
  })
})

describe('a download', () => {
  const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251))
  const target = () => join(cacheFolder, 'file')
  const download = (more: object = {}) =>
    downloadFile({
      ...{ url: new URL(`${hub.url}/file`), token: undefined, target: target(), sha256: hash(bytes) },
      ...{ maxBytes: 1_000_000, onProgress: () => {} },
      ...more,
    })
  const cutAt = (length: number, headers: Record<string, string>): LocalAnswer => ({
    act: (reply) => {
      reply.writeHead(200, { 'content-length': String(bytes.length), ...headers })
      reply.write(bytes.subarray(0, length), () => setTimeout(() => reply.destroy(), 20))
    },
  })

  test('that breaks is taken up where it broke', async () => {
    hub.answer = ({ headers }, index) => {
      if (index === 0) return cutAt(100_000, { etag: '"v1"' })
      const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1])
      return bytesOf(bytes.subarray(from), { 'content-range': `bytes ${from}-299999/300000` }, 206)
    }
    await download()
    expect(await readFile(target())).toEqual(bytes)
    expect(hub.requests[1]?.headers).toMatchObject({
      range: expect.stringMatching(/^bytes=[1-9]\d*-$/),
      'if-range': '"v1"',
    })
  })

  test.each([{ etag: 'W/"v1"' }, {}])('that breaks begins anew without a strong tag (%j)', async (headers) => {
    hub.answer = (_, index) => (index === 0 ? cutAt(100_000, headers) : bytesOf(bytes))
    await download()
    expect(await readFile(target())).toEqual(bytes)
    expect(hub.requests[1]?.headers).not.toHaveProperty('range')
  })

  test('whose rest begins elsewhere than asked is refused', async () => {
    hub.answer = (_, index) =>
      index === 0 ? cutAt(100_000, { etag: '"v1"' }) : bytesOf(bytes, { 'content-range': 'bytes 0-299999/300000' }, 206)
    await expect(download({ sha256: undefined })).rejects.toThrow(/answered with status 206/)
    expect(await readdir(cacheFolder)).toEqual([])
  })

  test('of a file that has changed since begins anew', async () => {
    hub.answer = (_, index) => (index === 0 ? cutAt(100_000, { etag: '"v1"' }) : bytesOf(bytes, { etag: '"v2"' }))
    await download()
    expect(await readFile(target())).toEqual(bytes)
  })

  test('is tried again when the hub is busy, and given up when it refuses', async () => {
    hub.answer = (_, index) => (index === 0 ? { status: 503, json: {} } : bytesOf(bytes))
    await download()
    hub.answer = () => ({ status: 403, json: {} })
    hub.requests.length = 0
    await expect(download({ target: join(cacheFolder, 'other') })).rejects.toThrow(/answered with status 403/)
    expect(hub.requests).toHaveLength(1)
    expect(await readdir(cacheFolder)).toEqual(['file'])
  })

  test('larger than allowed is not begun, or ended where it becomes so', async () => {
    hub.answer = () => bytesOf(bytes)
    await expect(download({ maxBytes: 1000 })).rejects.toThrow(/may have 1000 bytes/)
    hub.answer = () => ({
      act: (reply) => {
        reply.writeHead(200).end(bytes)
      },
    })
    await expect(download({ maxBytes: 1000 })).rejects.toThrow(/may have 1000 bytes/)
    expect(await readdir(cacheFolder)).toEqual([])
  })

  test.each(['ftp://example.com/x', 'file:///etc/passwd'])('does not follow to %s', async (location) => {
    hub.answer = () => ({ status: 302, headers: { location }, json: {} })
    await expect(download()).rejects.toThrow(/redirects to something that is not https/)
  })

  test('does not go around in circles', async () => {
    hub.answer = () => ({ status: 302, headers: { location: '/file' }, json: {} })
    await expect(download()).rejects.toThrow(/redirects more than 5 times/)
  })

  test('two at once of one file do not disturb each other', async () => {
    hub.answer = () => bytesOf(bytes)
    await Promise.all([download(), download()])
    expect(await readdir(cacheFolder)).toEqual(['file'])
  })
})

test('the cache folder is that of the user', async () => {
  vi.stubEnv('XDG_CACHE_HOME', cacheFolder)
  const folder = await fetchModel(model({ cacheFolder: undefined }), () => {})
  expect(folder).toBe(join(cacheFolder, 'gatehouse', 'models', 'acme--tiny', revision))
  vi.unstubAllEnvs()
})
