import type { Metadata } from '../content/index.js'
import { ProcessorError } from '../errors.js'
import type { Logger, Processor } from '../processor/index.js'
import { attributeOfId } from './telemetry.js'

/** A ProcessorError as it is; the text of anything else stays inside. */
export function toFault(processor: Processor, error: unknown): ProcessorError {
  if (ProcessorError.isProcessorError(error)) return error
  return new ProcessorError({ code: 'HANDLER_FAILED', detail: `Processor "${processor.id}" failed.`, cause: error })
}

/** Logs a fault of ours, with what the caller calls the exchange. */
export function logFault(logger: Logger, processor: Processor, fault: ProcessorError, ids: Metadata = {}): void {
  const [requestId, stepId] = [attributeOfId(ids.request_id), attributeOfId(ids.step_id)]
  logger.error(
    {
      processor_id: processor.id,
      ...(requestId === undefined ? {} : { request_id: requestId }),
      ...(stepId === undefined ? {} : { step_id: stepId }),
      code: fault.code,
      thrown: describeThrown(fault.cause ?? fault),
    },
    fault.detail,
  )
}

/** Type and stack frames of what was thrown. Its text is left out, since it may quote content; so is a name that is none. */
export function describeThrown(thrown: unknown): { readonly type: string; readonly frames?: readonly string[] } {
  if (!(thrown instanceof Error)) return { type: typeof thrown }
  return { type: isIdentifier(thrown.name) ? thrown.name : 'Error', frames: framesOf(thrown) }
}

function isIdentifier(name: unknown): boolean {
  return typeof name === 'string' && /^[\w$]{1,64}$/.test(name)
}

/** The lines behind the text, which may have lines that look like frames. None when it cannot be told where the text ends. */
function framesOf({ message, stack = '' }: Error): string[] {
  const start = stack.indexOf(message)
  if (start === -1) return []
  const lines = stack.slice(start + message.length).split('\n')
  return lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim())
}
