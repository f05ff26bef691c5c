import type { Field } from '../model/parameter-field.js'
import { readProblem } from '../model/parameter-problem.js'
import { isPermission } from '../model/permissions.js'
import type { JsonObject } from '../model/signature.js'
import { createEditor } from './editors/create-editor.js'
import { createPropertyEditors } from './editors/group-editor.js'
import { element, fill } from './element.js'

/** The form for the parameters of one processor: its permissions first, then its own. */
export interface ParameterForm {
  readonly root: HTMLElement
  /** What differs from the defaults. */
  read(): JsonObject
  /** Shows problems at their fields, and those that belong to none above the form. @returns how many there are */
  showProblems(texts: readonly string[]): number
  showWarnings(texts: readonly string[]): void
  /** Whether something is typed in that cannot be read, such as broken JSON; shows it. */
  showOwnProblems(): boolean
  /** Puts the keyboard on the first field with a problem. */
  focusProblem(): void
}

/** Makes the form. @param values to begin with, where they differ from the defaults */
export function createParameterForm(fields: readonly Field[], values: JsonObject): ParameterForm {
  const all = createPropertyEditors(fields, values, createEditor)
  const rootOf = (field: Field): HTMLElement | undefined => all.find([field.name])?.root
  const general = element('ul', { class: 'problems', hidden: true })
  const warnings = element('ul', { class: 'warnings', hidden: true })
  const own = fields.filter(({ name }) => !isPermission(name))
  let firstProblem: { focus(): void } | undefined

  const show = (problems: readonly { readonly reason: string; readonly path: readonly string[] }[]): number => {
    all.clearProblems()
    firstProblem = undefined
    const unplaced: string[] = []
    for (const { reason, path } of problems) {
      const editor = findNearest(all.find, path)
      if (editor === undefined) unplaced.push(path.length === 0 ? reason : `${reason}: ${path.join(',')}`)
      else editor.showProblem(reason)
      firstProblem ??= editor
    }
    fillList(general, unplaced)
    return problems.length
  }

  return {
    root: element(
      'div',
      { class: 'parameters' },
      general,
      element(
        'fieldset',
        { class: 'group permissions' },
        element('legend', {}, element('span', { class: 'name' }, 'Permissions')),
        element('div', { class: 'permission-row' }, ...fields.filter(({ name }) => isPermission(name)).map(rootOf)),
        warnings,
      ),
      ...own.map(rootOf),
    ),
    read: () => all.read(),
    showProblems: (texts) => show(texts.map((text) => readProblem(text, (path) => all.find(path) !== undefined))),
    showWarnings: (texts) => fillList(warnings, texts),
    showOwnProblems: () => show(all.findProblems()) > 0,
    focusProblem: () => firstProblem?.focus(),
  }
}

/** A problem may lie deeper than the form goes, inside a field that is edited as JSON. */
function findNearest<T>(find: (path: readonly string[]) => T | undefined, path: readonly string[]): T | undefined {
  for (let length = path.length; length > 0; length--) {
    const found = find(path.slice(0, length))
    if (found !== undefined) return found
  }
  return undefined
}

function fillList(list: HTMLElement, texts: readonly string[]): void {
  fill(list, ...texts.map((text) => element('li', { dir: 'auto' }, text)))
  list.hidden = texts.length === 0
}
