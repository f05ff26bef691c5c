export type {
  CallOptions,
  Decision,
  ExecuteInput,
  ExecuteRequest,
  ExecuteResponse,
  PassDecision,
  RejectDecision,
} from './decision.js'
export type { ListedProcessor, ParameterCheck, ProcessorSignature, ServerInfo } from './discovery.js'
export type { TlsSettings } from './http-connection.js'
export { ProcessorCallError, type ProcessorCallErrorKind } from './processor-call-error.js'
export { createProcessorClient, type ProcessorClient, type ProcessorClientOptions } from './processor-client.js'
export type { ProcessorReference } from './processor-reference.js'
