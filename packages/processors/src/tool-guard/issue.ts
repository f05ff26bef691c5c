/** Kinds of findings. */
export const toolKinds = [
  'denied-tool',
  'malformed-call',
  'denied-argument',
  'sql-injection',
  'shell-injection',
  'path-injection',
  'private-url',
  'untrusted-instructions',
] as const

export type ToolKind = (typeof toolKinds)[number]

/** What is wrong with a call, an argument or a result. */
export interface Issue {
  readonly type: ToolKind
  readonly rule: string
  /** How sure it is, 0 to 1. */
  readonly score: number
}
