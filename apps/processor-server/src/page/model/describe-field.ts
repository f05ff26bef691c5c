import type { Field, NumberBounds } from './parameter-field.js'

/** Longest default that is written out, in characters. */
const MAX_DEFAULT_LENGTH = 60

/** Says in a few words what a field takes: its bounds, and what stands in when it is left empty. */
export function describeField(field: Field): string {
  const facts = [describeBounds(field), ...describeDefault(field)]
  return facts.filter((fact) => fact !== '').join(' · ')
}

function describeBounds(field: Field): string {
  switch (field.kind) {
    case 'text':
      return describeCount(field.minLength, field.maxLength, 'character')
    case 'list':
      return describeCount(field.minItems, field.maxItems, 'item')
    case 'number':
      return [field.isInteger ? 'whole number' : 'number', describeRange(field.bounds)]
        .filter((text) => text !== '')
        .join(', ')
    case 'json':
      return 'JSON'
    default:
      return ''
  }
}

function describeRange({ minimum, maximum, above, below }: NumberBounds): string {
  const low = minimum !== undefined ? `${minimum}` : above !== undefined ? `more than ${above}` : undefined
  const high = maximum !== undefined ? `${maximum}` : below !== undefined ? `less than ${below}` : undefined
  if (low !== undefined && high !== undefined) return `${low} to ${high}`
  if (low !== undefined) return above === undefined ? `${low} or more` : low
  if (high !== undefined) return below === undefined ? `at most ${high}` : high
  return ''
}

/** At least 0 or 1 goes without saying. */
function describeCount(least: number | undefined, most: number | undefined, noun: string): string {
  const count = (number: number) => `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
  if (least !== undefined && least > 1) {
    return most === undefined ? `${count(least)} or more` : `${least} to ${count(most)}`
  }
  return most === undefined ? '' : `at most ${count(most)}`
}

function describeDefault({ default: value, isSecret }: Field): string[] {
  if (value === undefined || isSecret) return []
  const text = JSON.stringify(value)
  return text.length > MAX_DEFAULT_LENGTH || text === '[]' || text === '{}' ? [] : [`default ${text}`]
}
