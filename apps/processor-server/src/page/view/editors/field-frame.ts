import { describeField } from '../../model/describe-field.js'
import type { Field } from '../../model/parameter-field.js'
import { type Child, element, nextId } from '../element.js'

/** A control with its label, explanation and problem. */
export interface FieldFrame {
  readonly root: HTMLElement
  showProblem(reason: string | undefined): void
}

/** A control that can be labelled. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * Puts a label, an explanation and room for a problem around a control, tied to it for screen readers.
 *
 * An item of a list has no label of its own to show: it is named by its place.
 */
export function frameControl(field: Field, control: Control): FieldFrame {
  const id = nextId()
  control.id = id
  control.required = false
  const help = explain(field, `${id}-help`)
  const problem = element('p', { class: 'problem', id: `${id}-problem`, hidden: true })
  control.setAttribute('aria-describedby', [...(help === undefined ? [] : [help.id]), problem.id].join(' '))
  if (field.isRequired && field.name !== '') control.setAttribute('aria-required', 'true')
  const isItem = field.name === ''
  if (isItem) control.setAttribute('aria-label', field.label)
  const isInline = control instanceof HTMLInputElement && control.type === 'checkbox'
  const label = isItem ? undefined : labelField(field, id)
  return {
    root: element(
      'div',
      { class: isInline ? 'field field-inline' : 'field' },
      ...(isInline ? [element('div', { class: 'inline-row' }, control, label)] : [label, control]),
      isItem ? undefined : help,
      problem,
    ),
    showProblem(reason) {
      problem.textContent = reason ?? ''
      problem.hidden = reason === undefined
      if (reason === undefined) control.removeAttribute('aria-invalid')
      else control.setAttribute('aria-invalid', 'true')
    },
  }
}

/** Name of a field, its key where that reads differently, and whether it must be filled in. */
export function labelField(field: Field, id: string): HTMLLabelElement {
  return element('label', { for: id }, ...nameField(field))
}

/** What {@link labelField} is made of, for a legend. Blanks keep the words apart for those who hear them. */
export function nameField({ label, name, isRequired }: Field): Child[] {
  return [
    element('span', { class: 'name', dir: 'auto' }, label),
    ...(label === name || name === '' ? [] : [' ', element('code', { class: 'key' }, name)]),
    ...(isRequired ? [' ', element('span', { class: 'required' }, 'required')] : []),
  ]
}

/** Description and bounds of a field; nothing when there is nothing to say. */
export function explain(field: Field, id: string): HTMLElement | undefined {
  const facts = describeField(field)
  if (field.description === undefined && facts === '') return undefined
  return element(
    'p',
    { class: 'help', id },
    field.description === undefined ? undefined : element('span', { dir: 'auto' }, field.description),
    field.description === undefined || facts === '' ? undefined : ' ',
    facts === '' ? undefined : element('span', { class: 'facts' }, facts),
  )
}
