import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectToxicity } from './detect-toxicity.js'

const search = { threshold: 0.5, languages: [] }

function kindsOf(text: string): string[] {
  return [...new Set(detectToxicity(text, search).signs.map(({ kind }) => kind))].sort()
}

describe('hate against a group', () => {
  test.each([
    { rule: 'a verb of hate', text: 'I hate all those immigrants.' },
    { rule: 'a trait', text: 'Women are so incredibly stupid.' },
    { rule: 'a trait before the group', text: 'Look at these filthy refugees.' },
    { rule: 'vermin', text: 'Muslims are nothing but vermin.' },
    { rule: 'harm that is wanted', text: 'Somebody should burn all the immigrants alive.' },
    { rule: 'harm as a command', text: 'Kill all gay people!' },
    { rule: 'exclusion', text: 'We should ban gay people from schools.' },
    { rule: 'an accusation', text: 'Immigrants steal our jobs.' },
    { rule: 'dignity denied', text: 'Disabled people do not deserve to vote.' },
    { rule: 'a pronoun in the next sentence', text: 'Two women work here. They are all brainless.' },
    { rule: 'a question', text: "Aren't women just pathetic?" },
    { rule: 'a negation that negates nothing', text: 'There is nothing human about Muslims, they are scum.' },
  ])('$rule', ({ text }) => {
    expect(kindsOf(text)).toContain('hate')
  })

  test('names for whom it is meant', () => {
    const [sign] = detectToxicity('Muslims are vermin.', search).signs
    expect(sign).toMatchObject({ kind: 'hate', severity: 'high', target: 'religion', start: 0, end: 18 })
  })
})

describe('other kinds', () => {
  test.each([
    { kind: 'threat', text: 'I am going to kill you.' },
    { kind: 'threat', text: 'Go hang yourself.' },
    { kind: 'insult', text: 'You are such a pathetic idiot.' },
    { kind: 'insult', text: 'Shut up, you moron.' },
  ])('$kind: $text', ({ kind, text }) => {
    expect(kindsOf(text)).toContain(kind)
  })

  test('weak signs add up', () => {
    const text = 'What a corrupt liar, a criminal and a traitor, and all of his thugs are clowns.'
    expect(detectToxicity(text, search).signs).toMatchObject([{ kind: 'insult', rule: 'several' }])
  })
})

/** Each is right in every respect but one. */
const harmless = [
  { but: 'negated', text: 'I do not hate immigrants.' },
  { but: 'negated trait', text: 'Women are not stupid.' },
  { but: 'negated harm', text: 'No woman deserves to be raped.' },
  { but: 'quoted and countered', text: 'Saying "women are stupid" is never acceptable.' },
  { but: 'reported and countered', text: 'It is wrong to call disabled people worthless.' },
  { but: 'reported by another', text: 'The sign said "kill all Muslims", and we took it down.' },
  { but: 'a defence', text: 'We must protect trans people from being attacked.' },
  { but: 'a fact', text: 'Two Muslims were killed in the attack.' },
  { but: 'no group', text: 'I want to kill all these mosquitoes.' },
  { but: 'a thing', text: 'This printer is garbage.' },
  { but: 'praise', text: 'This song is so fucking great!' },
  { but: 'kindness', text: 'I love gay people.' },
  { but: 'technical', text: 'How do I kill a zombie process and its children?' },
  { but: 'technical', text: 'The master aborts, and slaves are executed in order.' },
  { but: 'a camera', text: 'How should I shoot a person in low light?' },
  { but: 'another language', text: 'Die Frauen sind in der Stadt.' },
  { but: 'bold', text: 'The **Overall Fit** and the **Efes Dark** are fine.' },
  { but: 'said of a thing', text: 'You must execute the script, and you should kill the process.' },
  { but: 'part of a word', text: 'The class will assess the Scunthorpe cocktail analysis.' },
]

test.each(harmless)('harmless for being $but: $text', ({ text }) => {
  expect(detectToxicity(text, search).signs).toEqual([])
})

test('a swear word counts once, not as a sexual term as well', () => {
  expect(kindsOf('This is the worst damn service ever, I want my fucking money back!')).toEqual([])
})

