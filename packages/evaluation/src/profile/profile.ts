import { z } from 'zod'

const names = z.array(z.string().min(1))

/** What of labelled data is about a processor, and how its findings compare with labels. */
export const profileSchema = z.strictObject({
  /** Labels of rows that the processor should find. Empty: every label that is not negative. */
  positive: names.default([]),
  /** Labels of rows that it should not. A row with any other label is about something else. */
  negative: names.default(['benign', 'clean', 'negative']),
  /**
   * Whether files are picked by what they hold: a file is read when one of its labels is positive, or all are negative.
   * It keeps one processor's harmless rows from another one. Without it every file is read.
   */
  pickFiles: z.boolean().default(false),
  /** Whether rows with `spans` and no label are about it: positive when one of the spans is looked for, else negative. */
  spans: z.boolean().default(true),
  /** Whether rows that have a language, and neither label nor spans, are about it. */
  language: z.boolean().default(false),
  /** Whether a finding must have the type of the span that it meets (`same`), or may have any. */
  spanTypes: z.enum(['same', 'any']).default('same'),
  /** Types found that also stand for a labelled one. Names are compared without regard to case, `_` and blanks. */
  types: z.record(z.string(), names).default({}),
  /** Labelled types that are not looked for: they count neither as missed nor against what was found there. */
  ignoredTypes: names.default([]),
  /**
   * How a finding is told to be of a type in `negative_for`: by its own type (`type`), or, where the data has other rule names
   * than the processor, by the vendor or kind of secret that both names tell of (`secret-kind`).
   */
  negativeFor: z.enum(['type', 'secret-kind']).default('type'),
  /** Positive rows whose label has a lower `score` are left out. */
  minimumScore: z.number().min(0).max(1).default(0),
  /** Where the score stands in `processor_result`, steps joined by dots; a finding of a row then needs no score of its own. */
  score: z.string().min(1).optional(),
  /** Parameters that a built-in processor is measured with where the caller gives none, so that it looks for what is labelled. */
  parameters: z.record(z.string(), z.unknown()).optional(),
  /** Code that a processor may answer in place of a labelled language, by labelled code: a macrolanguage, for example. */
  languages: z.record(z.string(), names).default({}),
})

/** What of labelled data is about a processor; see the fields of {@link profileSchema}. */
export type Profile = Readonly<z.output<typeof profileSchema>>
