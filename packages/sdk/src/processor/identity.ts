const IDENTIFIER = /^[A-Za-z0-9._-]{1,128}$/

/** The names that a processor is served under. */
export interface Identity {
  readonly namespace: string
  readonly name: string
}

/** @throws TypeError for names that cannot stand in a path. */
export function checkIdentity({ namespace, name }: Identity): void {
  for (const [what, value] of Object.entries({ namespace, name })) {
    if (typeof value !== 'string' || !IDENTIFIER.test(value) || /^\.+$/.test(value)) {
      throw new TypeError(
        `${describeIdentity({ namespace, name })}: "${what}" must be 1 to 128 characters of A-Z, a-z, 0-9, ".", "_" and "-", and not only dots.`,
      )
    }
  }
}

/** A processor for an error text, whatever its names are. */
export function describeIdentity({ namespace, name }: Identity): string {
  return `Processor ${JSON.stringify(`${namespace}:${name}`)}`
}
