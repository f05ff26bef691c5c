import type { Permissions } from '@gatehouse/sdk'
import { rememberRules } from './remember-rules.js'
import type { Rule } from './rule.js'
import type { RuleMatch } from './screen.js'
import type { ScreeningSettings } from './screen-exchange.js'

/** Makes the settings of a screening by rules that follow from the parameters alone. */
export function prepareSettings<P extends Permissions & { readonly tag: string }>(
  makeRules: (parameters: P) => readonly (Rule | undefined)[],
) {
  const rulesOf = rememberRules(makeRules)
  return (parameters: P, findMatches: (text: string) => readonly RuleMatch[]): ScreeningSettings => ({
    rules: rulesOf(parameters),
    findMatches,
    tag: parameters.tag,
    permissions: parameters,
  })
}
