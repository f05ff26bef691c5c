import { readFileSync } from 'node:fs'
import { loadLanguageModel } from '../../dist/language-id/language-model.js'
import { readEvidence } from '../../dist/language-id/score-languages.js'
import { makeRandom, pick } from './grammar.mjs'

/** Languages with words among the neighbours; the first ones are in Latin letters, and their words are told apart by n-grams. */
const LATIN = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'tr']
const SCRIPTS = [
  ['ru', /\p{Script=Cyrillic}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['th', /\p{Script=Thai}/u],
  ['ko', /\p{Script=Hangul}/u],
  ['ja', /\p{Script=Hiragana}|\p{Script=Katakana}/u],
  ['zh', /\p{Script=Han}/u],
]
const WITHOUT_BLANKS = ['ja', 'th', 'zh']
const LANGUAGES = [...LATIN.slice(1), ...SCRIPTS.map(([language]) => language)]

/** A word may be one of so many languages. */
const POSSIBLE_LANGUAGES = 2
/** So many words stand for one, unless their cosine is this much below the first one's. */
const MOST_WORDS_FOR_ONE = 3
const WORSE = 0.07

const MOST_WORDS = 90
/** Most words of a text must have a translation. */
const LEAST_SHARE = 0.6

/**
 * Translations word by word: each English text of at most {@link MOST_WORDS} words in one of {@link LANGUAGES}, its words
 * replaced by ones that a pretrained encoder takes for nearly the same (see `export-neighbours.py`). They are no good language, but
 * teach words of other languages what their English neighbours mean.
 */
export function makeTranslations(rows, seed, neighboursFile) {
  const dictionary = readDictionary(neighboursFile)
  const random = makeRandom(seed)
  return rows.flatMap((row) => {
    const words = row.text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*|\p{N}+|[^\p{L}\p{N}\s]/gu) ?? []
    const language = pick(LANGUAGES, random)
    const known = words.filter((word) => dictionary.has(word))
    const letters = words.filter((word) => /\p{L}/u.test(word))
    if (words.length > MOST_WORDS || letters.length < 3) return []
    const said = words.flatMap((word) => {
      const translations = dictionary.get(word)?.[language]
      if (translations !== undefined) return [pick(translations, random)]
      return dictionary.has(word) ? [] : [word]
    })
    const translated = known.filter((word) => dictionary.get(word)[language] !== undefined)
    if (translated.length < letters.length * LEAST_SHARE) return []
    return [{ ...row, text: said.join(WITHOUT_BLANKS.includes(language) ? '' : ' ') }]
  })
}

/** By English word, by language: words that stand for it. */
function readDictionary(file) {
  const languagesOf = new Map()
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  return new Map(
    lines.map((line) => {
      const [word, list] = line.split('\t')
      const entry = {}
      for (const item of list === '' ? [] : list.split(' ')) {
        const [neighbour, cosine] = item.split(':')
        if (!languagesOf.has(neighbour)) languagesOf.set(neighbour, possibleLanguages(neighbour))
        for (const language of languagesOf.get(neighbour)) {
          entry[language] ??= []
          entry[language].push({ neighbour, cosine: Number(cosine) })
        }
      }
      const best = Object.entries(entry).map(([language, found]) => [
        language,
        found
          .filter(({ cosine }) => cosine >= found[0].cosine - WORSE)
          .slice(0, MOST_WORDS_FOR_ONE)
          .map(({ neighbour }) => neighbour),
      ])
      return [word, Object.fromEntries(best)]
    }),
  )
}

function possibleLanguages(word) {
  const ofScript = SCRIPTS.find(([, script]) => script.test(word))
  if (ofScript !== undefined) return [ofScript[0]]
  const sums = readEvidence(word)[0]
  if (sums?.sums === undefined) return []
  const ranked = loadLanguageModel()
    .classes.map(({ language, script, bias, perNgram }, index) => ({
      language: script === 'latin' ? language : '',
      score: sums.sums[index] + bias + perNgram * sums.ngrams,
    }))
    .filter(({ language }) => LATIN.includes(language))
    .sort((a, b) => b.score - a.score)
  if (ranked[0].language === 'en') return []
  return ranked.slice(0, POSSIBLE_LANGUAGES).map(({ language }) => language)
}
