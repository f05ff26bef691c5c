import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configureProcessor } from '@gatehouse/sdk'
import { processorLaws, runProcessor } from '@gatehouse/sdk/testing'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { tinyModelFiles, writeModelFiles } from '../testing/tiny-model.js'
import { onnxClassifier } from './processor.js'

// A runtime of 14 MB is compiled in each thread, which takes a busy machine its time.
vi.setConfig({ testTimeout: 60_000 })

let scratch: string
let folder: string
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'gatehouse-onnx-'))
  folder = join(scratch, 'tiny')
  await writeModelFiles(folder, tinyModelFiles())
})
afterAll(() => rm(scratch, { recursive: true, force: true }))

const classifierWith = (settings: object = {}) =>
  configureProcessor(onnxClassifier, { parameters: { folder, timeout_ms: 50_000, ...settings } })
const run = (text: string, parameters: object = {}, settings: object = {}) =>
  runProcessor(classifierWith(settings), { messages: [text], parameters: parameters as never })

describe('what the model finds', () => {
  test.each([
    { text: 'an attack', parameters: { reject: true }, expected: { kind: 'reject', code: 'AIGW_POLICY_VIOLATION' } },
    { text: 'an attack', parameters: {}, expected: { kind: 'pass', tags: { 'attacks-detected': ['injection'] } } },
    { text: 'an insult', parameters: { tag: 'abuse' }, expected: { kind: 'pass', tags: { abuse: ['toxic'] } } },
    { text: 'an attack', parameters: { threshold: 0.99, reject: true }, expected: { kind: 'pass', tags: {} } },
    { text: 'an attack', parameters: { labels: { injection: { threshold: 0.99 } } }, expected: { tags: {} } },
    { text: 'an attack', parameters: { labels: { INJECTION: { action: 'off' } } }, expected: { tags: {} } },
    {
      text: 'an attack',
      parameters: { reject: true, labels: { injection: { action: 'tag' } } },
      expected: { kind: 'pass', tags: { 'attacks-detected': ['injection'] } },
    },
    {
      text: 'hello',
      parameters: { reject: true },
      expected: { kind: 'pass', processorResult: { judged: true, count: 0 } },
    },
    { text: ' \n', parameters: { reject: true }, expected: { kind: 'pass', metadata: undefined } },
  ])('"$text" with $parameters', async ({ text, parameters, expected }) => {
    expect(await run(text, parameters)).toMatchObject(expected)
  })

  test('scores are those of a softmax, to four digits', async () => {
    const { processorResult } = await run('attack')
    const score = Math.exp(6) / (Math.exp(2) + Math.exp(6) + Math.exp(-2))
    expect(processorResult).toMatchObject({ score: Math.round(score * 1e4) / 1e4 })
  })

  test('counts for responses, and names the place', async () => {
    const decision = await runProcessor(classifierWith(), {
      choices: ['hello', 'attack'],
      parameters: { reject: true },
    })
    expect(decision).toMatchObject({
      kind: 'reject',
      processorResult: { findings: [{ type: 'injection', choice: 1, range: { start: 0, end: 6 } }] },
    })
  })

  test('labels may be named, and several hold at once where the model says so', async () => {
    const other = join(scratch, 'multi-label')
    await writeModelFiles(other, tinyModelFiles({ problem_type: 'multi_label_classification' }))
    const settings = { folder: other, label_names: { toxic: 'abuse' } }
    const decision = await run('attack and insult', {}, settings)
    expect(decision.tags).toEqual({ 'attacks-detected': ['injection', 'abuse'] })
  })
})

