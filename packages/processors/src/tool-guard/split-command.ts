/** A command of a command line, with its words as the shell would see them, unquoted. */
export interface SimpleCommand {
  /** What stands between it and the one before: `|`, `;`, `&`, `&&`, `||`, a line end, `$(` or `)` of a substitution. */
  readonly operator: string
  readonly words: readonly string[]
  /** Targets of `>` and `>>`. */
  readonly outputs: readonly string[]
}

/** A command line taken apart. */
export interface CommandLine {
  readonly commands: readonly SimpleCommand[]
  /** Whether it holds `$(…)`, backticks or `<(…)`. */
  readonly hasSubstitution: boolean
}

const OPERATORS = new Set(['|', ';', '&', '\n'])

/**
 * Splits a command line after the POSIX shell grammar (IEEE Std 1003.1, Shell Command Language, 2.3), in one pass: quotes and
 * backslashes are undone, `$IFS` is a blank, substitutions are commands of their own.
 */
export function splitCommand(text: string): CommandLine {
  const line = text.replaceAll(/\$\{?IFS\}?(?:\$9)?/g, ' ')
  const commands: { operator: string; words: string[]; outputs: string[] }[] = []
  let current = { operator: '', words: [] as string[], outputs: [] as string[] }
  let word: string | undefined
  let isOutput = false
  let hasSubstitution = false
  let quote = ''
  // Quotes that go on behind the substitutions which are open, each with what ends it.
  const outer: { readonly quote: string; readonly end: string }[] = []
  const endWord = (): void => {
    if (word !== undefined) (isOutput ? current.outputs : current.words).push(word)
    if (word !== undefined) isOutput = false
    word = undefined
  }
  const endCommand = (operator: string): void => {
    endWord()
    if (current.words.length + current.outputs.length > 0) commands.push(current)
    current = { operator, words: [], outputs: [] }
  }
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at)
    const next = line.charAt(at + 1)
    if (quote === "'" && character !== "'") {
      word = (word ?? '') + character
    } else if (character === '\\') {
      at++
      if (next !== '\n') word = (word ?? '') + next
    } else if (outer.at(-1)?.end === character && quote === '') {
      endCommand(')')
      quote = outer.pop()?.quote ?? ''
    } else if (character === '`' || ((character === '$' || character === '<') && next === '(')) {
      hasSubstitution = true
      endCommand('$(')
      outer.push({ quote, end: character === '`' ? character : ')' })
      quote = ''
      if (character !== '`') at++
    } else if (character === quote) {
      quote = ''
    } else if (quote === '' && (character === "'" || character === '"')) {
      quote = character
      word ??= ''
    } else if (quote === '"') {
      word = (word ?? '') + character
    } else if (character === ' ' || character === '\t' || character === '\r') {
      endWord()
    } else if (OPERATORS.has(character)) {
      const isDouble = next === character && character !== '\n' && character !== ';'
      // `>&` and `&>` are about where output goes.
      if (character === '&' && (next === '>' || line[at - 1] === '>')) continue
      endCommand(isDouble ? character + next : character)
      if (isDouble) at++
    } else if (character === '>') {
      endWord()
      isOutput = true
    } else if (
      character === '(' ||
      character === ')' ||
      ((character === '{' || character === '}') && word === undefined)
    ) {
      endCommand(';')
    } else if (character === '<') {
      endWord()
    } else {
      word = (word ?? '') + character
    }
  }
  endCommand('')
  return { commands, hasSubstitution }
}
