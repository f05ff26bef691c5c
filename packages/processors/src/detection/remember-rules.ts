import type { Rule } from './rule.js'

type Rules = readonly (Rule | undefined)[]

/** Makes rules once for each object of parameters, which is the same one for the same document. */
export function rememberRules<P extends object>(make: (parameters: P) => Rules): (parameters: P) => Rules {
  const known = new WeakMap<P, Rules>()
  return (parameters) => {
    let rules = known.get(parameters)
    if (rules === undefined) {
      rules = make(parameters)
      known.set(parameters, rules)
    }
    return rules
  }
}
