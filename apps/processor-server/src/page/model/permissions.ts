import type { Decision } from './decision.js'

/** The permissions of the protocol, the strongest last. */
export const permissions = ['annotate', 'modify', 'reject'] as const

/** One of {@link permissions}. */
export type Permission = (typeof permissions)[number]

/** Whether a parameter is a permission. */
export function isPermission(name: string): name is Permission {
  return (permissions as readonly string[]).includes(name)
}

/**
 * Says what a permission that is off keeps back, given the decisions without and with it; nothing when it makes no
 * difference. A decision does not tell what was dropped from it, so the difference is all there is to go by.
 */
export function explainKeptBack(permission: Permission, without: Decision, withIt: Decision): string | undefined {
  if (permission === 'annotate') {
    const known = new Set(writeTags(without))
    const added = writeTags(withIt).filter((tag) => !known.has(tag))
    return added.length === 0 ? undefined : `would add the ${added.length === 1 ? 'tag' : 'tags'} ${added.join(', ')}.`
  }
  if (withIt.effect !== permission || without.effect === permission) return undefined
  if (permission === 'modify') return 'would change the text.'
  return `would reject with ${withIt.reject?.code ?? 'no code'}: ${withIt.reject?.detail ?? ''}`
}

function writeTags({ tags }: Decision): string[] {
  return tags.flatMap(([key, values]) => values.map((value) => `${key}:${value}`))
}
