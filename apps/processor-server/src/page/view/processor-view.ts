import { writeCurlCommand } from '../model/curl-command.js'
import type { Decision } from '../model/decision.js'
import { type Example, greeting } from '../model/examples.js'
import { type Exchange, writeRequestParts } from '../model/exchange.js'
import { readFields } from '../model/parameter-field.js'
import { firstValues, withoutSecrets } from '../model/parameter-values.js'
import { permissions } from '../model/permissions.js'
import { type SharedSetup, writeFragment } from '../model/share-link.js'
import { isJsonObject, type JsonObject, type ListedProcessor, type Signature, stagesOf } from '../model/signature.js'
import type { Api } from './api.js'
import { type Run, type ShownRun, showRun, summarise } from './decision-view.js'
import { button, element, fill, icon } from './element.js'
import { createExchangeForm, type ExchangeContent } from './exchange-form.js'
import { icons } from './icons.js'
import { createParameterForm } from './parameter-form.js'
import { createProcessorHead } from './processor-head.js'
import { findKeptBack, runExchange } from './run-exchange.js'
import { showAsJson } from './show-findings.js'

/** After the last keystroke, parameters are checked when it is quiet for this long, in milliseconds. */
const CHECK_DELAY_MS = 350

/** Where a processor is tried: its form, and the decision. */
export interface ProcessorPlaces {
  readonly setup: HTMLElement
  readonly decision: HTMLElement
  /** Live region for a sentence on the outcome. */
  readonly announcement: HTMLElement
}

/** Shows one processor: its signature, its examples, the form, and the decision of each run. */
export class ProcessorView {
  readonly #api: Api
  readonly #processor: ListedProcessor
  readonly #signature: Signature
  readonly #places: ProcessorPlaces
  readonly #fields
  readonly #formPlace = element('div', { class: 'form-place' })
  readonly #closed = new AbortController()
  #exchangeForm
  #parameterForm
  #running: AbortController | undefined
  #checking: AbortController | undefined
  #checkTimer = 0

  constructor(
    api: Api,
    processor: ListedProcessor,
    signature: Signature,
    shared: SharedSetup,
    places: ProcessorPlaces,
  ) {
    this.#api = api
    this.#processor = processor
    this.#signature = signature
    this.#places = places
    this.#fields = readFields(signature.parameters)
    const stages = stagesOf(signature)
    const [stage = 'input'] = shared.stage !== undefined && stages.includes(shared.stage) ? [shared.stage] : stages
    const content = { stage, messages: greeting, response: 'Good morning! We open at nine.' }
    this.#exchangeForm = createExchangeForm(signature, content)
    this.#parameterForm = createParameterForm(this.#fields, shared.parameters ?? firstValues(this.#fields))
    this.#show()
  }

