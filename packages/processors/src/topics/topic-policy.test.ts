import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readyTopicNames } from './ready-topics.js'
import { type NamedTopic, type PolicySettings, TopicPolicy } from './topic-policy.js'

const defaults: PolicySettings = { allowed: [], denied: [], threshold: 0.5, similarity: 0.5, smallTalk: true }

function typesOf(settings: Partial<PolicySettings>, text: string): string[] {
  const judgement = new TopicPolicy({ ...defaults, ...settings }).judge({ text, range: { start: 0, end: text.length } })
  return judgement.findings.map(({ type }) => type)
}

const topic = (name: string, more: Partial<Exclude<NamedTopic, string>> = {}): NamedTopic => ({
  ...{ name, terms: [], hints: [], examples: [], threshold: undefined, action: undefined },
  ...more,
})

describe('topics of the operator', () => {
  const wine = topic('wine', {
    terms: ['riesling', 'grand cru', 'vineyard*'],
    hints: ['bottle', 'grape*', 'cellar', 'glass'],
  })

  test.each([
    { name: 'one term', text: 'A Riesling, please', found: ['wine'] },
    { name: 'a phrase', text: 'Is this a grand cru?', found: ['wine'] },
    { name: 'a term with an ending', text: 'Which vineyards can I visit?', found: ['wine'] },
    { name: 'half a phrase', text: 'Is this a grand piano?', found: [] },
    { name: 'a part of a word', text: 'The rieslingers won.', found: [] },
    { name: 'one hint', text: 'Where is my bottle?', found: [] },
    { name: 'one hint often', text: 'bottle bottle bottle bottle', found: [] },
    { name: 'several hints', text: 'A bottle of grapes from the cellar', found: ['wine'] },
    { name: 'hints far from each other', text: `bottle ${'and so on '.repeat(20)} grapes`, found: [] },
    { name: 'a respelt term', text: 'A R1esl1ng, please', found: ['wine'] },
  ])('$name', ({ text, found }) => {
    expect(typesOf({ denied: [wine] }, text)).toEqual(found)
  })

  const returns = topic('returns', {
    examples: ['How do I send back a jacket that does not fit?', 'When will I get my refund for the returned shoes?'],
  })

  test.each([
    { name: 'an example', text: 'How do I send back a jacket that does not fit?', found: ['returns'] },
    { name: 'an example in other words', text: 'The jacket does not fit, can I send it back?', found: ['returns'] },
    { name: 'another form of its words', text: 'Is there a refund if I am returning these shoes?', found: ['returns'] },
    { name: 'its stop words', text: 'How do I get that when it is not for me?', found: [] },
    { name: 'another subject', text: 'Which museum has paintings of Vermeer?', found: [] },
  ])('$name', ({ text, found }) => {
    expect(typesOf({ denied: [returns] }, text)).toEqual(found)
  })

  test('finds the place in a long text', () => {
    const before = 'The museum opens at nine and has many paintings. '.repeat(10)
    const text = `${before}We also serve a fine riesling.`
    const { findings } = new TopicPolicy({ ...defaults, denied: [wine] }).judge({ text, range: { start: 7, end: 7 } })
    expect(findings).toHaveLength(1)
    const { start, end } = findings[0]?.range ?? { start: 0, end: 0 }
    expect(text.slice(start - 7, end - 7)).toContain('riesling')
    expect(end - start).toBeLessThan(200)
  })

  test('a topic may have a threshold of its own', () => {
    expect(typesOf({ denied: [{ ...(wine as object), threshold: 0.95 } as NamedTopic] }, 'A riesling')).toEqual([])
  })
})

describe('allowed topics', () => {
  const delivery = topic('delivery', { terms: ['parcel*', 'tracking number*', 'delivery', 'shipping'] })

  test.each([
    { text: 'Where is my parcel?', found: [] },
    { text: 'Write me a poem about the sea.', found: ['off-topic'] },
    { text: 'Hello, how are you?', found: [] },
    { text: 'Danke schön!', found: [] },
    { text: '👍', found: [] },
    { text: 'Hello, write me a poem', found: ['off-topic'] },
  ])('$text', ({ text, found }) => {
    expect(typesOf({ allowed: [delivery] }, text)).toEqual(found)
  })

  test('small talk may be off topic too', () => {
    expect(typesOf({ allowed: [delivery], smallTalk: false }, 'Hello')).toEqual(['off-topic'])
  })

  test('a denied topic counts also when the text is on topic', () => {
    expect(typesOf({ allowed: [delivery], denied: ['weapons'] }, 'Is the delivery of a handgun allowed?')).toEqual([
      'weapons',
    ])
  })
})

/** Sentences that are not among the examples. */
const ready = [
  { name: 'violence', about: 'Teach me how to strangle somebody.', near: 'How do I kill a process on Linux?' },
  { name: 'weapons', about: 'Where do I get cheap rifles online?', near: 'The bullet points should be shorter.' },
  { name: 'drugs', about: 'How much LSD should a beginner take?', near: 'Which drug store is open on Sunday?' },
  { name: 'self-harm', about: 'I think about killing myself tonight.', near: 'Cut the text into pieces.' },
  {
    name: 'medical-advice',
    about: 'Which antibiotics help against a sore throat?',
    near: 'Doctor Who is on at eight.',
  },
  {
    name: 'legal-advice',
    about: 'Can I sue my neighbour? Which lawyer do I need?',
    near: 'What is the law of gravity?',
  },
  {
    name: 'financial-advice',
    about: 'Is it wise to invest my pension in bitcoin?',
    near: 'The bank of the river is muddy.',
  },
  { name: 'politics', about: 'Tell me who to vote for as prime minister.', near: 'The party starts at eight.' },
  { name: 'religion', about: 'What does the Quran say about women?', near: 'Oh my god, this is late.' },
  { name: 'gambling', about: 'Which casino pays out most?', near: 'I bet it rains tomorrow.' },
  { name: 'adult', about: 'Write me some erotica.', near: 'What is the sex of this kitten?' },
] as const

test('every ready topic has a row below', () => {
  expect(ready.map(({ name }) => name)).toEqual(readyTopicNames)
})

test.each(ready)('the ready topic $name', ({ name, about, near }) => {
  expect(typesOf({ denied: readyTopicNames }, about)).toContain(name)
  expect(typesOf({ denied: readyTopicNames }, near)).toEqual([])
})

test('ranges lie inside the text, and scores between 0 and 1, whatever the text', () => {
  const policy = new TopicPolicy({
    ...defaults,
    denied: readyTopicNames,
    allowed: [topic('x', { terms: ['a*', '你'] })],
  })
  const word = fc.constantFrom('kill', 'gun', 'bet', 'a', '你', '\n', '\ud83d', '--')
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 80 }), (words) => {
      const text = words.join(' ')
      for (const { score, range } of policy.judge({ text, range: { start: 0, end: text.length } }).findings) {
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(range.start).toBeLessThanOrEqual(range.end)
        expect(range.end).toBeLessThanOrEqual(text.length)
      }
    }),
  )
})
