import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deviations, softMaximum } from '../../dist/prompt-injection/deviation.js'
import { hashText, readSamples, SEED, scoreUnseen, WEIGHT_BITS, weigh } from '../build-injection-model.mjs'
import { measureUsual } from './calibrate.mjs'
import { learnWeights, readFeatures, scoreScales } from './learn.mjs'

/**
 * Says what more texts to learn from would bring: learns from parts of them, and prints by source how many attacks are found at the score
 * that takes 1 % of the harmless texts. Build first (`npm run build`); takes some minutes.
 *
 *   node packages/processors/scripts/prompt-injection/learning-curve.mjs FOLDER NEIGHBOURS
 *
 * FOLDER and NEIGHBOURS are those of `build-injection-model.mjs`. Rows of `train.jsonl` are scored by what was learnt without them, those
 * of `dev.jsonl`, where FOLDER has it, by what was learnt from all.
 */
const SHARES = [1 / 8, 1 / 4, 1 / 2, 1]
/** Of a source with fewer attacks a share says nothing. */
const LEAST_ATTACKS = 20

const [folder, neighbours] = process.argv.slice(2)
const samples = readSamples(folder, neighbours)
const others = readOthers()
for (const share of SHARES) {
  const known = weigh(samples.filter(({ group }) => hashText(`share ${group}`) / 2 ** 32 < share))
  const scored = scoreUnseen(samples, known)
  const usual = measureUsual(scored)
  console.log(`\nlearnt from ${share} of the texts (${known.length})`)
  printFound(scored, usual)
  if (others.length === 0) continue
  const model = learnWeights(known, WEIGHT_BITS, SEED)
  console.log('dev.jsonl')
  printFound(
    others.map((sample) => ({ ...sample, scores: scoreScales(sample, model) })),
    usual,
  )
}

function readOthers() {
  const file = join(folder, 'dev.jsonl')
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ text, label, source }) => ({ ...readFeatures(text, WEIGHT_BITS), source, isAttack: label !== 'benign' }))
    .filter(({ words }) => words > 0)
}

function printFound(scored, usual) {
  const valued = scored.map(({ source, isAttack, words, scores }) => ({
    source,
    isAttack,
    value: softMaximum(deviations(scores, words, usual)),
  }))
  const harmless = valued.filter(({ isAttack }) => !isAttack).sort((a, b) => b.value - a.value)
  const threshold = harmless[Math.floor(harmless.length / 100)].value
  const attacks = valued.filter(({ isAttack }) => isAttack)
  console.log(`  AUC ${measureArea(attacks, harmless).toFixed(3)}`)
  for (const source of new Set(attacks.map((row) => row.source))) {
    const rows = attacks.filter((row) => row.source === source)
    if (rows.length < LEAST_ATTACKS) continue
    const found = rows.filter(({ value }) => value > threshold).length
    console.log(`  ${source.padEnd(18)} ${String(rows.length).padStart(5)}  ${(found / rows.length).toFixed(3)}`)
  }
}

/** How often an attack has a higher value than a harmless text, of which those with higher values come first. */
function measureArea(attacks, harmless) {
  const all = [...attacks, ...harmless].sort((a, b) => b.value - a.value)
  let above = 0
  let pairs = 0
  for (const { isAttack } of all) {
    if (isAttack) above++
    else pairs += above
  }
  return pairs / attacks.length / harmless.length
}
