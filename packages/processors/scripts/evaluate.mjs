import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { detectLanguages } from '../dist/language-id/detect-languages.js'
import { loadLanguageModel } from '../dist/language-id/language-model.js'
import { resolveLanguage } from '../dist/language-id/languages.js'
import { measureRepetition } from '../dist/repetition-detect/measure-repetition.js'

/**
 * Says how well a detector does on labelled texts, one JSON object a line. Build first (`npm run build`).
 *
 *   node packages/processors/scripts/evaluate.mjs language-id texts.jsonl        rows with `text`, `language`, `kind`
 *   node packages/processors/scripts/evaluate.mjs code texts.jsonl               rows with `text`, `source`
 *   node packages/processors/scripts/evaluate.mjs repetition-detect texts.jsonl  rows with `text`, `label`
 */
const { positionals } = parseArgs({ allowPositionals: true })
const [detector, ...files] = positionals
const rows = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line)),
)

const evaluations = {
  'language-id'() {
    const known = new Set(loadLanguageModel().languages)
    for (const threshold of [0.5, 0.8]) {
      console.log(`\nthreshold ${threshold}`)
      printTable(rows, ({ language, kind }) => `${kind}, ${known.has(resolveLanguage(language)) ? 'known' : 'other'}`, {
        right: ({ text, language }) => detectMain(text, threshold) === resolveLanguage(language),
        unknown: ({ text }) => detectMain(text, threshold) === 'unknown',
      })
    }
  },
  code() {
    const detect = (text, multiDetect) => detectLanguages(text, { threshold: 0.5, multiDetect, codeDetect: true })
    printTable(rows, ({ source }) => source, {
      'mostly code': ({ text }) => detect(text, false).has('code'),
      'some code': ({ text }) => detect(text, true).has('code'),
    })
  },
  'repetition-detect'() {
    const above = (ratio) => [`ratio > ${ratio}`, ({ text }) => measureRepetition(text).ratio > ratio]
    printTable(rows, ({ label }) => label, Object.fromEntries([1.2, 2, 3, 5].map(above)))
  },
}

function detectMain(text, threshold) {
  const [language] = detectLanguages(text, { threshold, multiDetect: false, codeDetect: false }).keys()
  return language
}

/** One line for each group, with the share of its rows that each test holds for. */
function printTable(all, groupOf, tests) {
  for (const [group, members] of groupBy(all, groupOf)) {
    const shares = Object.entries(tests).map(([name, test]) => {
      const share = members.filter(test).length / members.length
      return `${name} ${(100 * share).toFixed(1)} %`
    })
    console.log(`${group.padEnd(24)} ${String(members.length).padStart(5)}  ${shares.join('  ')}`)
  }
}

function groupBy(all, groupOf) {
  const groups = new Map()
  for (const each of all) groups.set(groupOf(each), [...(groups.get(groupOf(each)) ?? []), each])
  return groups
}

const evaluate = evaluations[detector]
if (evaluate === undefined || rows.length === 0) {
  console.error(`Usage: evaluate.mjs ${Object.keys(evaluations).join('|')} FILE...`)
  process.exit(2)
}
evaluate()
