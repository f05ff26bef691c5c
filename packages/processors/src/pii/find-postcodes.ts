import { hasContext } from './context.js'
import type { PiiFinding } from './pii-finding.js'

const CONTEXT = [
  'zip',
  'zipcode',
  'postcode',
  'postal',
  'post code',
  'plz',
  'postleitzahl',
  'code postal',
  'código postal',
  'cap',
  '郵便番号',
  '邮编',
  '우편번호',
]
const CANDIDATE = /[A-Za-z]{0,2}\d[A-Za-z0-9]{0,5}(?:[ -][0-9][A-Za-z0-9]{1,3})?/g
const FORM =
  /^(?:\d{3,6}|\d{5}-\d{4}|\d{3}[ -]\d{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{4} [A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)$/i

/** Finds postcodes where a word near by says so. */
export function findPostcodes(text: string): PiiFinding[] {
  const found: PiiFinding[] = []
  for (const { 0: code, index } of text.matchAll(CANDIDATE)) {
    const end = index + code.length
    if (!FORM.test(code) || /[\w.,:/*-]/.test(text[index - 1] ?? '') || /[\w/*@-]/.test(text[end] ?? '')) continue
    if (hasContext(text, Math.max(0, index), end, CONTEXT) && isNear(text, index)) {
      found.push({ type: 'postcode', start: index, end, score: 0.7 })
    }
  }
  return found
}

/** The word must stand in the same line, close before. */
function isNear(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 28), index)
  return hasContext(before.slice(before.lastIndexOf('\n') + 1), before.length, before.length, CONTEXT)
}
