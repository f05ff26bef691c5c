/** Control characters, line ends and invisible ones, and what an unpaired surrogate would be. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** Text from data as it can be printed on a terminal: what does not show, or could act on the terminal, is written as an escape. */
export function makeVisible(text: string): string {
  return text.replaceAll(hidden, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (character === '\n') return '\\n'
    return `\\u{${code.toString(16)}}`
  })
}
