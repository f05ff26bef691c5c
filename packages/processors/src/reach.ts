import { CONTEXT_AFTER, CONTEXT_BEFORE } from './pii/context/context-index.js'
import { MAX_PII_LENGTH } from './pii/processor.js'
import { MAX_JSON_WEB_KEY_LENGTH } from './secrets/json-web-key.js'
import { MAX_PRIVATE_KEY_LENGTH } from './secrets/private-keys.js'
import { MAX_URL_LENGTH } from './url-filter/read-url.js'
import { MAX_PLACEHOLDER_LENGTH } from './vault/find-placeholders.js'

/** What a processor has to see at once: for readers of streams, and for those who remember decisions. */
export interface Reach {
  /**
   * Longest finding, in UTF-16 code units. Absent where a finding has no bound of its own, or all of a message decides, as with scores
   * over a whole text.
   */
  readonly longestMatch?: number
  /** Code units around a finding that sway it. Default 0. */
  readonly context?: number
  /** Whether each message is judged by itself, so that what was decided on it can be remembered, or an exchange as a whole. */
  readonly judges: 'message' | 'exchange'
}

/** The reach of the built-in processors, by name. */
export const reaches: Readonly<Record<string, Reach>> = {
  'code-detect': { judges: 'message' },
  'encoded-payload': { judges: 'message' },
  'invisible-text': { judges: 'message' },
  'json-schema': { judges: 'message' },
  keywords: { judges: 'message' },
  'language-id': { judges: 'message' },
  length: { judges: 'exchange' },
  'llm-judge': { judges: 'message' },
  'onnx-classifier': { judges: 'message' },
  pii: { longestMatch: MAX_PII_LENGTH, context: CONTEXT_BEFORE + CONTEXT_AFTER, judges: 'message' },
  'prompt-injection': { judges: 'message' },
  regex: { judges: 'message' },
  remote: { judges: 'message' },
  'repetition-detect': { judges: 'message' },
  secrets: { longestMatch: MAX_PRIVATE_KEY_LENGTH, context: MAX_JSON_WEB_KEY_LENGTH, judges: 'message' },
  'system-prompt': { judges: 'exchange' },
  'system-prompt-leak': { judges: 'exchange' },
  'tool-guard': { judges: 'message' },
  topics: { judges: 'message' },
  toxicity: { judges: 'message' },
  'url-filter': { longestMatch: MAX_URL_LENGTH, judges: 'exchange' },
  vault: { longestMatch: MAX_PLACEHOLDER_LENGTH, judges: 'message' },
}
