import { readFileSync } from 'node:fs'
import { findLeaks } from '../dist/system-prompt-leak/leak-detector.js'
import { protectPrompt } from '../dist/system-prompt-leak/protected-prompt.js'

/**
 * Takes the harmless texts of one source for system prompts, and those of the other sources for answers to them: how many
 * prompts are found when they are repeated, as a whole or their first half, and how many answers are taken for leaks. Default
 * parameters, no canary. Build first.
 *
 *   node packages/processors/scripts/measure-leaks.mjs SOURCE FILE.jsonl [FILE.jsonl ...]
 */
const [source, ...paths] = process.argv.slice(2)
const limits = { maxShare: 0.3, maxRun: 20 }
const answersToEach = 20

const rows = paths
  .flatMap((path) => readFileSync(path, 'utf8').split('\n').filter(Boolean))
  .map((line) => JSON.parse(line))
  .filter(({ label }) => label === 'benign')
const prompts = rows.filter((row) => row.source === source).map(({ text }) => text)
const answers = rows.filter((row) => row.source !== source).map(({ text }) => text)

const count = { prompts: prompts.length, repeated: 0, halves: 0, answers: 0, takenForLeaks: 0 }
prompts.forEach((text, index) => {
  const prompt = protectPrompt({ secret: [text], known: [] })
  const leaks = (answer) => findLeaks(answer, prompt, limits).length > 0
  if (leaks(`Sure: ${text}`)) count.repeated++
  if (leaks(text.slice(0, text.length / 2))) count.halves++
  for (let round = 0; round < answersToEach; round++) {
    count.answers++
    if (leaks(answers[(index * 37 + round * 101) % answers.length])) count.takenForLeaks++
  }
})
console.log(count)
