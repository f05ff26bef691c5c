// @ts-check
import { readFile } from 'node:fs/promises'
import { cutWindows } from './cut-windows.js'
import { importRuntime, importTokenizer } from './find-runtime.js'

/**
 * @typedef {object} ModelSettings
 * @property {string} modelFile
 * @property {string} tokenizerFile
 * @property {string | undefined} tokenizerConfigFile
 * @property {'auto' | 'onnxruntime-node' | 'onnxruntime-web'} runtime
 * @property {number} threads
 * @property {number} padId
 * @property {'softmax' | 'sigmoid'} activation
 * @property {number} labels how many the model has
 *
 * @typedef {{ start: number, end: number, scores: number[] }} ScoredWindow
 *
 * @typedef {object} Job
 * @property {{ text: string, maxWindows: number }[]} texts
 * @property {number} maxTokens
 * @property {number} overlapTokens
 * @property {number} batchSize
 */

/** What the runtime would write to the standard error comes as an exception as well. */
const quiet = { logSeverityLevel: /** @type {const} */ (4) }

/** A sequence-classification model with its tokenizer. */
export class TextModel {
  #session
  #runtime
  #tokenizer
  #settings

  /**
   * @param {import('onnxruntime-web').InferenceSession} session
   * @param {import('./find-runtime.js').Runtime} runtime
   * @param {import('@huggingface/tokenizers').Tokenizer} tokenizer
   * @param {ModelSettings} settings
   */
  constructor(session, runtime, tokenizer, settings) {
    this.#session = session
    this.#runtime = runtime
    this.#tokenizer = tokenizer
    this.#settings = settings
  }

  /** @param {ModelSettings} settings */
  static async load(settings) {
    const { modelFile, tokenizerFile, tokenizerConfigFile, threads } = settings
    const { name, runtime } = await importRuntime(settings.runtime)
    const Tokenizer = await importTokenizer()
    const tokenizer = new Tokenizer(await readJson(tokenizerFile), await readJson(tokenizerConfigFile))
    // In this thread: a further one of its own per model would compete with those of the server.
    if (name === 'onnxruntime-web') runtime.env.wasm.numThreads = threads
    runtime.env.logLevel = 'fatal'
    const options = { intraOpNumThreads: threads, ...quiet }
    // The native runtime maps the file; the other one needs its bytes.
    const session =
      name === 'onnxruntime-node'
        ? await runtime.InferenceSession.create(modelFile, options)
        : await runtime.InferenceSession.create(await readFile(modelFile), options)
    const model = new TextModel(session, runtime, tokenizer, settings)
    // The first run allocates and is slow; no exchange shall wait for it.
    await model.#run([{ ids: model.#encode('warm up', true) }])
    return { model, runtime: name }
  }

  /**
   * Scores each text by windows; nothing for one that has too many.
   *
   * @param {Job} job
   * @returns {Promise<(ScoredWindow[] | undefined)[]>}
   */
  async classify({ texts, batchSize, maxTokens, overlapTokens }) {
    const encode = (/** @type {string} */ text, /** @type {boolean} */ special) => this.#encode(text, special)
    const cut = texts.map(({ text, maxWindows }) => cutWindows(text, encode, { maxTokens, overlapTokens, maxWindows }))
    // Windows of like length together, so that little is padded.
    const windows = cut.flatMap((ofText) => ofText ?? []).sort((a, b) => a.ids.length - b.ids.length)
    /** @type {Map<object, number[]>} */
    const scores = new Map()
    for (let from = 0; from < windows.length; from += batchSize) {
      const batch = windows.slice(from, from + batchSize)
      const rows = await this.#run(batch)
      for (const [index, window] of batch.entries()) scores.set(window, rows[index] ?? [])
    }
    return cut.map((ofText) =>
      ofText?.map((window) => ({ start: window.start, end: window.end, scores: scores.get(window) ?? [] })),
    )
  }

  /**
   * @param {string} text
   * @param {boolean} special
   */
  #encode(text, special) {
    return this.#tokenizer.encode(text, { add_special_tokens: special }).ids
  }

  /**
   * @param {readonly { ids: readonly number[] }[]} batch
   * @returns {Promise<number[][]>} scores of each row
   */
  async #run(batch) {
    const { padId, labels } = this.#settings
    const length = Math.max(1, ...batch.map(({ ids }) => ids.length))
    const ids = new BigInt64Array(batch.length * length).fill(BigInt(padId))
    const mask = new BigInt64Array(batch.length * length)
    for (const [row, window] of batch.entries()) {
      for (const [column, id] of window.ids.entries()) {
        ids[row * length + column] = BigInt(id)
        mask[row * length + column] = 1n
      }
    }
    const { Tensor } = this.#runtime
    const tensor = (/** @type {BigInt64Array} */ data) => new Tensor('int64', data, [batch.length, length])
    /** @type {Record<string, import('onnxruntime-web').Tensor>} */
    const known = {
      input_ids: tensor(ids),
      attention_mask: tensor(mask),
      token_type_ids: tensor(new BigInt64Array(batch.length * length)),
    }
    const feeds = Object.fromEntries(this.#session.inputNames.map((name) => [name, required(known[name], name)]))
    const outputs = await this.#session.run(feeds, quiet)
    const logits = outputs.logits ?? outputs[this.#session.outputNames[0] ?? '']
    const values = logits?.data
    if (!(values instanceof Float32Array) || values.length !== batch.length * labels) {
      throw new Error(`The model must give ${labels} numbers for each text, as float32; it does not.`)
    }
    const scores = batch.map((_, row) => this.#activate(values.subarray(row * labels, (row + 1) * labels)))
    // It would be below every threshold.
    if (scores.some((row) => row.some(Number.isNaN))) throw new RangeError('The model gives a score that is no number.')
    return scores
  }

  /** @param {Float32Array} logits */
  #activate(logits) {
    if (this.#settings.activation === 'sigmoid') return Array.from(logits, (logit) => 1 / (1 + Math.exp(-logit)))
    const highest = Math.max(...logits)
    const powers = Array.from(logits, (logit) => Math.exp(logit - highest))
    const sum = powers.reduce((total, power) => total + power, 0)
    return powers.map((power) => power / sum)
  }
}

/**
 * @template T
 * @param {T | undefined} value
 * @param {string} name
 */
function required(value, name) {
  if (value === undefined)
    throw new Error(`The model has an input "${name}", which no text classifier is known to have.`)
  return value
}

/** @param {string | undefined} file */
async function readJson(file) {
  return file === undefined ? {} : JSON.parse(await readFile(file, 'utf8'))
}
