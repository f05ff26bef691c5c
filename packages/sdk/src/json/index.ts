export {
  copyNumberSources,
  type JsonLimits,
  JsonTextError,
  parseExactJson,
  parseJson,
  pickExact,
  writeExactJson,
} from './exact-json.js'
