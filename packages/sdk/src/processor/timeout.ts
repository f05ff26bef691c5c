/** Longest time that a timer of Node can wait, in milliseconds; above it would fire at once. */
export const MAX_TIMEOUT_MS = 2_147_483_647

/** What {@link isTimeout} takes, for an error text. */
export const timeoutRange = `an integer from 1 to ${MAX_TIMEOUT_MS}`

/** Whether a timer can be set to `value`, in milliseconds. */
export function isTimeout(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_TIMEOUT_MS
}
