/** Longest line that is read, in UTF-16 code units. */
export const MAX_LINE_LENGTH = 16 * 1024 * 1024

/** Why a line cannot be read. */
export class LineError extends Error {
  override readonly name = 'LineError'

  /** @param line the line's number, from 1. */
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message)
  }
}

/**
 * Splits UTF-8 bytes into lines, one at a time. Only `\n` ends a line, since the other line separators of Unicode may stand
 * inside a JSON string; a `\r` before it is white space to JSON.
 *
 * @throws LineError for bytes that are not UTF-8 and for a line that is too long.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxLength = MAX_LINE_LENGTH,
): AsyncGenerator<{ readonly number: number; readonly text: string }> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let number = 1
  let line = ''
  const grow = (piece: string) => {
    if (line.length + piece.length > maxLength) throw new LineError(number, `expected at most ${maxLength} characters`)
    line += piece
  }
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
    } catch {
      throw new LineError(number, 'expected UTF-8, here or within the next 64 KB')
    }
  }
  for await (const chunk of chunks) {
    const text = decode(chunk)
    let from = 0
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      grow(text.slice(from, at))
      yield { number, text: line }
      number++
      line = ''
      from = at + 1
    }
    grow(text.slice(from))
  }
  grow(decode())
  if (line !== '') yield { number, text: line }
}
