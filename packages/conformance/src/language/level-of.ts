import type { ConformanceCase, Level } from './conformance-case.js'

/** Level of a case: `MUST` as soon as one of its expectations is. */
export function levelOf(subject: ConformanceCase): Level {
  return 'behave' in subject || subject.probes.some(({ must }) => must !== undefined) ? 'MUST' : 'SHOULD'
}
