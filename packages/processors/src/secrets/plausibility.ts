/**
 * How likely a value is a secret in use, by what it is made of:
 * `example` stands for something else (a mask, a reference to a variable, a word such as "changeme");
 * `patterned` is typed rather than made at random (a sequence, one block over and over);
 * `plausible` is neither.
 */
export type Plausibility = 'example' | 'patterned' | 'plausible'

/** Words that an author puts where a secret belongs, long enough that chance does not make them. */
const EXAMPLE_WORD =
  /example|placeholder|change.?me|change.?this|redacted|dummy|your[-_ ]|insert[-_ ]|replace.?(?:me|with)/i

/** Further words that a value of free choice is no secret with. */
const EXAMPLE_VALUE =
  /sample|replace|fake|your|insert|(?:^|[-_ ])(?:some|todo|here|enter|paste|mock|foo|bar|baz|lorem|ipsum)(?:[-_ ]|$)|not.?real|^user(?:name)?(?:%3a|:)pass|to.?be.?(?:set|defined)|fill.?(?:me|in)/i

/** Masks: the same sign or letter in place of each character. */
const MASK = /[xX]{4}|\*{3}|\.{3}|…|•{2}|#{4}|_{6}|-{6}|0{8}|(?:xX){3}/

/** A whole value that something else fills in, in the notations of shells, templates and configuration files. */
const WHOLE_REFERENCE =
  /^(?:\\?[$#%]\{|\{\{|<%|\$\(|['"\\]?\$[A-Za-z_]\w|%\(\w{1,80}\)s)|^<[^<>]*>$|^\{[\w .:-]*\}$|^\[[\w .:-]*\]$|^%[\w-]*%$|^@@?\w{1,80}@@?$|^__[A-Za-z\d]\w{0,80}__$|&lt;|%[sdv]/

/** The same inside a value, with what closes each. */
const INNER_REFERENCE = /\$\{|\{\{|#\{|<%|\$\(/
const CLOSINGS: Readonly<Record<string, string>> = { '${': '}', '{{': '}}', '#{': '}', '<%': '%>', '$(': ')' }

function isReference(value: string): boolean {
  if (WHOLE_REFERENCE.test(value)) return true
  const opening = INNER_REFERENCE.exec(value)
  if (opening === null) return false
  const from = opening.index + 2
  const end = value.indexOf(CLOSINGS[opening[0]] as string, from)
  return end >= 0 && /^[\w.\s:?|=+'"$@/-]*$/.test(value.slice(from, end))
}

/** Judges a value by the letters it has, without knowing what it is for. */
export function judgePlausibility(value: string): Plausibility {
  if (isReference(value) || EXAMPLE_VALUE.test(value) || isRepeated(value)) return 'example'
  return judgeToken(value)
}

/**
 * As {@link judgePlausibility}, for a token in a vendor's format, whose alphabet has no room for references. A run of one
 * letter that is no mask is taken for typed: nothing says that it stands for something else.
 */
export function judgeToken(token: string): Plausibility {
  if (MASK.test(token) || EXAMPLE_WORD.test(token)) return 'example'
  if (isLetterRun(token)) return 'patterned'
  return isRepeated(token) ? 'example' : isTyped(token) ? 'patterned' : 'plausible'
}

/** Whether a part of a token says that it is none: random ones of some hundred characters hold no such word by chance. */
export function holdsExampleWord(token: string): boolean {
  return EXAMPLE_WORD.test(token)
}

/** Letters alone, and too many for chance: of 20 random letters and digits, 3 in 100 have no digit. */
export function isWord(run: string): boolean {
  return run.length >= 20 && /^[A-Za-z_-]+$/.test(run) && !isLetterRun(run)
}

/** One letter over and over, but for a few characters of the format. */
function isLetterRun(token: string): boolean {
  const letters = [...countCharacters(token)].filter(([character]) => /[A-Za-z]/.test(character))
  const most = Math.max(0, ...letters.map(([, count]) => count))
  return most >= 12 && most * 10 >= token.length * 8
}

/** A character or two over and over, or nearly so, or all the letters in their order. */
function isRepeated(value: string): boolean {
  const counts = countCharacters(value)
  if (value.length < 6) return counts.size === 1
  const most = Math.max(...counts.values())
  return most * 10 >= value.length * 6 || counts.size < 3 || isPeriodic(value, 3) || isMonotonous(value)
}

function isMonotonous(value: string): boolean {
  return (
    (value.length >= 24 && entropyOf(value) < 2.6) ||
    isAlphabet(findSequences(value.toLowerCase()).longest, value.length)
  )
}

function isAlphabet(longest: number, length: number): boolean {
  return longest >= 12 && longest * 10 >= length * 4
}

/** Made of steps of one (`1234`, `fedc`), or of one block over and over. */
function isTyped(value: string): boolean {
  return isPeriodic(value, 16) || findSequences(value.toLowerCase()).covered / value.length > 0.6
}

/** One block of at most so many characters, over and over. */
function isPeriodic(value: string, longest: number): boolean {
  for (let period = 1; period <= Math.min(longest, value.length >> 1); period++) {
    let index = period
    while (index < value.length && value[index] === value[index - period]) index++
    if (index === value.length) return true
  }
  return false
}

/** Runs of four or more characters, each one up or each one down from the last. */
function findSequences(value: string): { readonly covered: number; readonly longest: number } {
  let covered = 0
  let longest = 0
  let start = 0
  let step = 0
  for (let index = 1; index <= value.length; index++) {
    const next = value.charCodeAt(index) - value.charCodeAt(index - 1)
    if (next === step && index < value.length) continue
    if (step !== 0 && index - start >= 4) {
      covered += index - start
      longest = Math.max(longest, index - start)
    }
    const isStep = next === 1 || next === -1
    start = isStep ? index - 1 : index
    step = isStep ? next : 0
  }
  return { covered, longest }
}

/** Shannon entropy of a value in bits for each character, 0 to log2 of its length. */
export function entropyOf(value: string): number {
  let entropy = 0
  for (const count of countCharacters(value).values()) {
    const share = count / value.length
    entropy -= share * Math.log2(share)
  }
  return entropy
}

function countCharacters(value: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}
