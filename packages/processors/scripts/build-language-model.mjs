import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Builds `models/language-id.bin` from the n-gram weights that the package `eld` (Apache-2.0) is published with.
 *
 *   node packages/processors/scripts/build-language-model.mjs
 *
 * The package holds its weights as nested objects, which cost 70 MB of memory and 0.3 s to load. The same numbers in flat
 * arrays, with a 32-bit hash in place of each n-gram, are under 1 MB and load in a few milliseconds. The format is described in
 * `src/language-id/language-model.ts`, which reads it.
 */

const MAGIC = 'GHLM'
const FORMAT = 1
const EDITION = 'medium'
/** Offset basis of the hash: chosen so that no two n-grams have one hash; the build fails when a later edition breaks this. */
const SEED = 1

/** The model file as bytes. */
export async function buildLanguageModel() {
  const { ngramsData } = await importFromEld(`../ngrams/${EDITION}.js`)
  const { avgScore } = await importFromEld('../avgScore.js')
  const { dictionary } = await importFromEld('../dictionary.js')
  const languages = Object.values(ngramsData.languages)
  const byteOf = readDictionary(dictionary)

  const ngrams = Object.entries(ngramsData.ngrams).map(([ngram, weights]) => ({
    hash: hashBytes([...ngram].map((character) => byteOf.get(character) ?? character.charCodeAt(0))),
    weights: Object.entries(weights).map(([language, weight]) => [Number(language), weight]),
  }))
  ngrams.sort((a, b) => a.hash - b.hash)
  if (ngrams.some(({ hash }, index) => hash === ngrams[index - 1]?.hash)) throw new Error('Two n-grams have one hash.')

  const weights = ngrams.flatMap(({ weights }) => weights)
  const file = Buffer.alloc(20 + languages.length * 4 + ngrams.length * 5 + weights.length * 2)
  let at = file.write(MAGIC, 'latin1')
  for (const number of [FORMAT, languages.length, ngrams.length, weights.length]) at = file.writeUInt32LE(number, at)
  for (const language of languages) {
    if (!/^[a-z]{2}$/.test(language)) throw new Error('A language code does not have two letters.')
    file.write(language, at, 'latin1')
    at = file.writeUInt16LE(typicalWeight(avgScore[language]), at + 2)
  }
  for (const { hash } of ngrams) at = file.writeUInt32LE(hash, at)
  for (const ngram of ngrams) at = file.writeUInt8(ngram.weights.length, at)
  for (const [language] of weights) at = file.writeUInt8(language, at)
  for (const [, weight] of weights) at = file.writeUInt8(weight, at)
  return file
}

/** The package gives the average as `w / (w + 25)`; here it is the weight itself, in hundredths. */
function typicalWeight(average) {
  return Math.round((2500 * average) / (1 - average))
}

/** FNV-1a with 32 bits and an offset basis of our own. */
function hashBytes(bytes) {
  let hash = SEED
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

/** The package writes the bytes from 0x80 on, which no string could hold, as characters that no folded word has. */
function readDictionary(dictionary) {
  const isUsed = (character, byte) => byte >= 0x80 && character !== ' '
  return new Map(dictionary.flatMap((character, byte) => (isUsed(character, byte) ? [[character, byte]] : [])))
}

function importFromEld(path) {
  return import(new URL(path, import.meta.resolve('eld')))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = fileURLToPath(new URL('../models/language-id.bin', import.meta.url))
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, await buildLanguageModel())
}
