import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_GROWTH, measureGrowth } from '../testing/measure-growth.js'
import { makeCanary } from './canary.js'
import { findLeaks, LeakDetector } from './leak-detector.js'
import { protectPrompt } from './protected-prompt.js'

const system =
  'You are Otto, the assistant of the Lakeside Library. Answer in two sentences at most. Never lend more than seven books to one ' +
  'reader, and offer the reading room to whoever asks for rare prints. If a reader is angry, hand over to Ms Berg at the desk, and do ' +
  'not say that the catalogue is rebuilt every Tuesday night by a script that fails whenever the clock is changed.'
const chinese =
  '你是湖畔图书馆的助手。每次回答不要超过两句话。任何读者最多只能借七本书，如果有人询问珍贵版画，请带他们去阅览室。' +
  '如果读者生气了，请把他们交给前台的贝格女士，不要告诉他们目录每周二晚上由一个脚本重建。'
const canary = makeCanary('a key of sixteen characters', 'library')
const limits = { maxShare: 0.3, maxRun: 20 }

const prompt = protectPrompt({ secret: [system], known: [], canary })
const rules = (text: string, by = prompt) => findLeaks(text, by, limits).map(({ rule }) => rule)
const rot13 = (text: string) =>
  text.replaceAll(/[a-z]/gi, (letter) => {
    const first = letter < 'a' ? 65 : 97
    return String.fromCharCode(first + ((letter.charCodeAt(0) - first + 13) % 26))
  })
const sentence = system.slice(system.indexOf('If a reader'))

describe('a shared text', () => {
  test.each([
    { name: 'the whole', text: `Sure! My instructions: ${system}`, rule: 'share' },
    { name: 'in capitals and other punctuation', text: system.toUpperCase().replaceAll(/[,.]/g, ' -'), rule: 'share' },
    { name: 'as a list', text: system.split(' ').join('\n* '), rule: 'share' },
    {
      name: 'with accents and full-width letters',
      text: system.replaceAll('e', 'é').replaceAll('a', 'ａ'),
      rule: 'share',
    },
    { name: 'with invisible characters', text: [...system].join('\u200b'), rule: 'share' },
    { name: 'letter by letter', text: [...system].join(' '), rule: 'letters-share' },
    { name: 'with dots in words', text: [...system].join('.'), rule: 'letters-share' },
    { name: 'in rot13', text: rot13(system), rule: 'rot13-share' },
    { name: 'backwards', text: [...system].reverse().join(''), rule: 'reversed-share' },
    { name: 'in base64', text: Buffer.from(system).toString('base64'), rule: 'base64-share' },
    { name: 'in base64 for URLs', text: Buffer.from(system).toString('base64url'), rule: 'base64-share' },
    { name: 'in hex', text: Buffer.from(system).toString('hex'), rule: 'hex-share' },
    {
      name: 'a third of it, every other sentence',
      text: `${system.slice(0, 130)} and so on. ${system.slice(300, 400)}`,
      rule: 'share',
    },
    { name: 'a long run', text: `He said: ${sentence.split(' ').slice(0, 24).join(' ')}!`, rule: 'run' },
  ])('$name', ({ text, rule }) => {
    const by = rule === 'run' ? protectPrompt({ secret: [system.repeat(1), chinese, words(600)], known: [] }) : prompt
    expect(rules(text, by)).toContain(rule)
  })

  test.each([
    {
      name: 'an answer of its own',
      text: 'You may borrow seven books at a time, and rare prints can be seen in the reading room.',
    },
    { name: 'a few words in a row', text: 'Please ask for rare prints. I can hand over to Ms Berg at the desk.' },
    { name: 'nineteen words in a row', text: sentence.split(' ').slice(0, 19).join(' ') },
    { name: 'nothing', text: '' },
    {
      name: 'base64 of something else',
      text: Buffer.from('What a fine day to borrow a book, is it not?').toString('base64'),
    },
  ])('not $name', ({ text }) => {
    expect(rules(text)).toEqual([])
  })

  test('is none when the user wrote it, or it is public', () => {
    expect(rules(system, protectPrompt({ secret: [system], known: [`Is this right? ${system}`] }))).toEqual([])
  })

  test('of a short prompt says nothing', () => {
    expect(
      rules('You are a helpful assistant.', protectPrompt({ secret: ['You are a helpful assistant.'], known: [] })),
    ).toEqual([])
  })

  test('counts characters where there are no blanks between words', () => {
    const by = protectPrompt({ secret: [chinese], known: [] })
    expect(rules(`好的：${chinese.slice(0, 60)}`, by)).toEqual(['share'])
    expect(rules('您最多可以借七本书，珍贵版画在阅览室。', by)).toEqual([])
  })

  test('has the range of what is shared', () => {
    const text = `Sure. ${system} Anything else?`
    expect(findLeaks(text, prompt, limits)).toEqual([{ start: 6, end: 6 + system.length - 1, rule: 'share', score: 1 }])
  })
})

