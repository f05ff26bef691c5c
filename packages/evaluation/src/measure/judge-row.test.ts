import { describe, expect, test } from 'vitest'
import type { LabelledRow } from '../dataset/labelled-row.js'
import type { FoundRange, Prediction } from '../prediction/read-output.js'
import { profileSchema } from '../profile/profile.js'
import { profiles } from '../profile/profiles.js'
import { roleOf } from '../profile/role.js'
import { judgeRow } from './judge-row.js'

const row = (fields: Partial<LabelledRow>): LabelledRow => ({ id: 'a', source: 's', text: 'x'.repeat(40), ...fields })
const range = (start: number, end: number, type: string, score?: number): FoundRange => ({ start, end, type, score })
const found = (...ranges: readonly FoundRange[]): Prediction => ({
  isFound: ranges.length > 0,
  score: undefined,
  ranges,
  unlisted: 0,
  languages: [],
})
const pii = profiles.pii ?? profileSchema.parse({})
const secrets = profiles.secrets ?? profileSchema.parse({})

describe('rows that say where', () => {
  test.each([
    {
      name: 'the span, by another name',
      profile: pii,
      fields: { spans: [range(0, 9, 'EMAIL_ADDRESS')] },
      prediction: found(range(0, 9, 'email')),
      isFound: true,
      right: 1,
      wrong: 0,
      unjudged: 0,
    },
    {
      name: 'the span with another type',
      profile: pii,
      fields: { spans: [range(0, 9, 'EMAIL_ADDRESS')] },
      prediction: found(range(0, 9, 'iban')),
      isFound: false,
      right: 0,
      wrong: 1,
      unjudged: 0,
    },
    {
      name: 'another place on a positive row',
      profile: pii,
      fields: { spans: [range(0, 9, 'EMAIL_ADDRESS')] },
      prediction: found(range(20, 29, 'email')),
      isFound: false,
      right: 0,
      wrong: 1,
      unjudged: 0,
    },
    {
      name: 'a postcode in a street address, which is not looked for',
      profile: pii,
      fields: { spans: [range(0, 30, 'STREET_ADDRESS')] },
      prediction: found(range(20, 25, 'postcode')),
      isFound: false,
      right: 0,
      wrong: 0,
      unjudged: 1,
    },
    {
      name: 'a type that the row says must not be found',
      profile: pii,
      fields: { spans: [], negative_for: ['IBAN_CODE'] },
      prediction: found(range(0, 9, 'iban')),
      isFound: true,
      right: 0,
      wrong: 1,
      unjudged: 0,
    },
    {
      name: 'a type of which the row says nothing',
      profile: pii,
      fields: { spans: [], negative_for: ['IBAN_CODE'] },
      prediction: found(range(0, 9, 'email')),
      isFound: false,
      right: 0,
      wrong: 0,
      unjudged: 1,
    },
    {
      name: 'the labelled type elsewhere, on a row labelled for it alone',
      profile: pii,
      fields: { spans: [range(0, 9, 'IBAN_CODE')], negative_for: [] },
      prediction: found(range(0, 9, 'iban'), range(20, 30, 'iban'), range(30, 40, 'email')),
      isFound: true,
      right: 1,
      wrong: 1,
      unjudged: 1,
    },
    {
      name: 'a secret, whatever it is called',
      profile: secrets,
      fields: { label: 'secret', spans: [range(0, 9, 'np.github.1')] },
      prediction: found(range(0, 12, 'generic-api-key')),
      isFound: true,
      right: 1,
      wrong: 0,
      unjudged: 0,
    },
    {
      name: 'the kind of secret that a clean row must not have',
      profile: secrets,
      fields: { label: 'clean', spans: [], negative_for: ['slack-bot-token'] },
      prediction: found(range(0, 9, 'slack-token')),
      isFound: true,
      right: 0,
      wrong: 1,
      unjudged: 0,
    },
    {
      name: 'another kind of secret on a clean row',
      profile: secrets,
      fields: { label: 'clean', spans: [], negative_for: ['slack-bot-token'] },
      prediction: found(range(0, 9, 'generic-api-key')),
      isFound: false,
      right: 0,
      wrong: 0,
      unjudged: 1,
    },
    {
      name: 'anything on a row that must have nothing',
      profile: secrets,
      fields: { label: 'clean', spans: [], negative_for: ['any'] },
      prediction: found(range(0, 9, 'slack-token')),
      isFound: true,
      right: 0,
      wrong: 1,
      unjudged: 0,
    },
    {
      name: 'anything on a clean row that is labelled for all',
      profile: secrets,
      fields: { label: 'clean', spans: [] },
      prediction: found(range(0, 9, 'slack-token')),
      isFound: true,
      right: 0,
      wrong: 1,
      unjudged: 0,
    },
  ])('$name', ({ profile, fields, prediction, isFound, right, wrong, unjudged }) => {
    const labelled = row(fields)
    const role = roleOf(labelled, profile) as 'positive' | 'negative'
    const judgement = judgeRow(labelled, role, prediction, profile)
    expect(judgement.isFound).toBe(isFound)
    expect(judgement.spans?.found.filter(({ met }) => met !== undefined)).toHaveLength(right)
    expect(judgement.spans?.found.filter(({ met }) => met === undefined)).toHaveLength(wrong)
    expect(judgement.spans?.unjudged).toBe(unjudged)
  })

  test('a processor that says it found something, and not where, is judged by the row alone', () => {
    const labelled = row({ label: 'secret', spans: [range(0, 9, 'x')] })
    const judgement = judgeRow(labelled, 'positive', { ...found(), isFound: true }, secrets)
    expect(judgement).toEqual({ isFound: true, score: 1, hasScore: false, spans: undefined })
  })

  test('a threshold leaves out findings of a lower score', () => {
    const labelled = row({ spans: [range(0, 9, 'iban'), range(20, 29, 'iban')] })
    const prediction = found(range(0, 9, 'iban', 0.9), range(20, 29, 'iban', 0.4), range(30, 35, 'iban', 0.2))
    const judgement = judgeRow(labelled, 'positive', prediction, pii, 0.5)
    expect(judgement).toMatchObject({ isFound: true, score: 0.9, hasScore: true })
    expect(judgement.spans?.labelled.map(({ met }) => met)).toEqual(['exact', undefined])
    expect(judgement.spans?.found).toHaveLength(1)
  })
})

describe('rows that say what', () => {
  const profile = profileSchema.parse({})
  const prediction = { ...found(), isFound: false, score: 0.4 }

  test.each([
    { threshold: undefined, isFound: false },
    { threshold: 0.4, isFound: true },
    { threshold: 0.41, isFound: false },
  ])('the processor decides, or the threshold $threshold: $isFound', ({ threshold, isFound }) => {
    const judgement = judgeRow(row({ label: 'injection' }), 'positive', prediction, profile, threshold)
    expect(judgement).toEqual({ isFound, score: 0.4, hasScore: true, spans: undefined })
  })

  test('yes and no are scores of 1 and 0', () => {
    const judgement = judgeRow(row({ label: 'x' }), 'positive', { ...found(), isFound: true }, profile, 0.5)
    expect(judgement).toMatchObject({ isFound: true, score: 1, hasScore: false })
  })
})
