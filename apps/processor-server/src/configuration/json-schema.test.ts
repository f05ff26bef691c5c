import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { configurationJsonSchema, type JsonSchema } from './json-schema.js'

test('the published schema is the generated one; `gatehouse schema` writes it', async () => {
  const published = await readFile(new URL('../../schema/gatehouse.schema.json', import.meta.url), 'utf8')
  expect(JSON.parse(published)).toEqual(configurationJsonSchema())
})

test('every setting says what it is for', () => {
  expect(settingsWithoutDescription(configurationJsonSchema())).toEqual([])
})

test('every map refuses other settings', () => {
  const schema = configurationJsonSchema()
  const maps = [schema, ...Object.values(schema.properties ?? {}), ...Object.values(schema.$defs ?? {})]
  for (const map of maps.filter(({ properties }) => properties !== undefined)) {
    expect(map.additionalProperties).toBe(false)
  }
})

function settingsWithoutDescription(schema: JsonSchema, path = ''): string[] {
  const maps = [schema, ...Object.values(schema.$defs ?? {})]
  return maps.flatMap((map) =>
    Object.entries(map.properties ?? {}).flatMap(([name, property]) => [
      ...(property.description === undefined ? [`${path}${name}`] : []),
      ...settingsWithoutDescription(property, `${path}${name}.`),
    ]),
  )
}
