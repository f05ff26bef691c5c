import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replaceRanges } from '../detection/text-range.js'
import { MAX_GROWTH, measureGrowth } from '../testing/measure-growth.js'
import { findInvisible, MAX_INVISIBLE_LENGTH } from './find-invisible.js'

const defaults = { threshold: 0.5, anyBidi: false, keepSoftHyphens: true, keepWordJoiners: true }
const everything = { threshold: 0, anyBidi: true, keepSoftHyphens: false, keepWordJoiners: false }

const tags = (text: string): string =>
  Array.from(text, (character) => String.fromCodePoint(0xe0000 + character.charCodeAt(0))).join('')
const selectors = (text: string): string =>
  Array.from(Buffer.from(text), (byte) => String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe0100 + byte - 16)).join(
    '',
  )
const bits = (text: string): string =>
  Array.from(Buffer.from(text), (byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .replaceAll('0', '\u200b')
    .replaceAll('1', '\u200c')

const strip = (text: string, options = defaults): string =>
  replaceRanges(
    text,
    findInvisible(text, options)
      .filter(({ kind }) => kind !== 'mixed-script')
      .map((range) => ({ ...range, replacement: '' })),
  )

describe('hidden characters', () => {
  test.each([
    { name: 'a message in tag characters', text: `Hello${tags('say no')}`, found: ['tag-characters hidden-message'] },
    {
      name: 'tags that close a flag of their own making',
      text: `🏴${tags('say no')}\u{e007f}`,
      found: ['tag-characters hidden-message'],
    },
    { name: 'tags behind another flag', text: `🏳${tags('gbeng')}\u{e007f}`, found: ['tag-characters hidden-message'] },
    { name: 'a flag that does not end', text: `🏴${tags('gbeng')}`, found: ['tag-characters hidden-message'] },
    { name: 'a language tag', text: `\u{e0001}${tags('en')}x`, found: ['tag-characters hidden-message'] },
    { name: 'bytes behind an emoji', text: `😊${selectors('attack')}`, found: ['variation-selector hidden-message'] },
    { name: 'bytes behind a letter', text: `a${selectors('attack')}b`, found: ['variation-selector hidden-message'] },
    {
      name: 'a byte behind each letter',
      text: `a${selectors('h')}b${selectors('i')}`,
      found: ['variation-selector hidden-message', 'variation-selector hidden-message'],
    },
    {
      name: 'bytes behind a Chinese character',
      text: `中${selectors('h')}`,
      found: ['variation-selector hidden-message'],
    },
    { name: 'bits in zero-width characters', text: `Hello${bits('hi')} you`, found: ['zero-width run'] },
    { name: 'a word that is cut', text: 'ig\u200bnore', found: ['zero-width in-word'] },
    { name: 'a word that is cut by a joiner', text: 'ig\u200dnore', found: ['zero-width in-word'] },
    { name: 'a word that is cut by a mark of direction', text: 'ig\u200enore', found: ['bidi-control in-word'] },
    { name: 'a byte order mark in a word', text: 'ig\ufeffnore', found: ['zero-width in-word'] },
    {
      name: 'a word that is cut by the style of an emoji',
      text: 'ig\ufe0fnore',
      found: ['variation-selector in-word'],
    },
    { name: 'a word that is cut by a grapheme joiner', text: 'ig\u034fnore', found: ['ignorable in-word'] },
    { name: 'a word that is cut by a vowel of Khmer', text: 'ig\u17b4nore', found: ['ignorable in-word'] },
    { name: 'a word that is cut by a separator of Mongolian', text: 'ig\u180enore', found: ['ignorable in-word'] },
    {
      name: 'a word that is spelt out by soft hyphens',
      text: 'i\u00adg\u00adn\u00adore',
      found: ['ignorable in-word', 'ignorable in-word', 'ignorable in-word'],
    },
    {
      name: 'a word that is spelt out by word joiners and operators',
      text: 'i\u2060g\u2062n\u2060ore',
      found: ['zero-width in-word', 'zero-width in-word', 'zero-width in-word'],
    },
    { name: 'two soft hyphens', text: 'ig\u00ad\u00adnore', found: ['ignorable run'] },
    { name: 'kinds next to each other', text: 'a \u200b\u3164 b', found: ['zero-width run', 'ignorable run'] },
    { name: 'a name of fillers', text: 'from \u3164', found: ['ignorable filler'] },
    { name: 'an unassigned ignorable', text: 'a\u{e0080}b', found: ['ignorable unassigned'] },
    { name: 'a deprecated format character', text: 'a \u206ab', found: ['ignorable filler'] },
    { name: 'a hidden annotation', text: 'a\ufff9 b', found: ['ignorable filler'] },
    {
      name: 'strays of two sorts, too many for slips',
      text: 'a \u200bb \u200cc '.repeat(8),
      found: Array.from({ length: 16 }, () => 'zero-width scattered'),
    },
    { name: 'an override', text: 'file\u202egnp.exe', found: ['bidi-control override'] },
    {
      name: 'an override that is closed',
      text: 'a \u202eb\u202c',
      found: ['bidi-control override', 'bidi-control override'],
    },
    {
      name: 'isolates that show code in another order',
      text: '/*\u2067 } \u2066if (admin)\u2069 \u2066 begin */',
      found: Array.from({ length: 1 }, () => 'bidi-control without-right-to-left'),
    },
    { name: 'an embedding left open among Hebrew', text: 'שלום \u202bאב', found: ['bidi-control unbalanced'] },
    {
      name: 'an isolate left open at the end of a line',
      text: 'שלום \u2067אב\nab\u2069',
      found: ['bidi-control unbalanced'],
    },
  ])('finds $name', ({ text, found }) => {
    expect(findInvisible(text, defaults).map(({ kind, rule }) => `${kind} ${rule}`)).toEqual(found)
  })

  test.each([
    { name: 'the flag of England', text: `🏴${tags('gbeng')}\u{e007f} goal` },
    { name: 'the flag of Texas', text: `🏴${tags('ustx')}\u{e007f}` },
    { name: 'flags of countries', text: '🇫🇷🇯🇵' },
    { name: 'families and professions', text: '👩‍👩‍👧‍👦 👩‍⚕️ 👨🏽‍🦰 🧑🏿‍🚀' },
    { name: 'joined signs', text: '🏳️‍🌈 🏴‍☠️ ❤️‍🔥 🙂‍↔️ ⛓️‍💥 👁️‍🗨️' },
    { name: 'keycaps', text: '1️⃣ #️⃣ *️⃣' },
    { name: 'skin tones', text: '👍🏽 ☝🏿 ☝️🏿' },
    { name: 'signs in the style of text', text: '↩︎ ☎︎ →︎ ©️' },
    { name: 'Persian non-joiners', text: 'می‌خواهم کتاب‌ها را' },
    { name: 'Persian non-joiners typed twice', text: 'می‌‌خواهم' },
    { name: 'Hindi joiners', text: 'क्‍ष क्‌ष' },
    { name: 'Sinhala joiners', text: 'ශ්‍රී ලංකා' },
    { name: 'Malayalam joiners', text: 'അവന്‍ പറഞ്ഞു' },
    { name: 'Bengali joiners', text: 'র‍্যাব' },
    { name: 'line breaks of Khmer and Thai', text: 'ភាសា\u200bខ្មែរ ภาษา\u200bไทย' },
    { name: 'Mongolian selectors', text: 'ᠠ\u180b ᠨ\u180eᠠ' },
    { name: 'ideographic variants', text: '葛\u{e0100}城市 辻\u{e0101}' },
    { name: 'standardized variants', text: '≨\ufe00 ကꩠ က\ufe00' },
    { name: 'a byte order mark at the start', text: '\ufeffHello' },
    { name: 'a byte order mark behind a line', text: 'Hello\n\ufeffyou' },
    { name: 'hyphenation', text: 'Donau\u00addampf\u00adschiff' },
    { name: 'hyphenation with a syllable of one letter', text: 'te\u00ado\u00adr\u00edas, a\u00ade\u00adreo' },
    { name: 'products of a formula', text: '2\u2062a\u2062b' },
    { name: 'digits that lost their keycaps', text: '1\ufe0f0\ufe0f' },
    { name: 'a grapheme joiner before a mark', text: 'a\u034f\u0308n' },
    { name: 'a word joiner', text: '10\u2060km' },
    { name: 'operators of a formula', text: 'f\u2061(x) = 2\u2062x' },
    { name: 'a place to break a long name', text: 'java.\u200butil.\u200bfunction.\u200bConsumer\u200b(x)' },
    { name: 'zero-width spaces of a generator, all alike', text: 'Heading\u200b\n'.repeat(40) },
    { name: 'a style left behind by an emoji', text: 'Thanks \ufe0f!' },
    { name: 'Hebrew points with a grapheme joiner', text: 'לֹ͏ַ' },
    { name: 'marks of direction in Arabic', text: 'السعر 5\u200f$ \u061cنعم' },
    { name: 'a name in an isolate', text: 'Hello \u2068Ann\u2069, \u2068ليلى\u2069 is here' },
    { name: 'an Arabic quotation that is closed', text: 'He said \u202bمرحبا\u202c twice' },
    { name: 'a path with an embedding before it', text: '\u202aC:\\Windows' },
    { name: 'old Korean letters', text: '\u115fᅡ ᄀ\u1160' },
    { name: 'a lone surrogate and a noncharacter', text: 'a\ud800b\uffff\udc00' },
  ])('leaves alone $name', ({ text }) => {
    expect(findInvisible(text, defaults)).toEqual([])
    expect(strip(text)).toBe(text)
  })

  test('tells how much is hidden, not what', () => {
    const sizes = (text: string) => findInvisible(text, defaults).map(({ hidden }) => hidden)
    expect(sizes(`x${tags('say no')}`)).toEqual([{ kind: 'text', length: 6 }])
    expect(sizes(`😊${selectors('grüße')}`)).toEqual([{ kind: 'text', length: 5 }])
    expect(sizes(`😊${selectors('\u0000\u0001')}`)).toEqual([{ kind: 'bytes', length: 2 }])
    expect(sizes(`😊\u{e01ef}\u{e01ef}`)).toEqual([{ kind: 'bytes', length: 2 }])
    expect(sizes(`a${bits('hi')}`)).toEqual([{ kind: 'bits', length: 16 }])
  })

  test('settings take in what is usually left alone', () => {
    const rules = (text: string, options: object) =>
      findInvisible(text, { ...defaults, ...options }).map(({ rule }) => rule)
    expect(rules('Donau\u00addampf', { keepSoftHyphens: false })).toEqual(['in-word'])
    expect(rules('a\u2060b', { keepWordJoiners: false })).toEqual(['in-word'])
    expect(rules('a \u2068b\u2069', { anyBidi: true })).toEqual(['any', 'any'])
    expect(rules('Hello\u200b, you', { threshold: 0.3 })).toEqual(['stray'])
  })
})

describe('words of several scripts', () => {
  test.each([
    { name: 'one Cyrillic letter', text: 'pаypal' },
    { name: 'Cyrillic letters at the start', text: 'раypal' },
    { name: 'a Cyrillic capital', text: 'IBМ' },
    { name: 'a Greek letter', text: 'micrοsoft' },
    { name: 'a Greek capital', text: 'Αpple' },
    { name: 'an Armenian letter', text: 'gօօgle' },
    { name: 'a Cherokee letter', text: 'ᏢayPal' },
    { name: 'Latin letters in a Russian word', text: 'прoдaжа' },
    { name: 'a look-alike behind a hidden character', text: 'p\u{e0141}аypal' },
    { name: 'a look-alike behind an accent', text: 'pe\u0301аrl' },
  ])('finds $name', ({ text }) => {
    expect(findInvisible(`Log in to ${text} now`, defaults)).toContainEqual(
      expect.objectContaining({ kind: 'mixed-script', rule: 'look-alike', start: 10, end: 10 + text.length }),
    )
  })

  test.each([
    { name: 'words of one script each', text: 'сор SOS coffee кофе Ωmega-3' },
    { name: 'Japanese', text: 'Tシャツを着る、東京のカフェ' },
    { name: 'Korean with Chinese characters', text: '漢字한글KBS뉴스' },
    { name: 'Chinese with Latin and Bopomofo', text: '卡拉OK ㄅ半' },
    { name: 'units', text: '5 μm, 10 µg, 3 kΩ, 20 Å' },
    { name: 'formulas', text: 'Δt = 2πr, λx.x, ρgh, hν, dσ' },
    { name: 'a Latin abbreviation with a Russian ending', text: 'PDFа, SMSки, VIPов' },
    { name: 'a Russian word behind a Latin abbreviation', text: 'SQLзапрос' },
    { name: 'a Ukrainian word with a Latin i', text: 'кiт' },
    { name: 'a Latin letter at the start of a Russian word', text: 'cейчас' },
    { name: 'hyphens between scripts', text: 'e-почта, IT-отдел, β-carotene' },
    { name: 'accents', text: 'naïve ǆ façade phở' },
    { name: 'Serbian, Macedonian, Kazakh letters', text: 'Јована ѕвезда әріп' },
    { name: 'Coptic next to Greek', text: 'ϣ ω' },
  ])('leaves alone $name', ({ text }) => {
    expect(findInvisible(text, defaults)).toEqual([])
  })

  test('words that mix scripts without deceiving score low', () => {
    expect(findInvisible('5 kΩ', { ...defaults, threshold: 0.3 })).toMatchObject([{ rule: 'mixed', start: 2, end: 4 }])
  })
})

describe('findInvisible', () => {
  const pieces = fc.constantFrom(
    ...['a', ' ', '\n', 'я', 'ا', 'क्', '中', '😀', '👩', '🏴', '1', '\u20e3', '\u0301', '\ud83d', '\udc00'],
    ...[
      '\u200b',
      '\u200c',
      '\u200d',
      '\u2060',
      '\ufeff',
      '\u00ad',
      '\u034f',
      '\u3164',
      '\ufe0f',
      '\ufe00',
      '\u{e0101}',
    ],
    ...[
      '\u200e',
      '\u202a',
      '\u202b',
      '\u202c',
      '\u202e',
      '\u2066',
      '\u2067',
      '\u2068',
      '\u2069',
      '\u{e0067}',
      '\u{e007f}',
    ],
  )
  const texts = fc.array(pieces, { maxLength: 40 }).map((chosen) => chosen.join(''))
  const settings = fc.record({
    threshold: fc.constantFrom(0, 0.3, 0.5, 0.8),
    anyBidi: fc.boolean(),
    keepSoftHyphens: fc.boolean(),
    keepWordJoiners: fc.boolean(),
  })

  test('stripping twice is stripping once', () => {
    fc.assert(
      fc.property(texts, settings, (text, options) => {
        const once = strip(text, options)
        expect(strip(once, options)).toBe(once)
      }),
      { numRuns: 3000 },
    )
  })

  test('ranges are in order, inside the text and cut no character', () => {
    fc.assert(
      fc.property(texts, settings, (text, options) => {
        let before = 0
        for (const { start, end } of findInvisible(text, options)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect([start, end].some((at) => (text.codePointAt(at - 1) ?? 0) > 0xffff)).toBe(false)
          before = start
        }
      }),
    )
  })

  test('with every setting on, nothing that hides is left but what belongs to its neighbours', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(strip(`x ${text}`, everything)).not.toMatch(/[\u00ad\u2060\u202a-\u202e\u2066-\u2069]/)
      }),
    )
  })

  test('a long run is cut into findings of bounded length', () => {
    const found = findInvisible(`x${'\u200b'.repeat(10_000)}`, defaults)
    expect(found.map(({ start, end }) => end - start)).toEqual([MAX_INVISIBLE_LENGTH, MAX_INVISIBLE_LENGTH, 1808])
  })

  test.each([
    { name: 'overrides', text: 'a \u202e\u202d\u202eb', found: ['override 2-5'] },
    { name: 'isolates in a text from left to right', text: '\u2067\u2067a', found: ['without-right-to-left 0-2'] },
    {
      name: 'two rules',
      text: '\u202e\u202e\u2067\u202e',
      found: ['override 0-2', 'without-right-to-left 2-3', 'override 3-4'],
    },
    { name: 'one rule with two scores', text: 'שלום \u202c\u202c\u202b', found: ['unbalanced 7-8'] },
    { name: 'a blank between', text: '\u202e \u202e', found: ['override 0-1', 'override 2-3'] },
    { name: 'another hidden character between', text: '\u202e\u200b\u202e', found: ['override 0-1', 'override 2-3'] },
  ])('directional controls side by side are a finding for each rule: $name', ({ text, found }) => {
    expect(findInvisible(text, defaults).map(({ rule, start, end }) => `${rule} ${start}-${end}`)).toEqual(found)
  })

  test('strays side by side are counted one by one', () => {
    expect(findInvisible('\u200e\u200f'.repeat(7), defaults)).toEqual([])
    expect(findInvisible('\u200e\u200f'.repeat(8), defaults)).toMatchObject([{ rule: 'scattered', start: 0, end: 16 }])
  })

  test('a text of nothing but directional controls has as few findings as any other run', () => {
    const text = '\u202e\u202a\u202d'.repeat(10_000)
    expect(findInvisible(text, everything)).toHaveLength(Math.ceil(text.length / MAX_INVISIBLE_LENGTH))
    expect(strip(text, everything)).toBe('')
  })

  test('takes ASCII as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(findInvisible(text, everything)).toEqual([])
      }),
    )
  })
})

describe('a text of 1 MB takes linear time', () => {
  const units = [
    ...[
      'a\u200b',
      '\u200b\u200c',
      '\u{e0061}',
      'a\u{e0151}',
      '\u202e',
      '\u202e\u202c',
      '\u2068a\u2069',
      '\u2067\n',
      'p\u0430y',
      'я',
    ],
    ...['\u3164 ', '❤️', '👩‍👧', '🏴\u{e0067}', 'می\u200c', '\u0301', '\ud83d', 'a\u00ad', '\ufeff'],
  ]

  test.each(units)(
    '%j',
    (unit) => {
      expect(measureGrowth((text) => findInvisible(text, everything), unit)).toBeLessThan(MAX_GROWTH)
    },
    60_000,
  )
})
