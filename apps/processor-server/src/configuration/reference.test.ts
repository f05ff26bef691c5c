import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exitCodes } from '../startup-error.js'
import { configurationJsonSchema, type JsonSchema } from './json-schema.js'
import { readConfiguration } from './read-configuration.js'

const file = new URL('../../../../docs/reference/configuration.md', import.meta.url)
const settings = /(?<=<!-- settings -->\n)[\s\S]*?(?=<!-- \/settings -->)/

// `UPDATE_DOCS=1 npx vitest run reference.test` writes the table anew.
if (process.env.UPDATE_DOCS === '1') {
  const table = writeTable(configurationJsonSchema())
  await writeFile(
    file,
    (await readFile(file, 'utf8')).replace(settings, () => table),
  )
}
const reference = await readFile(file, 'utf8')

describe('docs/reference/configuration.md', () => {
  test('has the table of settings that the schema gives', () => {
    expect(settings.exec(reference)?.[0]).toBe(writeTable(configurationJsonSchema()))
  })

  test('has examples that are valid', async () => {
    const examples = [...reference.matchAll(/```yaml\n([\s\S]*?)```/g)]
    expect(examples).not.toHaveLength(0)
    const folder = await mkdtemp(join(tmpdir(), 'gatehouse-reference-'))
    for (const [, text = ''] of examples) {
      const example = join(folder, 'gatehouse.yaml')
      await writeFile(example, text)
      await expect(readConfiguration({ file: example })).resolves.toBeDefined()
    }
    await rm(folder, { recursive: true })
  })

  test('tells the type of every setting', () => {
    expect(reference).not.toMatch(/undefined/)
  })

  test('lists the exit codes', () => {
    for (const code of Object.values(exitCodes)) expect(reference).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'))
  })
})

/** One row for each setting; a map of settings has none of its own, since its settings do. */
function writeTable(schema: JsonSchema): string {
  const rows = rowsOf(schema, schema, '')
  return ['| setting | type | default | meaning |', '| --- | --- | --- | --- |', ...rows]
    .map((row) => `${row}\n`)
    .join('')
}

function rowsOf(schema: JsonSchema, root: JsonSchema, prefix: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const path = `${prefix}${name}`
    if (property.properties !== undefined) return rowsOf(property, root, `${path}.`)
    const target = resolve(property, root)
    const row = `| \`${path}\` | ${typeOf(target)} | ${defaultOf(property)} | ${property.description} |`
    if (target !== property) return [row, ...rowsOf(target, root, `${path}.`)]
    return [row, ...itemsOf(property, root).flatMap((item) => rowsOf(item, root, `${path}[].`))]
  })
}

/** The maps that a list holds. */
function itemsOf({ items }: JsonSchema, root: JsonSchema): JsonSchema[] {
  const alternatives = items === undefined ? [] : (items.anyOf ?? [items])
  return alternatives.map((item) => resolve(item, root)).filter(({ properties }) => properties !== undefined)
}

/** What a reference refers to. */
function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  return schema.$ref === undefined ? schema : (root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? schema)
}

function typeOf({ type, enum: values, minimum, maximum }: JsonSchema): string {
  if (Array.isArray(values)) return values.map((value) => `\`${value}\``).join(', ')
  const range = minimum === undefined ? '' : ` ${minimum} to ${maximum}`
  return `${type === 'array' ? 'list' : type === 'object' ? 'map' : type}${range}`
}

function defaultOf({ default: value }: JsonSchema): string {
  return value === undefined || (Array.isArray(value) && value.length === 0) ? '' : `\`${value}\``
}
