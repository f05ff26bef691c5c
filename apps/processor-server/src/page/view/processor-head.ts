import { type Example, examplesOf } from '../model/examples.js'
import { type ListedProcessor, type Need, type Signature, stagesOf } from '../model/signature.js'
import { button, element } from './element.js'

/** The head of a processor: who it is, what it takes, and its examples. */
export function createProcessorHead(
  processor: ListedProcessor,
  signature: Signature,
  onChoose: (example: Example) => void,
): HTMLElement {
  const { namespace, name, version, description } = processor
  const { parameters, prompt, response } = signature
  const text = description ?? (typeof parameters.description === 'string' ? parameters.description : undefined)
  return element(
    'header',
    { class: 'processor-head' },
    element(
      'h2',
      {},
      element('span', { class: 'namespace' }, element('bdi', {}, namespace), ':'),
      element('bdi', {}, name),
      ' ',
      element('span', { class: 'version' }, element('bdi', {}, version)),
    ),
    text === undefined ? undefined : element('p', { dir: 'auto' }, text),
    element('dl', { class: 'signature' }, showNeed('Prompt', prompt), showNeed('Response', response)),
    showExamples(examplesOf(processor, parameters, stagesOf(signature)), onChoose),
  )
}

function showNeed(part: string, need: Need): HTMLElement {
  return element('div', {}, element('dt', {}, part), element('dd', {}, need === 'none' ? 'not taken' : need))
}

function showExamples(examples: readonly Example[], onChoose: (example: Example) => void): HTMLElement | undefined {
  if (examples.length === 0) return undefined
  return element(
    'div',
    { class: 'examples', role: 'group', 'aria-label': 'Examples' },
    element('span', { class: 'name' }, 'Try'),
    ...examples.map((example) => button({ class: 'example' }, () => onChoose(example), example.title)),
  )
}
