import { describe, expect, test } from 'vitest'
import { charactersOf, isOf } from '../alphabet.js'
import { base62Crc } from '../checksums.js'
import { findSecrets } from '../find-secrets.js'
import type { Run, Shape } from '../shape.js'
import { isMixed } from '../vendor-rule.js'
import { namedRules, tokenRules } from './index.js'

/** What a random sample lacks of a token that its rule takes. Samples are made here, so no secret stands in this file. */
const completions: Readonly<Record<string, (sample: string) => string>> = {
  ...Object.fromEntries(
    tokenRules.flatMap(({ id, vendor, check }) =>
      check?.failed === 0.6 && (vendor === 'GitHub' || vendor === 'npm')
        ? [[id, (sample: string) => sample.slice(0, -6) + base62Crc(sample.slice(4, -6))]]
        : [],
    ),
  ),
  ...Object.fromEntries(
    ['openai-project-key', 'openai-service-account-key', 'openai-admin-key', 'openai-named-key'].map((id) => [
      id,
      (sample: string) => `${sample.slice(0, 30)}T3BlbkFJ${sample.slice(38)}`,
    ]),
  ),
  'anthropic-key': (sample) => `${sample.slice(0, -2)}AA`,
  'anthropic-admin-key': (sample) => `${sample.slice(0, -2)}AA`,
  'artifactory-key': (sample) => sample.replaceAll(/[0OIl]/g, 'z'),
  'artifactory-reference-token': (sample) => btoa(`reftkn:01:1767225600:${sample.slice(-27)}`),
  ...Object.fromEntries(
    tokenRules
      .filter(({ check }) => check === isMixed)
      .map(({ id }) => [id, (sample: string) => `${sample.slice(0, -3)}a7K`]),
  ),
  'discord-bot-token': (sample) => `M${sample.slice(1)}`,
}

describe('rules', () => {
  test('there are enough of them, each with an id of its own', () => {
    const ids = [...tokenRules, ...namedRules].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(300)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9][a-z0-9.-]{2,48}$/)
  })

  test.each(tokenRules)('$id has a shape that is matched without backtracking', ({ shape }) => {
    expect(shape.parts.some((part) => typeof part === 'string')).toBe(true)
    for (const [index, part] of shape.parts.entries()) {
      const next = shape.parts[index + 1]
      if (typeof part === 'string' || next === undefined || part.min === part.max) continue
      const isAmbiguous = typeof next === 'string' ? isOf(part.alphabet, next.charCodeAt(0)) : true
      expect(isAmbiguous).toBe(false)
    }
  })

  describe.each(tokenRules)('$id', (rule) => {
    const random = createRandom(rule.id)
    const complete = completions[rule.id] ?? ((sample: string) => sample)
    const samples = Array.from({ length: 4 }, () => complete(makeSample(rule.shape, random)))

    test.each(['', 'see ', '"', '=', '\\n'])('is found behind %j', (before) => {
      for (const sample of samples) {
        const found = findSecrets(`${before}${sample} .`)
        expect(found.map(({ start, end }) => [start, end])).toEqual([[before.length, before.length + sample.length]])
        expect(found[0]?.score).toBeGreaterThanOrEqual(0.6)
      }
    })

    test('is not found in a word that goes on', () => {
      const last = rule.shape.parts.at(-1)
      // A run without end takes in what follows it.
      const isOpen = typeof last === 'object' && last.max > last.min && isOf(last.alphabet, '_'.charCodeAt(0))
      for (const sample of samples) {
        expect(rulesIn(`a${sample}`)).not.toContain(rule.id)
        if (!isOpen) expect(rulesIn(`${sample}_a`)).not.toContain(rule.id)
      }
    })

    test('is not found with a character too few or too many, or with one of no alphabet', () => {
      const shortest = makeSample(rule.shape, random, ({ min }) => min)
      const { at, run } = findLongestRun(rule.shape)
      const nearMisses = [
        shortest.slice(0, at) + shortest.slice(at + 1),
        `${shortest.slice(0, at + (run.min >> 1))}§${shortest.slice(at + (run.min >> 1) + 1)}`,
        makeSample(rule.shape, random, (each) => (each === run ? run.max + 1 : each.min)),
      ]
      for (const nearMiss of nearMisses) expect(rulesIn(nearMiss)).not.toContain(rule.id)
    })

    test('is not found as a mask', () => {
      const masked = rule.shape.parts
        .map((part) => (typeof part === 'string' ? part : maskCharacter(part).repeat(part.min)))
        .join('')
      expect(rulesIn(masked)).not.toContain(rule.id)
    })
  })

  test.each(namedRules)('$id is found by its name, and only by it', ({ id, names, shapes }) => {
    const random = createRandom(id)
    for (const shape of shapes) {
      const value = makeSample(shape, random)
      expect(rulesIn(`${names[0]}_api_key = "${value}"`), names[0]).toHaveLength(1)
      expect(rulesIn(`weather = "${value}"`)).not.toContain(id)
    }
  })
})

function rulesIn(text: string): string[] {
  return findSecrets(`${text} .`).map(({ rule }) => rule)
}

/** Text of a shape, from random numbers in `[0, 1)`. */
function makeSample(
  { parts }: Shape,
  random: () => number,
  lengthOf = ({ min, max }: Run) => min + Math.floor(random() * (Math.min(max, min + 8) - min + 1)),
): string {
  return parts.map((part) => (typeof part === 'string' ? part : makeRun(part, lengthOf(part), random))).join('')
}

function makeRun({ alphabet }: Run, length: number, random: () => number): string {
  // Padding and dots belong at the end or between parts; a run without them is of the shape as well.
  const characters = charactersOf(alphabet).replaceAll(/[=.~%@:-]/g, '')
  const digitAt = characters.includes('7') ? length >> 1 : -1
  // One digit at least: letters alone are taken for a word.
  return Array.from({ length }, (_, index) =>
    index === digitAt ? '7' : characters[Math.floor(random() * characters.length)],
  ).join('')
}

/** The run with the longest minimum, and where it starts in a sample with all runs at their minimum. */
function findLongestRun({ parts }: Shape): { readonly at: number; readonly run: Run } {
  let at = 0
  let longest: { at: number; run: Run } | undefined
  for (const part of parts) {
    if (typeof part !== 'string' && (longest === undefined || part.min > longest.run.min)) longest = { at, run: part }
    at += typeof part === 'string' ? part.length : part.min
  }
  if (longest === undefined) throw new TypeError('a shape without a run')
  return longest
}

function maskCharacter({ alphabet }: Run): string {
  return isOf(alphabet, 'x'.charCodeAt(0)) ? 'x' : isOf(alphabet, 'X'.charCodeAt(0)) ? 'X' : '0'
}

/** The same numbers every time for one seed (mulberry32). */
function createRandom(seed: string): () => number {
  let state = [...seed].reduce((sum, character) => Math.imul(sum, 31) + character.charCodeAt(0), 7)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
