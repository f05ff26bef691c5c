import { isJsonObject, type JsonObject, type Stage } from './signature.js'

/** The part of a set-up that a link carries. Prompts and responses are content, and tokens are secrets: neither is in it. */
export interface SharedSetup {
  /** `namespace:name`. */
  readonly processor: string
  readonly stage?: Stage | undefined
  readonly parameters?: JsonObject | undefined
}

/** Longest fragment that is written, in characters; a longer set-up is shared without its parameters. */
export const MAX_FRAGMENT_LENGTH = 8_000

/** The fragment of a URL, with its `#`. */
export function writeFragment({ processor, stage, parameters }: SharedSetup): string {
  const query = new URLSearchParams({ processor })
  if (stage !== undefined) query.set('stage', stage)
  const short = `#${query}`
  if (parameters === undefined || Object.keys(parameters).length === 0) return short
  query.set('parameters', JSON.stringify(parameters))
  const whole = `#${query}`
  return whole.length > MAX_FRAGMENT_LENGTH ? short : whole
}

/** Reads a fragment. What it cannot make sense of is left out: anybody can write a link. */
export function readFragment(fragment: string): SharedSetup | undefined {
  const query = new URLSearchParams(fragment.replace(/^#/, ''))
  const processor = query.get('processor')
  if (processor === null) return undefined
  const stage = query.get('stage')
  return {
    processor,
    stage: stage === 'input' || stage === 'response' ? stage : undefined,
    parameters: readObject(query.get('parameters')),
  }
}

function readObject(text: string | null): JsonObject | undefined {
  if (text === null) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
