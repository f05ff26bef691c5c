import { evaluate, type Progress, type Report, type Subject } from '@gatehouse/evaluation'
import { catalogue } from '@gatehouse/processors'

/** Processors that the evaluation data is about, with parameters that turn on all that it labels. */
const parametersOf: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  secrets: {},
  pii: { entities: { url: 'tag', date: 'tag' } },
  'prompt-injection': {},
  toxicity: {},
}

/** The languages of Lingua's first published comparison with Apache Tika, and Greek and Slovak. */
export const comparedLanguages: readonly string[] =
  'ar be bg cs da de el en es et fa fi fr hr hu it lt lv nl pl pt ro ru sk sv tr'.split(' ')

/** What quality was measured as: one report of the detectors, one of the languages that others publish figures of. */
export interface MeasuredQuality {
  readonly detectors: Report
  readonly comparedLanguages: Report
}

/** Measures the built-in processors on the evaluation data. */
export async function measureQuality(
  data: readonly string[],
  onProgress: (progress: Progress) => void,
): Promise<MeasuredQuality> {
  const languageId = subject('language-id', {})
  const detectors = Object.entries(parametersOf).map(([name, parameters]) => subject(name, parameters))
  return {
    detectors: await evaluate({ subjects: [...detectors, languageId], data, onProgress }),
    comparedLanguages: await evaluate({ subjects: [languageId], data, languages: comparedLanguages, onProgress }),
  }
}

function subject(name: string, parameters: Readonly<Record<string, unknown>>): Subject {
  const processor = catalogue[name]
  if (processor === undefined) throw new RangeError(`There is no built-in processor "${name}".`)
  return { name, processor, parameters }
}
