import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import { spellTerms } from '../dist/text/spell-terms.js'
import { TextView } from '../dist/text/text-view.js'
import { findHits } from '../dist/toxicity/find-hits.js'
import { respell } from '../dist/toxicity/respell.js'
import { collectRespellings } from '../dist/toxicity/respellings.js'
import { collectTerms } from '../dist/toxicity/terms.js'

/**
 * Builds `models/toxicity.bin` from the terms beside this script, and from two public lists of words that a folder of labelled
 * data holds: LDNOOBW (CC-BY-4.0) and the profanity list of Surge AI (MIT).
 *
 *   npm run build && node packages/processors/scripts/build-toxicity-lexicon.mjs FOLDER
 *
 * The folder holds `toxicity/wordlists.jsonl`, and `prompt-injection/train.jsonl`, whose harmless texts say which words are
 * ordinary. The format is described in `src/toxicity/toxicity-lexicon.ts`, which reads it.
 */

const LISTED_LANGUAGES = 'ar cs da de en es fa fi fil fr hi hu it ja ko nl no pl pt ru sv th tr zh'.split(' ')

const HOMONYMS = 'homonyms'

/** Our own terms: groups, and homonyms of ordinary words of other languages. */
function readOwn() {
  const file = readFileSync(new URL('toxicity/terms.rot13.txt', import.meta.url), 'utf8')
  const lines = file
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => rotate(line).split(': '))
  const groups = lines
    .filter(([head]) => head !== HOMONYMS)
    .map(([head, terms]) => {
      const [language, kind, severity, target] = head.split(' ')
      return { language, kind, severity: Number(severity), ...(target && { target }), terms: terms.trim().split(/\s+/) }
    })
  return { groups, homonyms: lines.find(([head]) => head === HOMONYMS)?.[1].trim() ?? '' }
}

function rotate(text) {
  return text.replaceAll(/[a-z]/gi, (letter) => {
    const first = letter <= 'Z' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first)
  })
}

/** A term of a public list, as ours are written: blanks between words as `_`. */
function writeTerm(term) {
  return term.toLowerCase().replaceAll(/[*?_]/g, '').trim().replaceAll(/\s+/g, '_')
}

/** What the categories of the list with severities are here, and whether that is sure only from a severity on. */
const CATEGORIES = {
  'racial / ethnic slurs': { kind: 'slur', target: 'ethnicity', sureFrom: 2.4 },
  'sexual orientation / gender': { kind: 'slur', target: 'sexual-orientation', sureFrom: 2.4 },
  'mental disability': { kind: 'slur', target: 'disability', sureFrom: 2 },
  'physical disability': { kind: 'slur', target: 'disability', sureFrom: 2 },
  'sexual anatomy / sexual acts': { kind: 'profane', sureFrom: 2 },
  'bodily fluids / excrement': { kind: 'profane', sureFrom: 1.4 },
  'other / general insult': { kind: 'insult', sureFrom: 1.4 },
  'religious offense': { kind: 'profane', sureFrom: 1.4 },
  political: { kind: 'insult', sureFrom: 2 },
  'animal references': { kind: 'insult', sureFrom: 2 },
  'physical attributes': { kind: 'insult', sureFrom: 1 },
}

const LEAST_SLUR = 1.5

function readListed(folder, isOrdinary) {
  const rows = readFileSync(join(folder, 'toxicity/wordlists.jsonl'), 'utf8').trim().split('\n')
  return rows
    .map((row) => JSON.parse(row))
    .flatMap(({ term, language, category, severity }) => {
      const code = language.split('-')[0]
      const text = writeTerm(term)
      if (!LISTED_LANGUAGES.includes(code) || !/\p{L}{2}/u.test(text) || (code === 'ja' && /^[a-z0-9]+$/.test(text)))
        return []
      // Its mildest slurs are words of other things for the most part.
      if (CATEGORIES[category]?.kind === 'slur' && severity < LEAST_SLUR) return []
      const { kind, target, sureFrom } = CATEGORIES[category] ?? {
        kind: code === 'en' ? 'sexual' : 'profane',
        sureFrom: 0,
      }
      const isSure =
        (severity ?? 1) >= sureFrom &&
        !isOrdinary(text) &&
        (category !== null || text.length > 4 || !/^[a-z]+$/.test(text))
      return [
        {
          language: code,
          kind,
          severity: kind === 'slur' && isSure ? 3 : 2,
          ...(target && { target }),
          terms: [isSure && category !== null ? text : `${text}?`],
        },
      ]
    })
}

function readHarmless(folder) {
  const rows = readFileSync(join(folder, 'prompt-injection/train.jsonl'), 'utf8').trim().split('\n')
  return rows
    .map((row) => JSON.parse(row))
    .filter(({ label }) => label === 'benign')
    .map(({ text }) => text)
}

