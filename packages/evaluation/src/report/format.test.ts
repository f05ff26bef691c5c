import { describe, expect, test } from 'vitest'
import { evaluate } from '../evaluate.js'
import { Folder } from '../testing/folder.js'
import { keywordProcessor, patternProcessor } from '../testing/keyword-processor.js'
import { formatMarkdown } from './format-markdown.js'
import { formatDifferences, formatErrors, shownIds } from './format-row-lists.js'
import { formatText } from './format-text.js'
import { makeVisible } from './visible.js'

const hostile = 'web|<b>`x`\n\u001b[31m\u202e'
const environment = { commit: '0123456789ab', node: 'v20.19.0', cpu: 'Some CPU' }

async function measure(files: Record<string, readonly object[]>) {
  await using folder = await Folder.create(files)
  return await evaluate({
    subjects: [
      { name: 'prompt-injection', processor: keywordProcessor('prompt-injection', ['ignore']) },
      { name: 'pii', processor: patternProcessor('pii', 'email', /\S+@\S+/g) },
    ],
    data: [folder.path],
  })
}

const files = {
  'a.jsonl': [
    { id: '1', text: 'ignore', label: 'injection', language: 'en', source: 'one' },
    { id: '2', text: 'hello', label: 'benign', language: 'de', source: 'one', category: 'chat' },
    { id: '3', text: 'hallo', label: 'benign', language: 'de', source: 'two' },
  ],
  'b.jsonl': [
    { id: '4', text: 'a@example.com', spans: [{ start: 0, end: 13, type: 'EMAIL_ADDRESS' }], language: 'en' },
  ],
}

describe('formatText', () => {
  test('has a table for each processor, without columns and rows that say nothing', async () => {
    const text = formatText(await measure(files))
    const [injection, pii] = text.split('\n\n')
    expect(injection?.split('\n').map((line) => line.replaceAll(/ +/g, ' '))).toEqual([
      'prompt-injection (acme:prompt-injection 1.0.0)',
      'source language n positives precision recall F1 accuracy balanced AUC recall@1%FPR FPR recall@T FPR@T',
      'all 3 1 1.000 1.000 1.000 1.000 1.000 1.000 1.000 0.000 1.000 0.000',
      'one 2 1 1.000 1.000 1.000 1.000 1.000 1.000 1.000 0.000 1.000 0.000',
      'one de 1 0 0.000 0.000',
      'one en 1 1 1.000 1.000 1.000 1.000 1.000',
      'two 1 0 0.000 0.000',
      'all de 2 0 0.000 0.000',
      'T, the threshold that finds at most 1 % of the negative rows: 1',
    ])
    expect(pii).toContain('span recall')
    expect(pii).not.toContain('AUC')
    expect(text).not.toContain('EMAIL_ADDRESS')
  })

  test('details add types and categories', async () => {
    const text = formatText(await measure(files), { details: true })
    expect(text).toMatch(/labelled types\nsource +labelled type +n +recall +exact\nb +EMAIL_ADDRESS +1 +1\.000 +1\.000/)
    expect(text).toMatch(/found types\n.*\nb +email +1/)
    expect(text).toMatch(/categories\n.*\none +chat +1/)
  })

  test('names from the data cannot act on the terminal', async () => {
    const report = await measure({ ...files, 'c.jsonl': [{ text: 'x', label: 'injection', source: hostile }] })
    const text = formatText(report)
    expect(text).toContain('web|<b>`x`\\n\\u{1b}[31m\\u{202e}')
    expect(text).not.toContain('\u001b')
  })
})

describe('formatMarkdown', () => {
  test('says with what it was made, and how to make it again', async () => {
    const report = await measure(files)
    const page = formatMarkdown(report, { command: 'gatehouse eval pii --data DATA', environment })
    expect(page).toContain('```sh\ngatehouse eval pii --data DATA\n```')
    expect(page).toContain('- Commit: `0123456789ab`\n- Machine: Some CPU, Node 20.19.0')
    expect(page).toContain(`| a.jsonl | 3 | ${report.data[0]?.sha256} |`)
    expect(page).toContain('## pii\n\n`acme:pii` 1.0.0, default parameters.')
    expect(page).toContain('T, the threshold that finds at most 1 % of the negative rows: 1')
    expect(page).toContain('| b | EMAIL\\_ADDRESS | 1 | 1.000 | 1.000 |')
    expect(page).not.toMatch(/undefined|NaN/)
  })

  test('a working copy with changes says so', async () => {
    const page = formatMarkdown(await measure(files), { command: 'x', environment: { ...environment, commit: 'abc+' } })
    expect(page).toContain('- Commit: `abc+` (`+`: with changes that are not in it)')
  })

  test('names from the data cannot leave their cell', async () => {
    const report = await measure({ ...files, 'c.jsonl': [{ text: 'x', label: 'injection', source: hostile }] })
    const page = formatMarkdown(report, { command: 'x', environment })
    expect(page).toContain('| web\\|\\<b\\>\\`x\\`\\\\n\\\\u{1b}\\[31m\\\\u{202e} |')
  })
})

describe('lists of rows', () => {
  const errors = [{ processor: 'pii', source: 's', missed: ['1', '2', '3'], false: [] }]

  test('show ids, so many of each kind', () => {
    expect(formatErrors(errors, { limit: 2 })).toBe('pii, s\n  missed: 3\n    1\n    2\n    and 1 more\n')
    expect(shownIds(errors, 2)).toEqual(new Set(['1', '2']))
  })

  test('show texts where there are some, cut and visible', () => {
    const texts = new Map([['2', `a\u200bb\n${'x'.repeat(300)}`]])
    expect(formatErrors(errors, { texts })).toContain(`    2  a\\u{200b}b\\n${'x'.repeat(196)}…\n`)
  })

  test('show differences by kind', () => {
    const difference = { newlyCaught: ['1'], newlyMissed: [], newlyFalse: ['2'], noLongerFalse: [] }
    expect(formatDifferences([{ processor: 'p', source: 's', ...difference }])).toBe(
      'p, s\n  newly caught: 1\n    1\n  newly false: 1\n    2\n',
    )
    expect(formatDifferences([])).toBe('No row is judged differently.\n')
  })
})

test.each([
  ['plain, ünï 語 💳', 'plain, ünï 語 💳'],
  ['\u0007\u009b\u2028\u{e0041}\ufeff', '\\u{7}\\u{9b}\\u{2028}\\u{e0041}\\u{feff}'],
  ['\ud800x', '\\u{d800}x'],
])('%j is shown as %s', (text, shown) => {
  expect(makeVisible(text)).toBe(shown)
})
