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

  test('names every profile with its labels, and no other', () => {
    const labels = lines('## Which rows are about a processor', '| processor |').flatMap(
      ([names = '', positive = '']) =>
        // What stands in parentheses is about the profile, not its name.
        quoted(names.replace(/\(.*\)/, '')).map((name) => [name, [name, ...quoted(positive)].toSorted()]),
    )
    const actual = Object.entries(profiles).map(([name, { positive }]) => [
      name,
      [...new Set([name, ...positive])].toSorted(),
    ])
    expect(Object.fromEntries(labels)).toEqual(Object.fromEntries(actual))
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
  return lines(heading, from).flatMap(([cell = '']) => quoted(cell))
}

/** The cells of the table that begins with `from` in a section. */
function lines(heading: string, from: string): string[][] {
  const section = page.slice(page.indexOf(`\n${heading}\n`))
  const [table = ''] = section.slice(section.indexOf(`\n${from}`) + 1).split('\n\n', 1)
  return table.split('\n').map((line) => line.split('|').slice(1))
}

/** What stands between backticks. */
function quoted(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)
}
