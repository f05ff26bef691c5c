import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { baselineSchema } from './baseline/compare-with-baseline.js'
import { labelledRowSchema } from './dataset/labelled-row.js'
import { profileSchema } from './profile/profile.js'
import { profiles } from './profile/profiles.js'

const page = readFileSync(new URL('../../../docs/reference/labelled-data.md', import.meta.url), 'utf8')

describe('the page about labelled data', () => {
  test.each([
    { heading: '## A row', names: Object.keys(labelledRowSchema.shape) },
    { heading: '## Which rows are about a processor', names: Object.keys(profileSchema.shape), from: '| field |' },
  ])('$heading lists every field, and no other', ({ heading, names, from = '| field |' }) => {
    expect(namesOfTable(heading, from).toSorted()).toEqual(names.toSorted())
  })

  test('lists every figure that a baseline can hold', () => {
    const held = Object.keys(baselineSchema.shape.rows.element.shape)
    expect(namesOfTable('## The report', '| key |')).toEqual(expect.arrayContaining(held))
  })

  test('names only profiles that there are', () => {
    const named = namesOfTable('## Which rows are about a processor', '| processor |')
    expect(named.filter((name) => !Object.hasOwn(profiles, name))).toEqual([])
  })

  test.each([...page.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, json = '']) => ({ json })))(
    'has an example that is right: $json',
    ({ json }) => {
      const document: unknown = JSON.parse(json)
      const schemas = [labelledRowSchema, profileSchema, baselineSchema]
      expect(schemas.some((schema) => schema.safeParse(document).success)).toBe(true)
    },
  )
})

/** The names in the first column of the table that begins with `from` in a section. */
function namesOfTable(heading: string, from: string): string[] {
  const section = page.slice(page.indexOf(`\n${heading}\n`))
  const [table = ''] = section.slice(section.indexOf(`\n${from}`) + 1).split('\n\n', 1)
  return table.split('\n').flatMap((line) => {
    const [, cell = ''] = line.split('|')
    return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
  })
}
