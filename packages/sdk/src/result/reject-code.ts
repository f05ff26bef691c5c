/** Why an exchange is stopped. */
export const rejectCodes = {
  /** The caller is not authenticated. */
  AIGW_AUTHENTICATION: 'AIGW_AUTHENTICATION',
  /** The caller is not allowed. */
  AIGW_AUTHORIZATION: 'AIGW_AUTHORIZATION',
  /** The content breaks a policy. */
  AIGW_POLICY_VIOLATION: 'AIGW_POLICY_VIOLATION',
  /** Too many requests or tokens. */
  AIGW_RATE_LIMIT: 'AIGW_RATE_LIMIT',
  /** Something the processor depends on is not available. */
  AIGW_RESOURCE_AVAILABILITY: 'AIGW_RESOURCE_AVAILABILITY',
  /** Something took too long. */
  AIGW_TIMEOUT: 'AIGW_TIMEOUT',
  /** The content is not valid input. */
  AIGW_VALIDATION: 'AIGW_VALIDATION',
} as const

/** A code of {@link rejectCodes}. */
export type RejectCode = keyof typeof rejectCodes

/** Whether `value` is one of {@link rejectCodes}. */
export function isRejectCode(value: unknown): value is RejectCode {
  return typeof value === 'string' && Object.hasOwn(rejectCodes, value)
}

/**
 * How `AIGW_TIMEOUT` and `AIGW_VALIDATION` are written: `clean` as they are; `stray` with the letter `f` in front, as
 * every release of the protocol's original wrote them, for a consumer that compares literally.
 */
export type RejectCodeSpelling = 'clean' | 'stray'

const strayCodes: Partial<Record<RejectCode, string>> = {
  AIGW_TIMEOUT: 'fAIGW_TIMEOUT',
  AIGW_VALIDATION: 'fAIGW_VALIDATION',
}

/** The code as it is written to the wire. */
export function writeRejectCode(code: RejectCode, spelling: RejectCodeSpelling): string {
  return spelling === 'stray' ? (strayCodes[code] ?? code) : code
}

/** The code that was read from the wire, either spelling folded into the clean one; `undefined` for an unknown code. */
export function readRejectCode(text: unknown): RejectCode | undefined {
  if (isRejectCode(text)) return text
  return (Object.keys(strayCodes) as RejectCode[]).find((code) => strayCodes[code] === text)
}
