import type { Field } from '../../model/parameter-field.js'
import type { ParameterProblem } from '../../model/parameter-problem.js'

/** The control, or group of controls, of one field of a form. */
export interface Editor {
  readonly root: HTMLElement
  /** The value to send; `undefined` leaves it out. Meaningless while there are problems. */
  read(): unknown
  /** What only the page can see to be wrong, such as text that is no JSON; paths start at this editor. */
  findProblems(): ParameterProblem[]
  /** The editor at a path below this one: itself for the empty path, `undefined` when there is none. */
  find(path: readonly string[]): Editor | undefined
  /** Shows what is wrong with the value, or takes that away. */
  showProblem(reason: string | undefined): void
  focus(): void
}

/** Makes the editor of a field, with a value to begin with; `undefined` for none. Handed to editors that hold others. */
export type CreateEditor = (field: Field, value: unknown) => Editor
