import type { MessageText } from '../model/exchange.js'
import { announceChange, button, element, icon } from './element.js'
import { icons } from './icons.js'
import { type Row, removeRow } from './remove-row.js'

/** Messages that can be typed in, added and removed. */
export interface MessageList {
  readonly root: HTMLElement
  read(): MessageText[]
}

interface MessageRow extends Row {
  read(): MessageText
}

/** Roles that are offered; any other may be typed in. */
const roles = ['user', 'system', 'assistant', 'tool', 'developer']

/** Makes the list. */
export function createMessageList(messages: readonly MessageText[]): MessageList {
  const rows: MessageRow[] = []
  const list = element('ol', { class: 'messages' })
  const add = button(
    { class: 'quiet add' },
    () => {
      append({ role: 'user', content: '' }).focus()
      announceChange(list)
    },
    icon(icons.add),
    'Add message',
  )

  const append = ({ role, content }: MessageText) => {
    const roleInput = element('input', {
      type: 'text',
      class: 'role',
      list: 'roles',
      'aria-label': 'Role',
      autocomplete: 'off',
    })
    roleInput.value = role
    const text = element('textarea', { rows: 2, dir: 'auto', 'aria-label': 'Content', spellcheck: 'false' })
    text.value = content
    const remove = button(
      { class: 'quiet remove', 'aria-label': 'Remove message' },
      () => removeRow(row, rows, list, add),
      icon(icons.remove),
    )
    const row: MessageRow = {
      root: element('li', { class: 'message' }, element('div', { class: 'message-head' }, roleInput, remove), text),
      read: () => ({ role: roleInput.value, content: text.value }),
      focus: () => text.focus(),
    }
    rows.push(row)
    list.append(row.root)
    return row
  }

  for (const message of messages) append(message)
  return {
    root: element(
      'div',
      { class: 'message-list' },
      element('datalist', { id: 'roles' }, ...roles.map((role) => element('option', { value: role }))),
      list,
      add,
    ),
    read: () => rows.map((row) => row.read()),
  }
}