describe('long and many texts', () => {
  const filler = (words: number) => 'hello '.repeat(words)

  test.each([0, 61, 62, 63, 124, 300, 1000])(
    'a word behind %i others is found in the window that holds it',
    async (words) => {
      const text = `${filler(words)}attack ${filler(500)}`
      const { processorResult } = await run(text, { max_windows: 100 })
      const [finding] = (processorResult?.findings ?? []) as { range: { start: number; end: number } }[]
      expect(finding).toBeDefined()
      expect(text.slice(finding?.range.start, finding?.range.end)).toContain('attack')
      expect((finding?.range.end ?? 0) - (finding?.range.start ?? 0)).toBeLessThan(64 * 7)
    },
  )

  test('a text with more windows than allowed has no answer', async () => {
    expect(await run(filler(1000), { max_windows: 3 })).toMatchObject({
      error: { status: 503, detail: expect.stringContaining('(too-much-text)') },
    })
    expect(await run(filler(100), { max_windows: 3 })).toMatchObject({ kind: 'pass' })
  })

  test('texts of different lengths run together, and padding counts for nothing', async () => {
    const messages = ['attack', filler(40), 'hello', `${filler(20)}insult`, 'x'.repeat(3000)]
    const { processorResult } = await runProcessor(classifierWith({ cache_seconds: 0 }), { messages, parameters: {} })
    expect(processorResult).toMatchObject({
      findings: [
        { type: 'injection', message: 0 },
        { type: 'toxic', message: 3 },
      ],
    })
  })

  test('many exchanges at once each get their own answers', async () => {
    const classifier = classifierWith({ cache_seconds: 0, max_queued: 1000 })
    const texts = Array.from(
      { length: 200 },
      (_, index) => `${filler(index % 70)}${index % 3 === 0 ? 'attack' : ''} ${index}`,
    )
    const decisions = await Promise.all(
      texts.map((text) => runProcessor(classifier, { messages: [text], parameters: { reject: true } })),
    )
    expect(decisions.map(({ kind }) => kind)).toEqual(texts.map((_, index) => (index % 3 === 0 ? 'reject' : 'pass')))
  })

  test('one more than may wait is not begun', async () => {
    const classifier = classifierWith({ cache_seconds: 0, max_queued: 1, window_tokens: 60 })
    const messages = ['one', 'two', 'three']
    expect(await runProcessor(classifier, { messages, parameters: {} })).toMatchObject({
      error: { detail: expect.stringContaining('(overloaded)') },
    })
  })
})

describe('without an answer', () => {
  test('a text that makes the model fail is not passed, and the next one is judged', async () => {
    const failing = await run('beyond', { reject: true, when_unavailable: 'reject' })
    expect(failing).toMatchObject({ kind: 'reject', code: 'AIGW_RESOURCE_AVAILABILITY' })
    expect(JSON.stringify(failing.logs)).not.toContain('beyond')
    expect(await run('beyond', { when_unavailable: 'tag' })).toMatchObject({
      tags: { 'onnx-classifier': ['unavailable'] },
      processorResult: { judged: false, unavailable: 'crashed' },
    })
    expect(await run('attack', { reject: true })).toMatchObject({ kind: 'reject' })
  })

  test('a text that makes the model fail takes no answers of others along', async () => {
    const classifier = classifierWith({ cache_seconds: 0 })
    const texts = Array.from({ length: 20 }, (_, index) => (index === 7 ? 'beyond' : `attack ${index}`))
    const decisions = await Promise.all(
      texts.map((text) => runProcessor(classifier, { messages: [text], parameters: { reject: true } })),
    )
    expect(decisions.map(({ kind }) => kind)).toEqual(texts.map((_, index) => (index === 7 ? 'error' : 'reject')))
  })

  test('a score that is no number is no answer', async () => {
    expect(await run('endless', { reject: true })).toMatchObject({
      error: { detail: expect.stringContaining('(crashed)') },
    })
  })

  test.each([
    { name: 'no folder', files: {}, status: /must have the file config\.json/ },
    {
      name: 'no model',
      files: { 'config.json': '{"id2label":{"0":"a"}}', 'tokenizer.json': '{}' },
      status: /the file onnx\/model\.onnx/,
    },
    {
      name: 'a config.json of something else',
      files: { 'config.json': '[]' },
      status: /not that of a transformers model/,
    },
    { name: 'no labels', files: { ...tinyModelFiles(), 'config.json': '{}' }, status: /"id2label"/ },
    { name: 'a broken model', files: { ...tinyModelFiles(), 'onnx/model.onnx': 'ONNX' }, status: /./ },
    {
      name: 'other outputs than labels',
      files: { ...tinyModelFiles({ id2label: { 0: 'a', 1: 'b' } }) },
      status: /must give 2 numbers/,
    },
    { name: 'a broken tokenizer', files: { ...tinyModelFiles(), 'tokenizer.json': '{' }, status: /./ },
  ])('$name is told in the log, and nothing is passed', async ({ name, files, status }) => {
    const broken = join(scratch, name)
    await writeModelFiles(broken, files)
    const decision = await run('hello', {}, { folder: broken })
    expect(decision).toMatchObject({ error: { status: 503, detail: expect.stringContaining('(not-ready)') } })
    expect(decision.logs).toMatchObject([{ fields: { model: expect.stringMatching(status) } }, {}])
    expect(JSON.stringify([decision.error?.detail, decision.error?.messages])).not.toContain(scratch)
  })

  test('a model that is repaired comes up by itself', async () => {
    const late = join(scratch, 'late')
    await writeModelFiles(late, { ...tinyModelFiles(), 'onnx/model.onnx': 'not yet' })
    const classifier = classifierWith({ folder: late })
    const judge = () => runProcessor(classifier, { messages: ['attack'], parameters: { reject: true } })
    expect(await judge()).toMatchObject({ error: { detail: expect.stringContaining('(not-ready)') } })
    await writeFile(join(late, 'onnx/model.onnx'), tinyModelFiles()['onnx/model.onnx'] as Buffer)
    await vi.waitFor(async () => expect(await judge()).toMatchObject({ kind: 'reject' }), 50_000)
  })

  test('a server with it is ready once the model is loaded', async () => {
    const other = join(scratch, 'ready')
    await writeModelFiles(other, tinyModelFiles())
    const classifier = classifierWith({ folder: other })
    expect(onnxClassifier.isReady()).toBe(true)
    expect(classifier.isReady()).toBe(false)
    await vi.waitFor(() => expect(classifier.isReady()).toBe(true), 50_000)
  })

  test('no model, no pass', async () => {
    expect(await runProcessor(onnxClassifier, { messages: ['x'], parameters: {} })).toMatchObject({
      error: { status: 503, code: 'NOT_CONFIGURED' },
    })
  })

  test('a caller that goes away is let go', async () => {
    const caller = new AbortController()
    const running = runProcessor(classifierWith({ cache_seconds: 0 }), {
      messages: ['hello '.repeat(5000)],
      parameters: { max_windows: 1000 },
      signal: caller.signal,
    })
    caller.abort()
    expect(await running).toMatchObject({ error: { status: 499 } })
  })
})

