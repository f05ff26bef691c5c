// Running a processor in this process

export type { Decision, WrittenMessage, WrittenPrompt, WrittenResponse } from './decision.js'
export type { TestExchange, TestParameters } from './exchange.js'
export type { LogEntry } from './recorded-logger.js'
export { type RunDecision, type RunOptions, runProcessor } from './run-processor.js'

// Running a processor over HTTP

export { decisionOf, type ExecuteReply, type ExecuteRequest, executeRequest } from './execute-request.js'
export { serveForTest, type TestServer } from './serve-for-test.js'

// What holds for any good processor

export { type Law, type LawOptions, processorLaws } from './laws/index.js'

// Looking at telemetry

export {
  type RecordedMeasurement,
  type RecordedSpan,
  type RecordedTelemetry,
  recordTelemetry,
} from './recorded-telemetry.js'