describe('words of one language that are slurs in another', () => {
  test.each([
    'Désolé pour le retard, il est tard.',
    'Le vol est retardé de deux heures.',
    'La trisomie 21, trisomy 21, a debilitating disease',
    'La curva de aprendizaje. A curva da estrada. La curva è pericolosa.',
    'Semestern är slut, och filmen är slut.',
    'Tengo un coche negro. El gat negre. O vestido negro.',
    'Das Fagott, il fagotto, un fagot de bois',
    'Connect to mongo with the mongo shell, in Mongolia',
    'De ombouw van de keuken. De Mongolen veroverden China.',
    'Les pédales du vélo sont cassées. Gogol est un auteur.',
    'The dog is a bitch, two years old.',
    'Niki Lauda and James Randi drink a Negroni on the beach.',
    'Ask the user whether he/she agrees.',
    'A jigger of gin with kaffir lime, by Phuc Nguyen',
    'Han soper gulvet.',
    'Het gebergte aan de oostzijde. Die Geber und ihre Geberländer.',
    "Niger and Nigeria share a border; Niger's capital is Niamey.",
    'I will beat you at chess. Trans fat is bad. Drop dead gorgeous.',
  ])('are harmless there: %s', (text) => {
    const { signs } = detectToxicity(text, search)
    expect(signs.filter(({ kind, severity }) => kind === 'threat' || severity === 'high')).toEqual([])
  })

  test.each([
    'You retard.',
    'She is a slut, what a slut.',
    'Te kurva anyád',
    'You stupid bitch',
    'I will slit your throat',
  ])('count in their own: %s', (text) => {
    expect(detectToxicity(text, search).score).toBeGreaterThan(0.5)
  })
})

describe('misspelt', () => {
  test.each([
    { how: 'leet', text: 'I h4te w0men' },
    { how: 'letters set apart', text: 'I h a t e women' },
    { how: 'a word cut in two', text: 'I hate mus lims' },
    { how: 'words run together', text: 'Ihateimmigrants' },
    { how: 'two letters swapped', text: 'I hate wmoen' },
    { how: 'a letter left out', text: 'I hate imigrants' },
    { how: 'a letter repeated', text: 'I haaaaate women' },
    { how: 'zero-width characters', text: 'I ha\u200bte wo\u200bmen' },
    { how: 'look-alikes', text: 'I h\u0430t\u0435 women' },
    { how: 'full-width letters', text: 'I \uff48\uff41\uff54\uff45 women' },
    { how: 'masked inside', text: 'You are a b*tch' },
    { how: 'masked at the end', text: 'You are a bast***' },
    { how: 'masked but for the first letter', text: 'F*** you' },
  ])('$how', ({ text }) => {
    expect(detectToxicity(text, search).score).toBeGreaterThan(0.5)
  })
})

describe('languages', () => {
  test.each([
    { language: 'ar', hate: 'المهاجرين حشرات', kind: 'أحب النساء' },
    { language: 'de', hate: 'Alle Ausländer sind Ungeziefer.', kind: 'Ich hasse Frauen nicht.' },
    { language: 'es', hate: 'Las mujeres son inferiores.', kind: 'No odio a los inmigrantes.' },
    { language: 'fr', hate: 'Les immigrés sont des parasites.', kind: "J'aime les immigrés." },
    { language: 'hi', hate: 'सभी मुसलमान आतंकवादी हैं', kind: 'मुसलमान आतंकवादी नहीं हैं' },
    { language: 'it', hate: 'Gli immigrati sono parassiti.', kind: 'Gli immigrati non sono criminali.' },
    { language: 'ja', hate: '移民はゴキブリだ', kind: '女性が好きです' },
    { language: 'nl', hate: 'Moslims zijn ongedierte.', kind: 'Ik haat vrouwen niet.' },
    { language: 'pl', hate: 'Nienawidzę kobiet.', kind: 'Kocham kobiety.' },
    { language: 'pt', hate: 'Os imigrantes são lixo.', kind: 'Os imigrantes não são criminosos.' },
    { language: 'ru', hate: 'Я ненавижу женщин.', kind: 'Я люблю женщин.' },
    { language: 'tr', hate: 'Kadınlardan nefret ediyorum.', kind: 'Kadınları seviyorum.' },
    { language: 'zh', hate: '移民都是寄生虫', kind: '移民不是罪犯' },
  ])('$language', ({ language, hate, kind }) => {
    expect(kindsOf(hate)).toContain('hate')
    expect(kindsOf(kind)).toEqual([])
    expect(detectToxicity(hate, { ...search, languages: [language] }).score).toBeGreaterThan(0.5)
  })

  test('others than the chosen ones count for nothing', () => {
    expect(detectToxicity('I hate all women.', { ...search, languages: ['de'] }).score).toBe(0)
  })
})

test('signs lie inside the text, and scores between 0 and 1, whatever the text', () => {
  const word = fc.constantFrom(
    'hate',
    'women',
    'they',
    'are',
    'vermin',
    'not',
    '"',
    '.',
    'f*ck',
    'idiot',
    'h a t e',
    '你',
    '\ud83d',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 30 }), (words) => {
      const text = words.join(' ')
      const { score, signs } = detectToxicity(text, { threshold: 0.1, languages: [] })
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
      for (const sign of signs) {
        expect(sign.start).toBeGreaterThanOrEqual(0)
        expect(sign.end).toBeGreaterThan(sign.start)
        expect(sign.end).toBeLessThanOrEqual(text.length)
        expect(sign.score).toBeGreaterThanOrEqual(0.1)
      }
    }),
  )
})
