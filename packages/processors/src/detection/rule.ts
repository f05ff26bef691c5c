import type { Permissions } from '@gatehouse/sdk'
import { z } from 'zod'
import { fixedMask, type Mask, placeholderOf } from './mask.js'

/** What a match of a rule leads to. */
export type RuleAction = 'detect' | 'mask' | 'reject'

/** What stands as a tag, or as the value of one: selectors address a tag as `key:value`, in lower case. */
export const tagText = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'expected 1 to 64 of a-z, 0-9, ".", "_", "-", the first a letter or digit')

/** Fields that rules of operators have in common, as parameters. */
export const ruleParameters = {
  name: tagText.describe('Name of the rule: it stands in findings, in tags and, by default, in the replacement.'),
  action: z
    .enum(['detect', 'mask', 'reject'])
    .optional()
    .describe(
      'What a match leads to. Left out: the strongest that the permissions allow (reject, else mask, else detect). ' +
        'An action that is not permitted only detects.',
    ),
  replacement: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .describe('Text put in place of a match. Left out: the name in capitals, in square brackets.'),
}

/** Values of {@link ruleParameters}. */
export interface RuleParameters {
  readonly name: string
  readonly action?: RuleAction | undefined
  readonly replacement?: string | undefined
}

/** A rule under the permissions of one exchange. */
export interface Rule {
  /** Type of its findings, value of its tag. */
  readonly type: string
  readonly action: RuleAction
  /** What takes the place of a match under the action `mask`. */
  readonly mask: Mask
}

/** What the permissions leave of the action that a rule asks for. */
export function permittedAction(
  wanted: RuleAction | undefined,
  { modify, reject }: Pick<Permissions, 'modify' | 'reject'>,
): RuleAction {
  if (reject && (wanted === undefined || wanted === 'reject')) return 'reject'
  if (modify && (wanted === undefined || wanted === 'mask')) return 'mask'
  return 'detect'
}

/** Rules under the permissions of one exchange. `type` of a rule is its `entity` if it has one, else its name. */
export function permittedRules(
  rules: readonly (RuleParameters & { readonly entity?: string | undefined })[],
  permissions: Pick<Permissions, 'modify' | 'reject'>,
): Rule[] {
  const masks = new Map<string, Mask>()
  const maskWith = (replacement: string): Mask => {
    const mask = masks.get(replacement) ?? fixedMask(replacement)
    masks.set(replacement, mask)
    return mask
  }
  return rules.map(({ name, entity = name, action, replacement }) => ({
    type: entity,
    action: permittedAction(action, permissions),
    mask: maskWith(replacement ?? placeholderOf(entity)),
  }))
}

/** Parameter for the key of the tag that a processor with rules of the operator adds. */
export const tagParameter = tagText
  .default('sensitive-data')
  .describe('Key of the tag; its values are the types found. Use "attacks-detected" for rules that describe attacks.')
