import { describe, expect, test } from 'vitest'
import { evaluate } from '../evaluate.js'
import { Folder } from '../testing/folder.js'
import { keywordProcessor } from '../testing/keyword-processor.js'
import { compareReports, earlierReportSchema } from './compare-reports.js'

const files = {
  'a.jsonl': [
    { id: '1', text: 'one', label: 'x' },
    { id: '2', text: 'two', label: 'x' },
    { id: '3', text: 'one and two', label: 'x', source: 'other' },
    { id: '4', text: 'one', label: 'benign' },
    { id: '5', text: 'two', label: 'benign' },
  ],
}
const run = (folder: Folder, word: string, options: { name?: string; sources?: string[] } = {}) =>
  evaluate({
    subjects: [{ name: options.name ?? 'words', processor: keywordProcessor('words', [word]) }],
    data: [folder.path],
    sources: options.sources,
  })
const asWritten = (report: object) => earlierReportSchema.parse(JSON.parse(JSON.stringify(report)))

describe('compareReports', () => {
  test('lists what is judged differently, by source', async () => {
    await using folder = await Folder.create(files)
    const [before, now] = [await run(folder, 'one'), await run(folder, 'two')]
    expect(compareReports(asWritten(before), now)).toEqual([
      {
        processor: 'words',
        source: 'a',
        newlyCaught: ['2'],
        newlyMissed: ['1'],
        newlyFalse: ['5'],
        noLongerFalse: ['4'],
      },
    ])
    expect(compareReports(asWritten(before), before)).toEqual([])
  })

  test('a processor may have had another name', async () => {
    await using folder = await Folder.create(files)
    const before = await run(folder, 'one', { name: 'old' })
    const now = await run(folder, 'one')
    expect(compareReports(asWritten(before), now, new Map([['words', 'old']]))).toEqual([])
    expect(() => compareReports(asWritten(before), now)).toThrow('nothing about processor "words"')
  })

  test('other data and other filters are refused', async () => {
    await using folder = await Folder.create(files)
    await using other = await Folder.create({ 'b.jsonl': [{ text: 'one', label: 'x' }] })
    const before = asWritten(await run(folder, 'one'))
    const [onOther, filtered] = [await run(other, 'one'), await run(folder, 'one', { sources: ['a'] })]
    expect(() => compareReports(before, onOther)).toThrow('not made with b.jsonl as it is now')
    expect(() => compareReports(before, filtered)).toThrow('other filters')
  })
})
