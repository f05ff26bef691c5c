import { ownEntry } from '../profile/own-entry.js'
import type { Profile } from '../profile/profile.js'

/** What processors answer when they do not know. */
const unknown = new Set(['unknown', 'und', 'undetermined'])

/** A language code as it is compared: the primary subtag, in lower case; `undefined` for one that means none. */
export function primaryLanguage(code: string | undefined): string | undefined {
  const primary = code?.toLowerCase().split(/[-_]/, 1)[0]
  return primary === undefined || unknown.has(primary) ? undefined : primary
}

/** Whether an answer is right for a labelled language. */
export function isRightLanguage(labelled: string, answer: string | undefined, { languages }: Profile): boolean {
  const language = primaryLanguage(labelled)
  return answer !== undefined && (answer === language || (ownEntry(languages, language ?? '') ?? []).includes(answer))
}
