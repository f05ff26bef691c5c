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
}

/** Defaults of {@link ContentOptions}. */
export const defaultContentOptions: ContentOptions = { content: 'text', maxJsonDepth: 128 }
