import type { TextRange } from '../detection/text-range.js'

/** The kinds of secret that findings have as their type, and that actions are chosen for. */
export const secretKinds = [
  'vendor-token',
  'private-key',
  'connection-string',
  'json-web-token',
  'authorization',
  'webhook-url',
  'password',
  'generic-secret',
  'password-hash',
] as const

/** A kind of secret. */
export type SecretKind = (typeof secretKinds)[number]

/** A secret in a text. */
export interface Secret extends TextRange {
  readonly kind: SecretKind
  /** Id of the rule that found it. */
  readonly rule: string
  /** How sure it is a secret in use, 0 to 1: see the processor's page. */
  readonly score: number
}
