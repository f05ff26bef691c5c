export {
  type BothProcessorDefinition,
  defineProcessor,
  type InputProcessorDefinition,
  type ResponseProcessorDefinition,
} from './define-processor.js'
export type {
  HandlerContext,
  InputContext,
  InputResult,
  Logger,
  ResponseContext,
  ResponseResult,
} from './handler.js'
export type { JsonSchemaProperty, ObjectJsonSchema } from './parameter-json-schema.js'
export {
  type Action,
  type MembersOf,
  operatorOnly,
  type ParameterSchema,
  type Parameters,
  type Permissions,
  permissionNames,
  secret,
} from './parameters.js'
export {
  configureProcessor,
  isProcessor,
  type ParametersOutcome,
  type Processor,
  type ProcessorConfiguration,
  type SignatureDocument,
} from './processor.js'
export {
  type ContentField,
  type Signature,
  type Stage,
  signatures,
  supportsStage,
  takesInput,
  takesResponse,
} from './signature.js'
export { startupWarning } from './startup-warning.js'
export { isTimeout, MAX_TIMEOUT_MS, timeoutRange } from './timeout.js'
