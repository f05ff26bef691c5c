import type { FieldOf } from '../../model/parameter-field.js'
import { firstValueOf } from '../../model/parameter-values.js'
import { announceChange, button, element, icon, nextId } from '../element.js'
import { icons } from '../icons.js'
import { type Row, removeRow } from '../remove-row.js'
import type { CreateEditor, Editor } from './editor.js'
import { explain, nameField } from './field-frame.js'

interface EditorRow extends Row {
  readonly editor: Editor
}

/** A list: a row for each item, to be added and removed. Rows are numbered by the style sheet. */
export function createListEditor(
  field: FieldOf<'list'>,
  value: readonly unknown[] | undefined,
  createEditor: CreateEditor,
): Editor {
  const rows: EditorRow[] = []
  const list = element('ol', { class: 'rows' })
  const problem = element('p', { class: 'problem', hidden: true })

  const append = (item: unknown): EditorRow => {
    const editor = createEditor({ ...field.item, label: `Item of ${field.label}` }, item)
    const remove = button(
      { class: 'quiet remove', 'aria-label': `Remove from ${field.label}` },
      () => removeRow(row, rows, list, add),
      icon(icons.remove),
    )
    const row: EditorRow = {
      root: element('li', { class: 'row' }, editor.root, remove),
      editor,
      focus: () => editor.focus(),
    }
    rows.push(row)
    list.append(row.root)
    return row
  }

  const add = button(
    { class: 'quiet add' },
    () => {
      append(firstValueOf(field.item)).focus()
      announceChange(list)
    },
    icon(icons.add),
    'Add',
    element('span', { class: 'visually-hidden' }, ` to ${field.label}`),
  )
  for (const item of value ?? []) append(item)

  const editor: Editor = {
    root: element(
      'fieldset',
      { class: 'group list' },
      element('legend', {}, ...nameField(field)),
      explain(field, nextId()),
      list,
      problem,
      add,
    ),
    read: () => {
      if (rows.length === 0 && !field.isRequired && field.default === undefined) return undefined
      return rows.map((row) => row.editor.read() ?? null)
    },
    findProblems: () =>
      rows.flatMap((row, index) =>
        row.editor.findProblems().map(({ reason, path }) => ({ reason, path: [String(index), ...path] })),
      ),
    find: ([index, ...rest]) => (index === undefined ? editor : rows[Number(index)]?.editor.find(rest)),
    showProblem(reason) {
      problem.textContent = reason ?? ''
      problem.hidden = reason === undefined
      if (reason === undefined) for (const row of rows) row.editor.showProblem(undefined)
    },
    focus: () => add.focus(),
  }
  return editor
}
