import type { KeywordDefinition } from 'ajv'

/**
 * `multipleOf` in decimal: 19.99 is a multiple of 0.01, as it is written, though their quotient in binary is none. (The validator's own
 * divides.) Numbers are compared as the shortest decimals that stand for them.
 */
export const multipleOf: KeywordDefinition = {
  keyword: 'multipleOf',
  type: 'number',
  schemaType: 'number',
  validate: (divisor: number, value: number) => isMultiple(value, divisor),
  metaSchema: { type: 'number', exclusiveMinimum: 0 },
}

function isMultiple(value: number, divisor: number): boolean {
  // What overflows a number has no digits to divide.
  if (!Number.isFinite(value) || !Number.isFinite(divisor)) return false
  const [dividend, dividendExponent] = readDecimal(value)
  const [unit, unitExponent] = readDecimal(divisor)
  // At most some 600 digits, since exponents lie between -324 and 308.
  const exponent = Math.min(dividendExponent, unitExponent)
  const scaled = (digits: bigint, from: number): bigint => digits * 10n ** BigInt(from - exponent)
  return scaled(dividend, dividendExponent) % scaled(unit, unitExponent) === 0n
}

/** Digits and the power of ten that they are multiplied by. */
function readDecimal(number: number): [digits: bigint, exponent: number] {
  const [mantissa = '', power = '0'] = number.toString().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  return [BigInt(whole + fraction), Number(power) - fraction.length]
}