/** Words and pairs of words in harmless texts, in plain spelling. */
function readOrdinary(texts) {
  const found = new Set()
  for (const text of texts) {
    let last = ''
    forEachWord(new TextView(text).words, (word) => {
      found.add(word).add(`${last} ${word}`)
      last = word
    })
  }
  return found
}

function forEachWord({ units, starts, ends, count }, visit) {
  for (let word = 0; word < count; word++) visit(String.fromCharCode(...units.subarray(starts[word], ends[word])), word)
}

/**
 * A term as it may stand in the lexicon: one that harmless texts hold is marked as often harmless, and one that begins
 * harmless words takes no ending.
 */
function settleTerm(term, ordinary, words) {
  const isPrefix = term.endsWith('*')
  const [spelt] = spellTerms([term.replaceAll('_', ' ').replaceAll(/[*?]/g, '')])
  const plain = String.fromCharCode(...spelt)
  const bare = term.replaceAll(/[*?]/g, '')
  if (ordinary.has(plain)) return `${bare}?`
  if (isPrefix && (plain.length < 4 || words.some((word) => word.startsWith(plain)))) return bare
  return term
}

/** So many texts have a frequent word. */
const FREQUENT_TEXTS = 12

function listFrequent(texts) {
  const counts = new Map()
  for (const text of texts) {
    const own = new Set()
    forEachWord(new TextView(text).words, (word) => own.add(word))
    for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts]
    .filter(([word, count]) => count >= FREQUENT_TEXTS && /^[a-z]{2,}$/.test(word))
    .map(([word]) => word)
    .sort()
}

/** Words of harmless texts that would be taken for a misspelt term, or for several words run together. */
function listMistaken(texts, lexicon) {
  const terms = collectTerms(lexicon)
  const respellings = collectRespellings(terms, lexicon)
  const mistaken = new Set()
  for (const text of texts) {
    const { words } = new TextView(text)
    const respelt = respell(text, words, findHits(words, terms), respellings)
    if (respelt === words) continue
    const kept = new Set()
    forEachWord(respelt, (_, word) => kept.add(`${respelt.originalStarts[word]} ${respelt.originalEnds[word]}`))
    forEachWord(words, (spelling, word) => {
      const original = `${words.originalStarts[word]} ${words.originalEnds[word]}`
      const isSame = kept.has(original) && respelt !== words && hasWord(respelt, words, word)
      if (!isSame) mistaken.add(spelling)
    })
  }
  return [...mistaken].filter((word) => /^\p{L}+$/u.test(word)).sort()
}

/** Whether words still hold a word as it was. */
function hasWord(respelt, words, word) {
  for (let at = 0; at < respelt.count; at++) {
    if (respelt.originalStarts[at] !== words.originalStarts[word]) continue
    return spellingOf(respelt, at) === spellingOf(words, word)
  }
  return false
}

function spellingOf({ units, starts, ends }, word) {
  return String.fromCharCode(...units.subarray(starts[word], ends[word]))
}

/** @param folder that of the labelled data */
export function buildToxicityLexicon(folder) {
  const harmless = readHarmless(folder)
  const ordinary = readOrdinary(harmless)
  const words = [...ordinary].filter((word) => !word.includes(' '))
  const { groups: ownGroups, homonyms } = readOwn()
  const own = ownGroups.map((group) => ({
    ...group,
    terms: group.language === 'en' ? group.terms : group.terms.map((term) => settleTerm(term, ordinary, words)),
  }))
  const known = new Set(
    own.flatMap(({ language, terms }) => terms.map((term) => `${language} ${term.replaceAll(/[*?]/g, '')}`)),
  )
  const groups = new Map()
  const add = ({ terms, ...head }) => {
    const key = JSON.stringify(head)
    if (!groups.has(key)) groups.set(key, { ...head, terms: new Set() })
    for (const term of terms) groups.get(key).terms.add(term)
  }
  own.forEach(add)
  for (const group of readListed(folder, (text) => ordinary.has(text.replaceAll('_', ' ')))) {
    const [term] = group.terms
    const key = `${group.language} ${term.replace('?', '')}`
    if (known.has(key)) continue
    known.add(key)
    add(group)
  }
  const lexicon = {
    groups: [...groups.values()].map((group) => ({ ...group, terms: [...group.terms].join(' ') })),
    homonyms,
    ordinary: '',
    frequent: listFrequent(harmless).join(' '),
  }
  const complete = { ...lexicon, ordinary: listMistaken(harmless, lexicon).join(' ') }
  return Buffer.concat([Buffer.from('GHTX\u0001', 'latin1'), deflateRawSync(JSON.stringify(complete), { level: 9 })])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2]
  if (folder === undefined) throw new Error('Name the folder of the labelled data.')
  writeFileSync(fileURLToPath(new URL('../models/toxicity.bin', import.meta.url)), buildToxicityLexicon(folder))
}
