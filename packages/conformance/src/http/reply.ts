/** An HTTP answer as it came, with nothing tidied. */
export interface Reply {
  readonly status: number
  /** In order; names in lower case, values read as Latin-1 without the blanks around them. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Buffer
  /** Bytes that came after the end of the reply. */
  readonly surplusBytes: number
}

/** All values of a header, joined as RFC 9110, section 5.3, has it; `undefined` when it is not there. */
export function headerOf(reply: Reply, name: string): string | undefined {
  const values = reply.headers.filter(([candidate]) => candidate === name).map(([, value]) => value)
  return values.length === 0 ? undefined : values.join(', ')
}

/** Media type of the reply in lower case, without parameters; empty when there is none. */
export function mediaTypeOf(reply: Reply): string {
  return (headerOf(reply, 'content-type') ?? '').replace(/;.*$/s, '').trim().toLowerCase()
}
