import type { FieldOf } from '../../model/parameter-field.js'
import { firstValueOf } from '../../model/parameter-values.js'
import { announceChange, button, element, icon, nextId } from '../element.js'
import { icons } from '../icons.js'
import type { CreateEditor, Editor } from './editor.js'
import { explain, nameField } from './field-frame.js'

interface Row {
  readonly root: HTMLElement
  readonly editor: Editor
}

/** A list: a row for each item, to be added and removed. Rows are numbered by the style sheet. */
export function createListEditor(
  field: FieldOf<'list'>,
  value: readonly unknown[] | undefined,
  createEditor: CreateEditor,
): Editor {
  const rows: Row[] = []
  const list = element('ol', { class: 'rows' })
  const problem = element('p', { class: 'problem', hidden: true })

  const append = (item: unknown): Row => {
    const editor = createEditor({ ...field.item, label: `Item of ${field.label}` }, item)
    const remove = button(
      { class: 'quiet remove', 'aria-label': `Remove from ${field.label}` },
      () => {
        const index = rows.indexOf(row)
        rows.splice(index, 1)
        row.root.remove()
        const next = rows[Math.min(index, rows.length - 1)]
        if (next === undefined) add.focus()
        else next.editor.focus()
        announceChange(list)
      },
      icon(icons.remove),
    )
    const row: Row = { root: element('li', { class: 'row' }, editor.root, remove), editor }
    rows.push(row)
    list.append(row.root)
    return row
  }

  const add = button(
    { class: 'quiet add' },
    () => {
      append(firstValueOf(field.item)).editor.focus()
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
