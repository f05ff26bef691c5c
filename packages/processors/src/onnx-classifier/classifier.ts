import { createHash } from 'node:crypto'
import { channel } from 'node:diagnostics_channel'
import { setTimeout as sleep } from 'node:timers/promises'
import { AnswerCache } from '../outside-call/answer-cache.js'
import { OutsideCallError } from '../outside-call/outside-call-error.js'
import { describeModel, type ModelDescription } from './describe-model.js'
import { ModelThread, type ScoredWindow, type ThreadSettings, type ThreadText } from './model-thread.js'

/** How a model is loaded and run. */
export interface ClassifierSettings {
  /** What the log calls it. */
  readonly name: string
  /** Has the files of the model in a folder and says which; may download them. Told what it is doing by `onProgress`. */
  readonly findFolder: (onProgress: (line: string) => void) => Promise<string>
  readonly modelFile: string
  readonly runtime: ThreadSettings['runtime']
  readonly threads: number
  /** Most tokens of a window; less when the model takes less. */
  readonly windowTokens: number
  readonly overlapTokens: number
  readonly batchSize: number
  readonly activation: 'auto' | 'softmax' | 'sigmoid'
  /** Names of labels in place of those in `config.json`, by these. */
  readonly labelNames: Readonly<Record<string, string>>
  /** Most texts that wait; a further one is `overloaded`. */
  readonly maxQueued: number
  /** Milliseconds for one text, waiting and loading included. */
  readonly timeoutMs: number
  /** Milliseconds after which a job is hung, and its thread is ended. */
  readonly hangMs: number
  readonly cacheEntries: number
  readonly cacheMs: number
}

/** What a model says about a text: by window, a score from 0 to 1 for each label. */
export interface Classification {
  readonly labels: readonly string[]
  readonly windows: readonly ScoredWindow[]
}

/** A text that waits for its turn, or is in the job that runs. */
interface Waiting extends ThreadText {
  readonly resolve: (windows: readonly ScoredWindow[] | undefined) => void
  readonly reject: (error: OutsideCallError) => void
  /** Was in a job that failed, perhaps because of another text, and gets a job of its own. */
  isSuspect: boolean
  /** Has its answer, or nobody waits for it any more. */
  isOver: boolean
}

/** Texts of one job: enough to fill batches, few enough that nobody waits long behind them. */
const MAX_TEXTS_OF_JOB = 32
const FIRST_BACKOFF_MS = 1_000
const MAX_BACKOFF_MS = 60_000

/** Least time between two lines about one download, in milliseconds. */
const PROGRESS_INTERVAL_MS = 5_000

/**
 * Where progress is told, for whoever runs the process to log: `{ processor, model, message, isFailure }`. A model loads when no
 * exchange and so no logger is there.
 */
const progressChannel = channel('gatehouse:progress')

/** A model in a thread, with a queue in front: started at once, and again when it ends, ever more slowly. */
export class Classifier {
  readonly #settings: ClassifierSettings
  readonly #cache: AnswerCache<Classification>
  readonly #queue = new Set<Waiting>()
  #model: ModelDescription | undefined
  #thread: ModelThread | undefined
  #isBusy = false
  #isPaused = false
  /** Ends when the classifier is paused. */
  #running: Promise<void>
  /** Whether the last attempt to start failed, and the next one has not begun. */
  #isDown = false
  #status = 'starting'
  #toldAt = Number.NEGATIVE_INFINITY
  #problem: string | undefined
  #lastUsedAt = performance.now()

  constructor(settings: ClassifierSettings) {
    this.#settings = settings
    this.#cache = new AnswerCache({ maxEntries: settings.cacheEntries, ttlMs: settings.cacheMs })
    this.#running = this.#keepRunning()
  }

  /** What it is doing, for the log of the operator: it may name files. */
  get status(): string {
    return this.#problem === undefined ? this.#status : `${this.#status}: ${this.#problem}`
  }

