import { button } from './element.js'

/** How long the button says that it copied, in milliseconds. */
const CONFIRMATION_MS = 2_000

/** A button that copies a text, and says so. Where the browser forbids it, the text is selected instead. */
export function createCopyButton(source: HTMLElement): HTMLButtonElement {
  const copy = button(
    { class: 'quiet copy', 'aria-live': 'polite' },
    () => {
      const text = source.textContent ?? ''
      // There is no clipboard on a page that came over plain HTTP from another machine.
      const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
      copied.then(
        () => say('Copied'),
        () => {
          getSelection()?.selectAllChildren(source)
          say('Selected: copy it with the keyboard')
        },
      )
    },
    'Copy',
  )
  const say = (text: string) => {
    copy.textContent = text
    setTimeout(() => {
      copy.textContent = 'Copy'
    }, CONFIRMATION_MS)
  }
  return copy
}
