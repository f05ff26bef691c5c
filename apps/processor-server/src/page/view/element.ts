/** What an element may contain. Strings become text, never markup; nothing stands for no child. */
export type Child = Node | string | undefined

/** Attributes of an element. `true` sets one without a value, `false` and `undefined` leave it out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** Makes an element. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  setAttributes(made, attributes)
  made.append(...children.filter((child) => child !== undefined))
  return made
}

/** Makes a button that does not submit the form it stands in. */
export function button(attributes: Attributes, onClick: () => void, ...children: readonly Child[]): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children)
  made.addEventListener('click', onClick)
  return made
}

/** A 16 by 16 drawing of one line; hidden from screen readers, so there must be text besides. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  setAttributes(svg, { viewBox: '0 0 16 16', class: 'icon', 'aria-hidden': 'true' })
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

/** Replaces everything inside an element. */
export function fill(parent: Element, ...children: readonly Child[]): void {
  parent.replaceChildren(...children.filter((child) => child !== undefined))
}

/** The element with an id of the page's own document. @throws Error when there is none */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no element "${id}".`)
  return found
}

let lastId = 0

/** An id that no other element has. */
export function nextId(): string {
  lastId++
  return `e${lastId}`
}

/** Tells the form around an element that a value changed which no control reports by itself. */
export function announceChange(changed: Element): void {
  changed.dispatchEvent(new Event('input', { bubbles: true }))
}

function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    target.setAttribute(name, value === true ? '' : String(value))
  }
}
