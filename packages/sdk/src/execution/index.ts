export { Cancellation } from './cancellation.js'
export { type ExecutionOptions, type ExecutionScope, execute } from './execute.js'
export { describeThrown, logFault, toFault } from './fault.js'
export type { ExchangeParts, PartText } from './read-exchange.js'
export type { Answer } from './settle.js'
export {
  type DroppedAction,
  type ExecutionOutcome,
  Telemetry,
  type TelemetryProviders,
  telemetryNames,
} from './telemetry.js'
