import { describe, expect, test } from 'vitest'
import { type AnswerRules, findObjections } from './judge-answer.js'
import type { ServiceAnswer } from './service-answer.js'

const answerOf = (given: Partial<ServiceAnswer>): ServiceAnswer => ({
  flagged: undefined,
  score: undefined,
  categories: {},
  replacement: undefined,
  ...given,
})
const category = (flagged: boolean, score?: number) => ({ flagged, score })
const violent = answerOf({
  flagged: true,
  score: 0.6,
  categories: { violence: category(true, 0.6), hate: category(false, 0.3) },
})

describe('findObjections', () => {
  test.each<{ name: string; answer: ServiceAnswer; rules?: Partial<AnswerRules>; types: string[] }>([
    { name: 'nothing', answer: answerOf({ flagged: false }), types: [] },
    { name: 'flagged without a category', answer: answerOf({ flagged: true }), types: ['flagged'] },
    { name: 'what the service flags', answer: violent, types: ['violence'] },
    { name: 'a common threshold below', answer: violent, rules: { threshold: 0.3 }, types: ['violence', 'hate'] },
    { name: 'a common threshold above', answer: violent, rules: { threshold: 0.61 }, types: [] },
    {
      name: 'a threshold of its own above',
      answer: violent,
      rules: { categories: { violence: { threshold: 0.7 } } },
      types: [],
    },
    {
      name: 'a threshold of its own below',
      answer: violent,
      rules: { threshold: 0.9, categories: { hate: { threshold: 0.2 } } },
      types: ['hate'],
    },
    { name: 'switched off', answer: violent, rules: { categories: { violence: { action: 'off' } } }, types: [] },
    {
      name: 'switched off beside another that is flagged',
      answer: { ...violent, categories: { ...violent.categories, spam: category(true) } },
      rules: { categories: { violence: { action: 'off' } } },
      types: ['spam'],
    },
    {
      name: 'flagged for no category that it names, though one is switched off',
      answer: { ...violent, categories: { violence: category(false, 0.1) } },
      rules: { categories: { violence: { action: 'off' } } },
      types: ['flagged'],
    },
    { name: 'a score alone', answer: answerOf({ score: 0.5 }), types: ['flagged'] },
    { name: 'a lower score alone', answer: answerOf({ score: 0.49 }), types: [] },
    { name: 'a score and a threshold', answer: answerOf({ score: 0.5 }), rules: { threshold: 0.6 }, types: [] },
    {
      name: 'a name that every object has',
      answer: answerOf({ flagged: true, categories: { constructor: category(true) } }),
      types: ['constructor'],
    },
  ])('$name', ({ answer, rules, types }) => {
    expect(findObjections(answer, { categories: {}, ...rules }).map(({ type }) => type)).toEqual(types)
  })

  test('an objection has the action of its rule', () => {
    expect(findObjections(violent, { categories: { violence: { action: 'tag' } } })).toEqual([
      { type: 'violence', score: 0.6, action: 'tag' },
    ])
  })
})
