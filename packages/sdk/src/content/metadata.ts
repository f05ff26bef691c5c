import { ProcessorError } from '../errors.js'
import type { JsonBounds } from './content-mode.js'
import { isJsonObject, kindOf } from './message.js'
import { readJsonPart } from './read-json-part.js'

/**
 * Data about the exchange that travels with it. `request_id` (one per client transaction) and `step_id` (one per call
 * of a processor) are echoed with whatever JSON value they have; all other keys are for the processor and are not echoed.
 */
export interface Metadata {
  readonly request_id?: unknown
  readonly step_id?: unknown
  readonly [key: string]: unknown
}

/**
 * Reads request metadata from JSON text.
 *
 * @throws ProcessorError with status 400, or 413 for too many values, without `messages`.
 */
export function readMetadata(partName: string, text: string, bounds: JsonBounds): Metadata {
  const document = readJsonPart(partName, text, bounds)
  if (!isJsonObject(document)) {
    throw new ProcessorError({
      code: 'METADATA_INVALID',
      detail: `Part "${partName}" must be a JSON object; it is ${kindOf(document)}.`,
    })
  }
  return document
}
