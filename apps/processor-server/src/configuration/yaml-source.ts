import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  parseAllDocuments,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml'
import type { Problem, SettingPath } from './problem.js'

/** Most aliases in a file, and most nodes that they may stand for; above it the file is taken for an alias bomb. */
const MAX_ALIASES = 100

/** Most levels of lists and maps in one another. The parser descends by recursion, so thousands would exhaust the stack. */
const MAX_DEPTH = 100

/** Most syntax faults that are told; after the first few they only follow from each other. */
const MAX_FAULTS = 10

/** The parser's own search for repeated keys takes time quadratic in their number; ours is {@link findRepeatedKeys}. */
const forParsing = { stringKeys: true, uniqueKeys: false }

/** A place in the file, both from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** A configuration file as data that still knows where each setting stands. */
export interface YamlSource {
  /** The document as plain values; an empty document is an empty map. */
  readonly value: unknown
  /** Where the setting at `path` stands, or the nearest setting around it that is there. */
  placeOf(path: SettingPath): Place
  /** Where the key `key` of the map at `path` stands. */
  placeOfKey(path: SettingPath, key: string): Place
}

/** Reads the text of a YAML 1.2 file, or says everything that is wrong with it. Linear in the length of the text. */
export function parseYaml(text: string, source: string): YamlSource | readonly Problem[] {
  const lines = new LineCounter()
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const problemAt = (offset: number, message: string) => ({ source, ...placeOf(offset), path: '', message })

  const tooDeepAt = findTooDeep(text)
  if (tooDeepAt !== undefined) return [problemAt(tooDeepAt, TOO_DEEP)]
  try {
    const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, ...forParsing })
    const [document, second] = documents
    if ('empty' in documents || document === undefined) return locate({}, null, placeOf)
    const faults = [...document.errors, ...document.warnings].map((fault) =>
      problemAt(fault.pos[0], explainFault(fault)),
    )
    const repeated = findRepeatedKeys(document).map((offset) => problemAt(offset, REPEATED))
    if (faults.length + repeated.length > 0) return [...faults, ...repeated].slice(0, MAX_FAULTS)
    if (second !== undefined) {
      return [problemAt(second.range[0], 'expected one YAML document; here a second one starts')]
    }
    const aliasFault = findAliasFault(document)
    if (aliasFault !== undefined) return [problemAt(aliasFault.offset, aliasFault.message)]
    return locate(document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {}, document.contents, placeOf)
  } catch (error) {
    if (error instanceof ReferenceError) {
      return [problemAt(0, `expected aliases that stand for at most ${MAX_ALIASES} nodes; came more`)]
    }
    throw error
  }
}

function locate(value: unknown, root: Node | null, placeOf: (offset: number) => Place): YamlSource {
  const placeOfNode = (node: Node | null) => placeOf(node?.range?.[0] ?? 0)
  const pairs = new Map<YAMLMap, ReadonlyMap<unknown, NodePair>>()
  const pairsOf = (map: YAMLMap) => {
    const known = pairs.get(map) ?? indexPairs(map)
    pairs.set(map, known)
    return known
  }
  const nodeAt = (path: SettingPath): Node | null => {
    let node = root
    for (const step of path) {
      const next = isMap(node) ? pairsOf(node).get(step)?.value : isSeq(node) ? node.get(Number(step), true) : undefined
      if (next === undefined || next === null) return node
      node = next
    }
    return node
  }
  return {
    value,
    placeOf: (path) => placeOfNode(nodeAt(path)),
    placeOfKey(path, key) {
      const map = nodeAt(path)
      return placeOfNode((isMap(map) ? pairsOf(map).get(key)?.key : undefined) ?? map)
    },
  }
}

type NodePair = Pair<Node, Node | null>

/** The pairs of a map by their key. */
function indexPairs(map: YAMLMap): ReadonlyMap<unknown, NodePair> {
  return new Map(map.items.map((pair) => [isScalar(pair.key) ? pair.key.value : undefined, pair as NodePair]))
}

const REPEATED = 'expected each key once; this one stands above in the same map'

/** Offsets of the keys that their map has already. */
function findRepeatedKeys(document: Document.Parsed): number[] {
  const offsets: number[] = []
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        if (seen.has(key.value)) offsets.push(key.range?.[0] ?? 0)
        seen.add(key.value)
      }
    },
  })
  return offsets
}

/** An alias without an anchor, or one too many. Finding an anchor walks the document, so the count comes first. */
function findAliasFault(document: Document.Parsed): { offset: number; message: string } | undefined {
  let fault: { offset: number; message: string } | undefined
  let count = 0
  visit(document, {
    Alias(_, alias) {
      const offset = alias.range?.[0] ?? 0
      if (++count > MAX_ALIASES) fault = { offset, message: `expected at most ${MAX_ALIASES} aliases; came more` }
      else if (alias.resolve(document) === undefined)
        fault = { offset, message: 'expected an alias of an anchor above it; there is none of this name' }
      return fault === undefined ? undefined : visit.BREAK
    },
  })
  return fault
}

const TOO_DEEP = `expected at most ${MAX_DEPTH} levels of lists and maps; came more`

/** Offset at which the text is nested too deeply, found without recursion: the syntax parser keeps a stack of its own. */
function findTooDeep(text: string): number | undefined {
  const parser = new Parser()
  // The document stands on the stack besides the levels.
  const maxStack = MAX_DEPTH + 1
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) void token
    if (parser.stack.length > maxStack) return parser.offset
  }
  return undefined
}

/** The parser quotes the text that it stumbled over after a colon; that text could be a secret. */
function explainFault({ message }: YAMLError): string {
  return message.replace(/: ".*$/s, '')
}
