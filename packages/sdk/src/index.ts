// Defining a processor

// What a handler sees
export {
  attachmentsOf,
  type Choice,
  type ContentMode,
  type Message,
  type Metadata,
  type PromptDocument,
  RequestInput,
  type ResponseDocument,
  ResponseOutput,
  roles,
} from './content/index.js'
// What a handler throws
export { type ErrorCode, errorCodes, ProcessorError, type ProcessorErrorOptions } from './errors.js'
export {
  type Action,
  type BothProcessorDefinition,
  type ContentField,
  configureProcessor,
  defineProcessor,
  type HandlerContext,
  type InputContext,
  type InputProcessorDefinition,
  type InputResult,
  isProcessor,
  type JsonSchemaProperty,
  type Logger,
  type ObjectJsonSchema,
  operatorOnly,
  type ParameterSchema,
  type Parameters,
  type ParametersOutcome,
  type Permissions,
  type Processor,
  type ProcessorConfiguration,
  type ResponseContext,
  type ResponseProcessorDefinition,
  type ResponseResult,
  type Signature,
  type SignatureDocument,
  type Stage,
  secret,
  signatures,
  startupWarning,
} from './processor/index.js'
// What a handler returns
export {
  type PromptResultOptions,
  pass,
  Reject,
  type RejectCode,
  type RejectCodeSpelling,
  type RejectOptions,
  type ResponseResultOptions,
  Result,
  type ResultOptions,
  reject,
  rejectCodes,
  Tags,
  type TagsInit,
} from './result/index.js'
