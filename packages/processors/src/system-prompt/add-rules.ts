import type { Message } from '@gatehouse/sdk'

/** Roles whose messages instruct a model before the conversation begins. */
const INSTRUCTING: ReadonlySet<string> = new Set(['system', 'developer'])

/**
 * Adds one system message for each rule, in order, behind the system and developer messages that a prompt begins with: so
 * the rules come after the application's own instructions and before anything a user wrote.
 *
 * A rule that is among those leading messages word for word is not added again, nor is the second of two equal rules.
 * Returns the same array when there is nothing to add.
 */
export function addRules(messages: readonly Message[], rules: readonly string[]): readonly Message[] {
  const firstOther = messages.findIndex(({ role }) => !INSTRUCTING.has(role))
  const leading = firstOther === -1 ? messages.length : firstOther
  const given = new Set(messages.slice(0, leading).map(({ content }) => content))
  const added = [...new Set(rules)].filter((rule) => !given.has(rule))
  if (added.length === 0) return messages
  return [
    ...messages.slice(0, leading),
    ...added.map((content) => ({ role: 'system', content })),
    ...messages.slice(leading),
  ]
}
