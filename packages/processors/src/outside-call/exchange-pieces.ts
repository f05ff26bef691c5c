import type { RequestInput, ResponseOutput } from '@gatehouse/sdk'
import { type Scope, selectMessages } from '../detection/scope.js'
import type { TextRange } from '../detection/text-range.js'
import { beforePair } from '../text/before-pair.js'
import { OutsideCallError } from './outside-call-error.js'

/** A text of an exchange that is judged by itself. */
export interface ExchangePiece {
  /** Where it stands, as findings have it. */
  readonly place: { readonly message: number } | { readonly choice: number }
  readonly range: TextRange
  readonly role: string
  readonly text: string
  /** Whether it is the whole content of its message. */
  readonly isWhole: boolean
}

/** How texts are cut. */
export interface PieceLimits {
  /** Longest piece, in UTF-16 code units. */
  readonly maxLength: number
  /** How much of a piece the next one of the same text repeats, so that nothing is torn apart at the border. */
  readonly overlap: number
  /** Most pieces of an exchange. */
  readonly maxPieces: number
}

/** The messages of a prompt that are in scope, in pieces. @throws OutsideCallError `too-much-text`. */
export function piecesOfPrompt({ messages }: RequestInput, scope: Scope, limits: PieceLimits): ExchangePiece[] {
  const texts = selectMessages(messages, scope).map((message) => {
    const { role, content } = messages[message] ?? { role: '', content: '' }
    return { place: { message }, role, text: content }
  })
  return cut(texts, limits)
}

/** The choices of a response, in pieces. @throws OutsideCallError `too-much-text`. */
export function piecesOfResponse({ choices }: ResponseOutput, limits: PieceLimits): ExchangePiece[] {
  return cut(
    choices.map(({ message }, choice) => ({ place: { choice }, role: message.role, text: message.content })),
    limits,
  )
}

function cut(texts: readonly Omit<ExchangePiece, 'range' | 'isWhole'>[], limits: PieceLimits): ExchangePiece[] {
  const pieces: ExchangePiece[] = []
  for (const { place, role, text } of texts) {
    if (text.trim() === '') continue
    for (const range of splitText(text, limits)) {
      if (pieces.length === limits.maxPieces) {
        throw new OutsideCallError(
          'too-much-text',
          `The exchange has more than ${limits.maxPieces} pieces of text to judge.`,
        )
      }
      pieces.push({
        place,
        role,
        range,
        text: text.slice(range.start, range.end),
        isWhole: range.end - range.start === text.length,
      })
    }
  }
  return pieces
}

/** Windows over a text, each but the first beginning before the end of the one before it; no surrogate pair is torn apart. */
export function* splitText(
  text: string,
  { maxLength, overlap }: Pick<PieceLimits, 'maxLength' | 'overlap'>,
): Generator<TextRange> {
  let start = 0
  while (text.length - start > maxLength) {
    const end = beforePair(text, start + maxLength)
    yield { start, end }
    start = beforePair(text, end - overlap)
  }
  yield { start, end: text.length }
}
