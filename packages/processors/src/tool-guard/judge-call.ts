import { compileAllow, type Exception } from '../detection/exceptions.js'
import type { Issue } from './issue.js'
import { type ArgumentKind, guessKind, judgeValue } from './judge-value.js'
import { type Argument, type ArgumentLimits, listArguments, toPointer } from './list-arguments.js'
import type { ToolCall } from './read-tool-calls.js'

/** What the operator says about an argument. */
export interface ArgumentRule {
  /** Tools that it is about; all when left out. */
  readonly tools?: readonly Exception[] | undefined
  /** Name of a member at any depth, or a JSON Pointer in which `*` is any step; also for what stands inside it. */
  readonly argument: string
  readonly kind?: ArgumentKind | undefined
  /** Values that are allowed, and no others. */
  readonly allow?: readonly Exception[] | undefined
  readonly deny?: readonly Exception[] | undefined
  readonly max_length?: number | undefined
}

/** What the operator says about tools. */
export interface ToolPolicy extends ArgumentLimits {
  readonly allow: readonly Exception[]
  readonly deny: readonly Exception[]
  readonly arguments: readonly ArgumentRule[]
  /** Whether an argument without a kind has the one that its name suggests. */
  readonly guessKinds: boolean
}

/** Something wrong with a call, and the argument that it is about. */
export interface CallIssue extends Issue {
  readonly pointer?: string
}

/** Judges a call; `offered` are the tools that the prompt has, if it says. */
export type JudgeCall = (call: ToolCall, offered: ReadonlySet<string> | undefined) => CallIssue[]

/** Compiles a policy once for all calls. */
export function compilePolicy(policy: ToolPolicy): JudgeCall {
  const isAllowed = policy.allow.length === 0 ? () => true : compileAllow(policy.allow)
  const isDenied = compileAllow(policy.deny)
  const rules = policy.arguments.map(compileRule)
  return ({ name, input }, offered) => {
    if (name === undefined) return [{ type: 'malformed-call', rule: 'no-name', score: 1 }]
    const issues: CallIssue[] = []
    if (isDenied(name)) issues.push({ type: 'denied-tool', rule: 'deny-list', score: 1 })
    else if (!isAllowed(name)) issues.push({ type: 'denied-tool', rule: 'not-allowed', score: 1 })
    else if (offered !== undefined && !offered.has(name))
      issues.push({ type: 'denied-tool', rule: 'not-offered', score: 1 })
    if (input === undefined) return issues
    const list = listArguments(input, policy)
    if ('problem' in list) return [...issues, { type: 'malformed-call', rule: list.problem, score: 1 }]
    const own = rules.filter(({ isAbout }) => isAbout(name))
    for (const argument of list.values) {
      const pointer = toPointer(argument.path)
      for (const issue of strongest(judgeArgument(argument, own, policy.guessKinds))) issues.push({ ...issue, pointer })
    }
    return issues
  }
}

interface CompiledRule {
  readonly isAbout: (tool: string) => boolean
  readonly matches: (path: readonly string[]) => boolean
  readonly kind: ArgumentKind | undefined
  readonly isAllowed: ((value: string) => boolean) | undefined
  readonly isDenied: (value: string) => boolean
  readonly maxLength: number
}

function compileRule({ tools, argument, kind, allow, deny = [], max_length }: ArgumentRule): CompiledRule {
  return {
    isAbout: tools === undefined ? () => true : compileAllow(tools),
    matches: compilePath(argument),
    kind,
    isAllowed: allow === undefined ? undefined : compileAllow(allow),
    isDenied: compileAllow(deny),
    maxLength: max_length ?? Number.POSITIVE_INFINITY,
  }
}

/** What a rule is about: a member and all that it holds, or an object in place of a text would pass an allow list. */
function compilePath(argument: string): (path: readonly string[]) => boolean {
  if (!argument.startsWith('/')) return (path) => path.includes(argument)
  const steps = argument
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  return (path) => path.length >= steps.length && steps.every((step, index) => step === '*' || step === path[index])
}

/** The name that a value goes by: its key, or that of the list it is in. */
function nameOf(path: readonly string[]): string {
  return path.findLast((step) => !/^\d{1,9}$/.test(step)) ?? ''
}

function judgeArgument({ path, value }: Argument, rules: readonly CompiledRule[], guessKinds: boolean): Issue[] {
  const text = String(value)
  const own = rules.filter(({ matches }) => matches(path))
  const issues: Issue[] = []
  for (const { isAllowed, isDenied, maxLength } of own) {
    if (isDenied(text)) issues.push({ type: 'denied-argument', rule: 'deny-list', score: 1 })
    else if (isAllowed !== undefined && !isAllowed(text))
      issues.push({ type: 'denied-argument', rule: 'not-allowed', score: 1 })
    if (text.length > maxLength) issues.push({ type: 'denied-argument', rule: 'too-long', score: 1 })
  }
  if (typeof value !== 'string') return issues
  const kind = own.find((rule) => rule.kind !== undefined)?.kind ?? (guessKinds ? guessKind(nameOf(path)) : 'text')
  return [...issues, ...judgeValue(value, kind)]
}

/** Of the issues with one type and rule the surest. */
function strongest(issues: readonly Issue[]): Issue[] {
  const byRule = new Map<string, Issue>()
  for (const issue of issues) {
    const key = `${issue.type} ${issue.rule}`
    if ((byRule.get(key)?.score ?? -1) < issue.score) byRule.set(key, issue)
  }
  return [...byRule.values()]
}
