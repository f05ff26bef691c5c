import type { RequestPart } from './exchange.js'

/**
 * Longest argument that Linux takes, in bytes (`MAX_ARG_STRLEN` of the kernel: 32 pages of 4 KiB), with the terminating zero.
 */
const MAX_ARGUMENT_BYTES = 131_072

/** A command for a POSIX shell, and whether a shell can take it. */
export interface CurlCommand {
  readonly text: string
  /** Whether an argument is longer than Linux allows. */
  readonly isTooLong: boolean
}

/**
 * The `curl` command that sends the same parts.
 *
 * It uses `--form-string`, since `--form` gives a meaning to `;` inside a value. A token is never written out: the command
 * takes it from the variable `TOKEN`.
 */
export function writeCurlCommand(url: string, parts: readonly RequestPart[], hasToken: boolean): CurlCommand {
  const fields = parts.map(([name, json]) => `${name}=${json}`)
  const words = [
    `curl --include ${quote(url)}`,
    ...(hasToken ? ['--header "Authorization: Bearer $TOKEN"'] : []),
    ...fields.map((field) => `--form-string ${quote(field)}`),
  ]
  const encoder = new TextEncoder()
  return {
    text: words.join(' \\\n  '),
    isTooLong: fields.some((field) => encoder.encode(field).length >= MAX_ARGUMENT_BYTES),
  }
}

/** Single quotes keep everything literal but themselves (POSIX.1-2017, Shell Command Language, 2.2.2). */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
