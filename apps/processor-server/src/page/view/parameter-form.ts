import type { Field } from '../model/parameter-field.js'
import { type ParameterProblem, readProblem } from '../model/parameter-problem.js'
import { isPermission, permissions } from '../model/permissions.js'
import type { JsonObject } from '../model/signature.js'
import { createEditor } from './editors/create-editor.js'
import type { Editor } from './editors/editor.js'
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
  const rootOf = (name: string): HTMLElement | undefined => all.find([name])?.root
  const general = element('ul', { class: 'problems', hidden: true })
  const warnings = element('ul', { class: 'warnings', hidden: true })
  const own = fields.map(({ name }) => name).filter((name) => !isPermission(name))
  let firstProblem: Editor | undefined

  const show = (problems: readonly ParameterProblem[]): number => {
    all.clearProblems()
    const unplaced: string[] = []
    const placed = new Map<Editor, string[]>()
    for (const { reason, path } of problems) {
      const { editor, rest } = findNearest(all.find, path)
      const text = rest.length === 0 ? reason : `${rest.join(' › ')}: ${reason}`
      if (editor === undefined) unplaced.push(text)
      else placed.set(editor, [...(placed.get(editor) ?? []), text])
    }
    for (const [editor, texts] of placed) editor.showProblem(texts.join('; '))
    fillList(general, unplaced)
    firstProblem = placed.keys().next().value
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
        element('div', { class: 'permission-row' }, ...permissions.map(rootOf)),
        warnings,
      ),
      ...own.map(rootOf),
    ),
    read: () => all.read(),
    showProblems: (texts) => show(texts.map((text) => readProblem(text, (name) => all.find([name]) !== undefined))),
    showWarnings: (texts) => fillList(warnings, texts),
    showOwnProblems: () => show(all.findProblems()) > 0,
    focusProblem: () => firstProblem?.focus(),
  }
}

/** A problem may lie deeper than the form goes, inside a field that is edited as JSON. */
function findNearest(
  find: (path: readonly string[]) => Editor | undefined,
  path: readonly string[],
): { readonly editor: Editor | undefined; readonly rest: readonly string[] } {
  for (let length = path.length; length > 0; length--) {
    const editor = find(path.slice(0, length))
    if (editor !== undefined) return { editor, rest: path.slice(length) }
  }
  return { editor: undefined, rest: path }
}

function fillList(list: HTMLElement, texts: readonly string[]): void {
  fill(list, ...texts.map((text) => element('li', { dir: 'auto' }, text)))
  list.hidden = texts.length === 0
}
