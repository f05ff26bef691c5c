import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { piiTypes } from './find-pii.js'
import { identifierKinds } from './identifier.js'
import { identifiers } from './identifiers/index.js'

const page = readFileSync(new URL('../../../../docs/processors/pii.md', import.meta.url), 'utf8')

describe('the page about personal data', () => {
  test('lists every type that is found, and no other', () => {
    const section = page.slice(page.indexOf('\n## What it finds\n'), page.indexOf('\n## Scores\n'))
    const rows = section.split('\n').filter((line) => line.startsWith('| `') || /^\| [A-Z]{2} \|/.test(line))
    const cells = rows.map((row) => row.split('|')[/^\| [A-Z]{2} /.test(row) ? 2 : 1] ?? '')
    const named = cells.flatMap((cell) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, name = '']) => name))
    expect(named.toSorted()).toEqual([...piiTypes].sort())
  })

  test('lists each country with its types', () => {
    const ofCountries = identifiers.filter(({ country }) => country !== undefined)
    const missing = ofCountries.filter(
      ({ type, country }) => !page.split('\n').some((line) => line.startsWith(`| ${country} |`) && line.includes(type)),
    )
    expect(missing.map(({ type }) => type)).toEqual([])
  })

  test('names the kinds that an action can be given for', () => {
    expect(identifierKinds.filter((kind) => !page.includes(`\`${kind}\``))).toEqual([])
  })
})
