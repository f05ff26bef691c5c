/** One part of a multipart body. */
export interface Part {
  readonly name: string
  /** `charset` of the part's own `Content-Type`, as it was sent: {@link decodeText} checks it. */
  readonly charset: string | undefined
  /** The content: a view of the body, not a copy. */
  readonly bytes: Buffer
  /** The content as text, where it is known to be ASCII, which reads the same in every charset. */
  readonly ascii?: string | undefined
}

/** The part called `name`. If a name occurs twice, the last one counts. */
export function findPart(parts: readonly Part[], name: string): Part | undefined {
  return parts.findLast((part) => part.name === name)
}
