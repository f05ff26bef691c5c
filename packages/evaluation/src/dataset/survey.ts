import { type DataFile, hashFile } from './data-file.js'
import { readRows } from './read-rows.js'

/** What a file holds, seen by reading it once. */
export interface Survey {
  readonly file: DataFile
  readonly rows: number
  /** SHA-256 of the file as it lies on disk. */
  readonly sha256: string
  readonly labels: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
  /** Whether a row without a label has spans. */
  readonly hasUnlabelledSpans: boolean
  /** Whether a row has nothing but a language. */
  readonly hasBareLanguages: boolean
}

/**
 * Reads a file through: checks every line, counts the rows, and gathers what decides which processors the file is about.
 *
 * @throws DatasetError for the first line that is no row.
 */
export async function surveyFile(file: DataFile): Promise<Survey> {
  const labels = new Set<string>()
  const sources = new Set<string>()
  let [rows, hasUnlabelledSpans, hasBareLanguages] = [0, false, false]
  for await (const { label, spans, language, source } of readRows(file)) {
    rows++
    sources.add(source)
    if (label !== undefined) labels.add(label)
    else if (spans !== undefined) hasUnlabelledSpans = true
    else if (typeof language === 'string') hasBareLanguages = true
  }
  return { file, rows, sha256: await hashFile(file), labels, sources, hasUnlabelledSpans, hasBareLanguages }
}
