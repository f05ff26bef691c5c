import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { conformanceCases } from '../cases/index.js'
import { describeCase, describeCases, describeContract } from './describe-contract.js'

const page = readFileSync(new URL('../../../../docs/reference/conformance.md', import.meta.url), 'utf8')

/** The text between the marks of a region in the reference page. */
function region(name: string): string {
  return page.split(`<!-- begin: ${name} -->\n`)[1]?.split(`<!-- end: ${name} -->`)[0] ?? ''
}

test('the reference page has the contract as it is', () => {
  expect(region('contract').trim()).toBe(describeContract().trim())
})

test('the reference page lists the cases as they are', () => {
  expect(region('cases').trim()).toBe(describeCases().trim())
})

test('every case can be written out in words', () => {
  for (const subject of conformanceCases) {
    const text = describeCase(subject)
    expect(text).toMatch(new RegExp(`^${subject.id}\\. .*\\(section [\\d.]+, (MUST|SHOULD)\\)\n`))
    expect(text).not.toMatch(/undefined|\[object/)
  }
})

test('a case in words says what is expected', () => {
  const subject = conformanceCases.find(({ id }) => id === 16)
  expect(subject && describeCase(subject)).toContain('MUST 400, messages for must, content-type: /^application')
})

test('an error body is told in words', () => {
  const subject = conformanceCases.find(({ id }) => id === 21)
  expect(subject && describeCase(subject)).toContain('MUST 415, error JSON')
})
