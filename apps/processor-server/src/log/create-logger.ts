import { trace } from '@opentelemetry/api'
import { type DestinationStream, type Logger, pino } from 'pino'
import type { Configuration } from '../configuration/schema.js'
import { formatLine } from './format-line.js'

/** Where the log goes: standard output, or what stands in for it. */
export interface LogOutput {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/**
 * Makes the logger of the process. A record has a time, a level, a message, and the ids of the span that it was written
 * in. Requests and replies have no serializer that could write out a header or a body.
 */
export function createLogger({ level, format }: Configuration['log'], output: LogOutput): Logger {
  const asText = format === 'text' || (format === 'auto' && output.isTTY === true)
  const destination: DestinationStream = {
    write: (line: string) => output.write(asText ? formatLine(line, output.isTTY === true) : line),
  }
  return pino(
    {
      level,
      base: null,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { req: withoutContent, res: withoutContent },
      mixin: spanIds,
    },
    destination,
  )
}

function withoutContent(): undefined {
  return undefined
}

function spanIds(): object {
  const context = trace.getActiveSpan()?.spanContext()
  return context === undefined ? {} : { trace_id: context.traceId, span_id: context.spanId }
}
