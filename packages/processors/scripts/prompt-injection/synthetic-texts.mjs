import { attackLists, attackTemplates } from './attack-phrases.mjs'
import { attackTexts } from './attack-texts.mjs'
import { benignLists, benignTemplates } from './benign-phrases.mjs'
import { everydayLists, everydayTexts } from './everyday-texts.mjs'
import { fill, makeRandom, pick } from './grammar.mjs'
import { harmlessTexts } from './harmless-texts.mjs'
import { phrasesByLanguage } from './phrases-by-language.mjs'
import { roundaboutByLanguage } from './roundabout-by-language.mjs'
import { roundaboutAttacks, roundaboutHarmless, roundaboutLists } from './roundabout-texts.mjs'
import { shortTexts } from './short-texts.mjs'
import { techniqueAttacks, techniqueHarmless, techniqueLists } from './technique-texts.mjs'
import { textsByLanguage } from './texts-by-language.mjs'

const EXAMPLES = [
  ['What colour is the sky?', 'Blue.'],
  ['How many days has a week?', 'Seven.'],
  ['What is 3 plus 4?', '7'],
  ['Who wrote Hamlet?', 'Shakespeare.'],
  ['What do bees make?', 'Honey.'],
  ['Can you open the file?', 'Sure, here it is.'],
  ['What is your favourite fruit?', 'Apples.'],
  ['Which is the longest river?', 'The Nile.'],
  ['Can you help me with everything?', 'Of course, I answer all questions.'],
]

/** Texts made from our own templates, each with what it is; the same ones for the same seed. */
export function makeSyntheticTexts({ seed, attacks, benign, foreign }) {
  const random = makeRandom(seed)
  const techniques = Object.keys(attackTemplates)
  const kinds = Object.keys(benignTemplates)
  const makeAttack = (technique) => fill(pick(attackTemplates[technique], random), attackLists, random)
  const makeBenign = (kind) => fill(pick(benignTemplates[kind], random), benignLists, random)
  const texts = []
  for (let index = 0; index < attacks; index++) {
    const technique = techniques[index % techniques.length]
    texts.push({
      text: decorate(arrange(technique, makeAttack, makeBenign, random), random),
      label: technique === 'persona' ? 'jailbreak' : 'injection',
      technique,
    })
  }
  for (let index = 0; index < benign; index++) {
    const kind = kinds[index % kinds.length]
    texts.push({ text: decorate(arrangeBenign(kind, makeBenign, random), random), label: 'benign', technique: kind })
  }
  const languages = Object.entries(mergeLanguages())
  for (let index = 0; index < foreign; index++) {
    const [language, phrases] = languages[index % languages.length]
    for (const isAttack of [true, false]) texts.push(makeForeign(language, phrases, isAttack, random))
  }
  return texts
}

/**
 * Our whole texts, each in so many variants, some with another one before or behind it. `group` is the same for variants of one
 * text; the same ones for the same seed.
 */
export function makeWrittenTexts({ seed, variants }) {
  const random = makeRandom(seed)
  const harmless = Object.values(harmlessTexts).flat()
  const makeHarmless = () => fill(pick(harmless, random), {}, random)
  const makeVariants = (texts, topic, label, makeOther) =>
    texts.flatMap((text, index) =>
      Array.from({ length: variants }, () => {
        const filled = fill(text, {}, random)
        const roll = random()
        const joined = roll < 0.08 ? `${filled} ${makeOther()}` : roll < 0.16 ? `${makeHarmless()} ${filled}` : filled
        return { text: decorate(joined, random), label, group: `${label}-${topic}-${index}` }
      }),
    )
  return [
    ...Object.entries(attackTexts).flatMap(([topic, texts]) =>
      makeVariants(texts, topic, topic === 'jailbreak' ? 'jailbreak' : 'injection', () =>
        fill(pick(texts, random), {}, random),
      ),
    ),
    ...Object.entries(harmlessTexts).flatMap(([topic, texts]) => makeVariants(texts, topic, 'benign', makeHarmless)),
  ]
}

/** Roundabout attempts and harmless texts that go the same ways, in turn; the same ones for the same seed. */
export function makeRoundaboutTexts(options) {
  return makePairs(roundaboutAttacks, roundaboutHarmless, roundaboutLists, options)
}

/** Attempts by technique and harmless texts of the same forms, in turn; the same ones for the same seed. */
export function makeTechniqueTexts(options) {
  return makePairs(techniqueAttacks, techniqueHarmless, techniqueLists, options)
}

function makePairs(attackWays, harmlessWays, lists, { seed, attacks, benign }) {
  const random = makeRandom(seed)
  const make = (ways, count, label) => {
    const names = Object.keys(ways)
    return Array.from({ length: count }, (_, index) => {
      const way = names[index % names.length]
      const text = fill(pick(ways[way], random), lists, random).trim()
      return { text: decorate(text, random), label, way }
    })
  }
  return [...make(attackWays, attacks, 'injection'), ...make(harmlessWays, benign, 'benign')]
}

