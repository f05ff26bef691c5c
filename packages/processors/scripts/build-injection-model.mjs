import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deviations, softMaximum } from '../dist/prompt-injection/deviation.js'
import { fitLogit, measureUsual } from './prompt-injection/calibrate.mjs'
import { makeDocumentTexts } from './prompt-injection/document-texts.mjs'
import { learnKind, learnWeights, readFeatures, SCALES, scoreScales } from './prompt-injection/learn.mjs'
import {
  makeEverydayTexts,
  makeRoundaboutTexts,
  makeShortTexts,
  makeSyntheticTexts,
  makeTechniqueTexts,
  makeWrittenTexts,
} from './prompt-injection/synthetic-texts.mjs'
import { makeTelegrams } from './prompt-injection/telegrams.mjs'
import { makeTranslations } from './prompt-injection/translations.mjs'

/**
 * Learns `models/prompt-injection.bin` from labelled texts and from texts made of our own templates. Build first
 * (`npm run build`); takes about two minutes.
 *
 *   node packages/processors/scripts/build-injection-model.mjs FOLDER NEIGHBOURS
 *
 * FOLDER holds `train.jsonl` with `{"text", "label", "source", "group"}` a line, `label` being `benign`, `injection` or
 * `jailbreak`. NEIGHBOURS is what `prompt-injection/export-neighbours.py` writes. The same files and the same Node.js give the
 * same bytes. `src/prompt-injection/injection-model.ts` describes the format of the model.
 */

export const WEIGHT_BITS = 21
const KIND_BITS = 15
const SYNTHETIC = { seed: 1, attacks: 4000, benign: 4000, foreign: 3000 }
const WRITTEN = { seed: 11, variants: 2 }
const ROUNDABOUT = { seed: 5, attacks: 2400, benign: 2000 }
const SHORT = { seed: 13, variants: 8 }
const EVERYDAY = { seed: 31, variants: 10, foreign: 6 }
const TECHNIQUES = { seed: 37, attacks: 1600, benign: 800 }
const DOCUMENTS = { seed: 3, documents: 1500 }
const TRANSLATIONS_SEED = 5
export const SEED = 7
/** What is shipped is the mean of the weights that these give: one alone is right about a few texts by chance. */
const SEEDS = [SEED, 8, 9]
const FOLDS = 4

/** Texts of a source with so many of a label weigh 1 each; those of a smaller one more, of a larger one less. */
const USUAL_SOURCE = 600
const LEAST_WEIGHT = 0.2
const MOST_WEIGHT = 4

export function buildInjectionModel(folder, neighbours) {
  const samples = weigh(readSamples(folder, neighbours))
  const scored = scoreUnseen(samples, samples)
  const usual = measureUsual(scored)
  const values = scored.map(({ scores, words }) => softMaximum(deviations(scores, words, usual)))
  const logit = fitLogit(
    values,
    scored.map(({ isAttack }) => isAttack),
  )
  const { weights, biases } = meanOf(SEEDS.map((seed) => learnWeights(samples, WEIGHT_BITS, seed)))
  const attacks = samples.filter(({ isAttack, source }) => isAttack && !WITHOUT_KINDS.includes(source))
  const kind = learnKind(balanceKinds(attacks), KIND_BITS, SEED)
  return writeModel({ weights, biases, usual, logit, kind })
}

/** All texts to learn from, as features. */
export function readSamples(folder, neighbours) {
  const english = [...readRows(folder), ...makeSyntheticRows()]
  return [...english, ...translate(english, neighbours)].map((row) => ({
    ...readFeatures(row.text, WEIGHT_BITS),
    isAttack: row.label !== 'benign',
    isJailbreak: row.label === 'jailbreak',
    source: row.source,
    fold: hashText(row.group) % FOLDS,
    group: row.group,
    isSynthetic: row.isSynthetic === true,
    isTranslated: row.isTranslated === true,
  }))
}

