import type { Field } from '../../model/parameter-field.js'
import { announceChange, element } from '../element.js'
import type { CreateEditor, Editor } from './editor.js'

/** A value or `null`, which is not the same as nothing. */
export function createNullableEditor(field: Field, value: unknown, createEditor: CreateEditor): Editor {
  const inner = createEditor({ ...field, isNullable: false }, value === null ? undefined : value)
  const input = element('input', { type: 'checkbox' })
  input.checked = value === null
  const apply = () => {
    inner.root.inert = input.checked
    inner.root.classList.toggle('off', input.checked)
  }
  input.addEventListener('change', () => {
    apply()
    announceChange(input)
  })
  apply()
  const editor: Editor = {
    root: element(
      'div',
      { class: 'nullable' },
      inner.root,
      element(
        'label',
        { class: 'inline-row null' },
        input,
        element('span', {}, 'No value (', element('code', {}, 'null'), ')'),
        element('span', { class: 'visually-hidden' }, ` for ${field.label}`),
      ),
    ),
    read: () => (input.checked ? null : inner.read()),
    findProblems: () => (input.checked ? [] : inner.findProblems()),
    find: (path) => (path.length === 0 ? editor : inner.find(path)),
    showProblem: (reason) => inner.showProblem(reason),
    focus: () => (input.checked ? input.focus() : inner.focus()),
  }
  return editor
}