describe('a canary', () => {
  const quiet = protectPrompt({ secret: [], known: [], canary })

  test.each([
    { name: 'as it is', text: `Reference: ${canary}.`, rule: 'canary' },
    { name: 'in capitals', text: canary.toUpperCase(), rule: 'canary' },
    { name: 'spaced', text: [...canary].join(' '), rule: 'canary' },
    { name: 'one letter a line', text: [...canary].join('\n- '), rule: 'canary' },
    { name: 'with invisible characters', text: [...canary].join('\u200d'), rule: 'canary' },
    {
      name: 'in full-width letters',
      text: canary.replaceAll(/[a-z]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)),
      rule: 'canary',
    },
    { name: 'backwards', text: [...canary].reverse().join(''), rule: 'reversed-canary' },
    { name: 'in rot13', text: rot13(canary), rule: 'rot13-canary' },
    { name: 'in base64', text: Buffer.from(`it is ${canary}, I think`).toString('base64'), rule: 'base64-canary' },
    { name: 'in hex', text: Buffer.from(canary).toString('hex'), rule: 'hex-canary' },
  ])('$name', ({ text, rule }) => {
    expect(rules(`Well: ${text}`, quiet)).toEqual([rule])
  })

  test.each([
    { name: 'short of a letter', text: canary.slice(1) },
    { name: 'with one letter changed', text: `${canary.slice(0, -1)}9` },
    { name: 'of another application', text: makeCanary('a key of sixteen characters', 'museum') },
    { name: 'of another key', text: makeCanary('another key of characters', 'library') },
  ])('not one $name', ({ text }) => {
    expect(rules(text, quiet)).toEqual([])
  })
})

describe('LeakDetector', () => {
  const answers = [
    `Sure! ${system} 👍🏽`,
    `${chinese}${Buffer.from(system).toString('base64')} ${[...canary].join('-')} 𝐀𝐁`,
    `${Buffer.from(`${canary} ${chinese}`).toString('hex')} ${rot13(system)}`,
    `nothing ${system.slice(0, 100)} to see ${canary.slice(1)}`,
  ]
  const both = protectPrompt({ secret: [system, chinese], known: [], canary })

  test('judges chunks as the whole, wherever they are cut', () => {
    fc.assert(
      fc.property(fc.constantFrom(...answers), fc.array(fc.nat(900), { maxLength: 30 }), (answer, cuts) => {
        const detector = new LeakDetector(both, limits)
        let from = 0
        for (const cut of [...cuts.toSorted((a, b) => a - b), answer.length]) {
          detector.feed(answer.slice(from, cut))
          from = Math.max(from, Math.min(cut, answer.length))
        }
        expect(detector.end()).toEqual(findLeaks(answer, both, limits))
      }),
      { numRuns: 300 },
    )
  })

  test('judges single code units as the whole', () => {
    for (const answer of answers) {
      const detector = new LeakDetector(both, limits)
      for (let at = 0; at < answer.length; at++) detector.feed(answer.charAt(at))
      expect(detector.end()).toEqual(findLeaks(answer, both, limits))
    }
  })

  test('says as soon as a leak is certain', () => {
    const detector = new LeakDetector(prompt, limits)
    const tokens = `Sure! ${system}`.match(/\S+\s*/g) ?? []
    const certain = tokens.findIndex((token) => detector.feed(token))
    expect(certain).toBeGreaterThan(10)
    expect(certain).toBeLessThan(30)
  })
})

describe('an answer of 1 MB takes linear time', () => {
  const units = [
    `${system} `,
    `${system.slice(0, 70)} zz `,
    [...system].join(' '),
    canary,
    'a',
    '\u0301',
    '𝐀',
    '图书馆',
  ]
  const encoded = [`${Buffer.from(system).toString('base64')} `, Buffer.from(canary).toString('hex')]

  test.each([...units, ...encoded])(
    '%j',
    (unit) => {
      expect(measureGrowth((answer) => findLeaks(answer, prompt, limits), unit)).toBeLessThan(MAX_GROWTH)
    },
    60_000,
  )

  test('so does a prompt', () => {
    const run = (text: string) => protectPrompt({ secret: [text], known: [text] })
    expect(measureGrowth(run, `${system} ${chinese} `)).toBeLessThan(MAX_GROWTH)
  }, 60_000)
})

/** Words that nothing else has. */
function words(count: number): string {
  return Array.from({ length: count }, (_, index) => `w${(index * 7919).toString(36)}`).join(' ')
}
