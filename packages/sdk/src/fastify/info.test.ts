import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defineProcessor, type Processor, pass, signatures } from '../index.js'
import { writeInfoDocuments } from './info.js'

const scrubber = defineProcessor({
  namespace: 'acme',
  name: 'Card-Scrubber',
  version: '2.3.0',
  description: 'Scrubs | cards.',
  appDetails: { description: 'Of the *payments* team.\n<b>' },
  signature: signatures.bothResponsePrompt,
  parameters: z
    .strictObject({
      mask: z
        .string()
        .describe('One | for each\ndigit.')
        .meta({ examples: ['#', '|'] }),
      mode: z.enum(['a', 'b']).default('a'),
      limit: z.int().min(1).max(9).nullable().optional(),
      words: z.array(z.union([z.string(), z.number()])).default([]),
      service: z.strictObject({ url: z.string(), key: z.string() }).optional(),
      headers: z.record(z.string(), z.string()).optional(),
      fixed: z.literal(7).optional(),
      any: z.unknown().optional(),
    })
    .describe('What it takes.'),
  processInput: () => pass(),
  processResponse: () => pass(),
})

const other = defineProcessor({
  namespace: 'other',
  name: 'inp',
  version: '1',
  signature: signatures.inputOnly,
  processInput: () => pass(),
})

const write = (processors: readonly Processor[], rootPath = '/') => writeInfoDocuments(processors, rootPath)

describe('JSON', () => {
  test('[protocol 3] lists processors in their order', () => {
    expect(JSON.parse(write([scrubber, other])['application/json'].body)).toEqual({
      api_versions: ['v1'],
      processors: [
        {
          name: 'Card-Scrubber',
          namespace: 'acme',
          id: 'acme:Card-Scrubber',
          available_versions: ['2.3.0'],
          latest_version: '2.3.0',
          execute_path: '/execute/acme/card-scrubber',
          signature_path: '/signature/acme/card-scrubber',
        },
        expect.objectContaining({ id: 'other:inp' }),
      ],
    })
  })

  test('[protocol 9] of a server without processors', () => {
    expect(JSON.parse(write([])['application/json'].body)).toEqual({ api_versions: ['v1'], processors: [] })
  })
})

describe('the root path stands in front of every path, without its slash', () => {
  test.each([
    { rootPath: '/', path: '/execute/other/inp' },
    { rootPath: '', path: '/execute/other/inp' },
    { rootPath: '/gate', path: '/gate/execute/other/inp' },
    { rootPath: '/gate/way/', path: '/gate/way/execute/other/inp' },
  ])('$rootPath', ({ rootPath, path }) => {
    const documents = write([other], rootPath)
    expect(documents['text/plain'].body).toBe(path)
    expect(documents['application/json'].body).toContain(`"${path}"`)
    expect(documents['text/html'].body).toContain(`>${path}<`)
  })
})

test('[protocol 4] text has a path in each line, and no line end behind the last', () => {
  expect(write([scrubber, other])['text/plain'].body).toBe('/execute/acme/card-scrubber\n/execute/other/inp')
  expect(write([])['text/plain'].body).toBe('')
})

describe('[protocol 5] HTML', () => {
  const { body } = write([scrubber, other])['text/html']

  test('has a title and both links of each processor, relative to the page', () => {
    expect(body).toContain('<title>Processor Routes</title>')
    for (const path of ['acme/card-scrubber', 'other/inp']) {
      expect(body).toContain(`<a href="./execute/${path}">/execute/${path}</a> <small>HEAD, POST</small>`)
      expect(body).toContain(`<a href="./signature/${path}">/signature/${path}</a> <small>GET, POST</small>`)
    }
    expect(body.match(/<tr>/g)).toHaveLength(3)
  })

  test('escapes, whatever stands in an id or the root path', () => {
    const odd = { ...other, id: `<script>alert("&'")</script>`, path: '"><b>' }
    const page = write([odd], '/<i>')['text/html'].body
    expect(page).not.toMatch(/<script>|<b>|<i>/)
    expect(page).toContain('&#60;script&#62;')
  })
})

describe('[protocol 6] Markdown', () => {
  const { body } = write([scrubber, other])['text/markdown']

  test('has a list by namespace whose anchors are those of the headings', () => {
    expect(body).toMatch(
      /^# Processors\n\n- acme\n {2}- \[Card-Scrubber\]\(#acmecard-scrubber\)\n- other\n {2}- \[inp\]\(#otherinp\)\n\n## acme:Card-Scrubber\n/,
    )
  })

  test('has what a processor is and takes', () => {
    expect(body).toContain('Of the \\*payments\\* team. \\<b\\>\n\nScrubs \\| cards.')
    expect(body).toContain('| Input | Yes |\n| Response | Yes |')
    expect(body).toContain('| Input | Yes |\n| Response | No |')
    expect(body).toContain(
      '### Parameters\n\nWhat it takes.\n\n| Parameter | Description | Type | Required | Default | Examples |',
    )
  })

  test.each([
    '| `mask` | One \\| for each digit. | string | Yes |  | `"#"`, `"\\|"` |',
    '| `mode` |  | "a" or "b" | No | `"a"` |  |',
    '| `limit` |  | integer or null | No |  |  |',
    '| `words` |  | array of string or number | No | `[]` |  |',
    '| `service` |  | object of url, key | No |  |  |',
    '| `headers` |  | object | No |  |  |',
    '| `fixed` |  | 7 | No |  |  |',
    '| `any` |  | any | No |  |  |',
    '| `annotate` | Whether the processor may return tags. | boolean | No | `true` |  |',
  ])('%s', (row) => {
    expect(body.split('\n')).toContain(row)
  })

  test('of no processors is a heading', () => {
    expect(write([])['text/markdown'].body).toBe('# Processors\n')
  })
})
