/**
 * Exit codes of the `gatehouse` command. 69 and 78 are EX_UNAVAILABLE and EX_CONFIG of BSD's sysexits(3); 2 is what
 * shells use for wrong usage.
 */
export const exitCodes = {
  /** Done, or shut down in order. */
  ok: 0,
  /** A fault that has no code of its own. */
  failure: 1,
  /** The command line is wrong. */
  usage: 2,
  /** The listen address cannot be had: in use, not of this machine, or not permitted. */
  unavailable: 69,
  /** The configuration is wrong: the file, an environment variable, a module, a certificate. */
  configuration: 78,
} as const

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** A named reason why the server does not start. It is printed without a stack trace. */
export class StartupError extends Error {
  override readonly name: string = 'StartupError'
  readonly exitCode: ExitCode

  constructor(message: string, exitCode: ExitCode, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.exitCode = exitCode
  }
}
