import type { MessageText } from '../model/exchange.js'
import { announceChange, button, element, icon } from './element.js'
import { icons } from './icons.js'

/** Messages that can be typed in, added and removed. */
export interface MessageList {
  readonly root: HTMLElement
  read(): MessageText[]
}

/** Roles that are offered; any other may be typed in. */
const roles = ['user', 'system', 'assistant', 'tool', 'developer']

/** Makes the list. */
export function createMessageList(messages: readonly MessageText[]): MessageList {
  const rows: { readonly root: HTMLElement; readonly read: () => MessageText; readonly focus: () => void }[] = []
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
      () => {
        const index = rows.indexOf(row)
        rows.splice(index, 1)
        row.root.remove()
        const next = rows[Math.min(index, rows.length - 1)]
        if (next === undefined) add.focus()
        else next.focus()
        announceChange(list)
      },
      icon(icons.remove),
    )
    const row = {
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
