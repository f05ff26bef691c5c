import { parseSync } from 'rolldown/utils'
import { readText } from './workspace.js'

/** What the tests look for in a source file. */
export interface Source {
  /** Path relative to the root. */
  readonly path: string
  /** Every module that it names: imports, type imports, re-exports, dynamic imports with a literal. */
  readonly imports: readonly string[]
  /** Those of them that are still there at run time. */
  readonly valueImports: readonly string[]
  /** Every string literal that is no module name. */
  readonly strings: readonly string[]
  /** Every regular expression literal. */
  readonly regexes: readonly { readonly pattern: string; readonly flags: string }[]
  /** The text of every `RegExp(...)` call. */
  readonly builtRegexes: readonly string[]
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

/** Reads a TypeScript file by its syntax tree, so that comments and strings are not mistaken for code. */
export function readSource(path: string): Source {
  const text = readText(path)
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  const imports: string[] = []
  const valueImports: string[] = []
  const strings: string[] = []
  const regexes: { pattern: string; flags: string }[] = []
  const builtRegexes: string[] = []

  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item)
    } else if (isNode(value)) {
      read(value)
      for (const [key, inner] of Object.entries(value)) {
        if (key !== 'source' && key !== 'regex') visit(inner)
      }
    }
  }
  const read = (node: Node): void => {
    const source = node.source as Node | undefined
    if (isNode(source) && typeof source.value === 'string') {
      imports.push(source.value)
      if (node.importKind !== 'type' && node.exportKind !== 'type' && node.type !== 'TSImportType') {
        valueImports.push(source.value)
      }
    }
    if (node.type === 'Literal' && node.regex) regexes.push(node.regex as { pattern: string; flags: string })
    else if (node.type === 'Literal' && typeof node.value === 'string') strings.push(node.value)
    const callee = node.callee as Node | undefined
    if (callee?.name === 'RegExp') builtRegexes.push(text.slice(node.start, node.end))
  }
  visit(program)
  return { path, imports, valueImports, strings, regexes, builtRegexes }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}
