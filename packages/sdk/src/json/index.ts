export { copyExactValue, JsonTextError, parseExactJson, writeExactJson } from './exact-json.js'
