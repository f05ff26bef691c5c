// Defining a processor

export {
  type Action,
  type BothProcessorDefinition,
  type ContentField,
  configureProcessor,
  defineProcessor,
  type InputProcessorDefinition,
  isProcessor,
  type JsonSchemaProperty,
  type ObjectJsonSchema,
  operatorOnly,
  type ParameterSchema,
  type Parameters,
  type ParametersOutcome,
  type Permissions,
  type Processor,
  type ProcessorConfiguration,
  type ResponseProcessorDefinition,
  type Signature,
  type SignatureDocument,
  type Stage,
  secret,
  signatures,
  startupWarning,
} from './processor/index.js'

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
export type { HandlerContext, InputContext, Logger, ResponseContext } from './processor/index.js'

// What a handler returns or throws

export { type ErrorCode, errorCodes, ProcessorError, type ProcessorErrorOptions } from './errors.js'
export type { InputResult, ResponseResult } from './processor/index.js'
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
