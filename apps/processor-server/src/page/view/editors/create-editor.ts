import type { Field } from '../../model/parameter-field.js'
import { isJsonObject } from '../../model/signature.js'
import type { CreateEditor, Editor } from './editor.js'
import { createGroupEditor } from './group-editor.js'
import { createJsonEditor } from './json-editor.js'
import { createListEditor } from './list-editor.js'
import { createNullableEditor } from './nullable-editor.js'
import { createBooleanEditor, createChoiceEditor, createNumberEditor, createTextEditor } from './simple-editors.js'

/** A list with more items is edited as JSON: a form of thousands of rows helps nobody and stalls the page. */
const MAX_ROWS = 200

/**
 * Makes the editor of a field. A value of another type than the field's, as a link or a default may have it, is shown as
 * JSON, so that it is not lost without a word.
 */
export const createEditor: CreateEditor = (field: Field, value: unknown): Editor => {
  if (field.isNullable) return createNullableEditor(field, value, createEditor)
  switch (field.kind) {
    case 'text':
      if (value === undefined || typeof value === 'string') return createTextEditor(field, value ?? '')
      break
    case 'number':
      if (value === undefined || typeof value === 'number') return createNumberEditor(field, value)
      break
    case 'boolean':
      if (value === undefined || typeof value === 'boolean') return createBooleanEditor(field, value)
      break
    case 'choice':
      return createChoiceEditor(field, value)
    case 'list':
      if (value === undefined || (Array.isArray(value) && value.length <= MAX_ROWS))
        return createListEditor(field, value, createEditor)
      break
    case 'group':
      if (value === undefined || isJsonObject(value)) return createGroupEditor(field, value, createEditor)
      break
    case 'json':
      break
  }
  return createJsonEditor(field, value)
}
