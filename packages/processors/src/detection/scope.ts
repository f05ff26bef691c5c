import { z } from 'zod'

/**
 * Parameters that say which messages of a prompt are judged. A caller sends the whole conversation with every turn, so
 * without them old turns are judged again each time.
 */
export const scopeParameters = {
  roles: z
    .array(z.string().min(1).max(64))
    .max(16)
    .default([])
    .describe(
      'Judge only prompt messages of these roles, such as "user" or "tool"; all roles when empty. The caller writes the roles.',
    ),
  last_messages: z
    .int()
    .min(1)
    .optional()
    .describe('Judge only so many of the last prompt messages (of the chosen roles); all when left out.'),
}

/** Values of {@link scopeParameters}. */
export interface Scope {
  readonly roles: readonly string[]
  readonly last_messages?: number | undefined
}

/** Indexes of the messages in scope, in their order. */
export function selectMessages(messages: readonly { readonly role: string }[], scope: Scope): number[] {
  const indexes = messages.flatMap(({ role }, index) =>
    scope.roles.length === 0 || scope.roles.includes(role) ? [index] : [],
  )
  return scope.last_messages === undefined ? indexes : indexes.slice(-scope.last_messages)
}
