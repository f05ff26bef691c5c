import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { Folder, run } from './start-gatehouse.js'

const jsonl = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')

const sentences = jsonl([
  { id: 's1', text: 'Guten Morgen, wie geht es dir heute?', language: 'de', source: 'web' },
  { id: 's2', text: 'Good morning, how are you today my friend?', language: 'en', source: 'web' },
  { id: 's3', text: 'Buenos días, ¿cómo estás hoy, amigo mío?', language: 'fr', source: 'web' },
])

const labelled = jsonl([
  { id: 'a', text: 'project bluebird starts', label: 'leak' },
  { id: 'b', text: 'the nightjar sings', label: 'leak' },
  { id: 'c', text: 'hello there', label: 'benign' },
  { id: 'd', text: 'a bluebird in the garden', label: 'benign' },
])

/** A module with a processor that tags texts with one of the words. */
const watcher = (...words: readonly string[]) => `
import { defineProcessor, pass, signatures } from '@gatehouse/sdk'
export const watcher = defineProcessor({
  namespace: 'acme', name: 'watcher', version: '1.0.0', signature: signatures.inputOnly,
  processInput({ prompt }) {
    const text = prompt.concatenate()
    if (text.includes('explode')) throw new RangeError(text)
    return ${JSON.stringify(words)}.some((word) => text.includes(word)) ? pass({ tags: { found: ['word'] } }) : pass()
  },
})
`

