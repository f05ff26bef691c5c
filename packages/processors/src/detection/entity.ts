import { type Permissions, secret } from '@gatehouse/sdk'
import { z } from 'zod'
import { vaultMask } from '../vault/placeholder.js'
import type { VaultSession } from '../vault/vault.js'
import { asteriskMask, hashMask, type Mask, partialMask, typeMask } from './mask.js'
import { permittedAction, type Rule } from './rule.js'

/** What a finding of an entity leads to; `off` is as if it were not there. */
export type EntityAction = 'tag' | 'mask' | 'reject' | 'off'

/** One schema for all types: some processors have hundreds. */
const action = z.enum(['tag', 'mask', 'reject', 'off']).optional()

/** Shortest key of a keyed hash, in characters. */
const MIN_KEY_LENGTH = 16

/** How findings are masked: what takes the place of one. */
const styles = {
  placeholder: 'its type in square brackets',
  mask: 'an asterisk for each character',
  hash: 'its type and a keyed hash, so that equal values stay equal',
  partial: 'asterisks and the last 4 characters',
  vault: 'a placeholder that the processor "vault" turns back in the response to the same exchange',
} as const

type RedactionStyle = keyof typeof styles

function redactionParameter(offered: readonly RedactionStyle[]) {
  const places = offered.map((style) => styles[style]).join('; ')
  return z
    .strictObject({
      style: z
        .enum(offered)
        .default('placeholder')
        .describe(`What takes the place of a finding under the action "mask": ${places}.`),
      key: secret(z.string().min(MIN_KEY_LENGTH).max(1024))
        .optional()
        .describe('Key of the style "hash", which needs it. Whoever has it can check guesses against the hashes.'),
    })
    .refine(({ style, key }) => style !== 'hash' || key !== undefined, {
      path: ['key'],
      message: 'expected a key for the style "hash"',
    })
    .prefault({})
    .describe('How findings are masked.')
}

const allStyles = Object.keys(styles) as RedactionStyle[]

/** Key for the action of all types that have none of their own. */
export const OTHERS = 'others'

/**
 * Parameters of a detector with several types of finding: an action for each, and what masks them.
 *
 * @param options.vault whether the style `vault` is offered: the detector hands a session to {@link entityRules}. Default: true.
 */
export function entityParameters<const T extends readonly string[]>(types: T, { vault = true } = {}) {
  const shape = Object.fromEntries([...types, OTHERS].map((type) => [type, action])) as {
    [type in T[number] | typeof OTHERS]: typeof action
  }
  return {
    entities: z
      .strictObject(shape)
      .default({} as never)
      .describe(
        'What a finding of each type leads to; "others" is for the types that are not named. Left out: the strongest that ' +
          'the permissions allow (reject, else mask, else tag). An action that is not permitted only tags.',
      ),
    redaction: redactionParameter(vault ? allStyles : allStyles.filter((style) => style !== 'vault')),
  }
}

/** Values of {@link entityParameters}. */
export interface EntityParameters {
  readonly entities: Readonly<Record<string, EntityAction | undefined>>
  readonly redaction: {
    readonly style: RedactionStyle
    readonly key?: string | undefined
  }
}

/**
 * A rule for each type, in their order, under the permissions of an exchange; none for a type that is off. The style `vault` keeps
 * what it masks in `session`; without one, as at the response stage, it masks for good.
 */
export function entityRules(
  types: readonly string[],
  { entities, redaction }: EntityParameters,
  permissions: Pick<Permissions, 'modify' | 'reject'>,
  session?: VaultSession,
): (Rule | undefined)[] {
  return types.map((type) => {
    const wanted = entities[type] ?? entities[OTHERS]
    if (wanted === 'off') return undefined
    return {
      type,
      action: permittedAction(wanted === 'tag' ? 'detect' : wanted, permissions),
      mask: maskOf(type, redaction, session),
    }
  })
}

function maskOf(type: string, { style, key }: EntityParameters['redaction'], session: VaultSession | undefined): Mask {
  if (style === 'mask') return asteriskMask
  if (style === 'partial') return partialMask
  if (style === 'vault') return vaultMask(type, session?.keep)
  // The schema wants a key with this style.
  return style === 'hash' ? hashMask(type, key ?? '') : typeMask(type)
}
