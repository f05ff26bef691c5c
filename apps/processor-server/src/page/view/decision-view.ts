import type { CurlCommand } from '../model/curl-command.js'
import type { Decision, Effect } from '../model/decision.js'
import { diffMessages, readMessages } from '../model/diff-messages.js'
import type { Exchange } from '../model/exchange.js'
import type { Answer } from './api.js'
import { showChangedMessages } from './changed-messages.js'
import { createCopyButton } from './copy-button.js'
import { element, fill, icon } from './element.js'
import { icons } from './icons.js'
import type { KeptBack, Outcome } from './run-exchange.js'
import { showFindings } from './show-findings.js'

/** Longest raw answer that is shown, in UTF-16 code units. */
const MAX_RAW_LENGTH = 200_000

const headings: Readonly<Record<Effect, { readonly title: string; readonly text: string }>> = {
  pass: { title: 'Passed', text: 'The exchange goes on as it is.' },
  annotate: { title: 'Tagged', text: 'The exchange goes on, with tags for what comes next.' },
  modify: { title: 'Modified', text: 'The exchange goes on with a changed text.' },
  reject: { title: 'Rejected', text: 'The exchange stops here.' },
}

/** A run and what it came to. */
export interface Run {
  readonly outcome: Outcome
  readonly exchange: Exchange
  readonly command: CurlCommand
}

/** A run that is shown. */
export interface ShownRun {
  readonly root: HTMLElement
  /** Shows, below the decision, what missing permissions keep back. */
  showKeptBack(keptBack: readonly KeptBack[]): void
}

/** Says in one sentence what a run came to, for a screen reader. */
export function summarise({ outcome }: Run): string {
  if (outcome.kind === 'failure') return outcome.reason
  if (outcome.kind === 'fault') return `Error ${outcome.fault.status}: ${outcome.fault.detail}`
  const { effect, reject } = outcome.decision
  return reject === undefined ? `${headings[effect].title}. ${headings[effect].text}` : `Rejected. ${reject.detail}`
}

/** Shows a run. */
export function showRun({ outcome, exchange, command }: Run): ShownRun {
  const hints = element('ul', { class: 'hints', hidden: true })
  const root = element(
    'div',
    { class: 'run' },
    showBanner(outcome),
    hints,
    ...(outcome.kind === 'decision' ? showDecision(outcome.decision, exchange) : []),
    showCommand(command),
    outcome.answer === undefined ? undefined : showAnswer(outcome.answer),
  )
  return {
    root,
    showKeptBack(keptBack) {
      hints.hidden = keptBack.length === 0
      fill(hints, ...keptBack.map(showHint))
    },
  }
}

function showBanner(outcome: Outcome): HTMLElement {
  const { kind, title, lines } = describe(outcome)
  return element(
    'div',
    { class: `banner ${kind}` },
    icon(icons[kind]),
    element(
      'div',
      {},
      element('p', { class: 'title' }, title),
      ...lines.map((line) => element('p', { dir: 'auto' }, line)),
    ),
    outcome.answer === undefined
      ? undefined
      : element(
          'p',
          { class: 'time', title: 'From the request sent to the first byte of the answer' },
          `${formatMs(outcome.answer.durationMs)} ms`,
        ),
  )
}

function describe(outcome: Outcome): { kind: Effect | 'fault'; title: string; lines: readonly string[] } {
  if (outcome.kind === 'failure') return { kind: 'fault', title: 'No decision', lines: [outcome.reason] }
  if (outcome.kind === 'fault') {
    const { status, detail, messages } = outcome.fault
    return { kind: 'fault', title: `Error ${status}`, lines: [detail, ...messages] }
  }
  const { effect, reject } = outcome.decision
  const { title, text } = headings[effect]
  return { kind: effect, title, lines: reject === undefined ? [text] : [reject.detail] }
}

function showHint({ permission, what }: KeptBack): HTMLElement {
  return element('li', { dir: 'auto' }, 'With the permission ', element('code', {}, permission), ` it ${what}`)
}

function showDecision(decision: Decision, exchange: Exchange): (HTMLElement | undefined)[] {
  const { reject, tags, findings, prompt, response } = decision
  const choices = exchange.stage === 'response' ? [exchange.response] : []
  const messages = exchange.stage === 'input' || exchange.sendsPrompt ? exchange.messages : []
  const changed = prompt ?? response
  const before = prompt === undefined ? choices.map((content) => ({ role: 'assistant', content })) : messages
  return [
    reject && section('Code', element('p', {}, element('code', {}, reject.code))),
    tags.length === 0 ? undefined : section('Tags', showTags(tags)),
    changed &&
      section(
        prompt === undefined ? 'Changed response' : 'Changed prompt',
        showChangedMessages(diffMessages(before, readMessages(changed))),
      ),
    findings && section('Findings', showFindings(findings, { messages, choices })),
  ]
}

function showTags(tags: Decision['tags']): HTMLElement {
  return element(
    'ul',
    { class: 'chips' },
    ...tags.flatMap(([key, values]) =>
      values.map((value) =>
        element('li', {}, element('bdi', { class: 'tag-key' }, key), ':', element('bdi', {}, value)),
      ),
    ),
  )
}

function showCommand({ text, isTooLong }: CurlCommand): HTMLElement {
  const source = element('code', {}, text)
  return element(
    'details',
    { class: 'command' },
    element('summary', {}, 'The same with curl'),
    createCopyButton(source),
    element('pre', { tabindex: 0 }, source),
    isTooLong ? element('p', { class: 'help' }, 'The text is longer than a command line on Linux may be.') : undefined,
  )
}

function showAnswer({ status, contentType, text }: Answer): HTMLElement {
  const head = [`HTTP ${status}`, ...(contentType === '' ? [] : [`content-type: ${contentType}`])].join('\n')
  const rest = text.length - MAX_RAW_LENGTH
  return element(
    'details',
    { class: 'raw' },
    element('summary', {}, 'Raw answer'),
    element('pre', { tabindex: 0 }, element('code', {}, `${head}\n\n${text.slice(0, MAX_RAW_LENGTH)}`)),
    rest > 0
      ? element('p', { class: 'help' }, `${rest.toLocaleString('en')} more characters are not shown.`)
      : undefined,
  )
}

function section(title: string, ...children: readonly HTMLElement[]): HTMLElement {
  return element('section', {}, element('h3', {}, title), ...children)
}

function formatMs(durationMs: number): string {
  return durationMs.toFixed(durationMs < 10 ? 1 : 0)
}
