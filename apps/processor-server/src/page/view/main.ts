import { readFragment, type SharedSetup } from '../model/share-link.js'
import type { ListedProcessor } from '../model/signature.js'
import { Api, StatusError } from './api.js'
import { byId, element, fill } from './element.js'
import { createProcessorList, type ProcessorList } from './processor-list.js'
import { ProcessorView } from './processor-view.js'

// The scripts stand two folders below the page, wherever a proxy put that.
const api = new Api(new URL('../../api/v1/', import.meta.url))

const places = { setup: byId('setup'), decision: byId('decision'), announcement: byId('announcement') }
const navigation = byId('processors')

let processors: readonly ListedProcessor[] = []
let list: ProcessorList | undefined
let view: ProcessorView | undefined
let loads = 0

async function start(): Promise<void> {
  await explainFailure(async () => {
    processors = await api.listProcessors()
    list = createProcessorList(processors)
    fill(navigation, list.root)
    await showChosen()
  })
}

/** Shows the processor that the fragment names, or the first. */
async function showChosen(): Promise<void> {
  const shared = readFragment(location.hash)
  const chosen = processors.find(({ id }) => id === shared?.processor)
  if (shared !== undefined && chosen === undefined)
    return say(`There is no processor "${shared.processor}" on this server.`)
  const [first] = processors
  if (first === undefined) return say('This server has no processors.')
  await show(chosen ?? first, shared ?? { processor: first.id })
}

async function show(processor: ListedProcessor, shared: SharedSetup): Promise<void> {
  loads++
  const load = loads
  view?.close()
  view = undefined
  list?.choose(processor.id)
  document.title = `${processor.name} · Gatehouse`
  await explainFailure(async () => {
    const signature = await api.readSignature(processor)
    // Another processor was chosen while the signature was on its way.
    if (load !== loads) return
    view = new ProcessorView(api, processor, signature, shared, places)
  })
}

async function explainFailure(action: () => Promise<void>): Promise<void> {
  try {
    await action()
  } catch (error) {
    if (error instanceof StatusError && error.answer.status === 401) askForToken()
    else say(error instanceof Error ? error.message : 'The page could not be filled.')
  }
}

function askForToken(): void {
  say('The processors of this server are shown once it knows your token.')
  byId('token-help').textContent =
    api.token === ''
      ? 'This server lets in only callers with a bearer token.'
      : 'The server does not let this token in. Give it another one.'
  byId('token-panel').setAttribute('open', '')
  tokenInput.focus()
}

function say(text: string): void {
  fill(places.setup, element('p', { class: 'empty', role: 'alert' }, text))
  fill(places.decision)
}

const tokenInput = byId('token') as HTMLInputElement
byId('token-form').addEventListener('submit', (event) => {
  event.preventDefault()
  api.token = tokenInput.value.trim()
  byId('token-panel').removeAttribute('open')
  void start()
})
// Its address would take the place of the one that names the processor.
byId('skip').addEventListener('click', (event) => {
  event.preventDefault()
  places.setup.focus()
})
addEventListener('hashchange', () => void showChosen())
void start()
