import { beforeAll, describe, expect, test } from 'vitest'
import { readSource } from './support/source.js'
import { isTest, listSources, publicPackages, readText } from './support/workspace.js'

/** Pure JavaScript, so that the verdict is the same on every machine. */
process.env.RECHECK_BACKEND = 'pure'

/** Longest time for one pattern, in milliseconds. */
const CHECK_MS = 100_000

/**
 * Patterns that repeat more than 30 times are not proven safe but fuzzed. Its limits are counts of steps alone: with those of
 * time, a busy machine finds patterns slow that are not.
 */
const limits = { timeout: CHECK_MS, incubationTimeout: null, attackTimeout: null }

interface ShippedRegex {
  readonly path: string
  readonly pattern: string
  readonly flags: string
}

const sources = publicPackages
  .flatMap(({ folder }) => listSources(`${folder}/src`))
  .filter((path) => !isTest(path))
  .map(readSource)

const shipped: readonly ShippedRegex[] = sources.flatMap(({ path, regexes }) =>
  regexes.map((regex) => ({ path, ...regex })),
)

/**
 * Patterns whose cost grows faster than their text, each with what bounds that text. A pattern over what a caller sends
 * has no place there unless the text is cut first.
 */
const bounded: readonly { readonly path: string; readonly pattern: string; readonly bound: string }[] = JSON.parse(
  readText('test/support/bounded-regexes.json'),
)

/** Where a pattern is put together at run time, with what makes it safe. */
const builtAtRunTime: Readonly<Record<string, string>> = {
  'packages/processors/src/code-detect/name-language.ts':
    'patterns of its table, each of which is checked, as alternatives of one',
  'packages/processors/src/pii/numbering-plans.ts':
    "libphonenumber's patterns, whole, over the 7 to 15 digits of one telephone number",
  'packages/sdk/src/json/exact-json.ts': 'a random mark of fixed length, then one class of characters, once',
  'packages/conformance/src/cases/content.ts': 'literals of the suite, over the reply of the server under test',
  'packages/conformance/src/cases/routing-and-discovery.ts':
    'literals of the suite, over the reply of the server under test',
}

describe('shipped regular expressions', () => {
  let check: typeof import('recheck').checkSync
  beforeAll(async () => {
    check = (await import('recheck')).checkSync
  })

  test.each(distinct(shipped))(
    '/$pattern/$flags of $path runs in linear time',
    ({ path, pattern, flags }) => {
      if (bounded.some((each) => each.path === path && each.pattern === pattern)) return
      const verdict = check(pattern, flags, limits)
      expect(verdict.status === 'vulnerable' ? verdict.complexity.summary : verdict.status).toBe('safe')
    },
    CHECK_MS + 10_000,
  )

  test.each(bounded)('/$pattern/ of $path is still there, and still needs its bound', ({ path, pattern }) => {
    const regex = shipped.find((each) => each.path === path && each.pattern === pattern)
    expect(regex).toBeDefined()
    expect(check(pattern, regex?.flags ?? '', { timeout: 5_000 }).status).not.toBe('safe')
  })

  test('the checker tells a bad pattern from a good one', () => {
    expect(check('^(a+)+$', '').status).toBe('vulnerable')
    expect(check(String.raw`\s+$`, '').status).toBe('vulnerable')
    expect(check('^[a-z]{1,8}$', '').status).toBe('safe')
  })

  test('patterns that are put together at run time are known', () => {
    const builders = sources.filter(({ builtRegexes }) => builtRegexes.length > 0).map(({ path }) => path)
    expect(builders.toSorted()).toEqual(Object.keys(builtAtRunTime).toSorted())
  })
})

function distinct(regexes: readonly ShippedRegex[]): readonly ShippedRegex[] {
  return [...new Map(regexes.map((each) => [`${each.path} /${each.pattern}/${each.flags}`, each])).values()]
}
