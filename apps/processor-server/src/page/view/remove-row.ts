import { announceChange } from './element.js'

/** A row of a list that grows and shrinks. */
export interface Row {
  readonly root: HTMLElement
  focus(): void
}

/** Takes a row out of its list. The one behind it gets the focus, else the one before it, else `add`, which adds rows. */
export function removeRow(row: Row, rows: Row[], list: HTMLElement, add: HTMLElement): void {
  const index = rows.indexOf(row)
  rows.splice(index, 1)
  row.root.remove()
  const next = rows[index] ?? rows.at(-1) ?? add
  next.focus()
  announceChange(list)
}