/** What ordinary users ask, so many texts of each template in English and in another language; the same ones for the same seed. */
export function makeEverydayTexts({ seed, variants, foreign }) {
  const random = makeRandom(seed)
  return Object.entries(everydayTexts).flatMap(([language, templates]) =>
    templates.flatMap((template) => {
      const count = language === 'en' ? variants : foreign
      const texts = Array.from({ length: count }, () => decorate(fill(template, everydayLists, random), random))
      return [...new Set(texts)].map((text) => ({ text, label: 'benign', group: `everyday-${template}` }))
    }),
  )
}

/** Short harmless texts, so many of each template; the same ones for the same seed. */
export function makeShortTexts({ seed, variants }) {
  const random = makeRandom(seed)
  return Object.values(shortTexts)
    .flat()
    .flatMap((template) => {
      const texts = Array.from({ length: variants }, () => decorate(fill(template, {}, random), random))
      return [...new Set(texts)].map((text) => ({ text, label: 'benign', group: `short-${template}` }))
    })
}

/** By language the phrases of all lists. */
function mergeLanguages() {
  const lists = [phrasesByLanguage, textsByLanguage, roundaboutByLanguage]
  const join = (language, kind) => lists.flatMap((list) => list[language]?.[kind] ?? [])
  return Object.fromEntries(
    Object.keys(phrasesByLanguage).map((language) => [
      language,
      { attacks: join(language, 'attacks'), benign: join(language, 'benign') },
    ]),
  )
}

/** One to four sentences of one language, one of them an attack or none. */
function makeForeign(language, phrases, isAttack, random) {
  const sentences = Array.from({ length: Math.floor(random() * random() * 5) }, () =>
    fill(pick(phrases.benign, random), {}, random),
  )
  if (isAttack)
    sentences.splice(Math.floor(random() * (sentences.length + 1)), 0, fill(pick(phrases.attacks, random), {}, random))
  else if (sentences.length === 0) sentences.push(fill(pick(phrases.benign, random), {}, random))
  return { text: sentences.join(' '), label: isAttack ? 'injection' : 'benign', technique: language }
}

/** One attack alone, several after each other, or one inside harmless text. */
function arrange(technique, makeAttack, makeBenign, random) {
  const attack = makeAttack(technique)
  if (technique === 'persona') {
    const length = 1 + Math.floor(random() * 8)
    return [attack, ...Array.from({ length }, () => makeAttack('persona'))].join(random() < 0.2 ? '\n' : ' ')
  }
  const roll = random()
  if (technique === 'indirect' || roll < 0.15) {
    const before = Array.from({ length: Math.floor(random() * 4) }, () => makeBenign('document'))
    const after = Array.from({ length: Math.floor(random() * 4) }, () => makeBenign('document'))
    return [...before, attack, ...after].join(random() < 0.6 ? '\n' : ' ')
  }
  if (technique === 'shots' && roll < 0.6) return `${makeExamples(random)}\n${attack}`
  if (roll < 0.2) return `${repeatBenign('document', 2 + random() * 6, makeBenign)} ${attack}`
  if (roll < 0.3) return `${makeBenign('question')} ${attack}`
  if (roll < 0.4) return `${attack} ${makeAttack(technique)}`
  return attack
}

function repeatBenign(kind, count, makeBenign) {
  return Array.from({ length: Math.floor(count) }, () => makeBenign(kind)).join(' ')
}

/** Harmless questions and answers, as before the last question of a many-shot attack. */
function makeExamples(random) {
  const [question, answer] = pick(
    [
      ['Q', 'A'],
      ['User', 'Assistant'],
      ['Human', 'AI'],
      ['Question', 'Answer'],
    ],
    random,
  )
  return Array.from({ length: 1 + Math.floor(random() * 8) }, () => {
    const [asked, said] = pick(EXAMPLES, random)
    return `${question}: ${asked}\n${answer}: ${said}`
  }).join('\n')
}

function arrangeBenign(kind, makeBenign, random) {
  if (random() < 0.04) return makeExamples(random)
  const length = random() < 0.25 ? 1 + Math.floor(random() * 5) : 0
  return [makeBenign(kind), ...Array.from({ length }, () => makeBenign(random() < 0.5 ? kind : 'document'))].join(
    random() < 0.5 ? '\n' : ' ',
  )
}

/** Case and punctuation as people type them. */
function decorate(text, random) {
  const roll = random()
  if (roll < 0.12) return text.toLowerCase()
  if (roll < 0.17) return text.toUpperCase()
  if (roll < 0.25) return text.replaceAll(/[.,!?'"]/g, '')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
