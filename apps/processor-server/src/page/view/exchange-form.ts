import type { Exchange, MessageText } from '../model/exchange.js'
import { isJsonObject, type JsonObject, type Signature, type Stage, stagesOf } from '../model/signature.js'
import { announceChange, element, nextId } from './element.js'
import { createMessageList } from './message-list.js'

/** What the form begins with. */
export interface ExchangeContent {
  readonly stage: Stage
  readonly messages: readonly MessageText[]
  readonly response: string
}

/** The form for one exchange: stage, prompt, response, metadata. */
export interface ExchangeForm {
  readonly root: HTMLElement
  readonly stage: Stage
  /** The exchange but for its parameters. `undefined` when the metadata cannot be read; then that is shown. */
  read(): Omit<Exchange, 'parameters'> | undefined
}

const stageNames: Readonly<Record<Stage, string>> = {
  input: 'Input: before the model',
  response: 'Response: after the model',
}

/** Makes the form for what a signature takes. */
export function createExchangeForm(signature: Signature, content: ExchangeContent): ExchangeForm {
  let stage = content.stage
  const messages = createMessageList(content.messages)
  const response = element('textarea', { rows: 3, dir: 'auto', spellcheck: 'false', id: nextId() })
  response.value = content.response
  const sendsPrompt = element('input', { type: 'checkbox' })
  sendsPrompt.checked = true
  sendsPrompt.disabled = signature.prompt === 'required'
  const metadata = createMetadataInput()

  const promptChoice = element('label', { class: 'inline-row' }, sendsPrompt, 'Send the prompt along')
  const responsePart = element(
    'div',
    { class: 'field' },
    element('label', { for: response.id }, element('span', { class: 'name' }, 'Response of the model')),
    response,
  )
  const show = () => {
    responsePart.hidden = stage === 'input'
    promptChoice.hidden = stage === 'input' || sendsPrompt.disabled
    messages.root.hidden = stage === 'response' && !sendsPrompt.checked
  }
  sendsPrompt.addEventListener('change', show)
  show()

  return {
    root: element(
      'section',
      { class: 'exchange', 'aria-label': 'Exchange' },
      createStageChoice(stagesOf(signature), stage, (chosen) => {
        stage = chosen
        show()
      }),
      element(
        'fieldset',
        { class: 'group prompt' },
        element('legend', {}, element('span', { class: 'name' }, 'Prompt')),
        promptChoice,
        messages.root,
      ),
      responsePart,
      metadata.root,
    ),
    get stage() {
      return stage
    },
    read() {
      const document = metadata.read()
      if (document === undefined) return undefined
      return {
        stage,
        messages: messages.read(),
        sendsPrompt: sendsPrompt.checked,
        response: response.value,
        metadata: document,
      }
    },
  }
}

function createStageChoice(stages: readonly Stage[], chosen: Stage, onChoose: (stage: Stage) => void): HTMLElement {
  if (stages.length === 1) {
    const title = element('span', { class: 'name' }, 'Stage')
    return element('p', { class: 'stages' }, title, stageNames[chosen])
  }
  const group = element(
    'fieldset',
    { class: 'stages' },
    element('legend', {}, element('span', { class: 'name' }, 'Stage')),
    ...stages.map((stage) => {
      const input = element('input', { type: 'radio', name: 'stage', value: stage })
      input.checked = stage === chosen
      input.addEventListener('change', () => {
        onChoose(stage)
        announceChange(group)
      })
      return element('label', {}, input, element('span', {}, stageNames[stage]))
    }),
  )
  return group
}

function createMetadataInput() {
  const input = element('textarea', { class: 'code', rows: 2, spellcheck: 'false', id: nextId() })
  input.value = '{}'
  const problem = element('p', { class: 'problem', id: `${input.id}-problem`, hidden: true })
  input.setAttribute('aria-describedby', problem.id)
  const details = element(
    'details',
    { class: 'metadata' },
    element('summary', {}, 'Metadata'),
    element(
      'div',
      { class: 'field' },
      element('label', { for: input.id }, 'What a gateway says about the exchange, as a JSON object'),
      input,
      problem,
    ),
  )
  return {
    root: details,
    read(): JsonObject | undefined {
      const document = readObject(input.value)
      const isBad = document === undefined
      problem.hidden = !isBad
      problem.textContent = isBad ? 'This is no JSON object.' : ''
      input.toggleAttribute('aria-invalid', isBad)
      if (isBad) {
        details.open = true
        input.focus()
      }
      return document
    },
  }
}

function readObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text.trim() === '' ? '{}' : text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
