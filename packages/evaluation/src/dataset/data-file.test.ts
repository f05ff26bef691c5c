import { symlink } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { Folder } from '../testing/folder.js'
import { findDataFiles, isTrainingFile } from './data-file.js'
import { holdsTexts } from './holds-texts.js'

describe('findDataFiles', () => {
  test('takes the JSONL files of a folder, sorted, and files as they are', async () => {
    await using folder = await Folder.create({
      'data/z.jsonl': [],
      'data/b/train.jsonl': [],
      'data/b/dev.jsonl.gz': [],
      'data/README.md': '',
      'rows.txt': [],
    })
    const files = await findDataFiles([folder.at('rows.txt'), folder.at('data')])
    expect(files.map(({ name, isFound }) => ({ name, isFound }))).toEqual([
      { name: 'rows.txt', isFound: false },
      { name: 'b/dev.jsonl.gz', isFound: true },
      { name: 'b/train.jsonl', isFound: true },
      { name: 'z.jsonl', isFound: true },
    ])
    expect(files.filter(isTrainingFile).map(({ name }) => name)).toEqual(['b/train.jsonl'])
  })

  test('a folder may end in a slash', async () => {
    await using folder = await Folder.create({ 'a/b.jsonl': [] })
    expect(await findDataFiles([`${folder.path}/`])).toMatchObject([{ name: 'a/b.jsonl' }])
  })

  test('a file is taken once, and as a named one when it was named', async () => {
    await using folder = await Folder.create({ 'data/train.jsonl': [] })
    await symlink(folder.at('data'), folder.at('link'))
    const files = await findDataFiles([folder.at('data'), folder.at('link/train.jsonl')])
    expect(files).toMatchObject([{ name: 'train.jsonl', isFound: false }])
    expect(files.some(isTrainingFile)).toBe(false)
  })

  test('what is not there, or holds nothing, is named', async () => {
    await using folder = await Folder.create({ 'data/README.md': '' })
    await expect(findDataFiles([folder.at('none')])).rejects.toThrow(/There is no file or folder ".*none"/)
    await expect(findDataFiles([folder.at('data')])).rejects.toThrow(
      /There is no \.jsonl or \.jsonl\.gz file in .*data/,
    )
  })
})

test.each([
  { name: 'rows with texts', content: '\n{"text":"a"}\n', expected: true },
  { name: 'other rows', content: '{"term":"a"}\n', expected: false },
  { name: 'nothing', content: '', expected: true },
  { name: 'no rows at all, which reading will tell', content: 'term,language\n', expected: true },
])('a file of a folder with $name is labelled data: $expected', async ({ content, expected }) => {
  await using folder = await Folder.create({ 'a.jsonl': content })
  expect(await holdsTexts({ path: folder.at('a.jsonl'), name: 'a.jsonl', isFound: true })).toBe(expected)
})
