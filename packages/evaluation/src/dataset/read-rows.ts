import { type DataFile, defaultSource, readBytes } from './data-file.js'
import { DatasetError } from './dataset-error.js'
import { type LabelledRow, labelledRowSchema } from './labelled-row.js'
import { LineError, readLines } from './read-lines.js'

/**
 * Reads the rows of a JSONL file: one JSON object a line, UTF-8. One row at a time is in memory; empty lines are skipped.
 *
 * @throws DatasetError for a line that is no row, with file and line.
 */
export async function* readRows(file: DataFile): AsyncGenerator<LabelledRow> {
  let last = 0
  try {
    for await (const { number, text } of readLines(readBytes(file))) {
      last = number
      if (text.trim() !== '') yield readRow(text, file, number)
    }
  } catch (error) {
    if (error instanceof LineError) throw new DatasetError(`${where(file, error.line)}: ${error.message}.`)
    const code = errorCode(error)
    if (code === undefined) throw error
    throw new DatasetError(`${file.path} cannot be read after line ${last}: ${code}.`)
  }
}

function readRow(line: string, file: DataFile, number: number): LabelledRow {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new DatasetError(`${where(file, number)}: expected a JSON object; it is not JSON.`)
  }
  const row = labelledRowSchema.safeParse(value)
  if (!row.success) {
    const problems = row.error.issues.map(({ path, message }) => `${path.join('.') || 'the row'}: ${plainly(message)}`)
    throw new DatasetError(`${where(file, number)}: ${problems.join('; ')}.`)
  }
  const { id = `${file.name}:${number}`, source = defaultSource(file) } = row.data
  return { ...row.data, id, source }
}

/** A message of the schema without its opening, and with "nothing" for what is not there. */
function plainly(message: string): string {
  return message
    .replace(/^Invalid input: /, '')
    .replace('received undefined', 'got nothing')
    .replace('received', 'got')
}

function where({ path }: DataFile, line: number): string {
  return `${path}, line ${line}`
}

/** Code of a fault of the file system or of unpacking; others are not about the file. */
function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
