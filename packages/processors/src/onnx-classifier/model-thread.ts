import { Worker } from 'node:worker_threads'
import type { ModelDescription } from './describe-model.js'

/** A part of a text, and what the model says about it: a score from 0 to 1 for each label. */
export interface ScoredWindow {
  readonly start: number
  readonly end: number
  readonly scores: readonly number[]
}

/** A text to classify. */
export interface ThreadText {
  readonly text: string
  readonly maxWindows: number
}

/** How windows are cut and run. */
export interface WindowSettings {
  /** Most tokens of a window, special ones included. */
  readonly maxTokens: number
  readonly overlapTokens: number
  /** Most windows that run at a time. */
  readonly batchSize: number
}

/** What the thread is started with. */
export interface ThreadSettings extends WindowSettings, Omit<ModelDescription, 'labels' | 'maxTokens'> {
  readonly labels: number
  readonly runtime: 'auto' | 'onnxruntime-node' | 'onnxruntime-web'
  readonly threads: number
}

type FromThread =
  | { readonly kind: 'ready'; readonly runtime: string }
  | { readonly kind: 'unusable'; readonly problem: string }
  | { readonly kind: 'done'; readonly id: number; readonly texts: readonly (readonly ScoredWindow[] | undefined)[] }
  | { readonly kind: 'failed'; readonly id: number; readonly problem: string }

/** Why a thread ended or a job failed. `problem` may name files of the operator, never content. */
export class ThreadError extends Error {
  override readonly name = 'ThreadError'
}

/** A thread with a model, which does one job at a time. */
export class ModelThread {
  readonly #worker: Worker
  readonly #settings: ThreadSettings
  #job:
    | {
        readonly resolve: (texts: readonly (readonly ScoredWindow[] | undefined)[]) => void
        readonly reject: (error: Error) => void
      }
    | undefined
  #lastId = 0
  /** Settled once the model is loaded, or is known to be unusable. */
  readonly ready: Promise<string>
  /** Settled when the thread is gone, for whatever reason. */
  readonly ended: Promise<void>

  constructor(settings: ThreadSettings) {
    this.#settings = settings
    this.#worker = new Worker(new URL('./worker/worker.js', import.meta.url), {
      workerData: settings,
      name: 'onnx-classifier',
      // Flags of the process, such as those of a test runner, are not for this file.
      execArgv: [],
    })
    // The process may end while a model is loaded; a job that runs holds it.
    this.#worker.unref()
    this.ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: FromThread) => {
        if (message.kind === 'ready') resolve(message.runtime)
        else if (message.kind === 'unusable') reject(new ThreadError(message.problem))
        else this.#settle(message)
      })
      this.#worker.on('error', (error) => reject(new ThreadError(`The thread failed: ${error.name}.`)))
      this.#worker.on('exit', () => reject(new ThreadError('The thread ended.')))
    })
    this.ready.catch(() => {})
    this.ended = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#job?.reject(new ThreadError('The thread ended.'))
        this.#job = undefined
        resolve()
      })
    })
  }

  /** @returns for each text its windows; nothing for one that has too many. @throws ThreadError */
  run(texts: readonly ThreadText[]): Promise<readonly (readonly ScoredWindow[] | undefined)[]> {
    const { maxTokens, overlapTokens, batchSize } = this.#settings
    return new Promise((resolve, reject) => {
      this.#job = { resolve, reject }
      this.#worker.ref()
      this.#worker.postMessage({ id: ++this.#lastId, job: { texts, maxTokens, overlapTokens, batchSize } })
    })
  }

  /** Ends the thread at once, whatever it does. */
  async terminate(): Promise<void> {
    await this.#worker.terminate()
  }

  #settle(message: Extract<FromThread, { id: number }>): void {
    const job = this.#job
    this.#job = undefined
    this.#worker.unref()
    if (message.kind === 'done') job?.resolve(message.texts)
    else job?.reject(new ThreadError(`The model failed on a text: ${message.problem}.`))
  }
}
