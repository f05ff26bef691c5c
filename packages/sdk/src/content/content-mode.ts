/**
 * Which message contents are taken: `text` refuses an array of content parts, as the protocol's original does;
 * `multimodal` hands every text part to the processors as a message of its own and writes the other parts back as they came.
 */
export type ContentMode = 'text' | 'multimodal'

/** How documents are read. */
export interface ContentOptions {
  /** Default `text`. */
  readonly content: ContentMode
  /** Most levels of nested objects and arrays in a part. */
  readonly maxJsonDepth: number
  /** Most values in a part: objects, arrays, strings, numbers and literals, without keys. */
  readonly maxJsonValues: number
}

/** What bounds the JSON of a part. */
export type JsonBounds = Pick<ContentOptions, 'maxJsonDepth' | 'maxJsonValues'>

/** Defaults of {@link ContentOptions}. */
export const defaultContentOptions: ContentOptions = { content: 'text', maxJsonDepth: 128, maxJsonValues: 500_000 }
