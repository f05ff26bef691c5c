import { ProcessorError } from '../errors.js'
import { JsonTextError, parseExactJson } from '../json/index.js'

const codes = { syntax: 'JSON_INVALID', depth: 'JSON_TOO_DEEP', surrogate: 'TEXT_INVALID' } as const

/**
 * Parses the text of a part.
 *
 * @throws ProcessorError `JSON_INVALID`, `JSON_TOO_DEEP` or `TEXT_INVALID`.
 */
export function readJsonPart(partName: string, text: string, maxJsonDepth: number): unknown {
  try {
    return parseExactJson(text, maxJsonDepth)
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error
    throw new ProcessorError({ code: codes[error.kind], detail: `Part "${partName}" ${error.reason}.` })
  }
}
