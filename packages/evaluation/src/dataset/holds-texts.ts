import { type DataFile, readBytes } from './data-file.js'
import { readLines } from './read-lines.js'

/**
 * Whether the first row of a file has a text. A folder of labelled data may hold other JSONL files, such as word lists;
 * a file that begins like labelled data is held to be such, to its last line.
 */
export async function holdsTexts(file: DataFile): Promise<boolean> {
  try {
    for await (const { text } of readLines(readBytes(file))) {
      if (text.trim() === '') continue
      const row: unknown = JSON.parse(text)
      return typeof row !== 'object' || row === null || Array.isArray(row) || 'text' in row
    }
  } catch {
    // Reading it as labelled data says what is wrong with it.
  }
  return true
}