  /** Stops what runs, before another processor takes the place. */
  close(): void {
    this.#closed.abort()
    this.#running?.abort()
    this.#checking?.abort()
    clearTimeout(this.#checkTimer)
  }

  #show(): void {
    const form = element(
      'form',
      { novalidate: true, class: 'setup', autocomplete: 'off' },
      this.#formPlace,
      this.#createRunBar(),
    )
    const { signal } = this.#closed
    form.addEventListener('input', () => this.#onEdit(), { signal })
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#run()
    })
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit()
    })
    this.#placeForms()
    const head = createProcessorHead(this.#processor, this.#signature, (example) => this.#useExample(example))
    fill(this.#places.setup, head, form)
    this.#places.decision.removeAttribute('aria-busy')
    fill(
      this.#places.decision,
      element('p', { class: 'empty' }, 'Run the processor, or choose an example, to see its decision here.'),
    )
    void this.#check(false)
  }

  #createRunBar(): HTMLElement {
    return element(
      'div',
      { class: 'run-bar' },
      element('button', { type: 'submit', class: 'primary' }, icon(icons.run), 'Run'),
      element('span', { class: 'help' }, element('kbd', {}, 'Ctrl'), ' + ', element('kbd', {}, 'Enter')),
      button({ class: 'quiet' }, () => this.#reset(), 'Reset'),
    )
  }

  #useExample(example: Example): void {
    this.#setForms({ response: '', ...example }, { ...firstValues(this.#fields), ...example.parameters })
    void this.#run()
  }

  #reset(): void {
    const { stage } = this.#exchangeForm
    this.#setForms({ stage, messages: greeting, response: '' }, firstValues(this.#fields))
  }

  #setForms(content: ExchangeContent, parameters: JsonObject): void {
    this.#exchangeForm = createExchangeForm(this.#signature, content)
    this.#parameterForm = createParameterForm(this.#fields, parameters)
    this.#placeForms()
    this.#onEdit()
  }

  #placeForms(): void {
    fill(
      this.#formPlace,
      this.#exchangeForm.root,
      element('section', { 'aria-label': 'Parameters' }, element('h3', {}, 'Parameters'), this.#parameterForm.root),
      element(
        'details',
        { class: 'schema' },
        element('summary', {}, 'JSON Schema of the parameters'),
        showAsJson(this.#signature.parameters),
      ),
    )
  }

  #onEdit(): void {
    const parameters = withoutSecrets(this.#fields, this.#parameterForm.read())
    const { stage } = this.#exchangeForm
    history.replaceState(undefined, '', writeFragment({ processor: this.#processor.id, stage, parameters }))
    clearTimeout(this.#checkTimer)
    this.#checkTimer = setTimeout(() => void this.#check(true), CHECK_DELAY_MS)
  }

  /** Has the parameters checked. Before the first edit, what is still to be filled in is no mistake. */
  async #check(isEdited: boolean): Promise<void> {
    this.#checking?.abort()
    this.#checking = new AbortController()
    if (!isEdited && this.#fields.some((field) => field.isRequired)) return
    if (this.#parameterForm.showOwnProblems()) return
    const form = this.#parameterForm
    try {
      const { signal } = this.#checking
      const { errors, warnings } = await this.#api.checkParameters(this.#processor, JSON.stringify(form.read()), signal)
      form.showProblems(errors)
      form.showWarnings(warnings)
    } catch {
      // A check that failed or was overtaken says nothing; the run will tell.
    }
  }

  async #run(): Promise<void> {
    const content = this.#exchangeForm.read()
    if (this.#parameterForm.showOwnProblems()) {
      this.#parameterForm.focusProblem()
      return
    }
    if (content === undefined) return
    const exchange: Exchange = { ...content, parameters: this.#parameterForm.read() }
    const parts = writeRequestParts(exchange)
    const command = writeCurlCommand(this.#api.executeUrl(this.#processor), parts, this.#api.token !== '')
    this.#running?.abort()
    const running = new AbortController()
    this.#running = running
    const { decision } = this.#places
    decision.setAttribute('aria-busy', 'true')
    try {
      const outcome = await runExchange(this.#api, this.#processor, parts, running.signal)
      const shown = this.#showOutcome({ outcome, exchange, command })
      decision.removeAttribute('aria-busy')
      if (outcome.kind === 'decision') await this.#showKeptBack(shown, exchange, outcome.decision, running.signal)
    } catch {
      // Aborted: a newer run, or another processor, took its place.
    }
  }

  #showOutcome(run: Run): ShownRun {
    const { decision, announcement } = this.#places
    const shown = showRun(run)
    fill(decision, shown.root)
    announcement.textContent = summarise(run)
    if (run.outcome.kind === 'fault') this.#parameterForm.showProblems(run.outcome.fault.messages)
    decision.scrollIntoView({ block: 'nearest' })
    return shown
  }

  /** Comes after the decision, since it takes runs of its own. */
  async #showKeptBack(shown: ShownRun, exchange: Exchange, decision: Decision, signal: AbortSignal): Promise<void> {
    const missing = this.#missingPermissions(exchange)
    shown.showKeptBack(await findKeptBack(this.#api, this.#processor, exchange, missing, decision, signal))
  }

  #missingPermissions({ parameters }: Exchange) {
    const { properties } = this.#signature.parameters
    return permissions.filter((name) => {
      const schema = isJsonObject(properties) ? properties[name] : undefined
      const isGranted = parameters[name] ?? (isJsonObject(schema) ? schema.default : undefined)
      return schema !== undefined && isGranted !== true
    })
  }
}
