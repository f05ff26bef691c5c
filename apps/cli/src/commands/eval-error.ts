/** Something that was named on the command line and cannot be used; the message says what and why. */
export class EvalOptionError extends Error {
  override readonly name = 'EvalOptionError'
}
