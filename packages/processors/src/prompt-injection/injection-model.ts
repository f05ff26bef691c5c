import { readFileSync } from 'node:fs'

/** What is usual for harmless texts of one length: by scale, the middle of their scores and how far the highest are above. */
export interface UsualScores {
  /** Natural logarithm of the number of words. */
  readonly logWords: number
  readonly medians: readonly number[]
  readonly spreads: readonly number[]
}

/**
 * Weights of hashed features, and what turns sums of them into a score.
 *
 * File, all numbers little-endian: `GHPI`; 32-bit counts: format, number of scales, of lengths, log2 of the number of
 * weights, log2 of the number of weights by kind; for each scale 32 bits of its words and a float of its bias; floats:
 * the value of one step of a weight, slope and intercept of the score; the same three for the kind; for each length floats
 * of the logarithm, the medians and the spreads; then the weights and the weights by kind, 8 bits each, signed.
 */
export interface InjectionModel {
  /** Lengths of the windows, in words; the last one stands for the whole text. */
  readonly scales: readonly number[]
  readonly biases: readonly number[]
  /** In ascending order of length. */
  readonly usual: readonly UsualScores[]
  readonly weights: HashedWeights
  /** From the sum of deviations to a logit. */
  readonly slope: number
  readonly intercept: number
  /** Weights that speak for a jailbreak, rather than an injection. */
  readonly kind: HashedWeights & { readonly slope: number; readonly intercept: number }
}

/** Weights by the low bits of a feature's hash. */
export interface HashedWeights {
  readonly values: Int8Array
  /** Value of one step. */
  readonly step: number
}

const MODEL = new URL('../../models/prompt-injection.bin', import.meta.url)

const HEADER_BYTES = 24
const FORMAT = 1

let loaded: InjectionModel | undefined

/** The model, read from its file when it is first asked for (about 2 MB) and kept. */
export function loadInjectionModel(): InjectionModel {
  loaded ??= parseInjectionModel(readFileSync(MODEL))
  return loaded
}

/** @throws Error when the file is not a model of this format. */
export function parseInjectionModel(file: Buffer): InjectionModel {
  if (file.length < HEADER_BYTES || file.toString('latin1', 0, 4) !== 'GHPI' || file.readUInt32LE(4) !== FORMAT) {
    throw new Error(`The prompt injection model is not a file of format ${FORMAT}.`)
  }
  const [scaleCount, lengthCount, weightBits, kindBits] = [8, 12, 16, 20].map((at) => file.readUInt32LE(at)) as [
    number,
    number,
    number,
    number,
  ]
  const numbers = scaleCount * 2 + 6 + lengthCount * (1 + scaleCount * 2)
  const weightsAt = HEADER_BYTES + numbers * 4
  const size = weightsAt + 2 ** weightBits + 2 ** kindBits
  if (file.length !== size) {
    throw new Error(`The prompt injection model should have ${size} bytes; it has ${file.length}.`)
  }
  let at = HEADER_BYTES
  const readFloat = (): number => {
    at += 4
    return file.readFloatLE(at - 4)
  }
  const readFloats = (count: number): number[] => Array.from({ length: count }, readFloat)
  const scales: number[] = []
  const biases: number[] = []
  for (let scale = 0; scale < scaleCount; scale++) {
    scales.push(file.readUInt32LE(at))
    at += 4
    biases.push(readFloat())
  }
  const [step, slope, intercept, kindStep, kindSlope, kindIntercept] = readFloats(6) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const usual = Array.from({ length: lengthCount }, () => ({
    logWords: readFloat(),
    medians: readFloats(scaleCount),
    spreads: readFloats(scaleCount),
  }))
  const readWeights = (from: number, bits: number): Int8Array =>
    new Int8Array(file.buffer, file.byteOffset + from, 2 ** bits)
  return {
    scales,
    biases,
    usual,
    weights: { values: readWeights(weightsAt, weightBits), step },
    slope,
    intercept,
    kind: {
      values: readWeights(weightsAt + 2 ** weightBits, kindBits),
      step: kindStep,
      slope: kindSlope,
      intercept: kindIntercept,
    },
  }
}
