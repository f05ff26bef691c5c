import { readFileSync } from 'node:fs'

/**
 * Weights of byte n-grams in 60 languages, as flat arrays. An n-gram is known by a 32-bit hash; that one which is not in
 * the model has the hash of one which is happens once in 40,000 times.
 *
 * File, all numbers little-endian: `GHLM`; four 32-bit counts: format, languages, n-grams, weights; for each language two
 * letters and 16 bits of typical weight (in hundredths); for each n-gram 32 bits of hash (ascending); for each n-gram 8
 * bits with the number of its weights; for each weight 8 bits of language; for each weight 8 bits of its value.
 */
export interface LanguageModel {
  /** ISO 639-1 codes; a language is known by its index here. */
  readonly languages: readonly string[]
  /** By language: the mean weight of the n-grams of a text in it. */
  readonly typicalWeights: readonly number[]
  readonly hashes: Uint32Array
  /** By n-gram: where its weights begin; one entry more than there are n-grams. */
  readonly firstWeight: Uint32Array
  readonly weightLanguages: Uint8Array
  readonly weightValues: Uint8Array
}

const MODEL = new URL('../../models/language-id.bin', import.meta.url)

let loaded: LanguageModel | undefined

/** The model, read from its file when it is first asked for (under 1 MB, a few milliseconds) and kept. */
export function loadLanguageModel(): LanguageModel {
  loaded ??= parseLanguageModel(readFileSync(MODEL))
  return loaded
}

/** @throws Error when the file is not a model of this format. */
export function parseLanguageModel(file: Buffer): LanguageModel {
  let at = 4
  const readCount = (): number => {
    at += 4
    return file.readUInt32LE(at - 4)
  }
  if (file.toString('latin1', 0, 4) !== 'GHLM' || readCount() !== 1) {
    throw new Error('The language model is not a file of format 1.')
  }
  const [languageCount, ngramCount, weightCount] = [readCount(), readCount(), readCount()]
  const size = 20 + languageCount * 4 + ngramCount * 5 + weightCount * 2
  if (file.length !== size) throw new Error(`The language model should have ${size} bytes; it has ${file.length}.`)

  const languages: string[] = []
  const typicalWeights: number[] = []
  for (let index = 0; index < languageCount; index++) {
    languages.push(file.toString('latin1', at, at + 2))
    typicalWeights.push(file.readUInt16LE(at + 2) / 100)
    at += 4
  }
  const hashes = new Uint32Array(ngramCount)
  for (let index = 0; index < ngramCount; index++) hashes[index] = readCount()
  const firstWeight = new Uint32Array(ngramCount + 1)
  for (let index = 0; index < ngramCount; index++) {
    firstWeight[index + 1] = (firstWeight[index] as number) + (file[at + index] as number)
  }
  at += ngramCount
  return {
    languages,
    typicalWeights,
    hashes,
    firstWeight,
    weightLanguages: file.subarray(at, at + weightCount),
    weightValues: file.subarray(at + weightCount),
  }
}
