import type { SecretKind } from './secret.js'
import type { Shape } from './shape.js'

/** A test that a token in the right shape passes or fails, such as a checksum. */
export interface TokenCheck {
  readonly passes: (token: string) => boolean
  /** Score of a token that passes, 0 to 1. */
  readonly passed: number
  /** Score of a token that fails; 0 where a failure rules the token out. */
  readonly failed: number
}

/** A token that a vendor's documentation makes recognisable by itself, by a prefix or a mark inside it. */
export interface TokenRule {
  readonly id: string
  readonly vendor: string
  readonly shape: Shape
  readonly kind: SecretKind
  readonly check: TokenCheck | undefined
}

/** A token without a mark of its own: it counts where the name it is assigned to names the vendor. */
export interface NamedRule {
  readonly id: string
  readonly vendor: string
  /**
   * What the name holds, in lower case; `_` stands for any sign between words, or none. One of up to three letters is a
   * word of its own in the name.
   */
  readonly names: readonly string[]
  /** Any of these; the whole value is of the shape. */
  readonly shapes: readonly Shape[]
}

/** Score of a token in a vendor's shape without a check of its own, 0 to 1. */
export const SHAPE_SCORE = 0.9

/** A rule for a token that is known by its shape. */
export function token(id: string, vendor: string, shape: Shape, check?: TokenCheck): TokenRule {
  return { id, vendor, shape, kind: 'vendor-token', check }
}

/** A rule for an address that lets whoever knows it write. */
export function webhook(id: string, vendor: string, shape: Shape): TokenRule {
  return { id, vendor, shape, kind: 'webhook-url', check: undefined }
}

/** A rule for the stored form of a password. */
export function passwordHash(id: string, vendor: string, shape: Shape): TokenRule {
  return { id, vendor, shape, kind: 'password-hash', check: undefined }
}

/** A rule for a token that is known by the name beside it. */
export function named(id: string, vendor: string, names: readonly string[], ...shapes: readonly Shape[]): NamedRule {
  return { id, vendor, names, shapes }
}

/** A test that must hold. */
export function must(passes: (token: string) => boolean): TokenCheck {
  return { passes, passed: 1, failed: 0 }
}

/** A test that makes sure where it holds; a token that fails it is still reported, with less score. */
export function raises(passes: (token: string) => boolean): TokenCheck {
  return { passes, passed: 1, failed: 0.6 }
}

/** The token holds this text. */
export function holds(mark: string): TokenCheck {
  return must((token) => token.includes(mark))
}

/** A word rarely has a digit and letters of both cases; one made at random lacks one of them about once in a hundred. */
export const isMixed = must((token) => {
  const random = token.slice(2)
  return /\d/.test(random) && /[a-z]/.test(random) && /[A-Z]/.test(random)
})
