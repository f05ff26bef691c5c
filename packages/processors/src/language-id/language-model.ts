import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

/**
 * Weights of n-grams by language, as flat arrays. An n-gram is known by a 32-bit hash; that one which is not in the model has
 * the hash of one which is happens once in 10,000 times.
 *
 * File, compressed by Brotli, all numbers little-endian: `GHLM`; four 32-bit counts: format, classes, n-grams, weights; base and exponent of the
 * temperature as 32-bit floats; for each class three letters, 8 bits of script, and as 32-bit floats its bias, its weight
 * for each n-gram of bytes and its prior; for each n-gram 32 bits of hash (ascending); for each n-gram 8 bits with the number of its weights; for each
 * weight 8 bits of class; for each weight 8 bits of its value, signed, in units of 1/20.
 */
export interface LanguageModel {
  /** Sums of weights are divided by `base * ngrams ** exponent`, with the number of distinct n-grams of bytes. */
  readonly temperature: { readonly base: number; readonly exponent: number }
  /** By class: what is known apart from n-grams. Those of one script stand together. */
  readonly classes: readonly LanguageClass[]
  /** Index of the n-gram with a hash; -1 for one that is not in the model. */
  readonly find: (hash: number) => number
  /** By n-gram: where its weights begin; one entry more than there are n-grams. */
  readonly firstWeight: Uint32Array
  readonly weightClasses: Uint8Array
  readonly weightValues: Int8Array
}

/** A language, or {@link OTHER} for those that the model does not know, in one script. */
export interface LanguageClass {
  /** ISO 639-1 code. */
  readonly language: string
  readonly script: string
  readonly bias: number
  /** Added for each n-gram of bytes: the part of a language that has no weights of its own for them. */
  readonly perNgram: number
  /** Logarithm of how probable the language is before anything is read, up to a constant. */
  readonly prior: number
}

/** Code of the classes for what is in none of the languages. */
export const OTHER = 'und'

/** Scripts that the model tells languages of apart. */
export const modelScripts: readonly string[] = ['latin', 'cyrillic', 'arabic', 'devanagari', 'ethiopic']

/** A value of 1 in the file. */
export const WEIGHT_UNIT = 0.05

const MODEL = new URL('../../models/language-id.bin', import.meta.url)

let loaded: LanguageModel | undefined

/** The model, read from its file when it is first asked for and kept. */
export function loadLanguageModel(): LanguageModel {
  loaded ??= parseLanguageModel(readFileSync(MODEL))
  return loaded
}

/** Most bytes of a model, decompressed. */
const MAX_BYTES = 32 * 1024 * 1024
const HEADER_BYTES = 28
const CLASS_BYTES = 16

/** @throws Error when the file is not a model of this format. */
export function parseLanguageModel(compressed: Buffer): LanguageModel {
  const file = decompress(compressed)
  if (file.length < HEADER_BYTES || file.toString('latin1', 0, 4) !== 'GHLM' || file.readUInt32LE(4) !== 2) {
    throw new Error('The language model is not a file of format 2.')
  }
  const [classCount, ngramCount, weightCount] = [file.readUInt32LE(8), file.readUInt32LE(12), file.readUInt32LE(16)]
  const size = HEADER_BYTES + classCount * CLASS_BYTES + ngramCount * 5 + weightCount * 2
  if (file.length !== size) throw new Error(`The language model should have ${size} bytes; it has ${file.length}.`)

  const classes = Array.from({ length: classCount }, (_, index): LanguageClass => {
    const at = HEADER_BYTES + index * CLASS_BYTES
    return {
      language: file.toString('latin1', at, at + 3).replace('\0', ''),
      script: modelScripts[file.readUInt8(at + 3)] as string,
      bias: file.readFloatLE(at + 4),
      perNgram: file.readFloatLE(at + 8),
      prior: file.readFloatLE(at + 12),
    }
  })
  const hashesAt = HEADER_BYTES + classCount * CLASS_BYTES
  const hashes = new Uint32Array(ngramCount)
  for (let index = 0; index < ngramCount; index++) hashes[index] = file.readUInt32LE(hashesAt + index * 4)
  const countsAt = hashesAt + ngramCount * 4
  const firstWeight = new Uint32Array(ngramCount + 1)
  for (let index = 0; index < ngramCount; index++) {
    firstWeight[index + 1] = (firstWeight[index] as number) + (file[countsAt + index] as number)
  }
  const classesAt = countsAt + ngramCount
  const valuesAt = classesAt + weightCount
  return {
    temperature: { base: file.readFloatLE(20), exponent: file.readFloatLE(24) },
    classes,
    find: makeFinder(hashes),
    firstWeight,
    weightClasses: file.subarray(classesAt, valuesAt),
    weightValues: new Int8Array(file.buffer, file.byteOffset + valuesAt, weightCount),
  }
}

function decompress(compressed: Buffer): Buffer {
  try {
    return brotliDecompressSync(compressed, { maxOutputLength: MAX_BYTES })
  } catch (error) {
    throw new Error('The language model is not a file compressed by Brotli.', { cause: error })
  }
}

/**
 * Looks hashes up in a table of at least twice as many places, by open addressing; -1 for one that is not there. A place is the
 * hash and, behind it, the index and 1; both in one, since most of the time goes into fetching them.
 */
function makeFinder(hashes: Uint32Array): (hash: number) => number {
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, hashes.length * 2))) - 1
  const places = new Uint32Array(2 * (mask + 1))
  for (let index = 0; index < hashes.length; index++) {
    const hash = hashes[index] as number
    let place = hash & mask
    while (places[2 * place + 1] !== 0) place = (place + 1) & mask
    places[2 * place] = hash
    places[2 * place + 1] = index + 1
  }
  return (hash) => {
    let place = hash & mask
    for (let found = places[2 * place + 1] as number; found !== 0; found = places[2 * place + 1] as number) {
      if (places[2 * place] === hash) return found - 1
      place = (place + 1) & mask
    }
    return -1
  }
}
