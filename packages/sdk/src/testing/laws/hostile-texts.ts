import type { Random } from './random.js'

/** Texts that break programs which take text for ASCII, for clean, or for a pattern. Long ones are for the laws of growth. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'an empty text': '',
  'one blank': ' ',
  'NUL characters': 'a\u0000b\u0000',
  'control characters': '\u0001\u0008\u001b[31m\u007f\u0085\u009f',
  noncharacters: '\ufffe\uffff\u{1fffe}\u{10ffff}',
  'a byte order mark inside': 'a\ufeffb\ufeff',
  'line ends of every kind': 'a\rb\nc\r\nd\u2028e\u2029f\u000bg\u000ch',
  'a run of combining marks': `e${'\u0301'.repeat(5_000)}`,
  'bidirectional overrides': '\u202eabc\u202c \u2066def\u2069 \u061c\u200f',
  'joined emoji': '👩‍👩‍👧‍👦'.repeat(500),
  'zero-width characters between letters': [...'confidential'].join('\u200b'),
  'tag characters': '\u{e0001}\u{e0041}\u{e0042}\u{e007f}',
  'surrogate pairs only': '𝒜😀'.repeat(2_000),
  'letters that change length with their case': 'İẞßŉǰΐﬁﬄ'.repeat(50),
  'digits of other scripts': '４１１１ ٤١١١ ४१११ 𝟒𝟏𝟏𝟏',
  'replacement patterns': "$& $1 $` $' $$ \\1 \\g<0> %s {0}",
  'pattern characters': '(?:[a-z]+)*$ ^.*\\ [ ( { + ? |',
  'names of object members': '__proto__ constructor toString hasOwnProperty valueOf then',
  markup: '<script>&lt;!-- ]]> </p> {{a}} <% %> --- ```',
  'nested brackets': '('.repeat(2_000) + ')'.repeat(2_000),
}

/** Texts put together from samples and short hostile ones, with and without blanks between them. */
export function mixedTexts(samples: readonly string[], random: Random, count: number): string[] {
  const pieces = [...samples, ...samples, ...Object.values(hostileTexts).filter((text) => text.length < 500)]
  return Array.from({ length: count }, () => {
    const separator = random.pick(['', ' ', '\n', ', '])
    return Array.from({ length: 1 + random.below(4) }, () => random.pick(pieces)).join(separator)
  })
}
