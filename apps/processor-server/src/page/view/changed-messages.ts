import type { MessageChange } from '../model/diff-messages.js'
import type { Change } from '../model/diff-text.js'
import { button, element } from './element.js'

/** So many changed and unchanged pieces of a message are shown at first: each is an element, and many stall the page. */
const MAX_PIECES = 2_000

/** Text that did not change is shortened beyond this many UTF-16 code units. */
const MAX_SAME_LENGTH = 400
/** So much of it is left at either end. */
const MARGIN = 120

const kinds: Readonly<Record<MessageChange['kind'], string>> = {
  same: 'unchanged',
  changed: 'changed',
  added: 'added',
  removed: 'removed',
}

/** Shows messages with what was taken out struck through and what was put in underlined, each also said in words. */
export function showChangedMessages(messages: readonly MessageChange[]): HTMLElement {
  return element(
    'ol',
    { class: 'changed' },
    ...messages.map(({ kind, role, changes }) =>
      element(
        'li',
        { class: `changed-message ${kind}` },
        element(
          'p',
          { class: 'changed-head' },
          element('bdi', { class: 'role' }, role === '' ? 'no role' : role),
          element('span', { class: 'kind' }, kinds[kind]),
        ),
        element('div', { class: 'text', dir: 'auto' }, ...showChanges(changes)),
      ),
    ),
  )
}

function showChanges(changes: readonly Change[]): Node[] {
  const show = (from: number, to: number) =>
    changes.slice(from, to).flatMap((change, index) => showChange(change, from + index, changes))
  const rest = changes.length - MAX_PIECES
  if (rest <= 0) return show(0, changes.length)
  const more = button(
    { class: 'more' },
    () => more.replaceWith(...show(MAX_PIECES, changes.length)),
    `… ${rest.toLocaleString('en')} more pieces …`,
  )
  return [...show(0, MAX_PIECES), more]
}

function showChange({ kind, text }: Change, index: number, changes: readonly Change[]): Node[] {
  if (kind === 'same') return showSame(text, index > 0, index < changes.length - 1)
  const [name, word] = kind === 'added' ? (['ins', 'added'] as const) : (['del', 'removed'] as const)
  return [
    element(
      name,
      {},
      element('span', { class: 'visually-hidden' }, `[${word}: `),
      text,
      element('span', { class: 'visually-hidden' }, ']'),
    ),
  ]
}

function showSame(text: string, hasBefore: boolean, hasAfter: boolean): Node[] {
  if (text.length <= MAX_SAME_LENGTH) return [document.createTextNode(text)]
  const start = hasBefore || !hasAfter ? safeCut(text, MARGIN) : 0
  const end = hasAfter || !hasBefore ? safeCut(text, text.length - MARGIN) : text.length
  const hidden = text.slice(start, end)
  const more = button(
    { class: 'more' },
    () => more.replaceWith(hidden),
    `… ${hidden.length.toLocaleString('en')} unchanged characters …`,
  )
  return [document.createTextNode(text.slice(0, start)), more, document.createTextNode(text.slice(end))]
}

/** A place near `index` that does not split a surrogate pair. */
function safeCut(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit < 0xe000 ? index + 1 : index
}
