import { describe, expect, test } from 'vitest'
import type { LabelledRow } from '../dataset/labelled-row.js'
import type { Survey } from '../dataset/survey.js'
import { type Profile, profileSchema } from './profile.js'
import { profiles } from './profiles.js'
import { isAbout, isWrong, roleOf } from './role.js'

const general = profileSchema.parse({})
const named = (name: string): Profile => profiles[name] ?? general
const span = (type: string) => ({ start: 0, end: 1, type })

describe('roleOf', () => {
  test.each([
    { profile: general, fields: { label: 'anything' }, role: 'positive' },
    { profile: general, fields: { label: 'benign' }, role: 'negative' },
    { profile: general, fields: {}, role: undefined },
    { profile: named('jailbreak'), fields: { label: 'jailbreak' }, role: 'positive' },
    { profile: named('jailbreak'), fields: { label: 'injection' }, role: undefined },
    { profile: named('prompt-injection'), fields: { label: 'jailbreak' }, role: 'positive' },
    { profile: named('prompt-injection'), fields: { spans: [span('IBAN_CODE')] }, role: undefined },
    { profile: named('pii'), fields: { spans: [span('IBAN_CODE')] }, role: 'positive' },
    { profile: named('pii'), fields: { spans: [span('IBAN_CODE')], score: 0.05 }, role: undefined },
    { profile: named('pii'), fields: { spans: [span('IBAN_CODE')], score: 0.3 }, role: 'positive' },
    { profile: named('pii'), fields: { spans: [] }, role: 'negative' },
    { profile: named('pii'), fields: { spans: [span('PERSON')] }, role: 'negative' },
    { profile: named('pii'), fields: { spans: [span('PERSON')], negative_for: ['PERSON'] }, role: undefined },
    { profile: named('pii'), fields: { spans: [], negative_for: ['IBAN_CODE'] }, role: 'negative' },
    { profile: named('language-id'), fields: { language: 'de' }, role: 'language' },
    { profile: named('language-id'), fields: { language: 'de', label: 'toxic' }, role: undefined },
    { profile: named('language-id'), fields: { language: 'de', spans: [] }, role: undefined },
    { profile: general, fields: { language: 'de' }, role: undefined },
  ])('$fields: $role', ({ profile, fields, role }) => {
    const row: LabelledRow = { id: 'a', source: 's', text: 'xx', ...fields }
    expect(roleOf(row, profile)).toBe(role)
  })
})

describe('isAbout', () => {
  const survey = (labels: readonly string[], fields: Partial<Survey> = {}): Survey => ({
    file: { path: '', name: '', isFound: true },
    rows: 1,
    sha256: '',
    labels: new Set(labels),
    sources: new Set(),
    hasUnlabelledSpans: false,
    hasBareLanguages: false,
    ...fields,
  })

  test.each([
    { name: 'a positive label', profile: 'secrets', holds: survey(['clean', 'secret']), expected: true },
    { name: "another one's clean rows", profile: 'secrets', holds: survey(['clean', 'toxic']), expected: false },
    { name: 'clean rows alone', profile: 'secrets', holds: survey(['clean']), expected: true },
    {
      name: 'rows with spans and no label',
      profile: 'pii',
      holds: survey([], { hasUnlabelledSpans: true }),
      expected: true,
    },
    {
      name: 'the same for a processor without',
      profile: 'toxicity',
      holds: survey([], { hasUnlabelledSpans: true }),
      expected: false,
    },
    { name: 'languages', profile: 'language-id', holds: survey([], { hasBareLanguages: true }), expected: true },
    { name: 'languages for another', profile: 'pii', holds: survey([], { hasBareLanguages: true }), expected: false },
    { name: 'nothing', profile: 'pii', holds: survey([]), expected: false },
    { name: 'any label for a processor of your own', profile: 'mine', holds: survey(['x']), expected: true },
  ])('$name, $profile: $expected', ({ profile, holds, expected }) => {
    expect(isAbout(holds, named(profile))).toBe(expected)
  })
})

describe('isWrong', () => {
  test.each([
    { found: { type: 'vendor-token', rule: 'slack-bot-token' }, wrong: true },
    { found: { type: 'vendor-token', rule: 'github-app-token' }, wrong: false },
    { found: { type: 'slack-token' }, wrong: true },
    { found: { type: 'vendor-token' }, wrong: false },
  ])('on a row that is clean of Slack tokens, $found: $wrong', ({ found, wrong }) => {
    const row: LabelledRow = { id: 'a', source: 's', text: 'xx', label: 'clean', negative_for: ['np.slack.2'] }
    expect(isWrong({ start: 0, end: 1, ...found }, row, named('secrets'))).toBe(wrong)
  })
})
