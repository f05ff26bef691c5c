import type { Processor } from '@gatehouse/sdk'
import { codeDetect } from './code-detect/processor.js'
import { encodedPayload } from './encoded-payload/processor.js'
import { invisibleText } from './invisible-text/processor.js'
import { jsonSchema } from './json-schema/processor.js'
import { keywords } from './keywords/processor.js'
import { languageId } from './language-id/processor.js'
import { length } from './length/processor.js'
import { llmJudge } from './llm-judge/processor.js'
import { onnxClassifier } from './onnx-classifier/processor.js'
import { pii } from './pii/processor.js'
import { promptInjection } from './prompt-injection/processor.js'
import { regex } from './regex/processor.js'
import { remote } from './remote/processor.js'
import { repetitionDetect } from './repetition-detect/processor.js'
import { secrets } from './secrets/processor.js'
import { systemPrompt } from './system-prompt/processor.js'
import { systemPromptLeak } from './system-prompt-leak/processor.js'
import { toolGuard } from './tool-guard/processor.js'
import { topics } from './topics/processor.js'
import { toxicity } from './toxicity/processor.js'
import { urlFilter } from './url-filter/processor.js'
import { vault } from './vault/processor.js'

/** The built-in processors by name. */
export const catalogue: Readonly<Record<string, Processor>> = Object.fromEntries(
  [
    codeDetect,
    encodedPayload,
    invisibleText,
    jsonSchema,
    keywords,
    languageId,
    length,
    llmJudge,
    onnxClassifier,
    pii,
    promptInjection,
    regex,
    remote,
    repetitionDetect,
    secrets,
    systemPrompt,
    systemPromptLeak,
    toolGuard,
    topics,
    toxicity,
    urlFilter,
    vault,
  ].map((processor: Processor) => [processor.name, processor]),
)
