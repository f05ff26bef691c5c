import { describe, expect, test } from 'vitest'
import { permittedAction, permittedRules } from './rule.js'

describe('permittedAction', () => {
  test.each([
    { wanted: undefined, modify: false, reject: false, action: 'detect' },
    { wanted: undefined, modify: true, reject: false, action: 'mask' },
    { wanted: undefined, modify: true, reject: true, action: 'reject' },
    { wanted: 'detect', modify: true, reject: true, action: 'detect' },
    { wanted: 'mask', modify: true, reject: true, action: 'mask' },
    { wanted: 'mask', modify: false, reject: true, action: 'detect' },
    { wanted: 'reject', modify: true, reject: false, action: 'detect' },
    { wanted: 'reject', modify: false, reject: true, action: 'reject' },
  ] as const)('$wanted with modify $modify and reject $reject: $action', ({ wanted, modify, reject, action }) => {
    expect(permittedAction(wanted, { modify, reject })).toBe(action)
  })
})

describe('permittedRules', () => {
  test('the entity, where there is one, is the type and names the replacement', () => {
    const rules = [
      { name: 'iban-de', entity: 'iban' },
      { name: 'ticket', replacement: '#' },
    ]
    const permitted = permittedRules(rules, { modify: true, reject: false })
    expect(permitted.map(({ type, action, mask }) => ({ type, action, replacement: mask.replace('x') }))).toEqual([
      { type: 'iban', action: 'mask', replacement: '[IBAN]' },
      { type: 'ticket', action: 'mask', replacement: '#' },
    ])
  })
})
