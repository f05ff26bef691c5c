import type { FieldOf } from '../../model/parameter-field.js'
import { isSameJson } from '../../model/parameter-values.js'
import { element } from '../element.js'
import { createControlEditor } from './control-editor.js'
import type { Editor } from './editor.js'

/** Texts that may be longer get room for several lines. */
const MAX_LINE_LENGTH = 256

/** A text: one line when its bounds or its pattern say so, else as many as it takes. An empty optional one is left out. */
export function createTextEditor(field: FieldOf<'text'>, value: string): Editor {
  const control = createTextControl(field, value)
  const stands = field.isRequired || field.default !== undefined
  return createControlEditor(field, control, {
    read: () => (control.value === '' && !stands ? undefined : control.value),
  })
}

function createTextControl(field: FieldOf<'text'>, value: string): HTMLInputElement | HTMLTextAreaElement {
  const common = { spellcheck: 'false', autocomplete: 'off', placeholder: placeholderOf(field) }
  if (field.isSecret) {
    const input = element('input', { ...common, type: 'password' })
    input.value = value
    return input
  }
  // What has to fit a pattern is a word or a code, hardly ever several lines.
  const isShort = field.pattern !== undefined || (field.maxLength ?? Number.POSITIVE_INFINITY) <= MAX_LINE_LENGTH
  const isLine = isShort && !value.includes('\n')
  if (!isLine) {
    const area = element('textarea', { ...common, rows: 1, dir: 'auto' })
    area.value = value
    return area
  }
  const input = element('input', { ...common, type: 'text', dir: 'auto' })
  input.value = value
  return input
}

/** A number; nothing when empty. */
export function createNumberEditor(field: FieldOf<'number'>, value: number | undefined): Editor {
  const { minimum, maximum } = field.bounds
  const control = element('input', {
    type: 'number',
    step: field.isInteger ? 1 : 'any',
    min: minimum,
    max: maximum,
    placeholder: placeholderOf(field),
    inputmode: field.isInteger ? 'numeric' : 'decimal',
  })
  control.value = value === undefined ? '' : String(value)
  return createControlEditor(field, control, {
    read: () => (control.value === '' ? undefined : Number(control.value)),
    findFault: () => (control.validity.badInput ? 'This is no number.' : undefined),
  })
}

/** A box to tick; where leaving out means something else than `false`, a choice of three. */
export function createBooleanEditor(field: FieldOf<'boolean'>, value: boolean | undefined): Editor {
  if (field.default === undefined && !field.isRequired) {
    return createChoiceEditor({ ...field, kind: 'choice', options: [true, false] }, value)
  }
  const control = element('input', { type: 'checkbox' })
  control.checked = value ?? false
  return createControlEditor(field, control, { read: () => control.checked })
}

/** One of some values, or none where it may be left out. */
export function createChoiceEditor(field: FieldOf<'choice'>, value: unknown): Editor {
  const chosen = field.options.findIndex((option) => isSameJson(option, value))
  const needsEmpty = chosen < 0 || (field.default === undefined && !field.isRequired)
  const control = element(
    'select',
    {},
    needsEmpty ? element('option', { value: '' }, field.isRequired ? 'Choose …' : 'Not set') : undefined,
    ...field.options.map((option, index) =>
      element('option', { value: index }, typeof option === 'string' && option !== '' ? option : nameOption(option)),
    ),
  )
  control.value = chosen < 0 ? '' : String(chosen)
  return createControlEditor(field, control, {
    read: () => (control.value === '' ? undefined : field.options[Number(control.value)]),
  })
}

function nameOption(option: unknown): string {
  if (option === true) return 'Yes (true)'
  if (option === false) return 'No (false)'
  return JSON.stringify(option)
}

function placeholderOf({ examples, isSecret }: FieldOf<'text'> | FieldOf<'number'>): string | undefined {
  const [example] = examples
  if (isSecret || (typeof example !== 'string' && typeof example !== 'number')) return undefined
  return `for example ${example}`
}