  /**
   * Classifies a text.
   *
   * @throws OutsideCallError `not-ready`, `timeout`, `overloaded`, `crashed`, `too-much-text`; the reason of `signal`.
   */
  async classify(text: string, maxWindows: number, signal: AbortSignal): Promise<Classification> {
    signal.throwIfAborted()
    this.#lastUsedAt = performance.now()
    // A hash, so that the cache holds no content, however long the texts are.
    const key = createHash('sha256').update(text, 'utf16le').digest('base64')
    const known = this.#cache.get(key)
    if (known !== undefined && known.windows.length <= maxWindows) return known
    const windows = await this.#enqueue(text, maxWindows, signal)
    if (windows === undefined) {
      throw new OutsideCallError('too-much-text', `A text needs more than ${maxWindows} windows of the model.`)
    }
    const classification = { labels: this.#labels(), windows }
    this.#cache.set(key, classification)
    return classification
  }

  /** Whether the model has been loaded once; a thread that ends later comes back by itself. */
  get hasLoaded(): boolean {
    return this.#model !== undefined
  }

  /** Ends the thread, until the next text comes. */
  async pause(): Promise<void> {
    this.#isPaused = true
    await this.#thread?.terminate()
  }

  get isPaused(): boolean {
    return this.#isPaused
  }

  /** When a text came last, in milliseconds of a clock that never goes back. */
  get lastUsedAt(): number {
    return this.#lastUsedAt
  }

  #enqueue(text: string, maxWindows: number, signal: AbortSignal): Promise<readonly ScoredWindow[] | undefined> {
    const { maxQueued, timeoutMs } = this.#settings
    if (this.#isDown) throw notReady()
    if (this.#isPaused) this.#resume()
    if (this.#queue.size >= maxQueued) {
      throw new OutsideCallError('overloaded', `${maxQueued} texts wait for the model, as many as may.`)
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', abandon)
        this.#queue.delete(waiting)
        waiting.isOver = true
      }
      const waiting: Waiting = {
        text,
        maxWindows,
        isSuspect: false,
        isOver: false,
        resolve: (windows) => {
          leave()
          resolve(windows)
        },
        reject: (error) => {
          leave()
          reject(error)
        },
      }
      const abandon = () => {
        leave()
        reject(signal.reason)
      }
      const timer = setTimeout(() => waiting.reject(this.#lateError()), timeoutMs)
      signal.addEventListener('abort', abandon, { once: true })
      this.#queue.add(waiting)
      this.#runNext()
    })
  }

  #lateError(): OutsideCallError {
    const { timeoutMs } = this.#settings
    return this.#thread === undefined
      ? notReady()
      : new OutsideCallError('timeout', `The model did not come to this text within ${timeoutMs} ms.`)
  }

  #runNext(): void {
    const thread = this.#thread
    if (thread === undefined || this.#isBusy || this.#queue.size === 0) return
    const texts = this.#nextTexts()
    for (const waiting of texts) this.#queue.delete(waiting)
    this.#isBusy = true
    const watchdog = setTimeout(() => thread.terminate(), this.#settings.hangMs)
    watchdog.unref()
    thread
      .run(texts.map(({ text, maxWindows }) => ({ text, maxWindows })))
      .then(
        (results) => {
          for (const [index, waiting] of texts.entries()) waiting.resolve(results[index])
        },
        () => {
          if (texts.length > 1) return this.#suspect(texts)
          const error = new OutsideCallError('crashed', 'The thread of the model failed while it had this text.')
          for (const waiting of texts) waiting.reject(error)
        },
      )
      .finally(() => {
        clearTimeout(watchdog)
        this.#isBusy = false
        this.#runNext()
      })
  }

  #nextTexts(): Waiting[] {
    const texts = [...this.#queue].slice(0, MAX_TEXTS_OF_JOB)
    const [first] = texts
    return first?.isSuspect ? [first] : texts.filter(({ isSuspect }) => !isSuspect)
  }

  /** One text that makes the model fail must not take the answers of others along. */
  #suspect(texts: readonly Waiting[]): void {
    for (const waiting of texts) {
      if (waiting.isOver) continue
      waiting.isSuspect = true
      this.#queue.add(waiting)
    }
  }

  #resume(): void {
    this.#isPaused = false
    this.#running = this.#running.then(() => this.#keepRunning())
  }

  async #keepRunning(): Promise<void> {
    for (let failures = 0; !this.#isPaused; failures++) {
      try {
        const thread = await this.#start()
        failures = -1
        if (this.#isPaused) await thread.terminate()
        await thread.ended
        this.#problem = 'the thread ended'
      } catch (error) {
        this.#problem = error instanceof Error ? error.message : String(error)
        this.#isDown = true
      }
      this.#thread = undefined
      this.#tell('not running', this.#isPaused ? undefined : this.#problem)
      if (this.#isDown) for (const waiting of this.#queue) waiting.reject(notReady())
      // Texts that came while the thread ended.
      if (this.#isPaused && this.#queue.size > 0) this.#isPaused = false
      if (this.#isPaused) return
      const backoffMs = failures < 0 ? FIRST_BACKOFF_MS : FIRST_BACKOFF_MS * 2 ** failures
      await sleep(Math.min(MAX_BACKOFF_MS, backoffMs), undefined, { ref: false })
    }
  }

  async #start(): Promise<ModelThread> {
    const { findFolder, modelFile, windowTokens, overlapTokens, batchSize, runtime, threads } = this.#settings
    this.#isDown = false
    this.#tell('looking for the files')
    const folder = await findFolder((line) => {
      this.#status = line
      if (performance.now() - this.#toldAt >= PROGRESS_INTERVAL_MS) this.#tell(line)
    })
    const described = await describeModel(folder, modelFile)
    const activation = this.#settings.activation === 'auto' ? described.activation : this.#settings.activation
    const maxTokens = Math.min(windowTokens, described.maxTokens ?? windowTokens)
    this.#tell('loading the model')
    const thread = new ModelThread({
      ...{ ...described, labels: described.labels.length, activation },
      ...{ runtime, threads, maxTokens, overlapTokens: Math.min(overlapTokens, maxTokens >> 1), batchSize },
    })
    const name = await thread.ready
    this.#problem = undefined
    this.#tell(`runs on ${name}`)
    this.#model = described
    this.#thread = thread
    this.#runNext()
    return thread
  }

  #tell(status: string, problem?: string): void {
    this.#status = status
    this.#toldAt = performance.now()
    const message = problem === undefined ? status : `${status}: ${problem}`
    const { name: model } = this.#settings
    progressChannel.publish({ processor: 'onnx-classifier', model, message, isFailure: problem !== undefined })
  }

  #labels(): string[] {
    const { labelNames } = this.#settings
    return (this.#model?.labels ?? []).map(
      (label) => (Object.hasOwn(labelNames, label) ? labelNames[label] : undefined) ?? label,
    )
  }
}

function notReady(): OutsideCallError {
  return new OutsideCallError(
    'not-ready',
    'The model is not loaded yet, or cannot be; the log of the server says more.',
  )
}
