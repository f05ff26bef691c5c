import { writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Folder } from '../testing/folder.js'
import type { LabelledRow } from './labelled-row.js'
import { readRows } from './read-rows.js'

async function rowsOf(folder: Folder, name: string): Promise<LabelledRow[]> {
  const rows = []
  for await (const row of readRows({ path: folder.at(name), name, isFound: true })) rows.push(row)
  return rows
}

describe('readRows', () => {
  test.each(['mine.jsonl', 'mine.jsonl.gz'])('reads %s, with a name and a source for each row', async (name) => {
    await using folder = await Folder.create({
      [name]: [{ text: 'a' }, { text: 'b', id: 'second', source: 'web', label: 'benign', unknown: 1, language: null }],
    })
    expect(await rowsOf(folder, name)).toEqual([
      { text: 'a', id: `${name}:1`, source: 'mine' },
      { text: 'b', id: 'second', source: 'web', label: 'benign', language: null },
    ])
  })

  test.each([
    { line: 'not json', says: 'line 2: expected a JSON object; it is not JSON.' },
    { line: '["a"]', says: 'line 2: the row: expected object, got array.' },
    { line: '{"label":"benign"}', says: 'line 2: text: expected string, got nothing.' },
    {
      line: '{"text":1,"label":2}',
      says: 'line 2: text: expected string, got number; label: expected string, got number.',
    },
    {
      line: '{"text":"abc","spans":[{"start":0,"end":4,"type":"x"}]}',
      says: 'line 2: spans: expected every span to lie inside the text.',
    },
    {
      line: '{"text":"abc","spans":[{"start":1,"end":1,"type":"x"}]}',
      says: 'line 2: spans.0: expected start below end.',
    },
    { line: '{"text":"abc","score":2}', says: 'line 2: score: Too big: expected number to be <=1.' },
  ])('$line is refused, with file and line', async ({ line, says }) => {
    await using folder = await Folder.create({ 'bad.jsonl': `{"text":"fine"}\n${line}\n{"text":"never read"}\n` })
    const problem = await rowsOf(folder, 'bad.jsonl').catch((error: Error) => error)
    expect(problem).toMatchObject({ name: 'DatasetError', message: `${folder.at('bad.jsonl')}, ${says}` })
  })

  test('no text of the row stands in an error', async () => {
    await using folder = await Folder.create({
      'bad.jsonl': '{"text":"hunter2","spans":"hunter2","label":["hunter2"]}',
    })
    const problem = await rowsOf(folder, 'bad.jsonl').catch((error: Error) => error)
    expect(String(problem)).not.toContain('hunter2')
  })

  test('a packed file that ends too early is refused', async () => {
    await using folder = await Folder.create({})
    const packed = gzipSync(JSON.stringify({ text: 'a'.repeat(1000) }))
    await writeFile(folder.at('cut.jsonl.gz'), packed.subarray(0, packed.length - 12))
    await expect(rowsOf(folder, 'cut.jsonl.gz')).rejects.toThrow(/cannot be read after line 0: Z_BUF_ERROR/)
  })

  test('one that is not there is named', async () => {
    await using folder = await Folder.create({})
    await expect(rowsOf(folder, 'none.jsonl')).rejects.toThrow(/none\.jsonl cannot be read after line 0: ENOENT/)
  })
})
