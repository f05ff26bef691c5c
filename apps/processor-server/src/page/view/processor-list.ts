import { writeFragment } from '../model/share-link.js'
import type { ListedProcessor } from '../model/signature.js'
import { element } from './element.js'

/** With more processors than this, there is a field to search them by. */
const MAX_UNSEARCHED = 8

/** The list of processors to choose from. */
export interface ProcessorList {
  readonly root: HTMLElement
  /** Marks one as the chosen one. */
  choose(id: string): void
}

/** Makes the list; each entry is a link, so that the way back leads to the one before. */
export function createProcessorList(processors: readonly ListedProcessor[]): ProcessorList {
  const links = processors.map((processor) => ({ processor, link: createLink(processor) }))
  const list = element('ul', { class: 'processors' }, ...links.map(({ link }) => element('li', {}, link)))
  const search = element('input', { type: 'search', placeholder: 'Search', 'aria-label': 'Search processors' })
  search.addEventListener('input', () => {
    const wanted = search.value.trim().toLowerCase()
    for (const { processor, link } of links) {
      const isWanted = `${processor.id} ${processor.description ?? ''}`.toLowerCase().includes(wanted)
      if (link.parentElement) link.parentElement.hidden = !isWanted
    }
  })
  return {
    root: element('div', {}, processors.length > MAX_UNSEARCHED ? search : undefined, list),
    choose(id) {
      for (const { processor, link } of links) {
        if (processor.id === id) link.setAttribute('aria-current', 'true')
        else link.removeAttribute('aria-current')
      }
    },
  }
}

function createLink({ id, namespace, name, version }: ListedProcessor): HTMLAnchorElement {
  return element(
    'a',
    { href: writeFragment({ processor: id }) },
    element('bdi', { class: 'processor-name' }, name),
    element('span', { class: 'processor-origin' }, element('bdi', {}, namespace), ' ', element('bdi', {}, version)),
  )
}
