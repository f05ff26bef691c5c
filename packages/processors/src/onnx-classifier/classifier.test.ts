import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { tinyModelFiles, writeModelFiles } from '../testing/tiny-model.js'
import { Classifier, type ClassifierSettings } from './classifier.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-classifier-'))
  await writeModelFiles(folder, tinyModelFiles())
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const never = new AbortController().signal
const started: Classifier[] = []
afterAll(() => Promise.all(started.map((classifier) => classifier.pause())))

function start(settings: Partial<ClassifierSettings> = {}): Classifier {
  const classifier = new Classifier({
    ...{ name: 'tiny', findFolder: async () => folder, modelFile: 'onnx/model.onnx', runtime: 'auto', threads: 1 },
    ...{ windowTokens: 512, overlapTokens: 8, batchSize: 8, activation: 'auto', labelNames: {}, maxQueued: 100 },
    ...{ timeoutMs: 30_000, hangMs: 60_000, cacheEntries: 0, cacheMs: 0 },
    ...settings,
  })
  started.push(classifier)
  return classifier
}

/** Keeps the thread busy for seconds. */
const endless = 'hello '.repeat(400_000)

test('a thread that hangs is ended, its text gets no answer, and the next one does', async () => {
  const classifier = start({ hangMs: 300 })
  await vi.waitFor(() => expect(classifier.hasLoaded).toBe(true), 50_000)
  await expect(classifier.classify(endless, 1_000_000, never)).rejects.toMatchObject({ kind: 'crashed' })
  const { labels, windows } = await classifier.classify('attack', 8, never)
  expect(labels).toEqual(['SAFE', 'INJECTION', 'toxic'])
  expect(windows[0]?.scores[1]).toBeGreaterThan(0.9)
  expect(classifier.status).toMatch(/^runs on/)
}, 60_000)

test('texts whose time is up are let go, the one that runs and the one that waits', async () => {
  const classifier = start({ timeoutMs: 300 })
  await vi.waitFor(() => expect(classifier.hasLoaded).toBe(true), 50_000)
  const running = classifier.classify(endless, 1_000_000, never)
  const waiting = classifier.classify('short', 8, never)
  const late = { reason: { kind: 'timeout' } }
  expect(await Promise.allSettled([running, waiting])).toMatchObject([late, late])
}, 60_000)

test('a paused one starts again with the next text', async () => {
  const classifier = start()
  await classifier.classify('hello', 8, never)
  await classifier.pause()
  expect(classifier.isPaused).toBe(true)
  expect((await classifier.classify('attack', 8, never)).windows).toHaveLength(1)
  expect(classifier.isPaused).toBe(false)
}, 60_000)

test('what is remembered is not asked again, unless fewer windows are allowed now', async () => {
  const classifier = start({ cacheEntries: 10, cacheMs: 60_000 })
  const text = 'hello '.repeat(200)
  const { windows } = await classifier.classify(text, 100, never)
  await classifier.pause()
  expect((await classifier.classify(text, 100, never)).windows).toBe(windows)
  expect(classifier.isPaused).toBe(true)
  await expect(classifier.classify(text, 1, never)).rejects.toMatchObject({ kind: 'too-much-text' })
}, 60_000)
