import { compileKeywords } from '../dist/keywords/find-keywords.js'
import { detectLanguages } from '../dist/language-id/detect-languages.js'
import { compilePattern } from '../dist/regex/compile-pattern.js'
import { findPattern } from '../dist/regex/find-pattern.js'
import { measureRepetition } from '../dist/repetition-detect/measure-repetition.js'

/**
 * Measures the detectors on made-up text of 10 KB to 10 MB. Build first (`npm run build`).
 *
 *   node packages/processors/scripts/measure-speed.mjs
 */
const words = makeWords(3000)
const terms = makeWords(10_000)
const text = Array.from({ length: 1_500_000 }, (_, index) =>
  index % 100 === 99 ? terms[(index * 7919) % terms.length] : words[(index * 104_729) % words.length],
).join(' ')

const keywordOptions = { lists: [terms], allow: [], wholeWords: true, caseSensitive: false }
const startedAt = performance.now()
const findKeywords = compileKeywords(keywordOptions)
console.log(`keywords: 10,000 terms compiled in ${(performance.now() - startedAt).toFixed(0)} ms`)
const detection = { threshold: 0.5, multiDetect: false, codeDetect: true }
const patterns = [
  '\\bE-\\d{6}\\b',
  '[\\w.+-]+@[\\w-]+\\.[\\w.]+',
  '(?i)password\\s*[:=]\\s*(?<mask>\\S+)',
  '\\b[a-z]{5}\\b',
].map((source) => [source, compilePattern(source)])
const detectors = [
  ['language-id', (sample) => detectLanguages(sample, detection)],
  ['repetition-detect', measureRepetition],
  ['keywords, 10,000 terms', findKeywords],
  ...patterns.map(([source, pattern]) => [`regex ${source}`, (sample) => findPattern(pattern, sample)]),
]

const sizes = [10_000, 100_000, 1_000_000, 10_000_000]
console.log(`${''.padEnd(48)}${sizes.map((size) => `${size / 1000} KB`.padStart(12)).join('')}`)
for (const [name, detect] of detectors) {
  const times = sizes.map((size) => `${time(detect, text.slice(0, size)).toFixed(2)} ms`.padStart(12))
  console.log(name.padEnd(48) + times.join(''))
}

/** Best of five, in milliseconds, after a warm-up. */
function time(detect, sample) {
  for (let run = 0; run < 3; run++) detect(sample)
  const times = Array.from({ length: 5 }, () => {
    const from = performance.now()
    detect(sample)
    return performance.now() - from
  })
  return Math.min(...times)
}

/** Words of 5 to 12 letters, the same ones every time. */
function makeWords(count) {
  let state = count
  const next = (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
  return Array.from({ length: count }, () =>
    String.fromCharCode(...Array.from({ length: 5 + next(8) }, () => 97 + next(26))),
  )
}