describe('settings', () => {
  test.each([
    { settings: { model: 'acme/tiny', revision: 'a'.repeat(40) }, problem: /either "folder" or "model"/ },
    { settings: { folder: undefined, model: 'acme/tiny' }, problem: /expected a commit/ },
    { settings: { folder: undefined, model: 'acme/tiny', revision: 'main' }, problem: /40 hexadecimal digits/ },
    { settings: { model_file: '../model.onnx' }, problem: /expected a path/ },
    { settings: { more_files: ['/etc/passwd'] }, problem: /expected a path/ },
    { settings: { hub: 'https://ann:secret@example.com' }, problem: /without credentials/ },
    { settings: { hub_token_env: 'NO_SUCH_TOKEN' }, problem: /environment variable NO_SUCH_TOKEN/ },
  ])('$settings is refused', ({ settings, problem }) => {
    const read = () => {
      const outcome = classifierWith(settings).readParameters()
      if (!outcome.valid) throw new Error(outcome.problems.join('; '))
    }
    expect(read).toThrow(problem)
  })

  test.each([
    { folder: '/' },
    { model: 'a/b' },
    { hub: 'http://127.0.0.1:9' },
    { cache_folder: '/tmp' },
    { threads: 64 },
  ])('a request cannot set %j', async (parameters) => {
    expect(await run('x', parameters)).toMatchObject({ error: { status: 400 } })
  })
})

describe('laws', () => {
  const lawsOf = () =>
    processorLaws(classifierWith({ timeout_ms: 60_000, max_queued: 100_000 }), {
      samples: ['an attack at 2041-77-1234', 'hello there'],
      parameters: { max_windows: 10_000, max_texts: 10_000, tag: 'risk' },
      secrets: ['attack'],
      withinPermissions: true,
      linear: false,
    })
  test.each(['judges', 'does', 'decides', 'gives', 'writes', 'tells', 'leaves', 'keeps', 'takes', 'ends'])(
    '%s',
    async (name) => {
      for (const { check } of lawsOf().filter((law) => law.name.startsWith(`${name} `))) await check()
    },
    120_000,
  )
})
