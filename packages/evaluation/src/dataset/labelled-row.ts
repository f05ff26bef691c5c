import { z } from 'zod'

const typedRange = z
  .object({
    start: z.int().min(0),
    end: z.int().min(0),
    type: z.string().min(1),
  })
  .refine(({ start, end }) => start < end, 'expected start below end')

/**
 * One line of labelled data. `text` is what is judged; every other field is optional, and unknown ones are ignored. What a
 * row can measure follows from the fields that it has: `label` detection, `spans` the ranges found, `language` without
 * `label` and `spans` the language.
 *
 * Offsets are half open, in UTF-16 code units, so that `text.slice(start, end)` is the span.
 */
export const labelledRowSchema = z
  .object({
    text: z.string(),
    /** What the row is. Which labels count as positive is up to the profile of a processor. */
    label: z.string().min(1).optional(),
    /** The ranges that should be found; an empty list says that there are none. */
    spans: z.array(typedRange).optional(),
    /** ISO 639 or BCP 47 code of the text. */
    language: z.string().min(1).nullish(),
    /** Where the row comes from; figures are given for each. Default: the name of the file. */
    source: z.string().min(1).optional(),
    /** A part of the source that has figures of its own, such as `sentence` and `word`. */
    kind: z.string().min(1).nullish(),
    /** The source's own subclass; listed in the report's breakdown. */
    category: z.string().min(1).nullish(),
    /** A name for the row in lists and comparisons. Default: file and line. */
    id: z.string().min(1).optional(),
    /**
     * Says that the row is labelled for some types only, and that these must not be found in it; `["any"]` says that nothing
     * may be. What is found of another type counts neither way.
     */
    negative_for: z.array(z.string().min(1)).optional(),
    /** How sure the label of a positive row is, 0 to 1. */
    score: z.number().min(0).max(1).optional(),
    /** Role of the message that the text is handed over as. Default `user`. */
    role: z.string().min(1).optional(),
  })
  .refine(({ text, spans = [] }) => spans.every(({ end }) => end <= text.length), {
    error: 'expected every span to lie inside the text',
    path: ['spans'],
  })

/** A row of labelled data, with a name and a source. */
export type LabelledRow = z.output<typeof labelledRowSchema> & { readonly id: string; readonly source: string }