describe('gatehouse eval', () => {
  test('measures a built-in processor, and writes the report as JSON and Markdown', async () => {
    await using folder = await Folder.create({ 'data.jsonl': sentences })
    const args = ['eval', 'language-id', '--data', 'data.jsonl', '--json', 'r.json', '--markdown', 'r.md']
    const ended = await run(args, { cwd: folder.path })
    expect(ended.code).toBe(0)
    expect(ended.stdout).toMatch(/^language-id \(gatehouse:language-id \d/)
    expect(ended.stdout).toMatch(/^web +fr +1 +1 +0\.000/m)
    expect(ended.stderr).toMatch(/^3 of 3 rows, data\.jsonl/m)
    const report = JSON.parse(await readFile(folder.at('r.json'), 'utf8'))
    expect(report.rows[0]).toMatchObject({ processor: 'language-id', n: 3, recall: 0.6667 })
    expect(report.errors).toEqual([{ processor: 'language-id', source: 'web', missed: ['s3'], false: [] }])
    const page = await readFile(folder.at('r.md'), 'utf8')
    expect(page).toContain('gatehouse eval language-id --data DATA --json r.json --markdown r.md\n')
    expect(page).not.toContain(folder.path)
  })

  test('a page names no path of the machine and no parameter that was typed', async () => {
    await using folder = await Folder.create({ 'data.jsonl': labelled })
    const parameters = JSON.stringify({ lists: [{ name: 'projects', terms: ['hunter2'] }] })
    const args = [
      `--data=${folder.at('data.jsonl')}`,
      `-p${parameters}`,
      '--positive',
      'leak',
      '--markdown',
      folder.at('r.md'),
    ]
    await run(['eval', 'keywords', ...args, '-q'], { cwd: folder.path })
    const page = await readFile(folder.at('r.md'), 'utf8')
    expect(page).toContain('gatehouse eval keywords --data=DATA -pPARAMETERS --positive leak --markdown r.md -q\n')
    expect(page).not.toContain(folder.path)
  })

  test('takes parameters, labels and a threshold', async () => {
    await using folder = await Folder.create({
      'data.jsonl': labelled,
      'lists.json': JSON.stringify({ lists: [{ name: 'projects', terms: ['bluebird', 'nightjar'] }] }),
    })
    const args = ['eval', 'keywords', '--data', '.', '--positive', 'leak', '--parameters', 'lists.json', '-q']
    const ended = await run([...args, '--errors', '--show-text'], { cwd: folder.path })
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    expect(ended.stdout).toMatch(/^all +4 +2 +0\.667 +1\.000 /m)
    expect(ended.stdout).toContain('keywords, data\n  false: 1\n    d  a bluebird in the garden\n')
  })

  test('takes processors from a configuration file', async () => {
    await using folder = await Folder.create({
      'data.jsonl': labelled,
      'watcher.js': watcher('bluebird'),
      'gatehouse.yaml': 'processors:\n  - module: ./watcher.js\n    name: birds\n',
    })
    const ended = await run(['eval', 'birds', '-c', 'gatehouse.yaml', '-d', 'data.jsonl', '-q'], { cwd: folder.path })
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    expect(ended.stdout).toMatch(/^birds \(acme:birds 1\.0\.0\)/)
  })

  test('fails when a figure falls below the baseline, and says which and by how much', async () => {
    await using folder = await Folder.create({
      'data.jsonl': labelled,
      'good.js': watcher('bluebird', 'nightjar'),
      'worse.js': watcher('bluebird'),
    })
    const cwd = folder.path
    const good = await run(['eval', './good.js', '-d', 'data.jsonl', '--json', 'base.json', '-q'], { cwd })
    expect(good.code).toBe(0)
    const args = ['-d', 'data.jsonl', '--baseline', 'base.json', '-q']
    expect((await run(['eval', './good.js', ...args], { cwd })).code).toBe(0)
    const worse = await run(['eval', './worse.js', ...args], { cwd })
    expect(worse.code).toBe(1)
    expect(worse.stderr).toContain("watcher, all sources: recall is 0.5, 0.5 below the baseline's 1\n")
    expect((await run(['eval', './worse.js', ...args, '--tolerance', '0.6'], { cwd })).code).toBe(0)
  })

  test('compares two versions row by row, in a report or as a processor', async () => {
    await using folder = await Folder.create({
      'data.jsonl': labelled,
      'old.js': watcher('bluebird'),
      'new.js': watcher('nightjar', 'hello'),
    })
    const cwd = folder.path
    await run(['eval', './old.js', '-d', 'data.jsonl', '--json', 'old.json', '-q'], { cwd })
    for (const old of ['old.json', './old.js']) {
      const ended = await run(['eval', './new.js', '-d', 'data.jsonl', '--diff', old, '-q'], { cwd })
      expect(ended).toMatchObject({ code: 0, stderr: '' })
      expect(ended.stdout).toContain(
        `Compared with ${old}:\nwatcher, data\n  newly caught: 1\n    b\n  newly missed: 1\n    a\n` +
          '  newly false: 1\n    c\n  no longer false: 1\n    d\n',
      )
      expect(ended.stdout).not.toContain('sings')
    }
  })

  test('a processor that fails on a row ends with 1, and says nothing of the text', async () => {
    await using folder = await Folder.create({
      'data.jsonl': `${labelled}{"id":"e","text":"explode hunter2","label":"leak"}\n`,
      'watcher.js': watcher('bluebird'),
    })
    const ended = await run(['eval', './watcher.js', '-d', 'data.jsonl', '-q'], { cwd: folder.path })
    expect(ended.code).toBe(1)
    expect(ended.stderr).toBe(
      'Processor "watcher" failed on 1 row, which counts nowhere. The first:\n  e: RangeError\n',
    )
  })

  test.each([
    { args: ['language-id'], code: 2, stderr: /required option '-d, --data <path\.\.\.>' not specified/ },
    { args: ['langauge-id', '-d', 'd.jsonl'], code: 1, stderr: /no processor "langauge-id"; there are .*language-id/ },
    { args: ['./none.js', '-d', 'd.jsonl'], code: 1, stderr: /There is no module ".\/none\.js"/ },
    {
      args: ['./two.js', '-d', 'd.jsonl'],
      code: 1,
      stderr: /it exports first, second\. Say which as \.\/two\.js#NAME/,
    },
    { args: ['language-id', '-d', 'none.jsonl'], code: 1, stderr: /There is no file or folder "none\.jsonl"/ },
    { args: ['language-id', '-d', 'bad.jsonl'], code: 1, stderr: /bad\.jsonl, line 2: expected a JSON object/ },
    { args: ['language-id', '-d', 'l.jsonl'], code: 1, stderr: /no row about processor "language-id"/ },
    { args: ['language-id', '-d', 'd.jsonl', '-p', '{"treshold":1}'], code: 1, stderr: /unknown parameter: treshold/ },
    {
      args: ['language-id', '-d', 'd.jsonl', '-p', '{"threshold":"a"}'],
      code: 1,
      stderr: /expected a number.*threshold/,
    },
    { args: ['language-id', '-d', 'd.jsonl', '-p', '{'], code: 1, stderr: /--parameters: expected JSON/ },
    {
      args: ['language-id', '-d', 'd.jsonl', '-p', 'none.json'],
      code: 1,
      stderr: /"none\.json" cannot be read: ENOENT/,
    },
    {
      args: ['language-id', '-d', 'd.jsonl', '--profile', 'p.json'],
      code: 1,
      stderr: /p\.json is no profile: .*positve/,
    },
    { args: ['language-id', '-d', 'd.jsonl', '--baseline', 'p.json'], code: 1, stderr: /p\.json is no report/ },
    { args: ['language-id', '-d', 'd.jsonl', '--diff', 'p.json'], code: 1, stderr: /p\.json is no report/ },
    { args: ['language-id', '-d', 'd.jsonl', '--fpr', '1.5'], code: 2, stderr: /Expected a number from 0 to 1/ },
    { args: ['language-id', '-d', 'd.jsonl', '--positive', 'a,,b'], code: 2, stderr: /Expected words with commas/ },
    {
      args: ['language-id', 'language-id', '-d', 'd.jsonl'],
      code: 1,
      stderr: /two processors of the name "language-id"/,
    },
  ])('$args ends with $code', async ({ args, code, stderr }) => {
    await using folder = await Folder.create({
      'd.jsonl': sentences,
      'l.jsonl': labelled,
      'bad.jsonl': '{"text":"x"}\nnot json\n',
      'p.json': '{"positve":["x"]}',
      'two.js': `${watcher('a')}\nexport { watcher as second }`
        .replace('const watcher', 'const first')
        .replace('watcher as', 'first as'),
    })
    const ended = await run(['eval', ...args, '-q'], { cwd: folder.path })
    expect(ended.stderr).toMatch(stderr)
    expect(ended.stderr).not.toMatch(/^\s+at /m)
    expect(ended.code).toBe(code)
  })
})
