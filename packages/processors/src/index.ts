// All processors, by name

export { catalogue } from './catalogue.js'

// Each on its own

export { codeDetect } from './code-detect/processor.js'
export { encodedPayload } from './encoded-payload/processor.js'
export { invisibleText } from './invisible-text/processor.js'
export { jsonSchema } from './json-schema/processor.js'
export { keywords } from './keywords/processor.js'
export { languageId } from './language-id/processor.js'
export { length } from './length/processor.js'
export { llmJudge } from './llm-judge/processor.js'
export { onnxClassifier } from './onnx-classifier/processor.js'
export { pii } from './pii/processor.js'
export { promptInjection } from './prompt-injection/processor.js'
export { regex } from './regex/processor.js'
export { remote } from './remote/processor.js'
export { repetitionDetect } from './repetition-detect/processor.js'
export { secrets } from './secrets/processor.js'
export { systemPrompt } from './system-prompt/processor.js'
export { systemPromptLeak } from './system-prompt-leak/processor.js'
export { toolGuard } from './tool-guard/processor.js'
export { topics } from './topics/processor.js'
export { toxicity } from './toxicity/processor.js'
export { urlFilter } from './url-filter/processor.js'
export { vault } from './vault/processor.js'

// What each has to see at once, for streams and for remembering decisions

export { type Reach, reaches } from './reach.js'
