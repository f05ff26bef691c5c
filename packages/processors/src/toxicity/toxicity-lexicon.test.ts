import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { foldText } from '../text/fold-text.js'
import { languages } from './lexicon/index.js'
import { collectTerms, languageCodes } from './terms.js'
import { loadToxicityLexicon, parseToxicityLexicon } from './toxicity-lexicon.js'

const file = new URL('../../models/toxicity.bin', import.meta.url)

test('the file has terms in every language, none of them in plain view', () => {
  const { groups } = loadToxicityLexicon()
  expect(new Set(groups.map(({ language }) => language)).size).toBeGreaterThan(25)
  const bytes = readFileSync(file).toString('latin1')
  const visible = groups
    .flatMap(({ terms }) => terms.split(' '))
    .filter((term) => term.length > 4 && bytes.includes(term))
  expect(visible).toEqual([])
})

test('every term has letters, and every language a bit', () => {
  const lexicon = loadToxicityLexicon()
  expect(() => collectTerms(lexicon)).not.toThrow()
  for (const { language, terms } of lexicon.groups) {
    expect(languageCodes).toContain(language)
    for (const term of terms.split(' ')) expect(foldText(term, false).length, term).toBeGreaterThan(0)
  }
})

test('lexicons of the grammar have no empty term, and a star at the end of a word only', () => {
  const entries = languages.flatMap(([, { groups, words, common }]) =>
    [...Object.values(groups), ...Object.values(words), common].flatMap((list) => list.split(' ')),
  )
  expect(entries.filter((entry) => !/^[^*_\s][^*\s]*\*?$/u.test(entry))).toEqual([])
})

test('another file is refused', () => {
  expect(() => parseToxicityLexicon(Buffer.from('GHTX\u0002{}'))).toThrow('not a file of format 1')
})
