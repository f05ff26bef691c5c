import { homedir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { listFiles, readText, root } from './support/workspace.js'

const binary = /\.(?:bin|png|gz|tgz|ico|woff2?)$/

const files = listFiles('.')
  .filter((path) => !binary.test(path) && path !== 'test/word-list.test.ts')
  .map((path) => ({ path, text: readText(path) }))

/** What no file of the project may hold, and why. */
const unwanted: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a path of somebody’s home folder', pattern: /\/(?:home|Users)\/[a-z]/ },
  { what: 'a mark of unfinished work', pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/ },
  { what: 'a conflict mark', pattern: /^(?:<{7}|>{7}) /m },
]

describe('the word list', () => {
  test.each(unwanted)('no file holds $what', ({ pattern }) => {
    expect(files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([])
  })

  test('no file holds a path of the machine that it was made on', () => {
    const holders = files.filter(({ text }) => [root, homedir()].some((path) => holdsPath(text, path)))
    expect(holders.map(({ path }) => path)).toEqual([])
  })
})

describe('package-lock.json', () => {
  const { packages } = JSON.parse(readText('package-lock.json')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>
  }

  test('names no registry, so that each machine takes its own', () => {
    const named = Object.entries(packages).filter(([, { resolved }]) => resolved?.includes('://'))
    expect(named.map(([path]) => path)).toEqual([])
  })

  test('holds the builds for every platform', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
      ),
    )
    expect(missing).toEqual([])
  })
})

interface LockedPackage {
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** The path with a segment of its own after it or nothing, so that a short one such as `/` or `/root` says little. */
function holdsPath(text: string, path: string): boolean {
  return path.length > 5 && text.includes(`${path}/`)
}
