import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isDay,
  isPalindrome,
  passesDocumentCheck,
  passesLuhn,
  passesMod11And2,
  passesMod11And10,
  passesMod97,
  passesVerhoeff,
  remainderOf,
  weightedSum,
} from './check-digits.js'

const schemes = {
  passesLuhn,
  passesMod11And10,
  passesMod11And2,
  passesVerhoeff,
  passesDocumentCheck,
}
const checkOf = (passes: (digits: string) => boolean, digits: string) =>
  [...'0123456789X'].filter((last) => passes(digits + last))
const payload = fc.stringMatching(/^\d{5,17}$/)

describe.each(Object.entries(schemes))('%s', (_, passes) => {
  test('one last character completes any digits', () => {
    fc.assert(
      fc.property(payload, (digits) => {
        expect(checkOf(passes, digits)).toHaveLength(1)
      }),
    )
  })
})

test.each([passesLuhn, passesMod11And10, passesMod11And2, passesVerhoeff])('%o notices one wrong digit', (passes) => {
  fc.assert(
    fc.property(payload, fc.nat(4), fc.integer({ min: 1, max: 9 }), (digits, place, step) => {
      const changed = digits.slice(0, place) + ((Number(digits[place]) + step) % 10) + digits.slice(place + 1)
      expect(checkOf(passes, changed)).not.toEqual(checkOf(passes, digits))
    }),
  )
})

test.each([
  { scheme: passesVerhoeff, value: '2363', expected: true },
  { scheme: passesVerhoeff, value: '2364', expected: false },
  { scheme: passesMod97, value: 'WEST12345698765432GB82', expected: true },
  { scheme: passesDocumentCheck, value: 'L898902C36', expected: true },
  { scheme: passesMod11And2, value: '11010519491231002X', expected: true },
])('$scheme.name of $value: $expected', ({ scheme, value, expected }) => {
  expect(scheme(value)).toBe(expected)
})

test('remainders of long numbers are those of arithmetic', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.integer({ min: 2, max: 1000 }), (number, divisor) => {
      expect(remainderOf(String(number), divisor)).toBe(Number(number % BigInt(divisor)))
    }),
  )
})

test('days are those of the calendar', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2099 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (year, month, day) => {
        const date = new Date(Date.UTC(year, month - 1, day))
        const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCFullYear() === year
        expect(isDay(String(year), month, day)).toBe(isReal)
      },
    ),
  )
})

test('a letter is no digit of a sum', () => {
  expect(weightedSum('12A', [1, 1, 1])).toBeNaN()
  expect(weightedSum('12', [1, 1, 1])).toBeNaN()
  expect(weightedSum('123', [1, 1])).toBe(3)
  expect(remainderOf('1A', 97)).toBeNaN()
  expect([passesLuhn, passesVerhoeff].map((passes) => passes('A'))).toEqual([false, false])
})

test.each([
  { text: '12321', is: true },
  { text: '1221', is: true },
  { text: '1231', is: false },
  { text: '12', is: false },
])('$text is a palindrome: $is', ({ text, is }) => {
  expect(isPalindrome(text)).toBe(is)
})
