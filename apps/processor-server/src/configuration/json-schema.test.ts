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

test('what the reader checks besides is in the schema too', () => {
  const { $defs, properties } = configurationJsonSchema()
  expect($defs?.processor?.oneOf).toEqual([
    { required: ['builtin'], properties: { export: false } },
    { required: ['module'] },
  ])
  expect($defs?.secret?.oneOf).toEqual([{ required: ['env'] }, { required: ['file'] }])
  expect(properties?.vault?.dependentRequired).toEqual({ redis: ['key'] })
  const { pattern } = properties?.telemetry?.properties?.otlp?.properties?.endpoint ?? {}
  for (const url of ['http://a', 'HTTPS://a']) expect(url).toMatch(new RegExp(String(pattern)))
  for (const url of ['ftp://a', 'collector:4318']) expect(url).not.toMatch(new RegExp(String(pattern)))
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
