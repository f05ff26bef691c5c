export { Reject, type RejectOptions, reject } from './reject.js'
export {
  isRejectCode,
  type RejectCode,
  type RejectCodeSpelling,
  readRejectCode,
  rejectCodes,
  writeRejectCode,
} from './reject-code.js'
export { type PromptResultOptions, pass, type ResponseResultOptions, Result, type ResultOptions } from './result.js'
export { Tags, type TagsInit } from './tags.js'
