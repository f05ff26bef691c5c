import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { floats, integers, writeModel } from '../../scripts/onnx/write-model.mjs'

/** Words of the tiny model; any other is `[UNK]`. The words in capitals are what it finds, if they stand anywhere in a window. */
const vocabulary = [
  '[PAD]',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  'hello',
  'attack',
  'insult',
  'endless',
  'beyond',
  '##s',
] as const

const SAFE = [2, -2, -2]
/** Rows of the embedding; the last one of the vocabulary but one has none, so that it makes the model fail. */
const embedding: Readonly<Record<string, readonly number[]>> = {
  // Would outdo everything, were padding not masked.
  '[PAD]': [9, 9, 9],
  attack: [2, 6, -2],
  insult: [2, -2, 4],
  // Infinity times zero is no number.
  endless: [Infinity, Infinity, Infinity],
}

/**
 * A model that finds the words "attack" (label INJECTION) and "insult" (label toxic): the highest row of an embedding by
 * column, over the tokens that are not masked. "beyond" makes it fail, and
 * "endless" makes it give what is no number.
 */
function tinyOnnx(): Buffer {
  const known = vocabulary.slice(0, vocabulary.indexOf('beyond'))
  return writeModel({
    inputs: ['input_ids', 'attention_mask'],
    output: 'logits',
    initializers: {
      embedding: floats(
        [known.length, 3],
        known.flatMap((word) => embedding[word] ?? SAFE),
      ),
      last: integers([1], [2]),
      one: floats([1], [1]),
      far: floats([1], [1e4]),
      weights: floats([3, 3], [1, 0, 0, 0, 1, 0, 0, 0, 1]),
      bias: floats([3], [0, 0, 0]),
    },
    nodes: [
      { type: 'Gather', inputs: ['embedding', 'input_ids'], outputs: ['rows'] },
      { type: 'Cast', inputs: ['attention_mask'], outputs: ['flat'], attributes: { to: 1 } },
      { type: 'Unsqueeze', inputs: ['flat', 'last'], outputs: ['mask'] },
      { type: 'Mul', inputs: ['rows', 'mask'], outputs: ['kept'] },
      { type: 'Sub', inputs: ['mask', 'one'], outputs: ['masked'] },
      { type: 'Mul', inputs: ['masked', 'far'], outputs: ['lowered'] },
      { type: 'Add', inputs: ['kept', 'lowered'], outputs: ['seen'] },
      { type: 'ReduceMax', inputs: ['seen'], outputs: ['highest'], attributes: { axes: [1], keepdims: 0 } },
      { type: 'MatMul', inputs: ['highest', 'weights'], outputs: ['weighed'] },
      { type: 'Add', inputs: ['weighed', 'bias'], outputs: ['logits'] },
    ],
  })
}

/** The files of the tiny model, by path. */
export function tinyModelFiles(config: object = {}): Record<string, string | Buffer> {
  const special = vocabulary.slice(0, 4).map((content, id) => ({
    ...{ id, content, special: true },
    ...{ single_word: false, lstrip: false, rstrip: false, normalized: false },
  }))
  const tokenOf = (id: string) => ({ id, ids: [vocabulary.indexOf(id as never)], tokens: [id] })
  return {
    'config.json': JSON.stringify({
      model_type: 'bert',
      id2label: { 0: 'SAFE', 1: 'INJECTION', 2: 'toxic' },
      max_position_embeddings: 64,
      pad_token_id: 0,
      ...config,
    }),
    'tokenizer.json': JSON.stringify({
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: special,
      normalizer: {
        ...{ type: 'BertNormalizer', clean_text: true },
        ...{ handle_chinese_chars: true, strip_accents: null, lowercase: true },
      },
      pre_tokenizer: { type: 'BertPreTokenizer' },
      post_processor: {
        type: 'TemplateProcessing',
        single: [
          { SpecialToken: { id: '[CLS]', type_id: 0 } },
          { Sequence: { id: 'A', type_id: 0 } },
          { SpecialToken: { id: '[SEP]', type_id: 0 } },
        ],
        pair: [],
        special_tokens: { '[CLS]': tokenOf('[CLS]'), '[SEP]': tokenOf('[SEP]') },
      },
      decoder: null,
      model: {
        ...{ type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100 },
        vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
      },
    }),
    'tokenizer_config.json': JSON.stringify({ tokenizer_class: 'BertTokenizer', do_lower_case: true }),
    'onnx/model.onnx': tinyOnnx(),
  }
}

/** Writes the files of a model into a folder. */
export async function writeModelFiles(folder: string, files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}
