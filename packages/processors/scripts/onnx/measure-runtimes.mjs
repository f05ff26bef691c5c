/**
 * Compares the runtimes of onnx-classifier that are installed beside it or in the working folder:
 *
 *     node packages/processors/scripts/onnx/measure-runtimes.mjs [HIDDEN LAYERS]
 *
 * The model has the shape of BERT (default 384 and 6; 768 and 12 are BERT base) and random weights, since time does not
 * depend on them. Prints, for each runtime in turn, the time until it is ready, milliseconds of a text of 128 and of 512
 * tokens on one thread, and the memory of the process.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { TextModel } from '../../src/onnx-classifier/worker/text-model.js'
import { floats, writeModel } from './write-model.mjs'

const VOCABULARY = 1000
const ROUNDS = 5

const [hidden = '384', layers = '6', runtime, folder] = process.argv.slice(2)
if (runtime === undefined) measureAll()
else await measure()

/** Each in a process of its own, so that none inherits the memory of another. */
function measureAll() {
  const scratch = mkdtempSync(join(tmpdir(), 'gatehouse-measure-'))
  try {
    writeFileSync(join(scratch, 'model.onnx'), encoder(Number(hidden), Number(layers)))
    writeFileSync(join(scratch, 'tokenizer.json'), JSON.stringify(tokenizer()))
    for (const name of ['onnxruntime-node', 'onnxruntime-web']) {
      const args = [fileURLToPath(import.meta.url), hidden, layers, name, scratch]
      process.stdout.write(execFileSync(process.execPath, args, { encoding: 'utf8' }))
    }
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

async function measure() {
  const startedAt = performance.now()
  const { model } = await TextModel.load({
    ...{ modelFile: join(folder, 'model.onnx'), tokenizerFile: join(folder, 'tokenizer.json') },
    ...{ runtime, threads: 1, padId: 0, activation: 'softmax', labels: 2 },
  }).catch((error) => {
    console.log(`${runtime}: ${error.message}`)
    process.exit()
  })
  const readyMs = performance.now() - startedAt
  const times = []
  for (const tokens of [128, 512]) {
    const job = { texts: [{ text: 'word '.repeat(tokens).trim(), maxWindows: 1 }], maxTokens: tokens }
    const measured = []
    for (let round = 0; round < ROUNDS; round++) {
      const before = performance.now()
      await model.classify({ ...job, overlapTokens: 0, batchSize: 1 })
      measured.push(performance.now() - before)
    }
    times.push(`${tokens} tokens ${Math.min(...measured).toFixed(0)} ms`)
  }
  const megabytes = process.memoryUsage().rss / 1e6
  console.log(`${runtime}: ready in ${readyMs.toFixed(0)} ms, ${times.join(', ')}, ${megabytes.toFixed(0)} MB`)
}

function encoder(width, depth) {
  const random = (rows, columns) => floats([rows, columns], Float32Array.from({ length: rows * columns }, noise))
  const initializers = { embedding: random(VOCABULARY, width), classes: random(width, 2) }
  const nodes = [{ type: 'Gather', inputs: ['embedding', 'input_ids'], outputs: ['layer0'] }]
  const add = (type, inputs, output, attributes = {}) => nodes.push({ type, inputs, outputs: [output], attributes })
  for (let layer = 0; layer < depth; layer++) {
    const at = (name) => `${name}${layer}`
    for (const name of ['query', 'key', 'value', 'output']) initializers[at(`w-${name}`)] = random(width, width)
    initializers[at('w-up')] = random(width, 4 * width)
    initializers[at('w-down')] = random(4 * width, width)
    for (const name of ['query', 'key', 'value']) add('MatMul', [at('layer'), at(`w-${name}`)], at(name))
    add('Transpose', [at('key')], at('turned'), { perm: [0, 2, 1] })
    add('MatMul', [at('query'), at('turned')], at('match'))
    add('Softmax', [at('match')], at('attention'), { axis: -1 })
    add('MatMul', [at('attention'), at('value')], at('mixed'))
    add('MatMul', [at('mixed'), at('w-output')], at('attended'))
    add('Add', [at('layer'), at('attended')], at('middle'))
    add('MatMul', [at('middle'), at('w-up')], at('up'))
    add('Relu', [at('up')], at('active'))
    add('MatMul', [at('active'), at('w-down')], at('down'))
    add('Add', [at('middle'), at('down')], `layer${layer + 1}`)
  }
  add('ReduceMean', [`layer${depth}`], 'mean', { axes: [1], keepdims: 0 })
  add('MatMul', ['mean', 'classes'], 'logits')
  return writeModel({ inputs: ['input_ids'], output: 'logits', initializers, nodes })
}

function noise() {
  return (Math.random() - 0.5) * 0.05
}

function tokenizer() {
  return {
    ...{ version: '1.0', truncation: null, padding: null, normalizer: null, post_processor: null },
    added_tokens: [{ id: 0, content: '[UNK]', special: true }],
    ...{ pre_tokenizer: { type: 'Whitespace' }, decoder: null },
    model: {
      ...{ type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100 },
      vocab: { '[UNK]': 0, word: 1 },
    },
  }
}
