import {
  type InputResult,
  type Permissions,
  pass,
  type RequestInput,
  type ResponseOutput,
  type ResponseResult,
  reject,
} from '@gatehouse/sdk'
import type { VaultSession } from '../vault/vault.js'
import type { Rule } from './rule.js'
import { type Scope, selectMessages } from './scope.js'
import { type RuleMatch, type Screening, screenTexts } from './screen.js'

/** How an exchange is screened for rules. */
export interface ScreeningSettings {
  /** The rules, under the permissions of the exchange; nothing where one is off. */
  readonly rules: readonly (Rule | undefined)[]
  readonly findMatches: (text: string) => readonly RuleMatch[]
  /** Key of the tag whose values are the types found, or the key for each type. */
  readonly tag: string | ((type: string) => string)
  readonly permissions: Permissions
  /** What stands in `processor_result` beside the findings, also when there are none; asked for once all texts are screened. */
  readonly summary?: (() => Readonly<Record<string, number | string>>) | undefined
  /** Where rules keep what they mask; saved before the prompt goes on. */
  readonly session?: VaultSession | undefined
}

/** Screens the messages of a prompt that are in scope: rejects, masks or tags as rules and permissions have it. */
export function screenPrompt(
  prompt: RequestInput,
  scope: Scope,
  settings: ScreeningSettings,
): InputResult | Promise<InputResult> {
  const { messages } = prompt
  const texts = selectMessages(messages, scope).map((index) => ({
    kind: 'message' as const,
    index,
    text: messages[index]?.content ?? '',
  }))
  const screening = screenTexts(texts, settings.rules, settings.findMatches)
  const verdict = concludeScreening('prompt', screening, settings)
  if (verdict.isRejected) return reject(verdict.options)
  if (screening.masked.size === 0) return pass(verdict.options)
  const changed = messages.map((message, index) => {
    const content = screening.masked.get(index)
    return content === undefined ? message : { ...message, content }
  })
  const result = pass({ ...verdict.options, prompt: { ...prompt, messages: changed } })
  const saving = settings.session?.save()
  return saving === undefined ? result : saving.then(() => result)
}

/** Screens every choice of a response, as {@link screenPrompt} does messages. */
export function screenResponse(response: ResponseOutput, settings: ScreeningSettings): ResponseResult {
  const { choices } = response
  const texts = choices.map(({ message }, index) => ({ kind: 'choice' as const, index, text: message.content }))
  const screening = screenTexts(texts, settings.rules, settings.findMatches)
  const verdict = concludeScreening('response', screening, settings)
  if (verdict.isRejected) return reject(verdict.options)
  if (screening.masked.size === 0) return pass(verdict.options)
  const changed = choices.map((choice, index) => {
    const content = screening.masked.get(index)
    return content === undefined ? choice : { ...choice, message: { ...choice.message, content } }
  })
  return pass({ ...verdict.options, response: { ...response, choices: changed } })
}

function concludeScreening(what: string, screening: Screening, settings: ScreeningSettings) {
  const { count, findings, types, rejecting } = screening
  const { tag, permissions, summary } = settings
  if (count === 0) {
    return { isRejected: false, options: summary === undefined ? {} : { processorResult: summary() } } as const
  }
  const options = {
    tags: permissions.annotate ? tagsOf(types, tag) : {},
    processorResult: { ...summary?.(), count, findings },
  }
  if (rejecting === 0) return { isRejected: false, options } as const
  const detail = `The ${what} holds ${rejecting} ${rejecting === 1 ? 'match' : 'matches'} of rules that reject.`
  return { isRejected: true, options: { ...options, code: 'AIGW_POLICY_VIOLATION', detail } } as const
}

function tagsOf(types: ReadonlySet<string>, tag: ScreeningSettings['tag']): Record<string, string[]> {
  const tags: Record<string, string[]> = {}
  for (const type of types) {
    const key = typeof tag === 'string' ? tag : tag(type)
    tags[key] = [...(tags[key] ?? []), type]
  }
  return tags
}
