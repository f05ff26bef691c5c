import { piiTypes } from './pii-types.js'
import { type Profile, profileSchema } from './profile.js'

/** The profile of a processor that has none of its own: every label, with the usual words for harmless rows. */
export const generalProfile: Profile = profileSchema.parse({})

/** Profiles of the catalogue, by the name of the processor. */
export const profiles: Readonly<Record<string, Profile>> = {
  ...detection({
    'prompt-injection': ['injection', 'jailbreak'],
    jailbreak: ['jailbreak'],
    toxicity: ['toxic', 'profanity', 'abuse', 'hate'],
    'invisible-text': [],
    'url-filter': [],
    'encoded-payload': [],
    'code-detect': ['code'],
    topics: ['off-topic'],
    'json-schema': ['invalid'],
    length: ['too-long'],
    'system-prompt-leak': ['leak'],
    'tool-guard': ['tool-abuse'],
    'repetition-detect': ['repetition'],
  }),
  secrets: profileSchema.parse({
    positive: ['secret', 'secrets'],
    pickFiles: true,
    spans: false,
    spanTypes: 'any',
    negativeFor: 'secret-kind',
  }),
  pii: profileSchema.parse({
    positive: ['pii'],
    pickFiles: true,
    types: piiTypes,
    // Names, places and their like need a model of names; a detector of patterns does not look for them.
    ignoredTypes: ['PERSON', 'ORGANIZATION', 'GPE', 'STREET_ADDRESS', 'TITLE', 'AGE', 'NRP'],
    // Presidio reports what is below only for context words to raise: often a bare number.
    minimumScore: 0.3,
    // Off by default, since seldom personal by themselves; the data labels them.
    parameters: { entities: { url: 'tag', date: 'tag' } },
  }),
  'language-id': profileSchema.parse({
    positive: ['language-id'],
    pickFiles: true,
    spans: false,
    language: true,
    // ISO 639-3 has the first of each pair as a part of the macrolanguage that follows.
    languages: { nb: ['no'], nn: ['no'], id: ['ms'] },
  }),
}

/** Profiles of processors that tell two kinds of text apart: what rows they find are labelled, besides with their name. */
function detection(labels: Readonly<Record<string, readonly string[]>>): Record<string, Profile> {
  return Object.fromEntries(
    Object.entries(labels).map(([name, positive]) => [
      name,
      profileSchema.parse({ positive: [name, ...positive], pickFiles: true, spans: false }),
    ]),
  )
}
