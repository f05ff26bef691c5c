import { readFile } from 'node:fs/promises'
import { EvalOptionError } from './eval-error.js'

/** Whether what is compared with is a report rather than a processor. */
export function isReportFile(name: string): boolean {
  return name.endsWith('.json')
}

/** Reads a JSON file that was named on the command line. @throws EvalOptionError when it cannot be read or is not JSON. */
export async function readJson(file: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new EvalOptionError(`${JSON.stringify(file)} cannot be read: ${(error as NodeJS.ErrnoException).code}.`)
  }
  return parseJson(text, file)
}

/** Parses JSON. @throws EvalOptionError that says where it stands. */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new EvalOptionError(`${where}: expected JSON; it is not.`)
  }
}
