import type { PlainWords } from '../text/plain-words.js'
import type { TextView } from '../text/text-view.js'

/**
 * Traces of a text that plays with the structure around it: it writes the marks that divide a conversation, hides from a
 * reader, or asks for an exact reply. Each by itself stands in many harmless texts too. All patterns are bounded. A text in
 * which nothing stands of what a pattern needs is not searched with it.
 */
const PATTERNS: readonly (readonly [name: string, pattern: RegExp, needs?: readonly string[]])[] = [
  ['chat-token', /<\|[a-z_ ]{2,24}\|>|\[\/?INST\]|<<\/?SYS>>|<(?:start|end)_of_turn>|<\/?s>/gi, ['<', '[']],
  ['system-line', /^[ >*#[<"'-]{0,6}(?:system|developer|admin|root)(?: \w{1,12})?[\]>*"')]{0,3} ?:/gim, [':']],
  ['user-line', /^[ >*#[<"'-]{0,6}(?:user|human|input|question|q)[\]>*"']{0,3} ?:/gim, [':']],
  ['assistant-line', /^[ >*#[<"'-]{0,6}(?:assistant|ai|bot|model|chatgpt|answer|output|a)[\]>*"']{0,3} ?:/gim, [':']],
  [
    'role-tag',
    /<\/?(?:system|user|assistant|admin|instructions?|prompt|context|document|data|input|query|human)>/gi,
    ['<'],
  ],
  ['comment', /<!--/g, ['<!--']],
  [
    'hidden-style',
    /(?:display ?: ?none|visibility ?: ?hidden|(?:font-size|opacity) ?: ?0(?![.\d])|color ?: ?(?:white|transparent|#fff))/gi,
    [':'],
  ],
  ['image', /!\[[^[\]\n]{0,80}\]\(https?:/g, ['![']],
  ['link-with-data', /\]\(https?:[^()\s?]{1,200}\?[^()\s]{0,200}=/g, ['](http']],
  ['markdown-comment', /^\[[^[\]\n]{0,40}\]: ?#/gm, [']:']],
  [
    'divider',
    /^[ \t]{0,3}(?:-{3,40}|={3,40}|#{3,40}|\*{3,40}|"{3}|'{3}|`{3})[ \t]{0,3}$/gm,
    ['---', '===', '###', '***', '"""', "'''", '```'],
  ],
  [
    'end-of-part',
    /\b(?:end|begin|start|beginning)[ _-](?:of[ _-])?(?:the )?(?:session|prompt|document|instructions?|text|context|conversation|input|file|data|message)\b/gi,
  ],
  [
    'forced-reply',
    /\b(?:say|print|output|write|reply|respond|answer|return|repeat|translate)\b[^"'“«「\n.]{0,24}["'“«「]/gi,
  ],
  ['slot', /\{\{?\$?[A-Za-z_]{3,40}\}?\}|\[[A-Z][A-Z_ ]{3,40}\]/g, ['{', '[']],
  [
    'code-call',
    /\b(?:sudo|eval\(|exec\(|os\.system|process\.env|rm -rf|cat \/|print\()/g,
    ['sudo', 'eval(', 'exec(', 'os.system', 'process.env', 'rm -rf', 'cat /', 'print('],
  ],
  ['shouting', /!!!|\?!|!\?/g, ['!']],
  ['brackets', /\]\]|\}\}|<<|>>|\[\[/g, [']]', '}}', '<<', '>>', '[[']],
  ['quote-end', /["'”`]{1,3}[ \t]{0,3}\n/g, ['\n']],
]

/** So many equal words in a row are a repetition. */
const REPEATED_WORDS = 5

/** At most so many traces of one kind are told in a text; what it has beyond is passed over. */
const MAX_TRACES_OF_A_KIND = 10_000

/** Names of the traces, by index. */
export const structureNames: readonly string[] = [...PATTERNS.map(([name]) => name), 'repetition']

/** Called for a trace: the word at which it stands, and its index in {@link structureNames}. */
export type VisitTrace = (word: number, trace: number) => void

/** Finds the traces of a text, kind after kind, those of one kind in their order. */
export function forEachTrace({ text, words }: TextView, visit: VisitTrace): void {
  PATTERNS.forEach(([, pattern, needs], trace) => {
    if (needs?.some((need) => text.includes(need)) === false) return
    pattern.lastIndex = 0
    for (let count = 0; count < MAX_TRACES_OF_A_KIND; count++) {
      const match = pattern.exec(text)
      if (match === null) break
      visit(wordAt(words, match.index), trace)
    }
  })
  forEachRepetition(words, (word) => visit(word, PATTERNS.length))
}

/** The first word that ends behind `offset`, else the last one. */
function wordAt({ originalEnds, count }: PlainWords, offset: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((originalEnds[middle] as number) > offset) high = middle
    else low = middle + 1
  }
  return low
}

function forEachRepetition(words: PlainWords, visit: (word: number) => void): void {
  let run = 1
  for (let word = 1; word < words.count; word++) {
    run = repeatsWord(words, word) ? run + 1 : 1
    if (run === REPEATED_WORDS) visit(word)
  }
}

function repeatsWord({ units, starts, ends }: PlainWords, word: number): boolean {
  const start = starts[word] as number
  const before = starts[word - 1] as number
  const length = (ends[word] as number) - start
  if (length < 2 || (ends[word - 1] as number) - before !== length) return false
  for (let index = 0; index < length; index++) {
    if (units[start + index] !== units[before + index]) return false
  }
  return true
}
