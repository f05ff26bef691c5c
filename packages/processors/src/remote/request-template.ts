import type { Stage } from '@gatehouse/sdk'

/** What stands in for a placeholder. */
export interface TemplateValues {
  readonly text?: string
  readonly texts?: readonly string[]
  readonly stage: Stage
  readonly role?: string
}

const placeholders = ['{{text}}', '{{texts}}', '{{stage}}', '{{role}}'] as const

/** Fills a JSON document: a string that is a placeholder, as a whole, becomes its value. So no text can break out of its place. */
export function fillTemplate(template: unknown, values: TemplateValues): unknown {
  if (typeof template === 'string') {
    const name = placeholderName(template)
    return name === undefined ? template : values[name]
  }
  if (Array.isArray(template)) return template.map((inner) => fillTemplate(inner, values))
  if (typeof template !== 'object' || template === null) return template
  return Object.fromEntries(Object.entries(template).map(([key, inner]) => [key, fillTemplate(inner, values)]))
}

/** Whether a template takes one text or a list of them; `undefined` when it is neither or both. */
export function templateKind(template: unknown): 'text' | 'texts' | undefined {
  const used = new Set(findPlaceholders(template))
  if (used.has('text') === used.has('texts') || (used.has('texts') && used.has('role'))) return undefined
  return used.has('text') ? 'text' : 'texts'
}

function* findPlaceholders(template: unknown): Generator<keyof TemplateValues> {
  if (typeof template === 'string') {
    const name = placeholderName(template)
    if (name !== undefined) yield name
  } else if (typeof template === 'object' && template !== null) {
    for (const inner of Object.values(template)) yield* findPlaceholders(inner)
  }
}

function placeholderName(text: string): keyof TemplateValues | undefined {
  return placeholders.some((placeholder) => placeholder === text)
    ? (text.slice(2, -2) as keyof TemplateValues)
    : undefined
}
