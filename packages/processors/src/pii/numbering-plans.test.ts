import { describe, expect, test } from 'vitest'
import { fitsInternationally, fitsNationally } from './numbering-plans.js'

describe('fitsNationally', () => {
  test.each([
    { digits: '02079460958', country: 'GB', fit: 'assigned' },
    { digits: '2079460958', country: 'GB', fit: 'assigned' },
    { digits: '4155552671', country: 'US', fit: 'assigned' },
    { digits: '14155552671', country: 'US', fit: 'assigned' },
    { digits: '1155552671', country: 'US', fit: undefined },
    { digits: '0612345678', country: 'FR', fit: 'assigned' },
    { digits: '12', country: 'FR', fit: undefined },
    { digits: '0612345678', country: 'XX', fit: undefined },
    { digits: '0612345678', country: 'constructor', fit: undefined },
  ])('$digits in $country: $fit', ({ digits, country, fit }) => {
    expect(fitsNationally(digits, country)).toBe(fit)
  })
})

describe('fitsInternationally', () => {
  test.each([
    { digits: '442079460958', fit: 'assigned' },
    { digits: '4402079460958', fit: 'assigned' },
    { digits: '80012345678', fit: 'assigned' },
    { digits: '999123456789', fit: undefined },
    { digits: '44', fit: undefined },
  ])('+$digits: $fit', ({ digits, fit }) => {
    expect(fitsInternationally(digits)).toBe(fit)
  })
})
