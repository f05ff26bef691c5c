export { copyExactValue, JsonTextError, parseExactJson, parseJson, writeExactJson } from './exact-json.js'
