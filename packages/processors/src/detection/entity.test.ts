import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { entityParameters, entityRules } from './entity.js'

const types = ['email', 'iban'] as const
const schema = z.strictObject(entityParameters(types))

describe('entityRules', () => {
  test.each([
    { entities: {}, modify: true, reject: true, actions: ['reject', 'reject'] },
    { entities: { email: 'mask' }, modify: true, reject: true, actions: ['mask', 'reject'] },
    { entities: { email: 'tag' }, modify: true, reject: false, actions: ['detect', 'mask'] },
    { entities: { iban: 'off' }, modify: false, reject: false, actions: ['detect', undefined] },
    { entities: { others: 'mask', iban: 'reject' }, modify: true, reject: true, actions: ['mask', 'reject'] },
    { entities: { others: 'off', iban: 'tag' }, modify: true, reject: true, actions: [undefined, 'detect'] },
    { entities: { iban: 'mask' }, modify: false, reject: true, actions: ['reject', 'detect'] },
  ])('$entities with modify $modify and reject $reject: $actions', ({ entities, modify, reject, actions }) => {
    const parameters = schema.parse({ entities })
    expect(entityRules(types, parameters, { modify, reject }).map((rule) => rule?.action)).toEqual(actions)
  })

  test.each([
    { redaction: undefined, replacement: '[EMAIL]' },
    { redaction: { style: 'mask' }, replacement: '*****' },
    { redaction: { style: 'partial' }, replacement: '*****' },
    {
      redaction: { style: 'hash', key: 'a key for these tests' },
      replacement: expect.stringMatching(/^\[EMAIL#[\da-f]{16}\]$/),
    },
  ])('$redaction', ({ redaction, replacement }) => {
    const [rule] = entityRules(types, schema.parse({ redaction }), { modify: true, reject: false })
    expect(rule?.mask.replace('a@b.c')).toEqual(replacement)
  })
})

describe('parameters', () => {
  test.each([
    { redaction: { style: 'hash' } },
    { redaction: { style: 'hash', key: 'too short' } },
    { redaction: { style: 'erase' } },
    { entities: { email: 'drop' } },
    { entities: { name: 'mask' } },
  ])('%j is refused', (parameters) => {
    expect(schema.safeParse(parameters).success).toBe(false)
  })

  test('offer the style "vault" only where it is kept', () => {
    const parameters = { redaction: { style: 'vault' } }
    expect(schema.safeParse(parameters).success).toBe(true)
    expect(z.strictObject(entityParameters(types, { vault: false })).safeParse(parameters).success).toBe(false)
  })
})
