import { ProcessorError } from '../errors.js'
import { JsonTextError, parseExactJson } from '../json/index.js'
import type { JsonBounds } from './content-mode.js'

const codes = {
  syntax: 'JSON_INVALID',
  depth: 'JSON_TOO_DEEP',
  size: 'JSON_TOO_LARGE',
  surrogate: 'TEXT_INVALID',
} as const

/**
 * Parses the text of a part.
 *
 * @throws ProcessorError `JSON_INVALID`, `JSON_TOO_DEEP`, `JSON_TOO_LARGE` or `TEXT_INVALID`.
 */
export function readJsonPart(partName: string, text: string, { maxJsonDepth, maxJsonValues }: JsonBounds): unknown {
  try {
    return parseExactJson(text, { maxDepth: maxJsonDepth, maxValues: maxJsonValues })
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error
    throw new ProcessorError({ code: codes[error.kind], detail: `Part "${partName}" ${error.reason}.` })
  }
}
