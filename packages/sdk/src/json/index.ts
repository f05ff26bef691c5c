export {
  copyExactValue,
  type JsonLimits,
  JsonTextError,
  parseExactJson,
  parseJson,
  writeExactJson,
} from './exact-json.js'
