import type { Field, FieldOf } from '../../model/parameter-field.js'
import { isDefault } from '../../model/parameter-values.js'
import { isJsonObject, type JsonObject } from '../../model/signature.js'
import { announceChange, element, nextId } from '../element.js'
import type { CreateEditor, Editor } from './editor.js'
import { explain, nameField } from './field-frame.js'

/** The editors of an object's properties, without a frame. */
export interface PropertyEditors {
  readonly roots: readonly HTMLElement[]
  /** What differs from the defaults. */
  read(): JsonObject
  findProblems: Editor['findProblems']
  find(path: readonly string[]): Editor | undefined
  /** Takes away every problem that is shown. */
  clearProblems(): void
}

/** Makes the editors of some fields. */
export function createPropertyEditors(
  fields: readonly Field[],
  values: JsonObject,
  createEditor: CreateEditor,
): PropertyEditors {
  const editors = new Map(
    fields.map((field) => {
      const value = Object.hasOwn(values, field.name) ? values[field.name] : field.default
      return [field.name, { field, editor: createEditor(field, value) }]
    }),
  )
  return {
    roots: [...editors.values()].map(({ editor }) => editor.root),
    read: () =>
      Object.fromEntries(
        [...editors].flatMap(([name, { field, editor }]) => {
          const value = editor.read()
          return value === undefined || isDefault(field, value) ? [] : [[name, value]]
        }),
      ),
    findProblems: () =>
      [...editors].flatMap(([name, { editor }]) =>
        editor.findProblems().map(({ reason, path }) => ({ reason, path: [name, ...path] })),
      ),
    find: ([name, ...rest]) => (name === undefined ? undefined : editors.get(name)?.editor.find(rest)),
    clearProblems: () => {
      for (const { editor } of editors.values()) editor.showProblem(undefined)
    },
  }
}

/** Fields from which on a group is folded, until one of them is set or wrong; `pii` has some 270 in one. */
const FOLDED_FROM = 20

/** A nested object. One that may be left out is behind a box to tick. */
export function createGroupEditor(field: FieldOf<'group'>, value: unknown, createEditor: CreateEditor): Editor {
  const isOptional = !field.isRequired && field.default === undefined
  const properties = createPropertyEditors(field.fields, isJsonObject(value) ? value : {}, createEditor)
  const problem = element('p', { class: 'problem', hidden: true, tabindex: -1 })
  const body = element('div', { class: 'group-body' }, ...properties.roots)
  const fold = field.fields.length < FOLDED_FROM ? undefined : createFold(field, value, body)
  const inside = fold ?? body
  const box = isOptional ? createBox(field, value !== undefined, inside) : undefined
  const editor: Editor = {
    root: element(
      'fieldset',
      { class: field.name === '' ? 'group item' : 'group' },
      element('legend', {}, ...(box === undefined ? nameField(field) : [box.label])),
      explain(field, nextId()),
      problem,
      inside,
    ),
    read: () => (box?.input.checked === false ? undefined : properties.read()),
    findProblems: () => (box?.input.checked === false ? [] : properties.findProblems()),
    find(path) {
      if (path.length === 0) return editor
      // Who asks for a field in here has something to show at it.
      if (fold !== undefined) fold.open = true
      return properties.find(path)
    },
    showProblem(reason) {
      problem.textContent = reason ?? ''
      problem.hidden = reason === undefined
      if (reason === undefined) properties.clearProblems()
    },
    focus: () => problem.focus(),
  }
  return editor
}

function createFold({ fields }: FieldOf<'group'>, value: unknown, body: HTMLElement): HTMLDetailsElement {
  const isSet = isJsonObject(value) && Object.keys(value).length > 0
  return element('details', { class: 'fold', open: isSet }, element('summary', {}, `${fields.length} settings`), body)
}

function createBox(field: Field, isSet: boolean, body: HTMLElement) {
  const input = element('input', { type: 'checkbox' })
  input.checked = isSet
  body.hidden = !isSet
  input.addEventListener('change', () => {
    body.hidden = !input.checked
    announceChange(body)
  })
  return { input, label: element('label', { class: 'inline-row' }, input, ...nameField(field)) }
}
