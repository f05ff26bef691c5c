import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** What is to be known of a model before it runs. */
export interface ModelDescription {
  readonly modelFile: string
  readonly tokenizerFile: string
  readonly tokenizerConfigFile: string | undefined
  /** Names by index of the output. */
  readonly labels: readonly string[]
  readonly padId: number
  /** Most tokens that the model takes; `undefined` when it does not say. */
  readonly maxTokens: number | undefined
  /** How outputs become scores: of labels that exclude each other, or of each by itself. */
  readonly activation: 'softmax' | 'sigmoid'
}

/** `config.json` as the transformers library writes it, as far as it matters here. */
const configSchema = z.looseObject({
  id2label: z.record(z.string(), z.string()).optional(),
  num_labels: z.int().min(1).optional(),
  model_type: z.string().optional(),
  max_position_embeddings: z.int().min(8).optional(),
  pad_token_id: z.int().min(0).nullish(),
  problem_type: z.string().nullish(),
})

/** Position embeddings that models of these types use for padding. */
const RESERVED_POSITIONS: Readonly<Record<string, number>> = { roberta: 2, 'xlm-roberta': 2, camembert: 2 }

/** @throws Error that says which file is missing or wrong. */
export async function describeModel(folder: string, modelFile: string): Promise<ModelDescription> {
  const config = await readConfig(join(folder, 'config.json'))
  const { max_position_embeddings: positions, model_type = '' } = config
  const labels = labelsOf(config)
  if (labels.length === 0)
    throw new Error('The config.json of the model must have "id2label" with a name for each output.')
  const files = { modelFile: join(folder, modelFile), tokenizerFile: join(folder, 'tokenizer.json') }
  for (const file of Object.values(files)) {
    if (!(await isThere(file)))
      throw new Error(`The folder of the model must have the file ${file.slice(folder.length + 1)}.`)
  }
  const tokenizerConfig = join(folder, 'tokenizer_config.json')
  return {
    ...files,
    tokenizerConfigFile: (await isThere(tokenizerConfig)) ? tokenizerConfig : undefined,
    labels,
    padId: config.pad_token_id ?? 0,
    maxTokens: positions === undefined ? undefined : positions - (RESERVED_POSITIONS[model_type] ?? 0),
    activation: config.problem_type === 'multi_label_classification' ? 'sigmoid' : 'softmax',
  }
}

async function readConfig(file: string): Promise<z.output<typeof configSchema>> {
  try {
    return configSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Error('The folder of the model must have the file config.json.')
    throw new Error('The config.json of the model is not that of a transformers model.')
  }
}

function labelsOf({ id2label = {} }: z.output<typeof configSchema>): string[] {
  const count = Object.keys(id2label).length
  const labels = Array.from({ length: count }, (_, index) => id2label[index])
  return labels.every((label) => label !== undefined) ? (labels as string[]) : []
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
