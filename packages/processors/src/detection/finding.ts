import type { TextRange } from './text-range.js'

/** One thing that a detector saw. It says where, never what stood there. */
export interface Finding {
  /** What was found: the name of a rule, an entity, an attack. */
  readonly type: string
  /** Index in `prompt.messages`; only at the input stage. */
  readonly message?: number
  /** Index in `response.choices`, not the choice's own `index`; only at the response stage. */
  readonly choice?: number
  /** Where it stands in the content of that message. */
  readonly range: TextRange
  /** How sure or how strong, in the unit that the processor documents. */
  readonly score?: number
  /** Name of the rule that found it, where several find one type. */
  readonly rule?: string
  /** How much is hidden there and in what form, where something decodes; never what it says. */
  readonly hidden?: HiddenMessage
}

/** Size of a message that is hidden in a text. */
export interface HiddenMessage {
  /** `text` when it decodes to printable text, else `bytes`; `bits` when two or more characters alternate. */
  readonly kind: 'text' | 'bytes' | 'bits'
  /** Characters of the text, bytes, or characters that alternate. */
  readonly length: number
}

/** So many findings are listed in a result; `count` still counts all. Keeps the answer to a hostile text small. */
export const MAX_LISTED_FINDINGS = 100

/** Findings as they stand in `processor_result`. */
export interface FindingSummary<F = Finding> {
  /** How many there are. */
  readonly count: number
  /** The first {@link MAX_LISTED_FINDINGS}. */
  readonly findings: readonly F[]
}

/** Summarises findings for `processor_result`. */
export function summariseFindings<F>(findings: readonly F[]): FindingSummary<F> {
  return { count: findings.length, findings: findings.slice(0, MAX_LISTED_FINDINGS) }
}