function readRows(folder) {
  return readFileSync(join(folder, 'train.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

function makeSyntheticRows() {
  const templates = makeSyntheticTexts(SYNTHETIC).map(({ text, label, technique }, index) => ({
    text,
    label,
    source: technique.length === 2 ? 'synthetic-language' : 'synthetic',
    group: `synthetic-${index}`,
    isSynthetic: true,
  }))
  const others = [
    ['written', makeWrittenTexts(WRITTEN)],
    ['short', makeShortTexts(SHORT)],
    ['documents', makeDocumentTexts(DOCUMENTS)],
    ['roundabout', makeRoundaboutTexts(ROUNDABOUT)],
    ['everyday', makeEverydayTexts(EVERYDAY)],
    ['technique', makeTechniqueTexts(TECHNIQUES)],
  ].flatMap(([source, texts]) =>
    texts.map((row, index) => ({ ...row, source, group: row.group ?? `${source}-${index}`, isSynthetic: true })),
  )
  return [...templates, ...others]
}

function translate(rows, neighbours) {
  return [
    ...makeTelegrams(rows, SEED).map((row) => ({ ...row, source: 'telegram', isTranslated: true })),
    ...makeTranslations(rows, TRANSLATIONS_SEED, neighbours).map((row) => ({
      ...row,
      source: 'translated',
      isTranslated: true,
    })),
  ]
}

/** Sources that say nothing of what tells jailbreaks from injections: all of one kind, or translated from those. */
const WITHOUT_KINDS = ['documents', 'roundabout', 'technique', 'translated']

/** Sources of what people really ask for, at all lengths: what a detector meets most, and must not take for an attack. */
const EVERYDAY_SOURCES = ['arena-hard-v2', 'awesome-prompts', 'short']
const EVERYDAY_FACTOR = 2

/** The texts, each with a weight, so that a large source does not drown the others. */
export function weigh(samples) {
  const counts = new Map()
  const key = ({ source, isAttack }) => `${source} ${isAttack}`
  for (const sample of samples) counts.set(key(sample), (counts.get(key(sample)) ?? 0) + 1)
  return samples.map((sample) => {
    const weight = Math.sqrt(USUAL_SOURCE / counts.get(key(sample)))
    const factor = EVERYDAY_SOURCES.includes(sample.source) ? EVERYDAY_FACTOR : 1
    return { ...sample, weight: Math.min(MOST_WEIGHT, Math.max(LEAST_WEIGHT, weight)) * factor }
  })
}

/** The mean of models that were learnt from the same texts. */
function meanOf(models) {
  const mean = (lists) => lists[0].map((_, index) => lists.reduce((sum, list) => sum + list[index], 0) / lists.length)
  return { weights: mean(models.map(({ weights }) => weights)), biases: mean(models.map(({ biases }) => biases)) }
}

/** The same attacks, with weights by which jailbreaks count for as much as the others. */
function balanceKinds(attacks) {
  const total = (isJailbreak) =>
    attacks.reduce((sum, sample) => sum + (sample.isJailbreak === isJailbreak ? sample.weight : 0), 0)
  const factor = total(false) / total(true)
  return attacks.map((sample) => ({ ...sample, weight: sample.weight * (sample.isJailbreak ? factor : 1) }))
}

/** Scores of the public texts among `samples`, each by weights learnt from those of `known` without its group and translations of that. */
export function scoreUnseen(samples, known) {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = learnWeights(
      known.filter((sample) => sample.fold !== fold || sample.isSynthetic),
      WEIGHT_BITS,
      SEED,
    )
    return samples
      .filter((sample) => sample.fold === fold && !sample.isSynthetic && !sample.isTranslated)
      .map((sample) => ({
        source: sample.source,
        words: sample.words,
        isAttack: sample.isAttack,
        scores: scoreScales(sample, model),
      }))
  }).flat()
}

function writeModel({ weights, biases, usual, logit, kind }) {
  const main = quantise(weights)
  const second = quantise(kind.weights)
  const header = Buffer.alloc(24)
  header.write('GHPI', 'latin1')
  for (const [index, count] of [1, SCALES.length, usual.length, WEIGHT_BITS, KIND_BITS].entries())
    header.writeUInt32LE(count, 4 + index * 4)
  const scales = SCALES.map((size, scale) => {
    const bytes = Buffer.alloc(8)
    bytes.writeUInt32LE(size)
    bytes.writeFloatLE(biases[scale], 4)
    return bytes
  })
  const floats = Float32Array.from([
    main.step,
    logit.slope,
    logit.intercept,
    second.step,
    1,
    kind.bias,
    ...usual.flatMap(({ logWords, medians, spreads }) => [logWords, ...medians, ...spreads]),
  ])
  const bytes = Buffer.alloc(floats.length * 4)
  for (const [index, value] of floats.entries()) bytes.writeFloatLE(value, index * 4)
  return Buffer.concat([header, ...scales, bytes, Buffer.from(main.values.buffer), Buffer.from(second.values.buffer)])
}

/** Weights in 255 equal steps. */
function quantise(weights) {
  const step = weights.reduce((highest, weight) => Math.max(highest, Math.abs(weight)), 0) / 127
  return { step, values: Int8Array.from(weights, (weight) => Math.round(weight / step)) }
}

/** FNV-1a with 32 bits. */
export function hashText(text) {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(String(text))) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, neighbours] = process.argv.slice(2)
  if (folder === undefined || neighbours === undefined)
    throw new Error('Name the folder that holds train.jsonl, and the file of neighbours.')
  const target = fileURLToPath(new URL('../models/prompt-injection.bin', import.meta.url))
  writeFileSync(target, buildInjectionModel(folder, neighbours))
}
