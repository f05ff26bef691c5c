import type { Field } from '../../model/parameter-field.js'
import { element } from '../element.js'
import { createControlEditor } from './control-editor.js'
import type { Editor } from './editor.js'

/** Whatever there is no better editor for: JSON, typed in. Nothing when empty. */
export function createJsonEditor(field: Field, value: unknown): Editor {
  const control = element('textarea', { class: 'code', rows: 2, spellcheck: 'false', autocomplete: 'off' })
  control.value = value === undefined ? '' : JSON.stringify(value, undefined, 2)
  return createControlEditor({ ...field, kind: 'json' }, control, {
    read: () => (isBlank(control.value) ? undefined : parse(control.value).value),
    findFault: () => (isBlank(control.value) ? undefined : parse(control.value).fault),
  })
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}

function parse(text: string): { readonly value?: unknown; readonly fault?: string } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { fault: `This is no JSON: ${error instanceof Error ? error.message : 'it cannot be read'}` }
  }
}
