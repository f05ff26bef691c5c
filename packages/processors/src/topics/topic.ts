import { z } from 'zod'
import { tagText } from '../detection/rule.js'

/** Longest term and example, in UTF-16 code units. */
export const MAX_TERM_LENGTH = 100
export const MAX_EXAMPLE_LENGTH = 500

const words = z.string().trim().min(1).max(MAX_TERM_LENGTH)
const sentence = z.string().trim().min(1).max(MAX_EXAMPLE_LENGTH)

/** What a text about a topic leads to. */
const action = z.enum(['tag', 'reject'])

/** A topic that the operator describes. */
export const topicSchema = z.strictObject({
  name: tagText.describe('Name of the topic: it stands in findings and tags.'),
  terms: z
    .array(words)
    .max(5000)
    .default([])
    .describe('Words and phrases of which one is enough. "*" at the end takes any ending.'),
  hints: z
    .array(words)
    .max(5000)
    .default([])
    .describe('Words of which a few near each other are needed. "*" at the end takes any ending.'),
  examples: z
    .array(sentence)
    .max(1000)
    .default([])
    .describe('Sentences about the topic, as users write them; the more alike a text is, the higher it scores.'),
  threshold: z.number().min(0).max(1).optional().describe('Score that the topic needs. Left out: that of all topics.'),
  action: action
    .optional()
    .describe('What a text about the topic leads to. Left out: reject when permitted, else tag.'),
})

/** A topic as the parameters have it. */
export type TopicSettings = z.output<typeof topicSchema>

/** What a topic is told by. */
export interface Topic {
  readonly name: string
  readonly terms: readonly string[]
  readonly hints: readonly string[]
  readonly examples: readonly string[]
}
