import { createRequire } from 'node:module'

type Engine = typeof import('re2js')

let loaded: Engine | undefined

/** The engine for patterns in RE2 syntax. It is long, so it is loaded with the first pattern. */
export function loadEngine(): Engine {
  loaded ??= createRequire(import.meta.url)('re2js') as Engine
  return loaded
}
