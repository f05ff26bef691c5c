import type { Field } from '../../model/parameter-field.js'
import type { Editor } from './editor.js'
import { type Control, type FieldFrame, frameControl } from './field-frame.js'

/** How the value of one control is read. */
export interface ControlReading {
  read(): unknown
  /** Why what stands in the control is no value, if so. */
  findFault?(): string | undefined
}

/** An editor that is one control. */
export function createControlEditor(field: Field, control: Control, { read, findFault }: ControlReading): Editor {
  const frame: FieldFrame = frameControl(field, control)
  const editor: Editor = {
    root: frame.root,
    read,
    findProblems() {
      const reason = findFault?.()
      return reason === undefined ? [] : [{ reason, path: [] }]
    },
    find: (path) => (path.length === 0 ? editor : undefined),
    showProblem: frame.showProblem,
    focus: () => control.focus(),
  }
  return editor
}
