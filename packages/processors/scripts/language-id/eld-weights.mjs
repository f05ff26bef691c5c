import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * The n-gram weights that the package `eld` is published with.
 *
 * @returns languages, and by n-gram (its bytes, with blanks for edges) the weight of each language by index
 */
export async function readEldWeights(modules, edition) {
  const load = (path) => import(pathToFileURL(join(modules, 'eld/src', path)).href)
  const { ngramsData } = await load(`ngrams/${edition}.js`)
  const { dictionary } = await load('dictionary.js')
  const byteOf = readDictionary(dictionary)
  const ngrams = Object.entries(ngramsData.ngrams).map(([ngram, weights]) => ({
    bytes: [...ngram].map((character) => byteOf.get(character) ?? character.charCodeAt(0)),
    weights: Object.entries(weights).map(([language, weight]) => [Number(language), weight + BASE_WEIGHT]),
  }))
  return { languages: Object.values(ngramsData.languages), ngrams }
}

/** Added to every weight when they are summed; the package leaves it out of its data. */
const BASE_WEIGHT = 53

/** The package writes the bytes from 0x80 on, which no string could hold, as characters that no folded word has. */
function readDictionary(dictionary) {
  const isUsed = (character, byte) => byte >= 0x80 && character !== ' '
  return new Map(dictionary.flatMap((character, byte) => (isUsed(character, byte) ? [[character, byte]] : [])))
}
