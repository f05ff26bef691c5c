import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findCode, measureCode } from '../dist/code-detect/find-code.js'
import { measureRepetition } from '../dist/repetition-detect/measure-repetition.js'

/**
 * Says how well a detector does on labelled texts, one JSON object a line. Build first (`npm run build`).
 *
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
  code() {
    const find = (text) => findCode(text).filter(({ score }) => score >= 0.5)
    printTable(rows, ({ source }) => source, {
      'mostly code': ({ text }) => measureCode(text, 0.5) > 0.5,
      'some code': ({ text }) => find(text).length > 0,
      'not fenced': ({ text }) => find(text).some(({ isFenced }) => !isFenced),
    })
  },
  'repetition-detect'() {
    const above = (ratio) => [`ratio > ${ratio}`, ({ text }) => measureRepetition(text).ratio > ratio]
    printTable(rows, ({ label }) => label, Object.fromEntries([1.2, 2, 3, 5].map(above)))
  },
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
