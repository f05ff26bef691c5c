import { type JsonSchemaProperty, type Processor, supportsStage } from '../processor/index.js'
import type { ListedProcessor } from './listed-processor.js'

/** The list of processors with their parameters, for people and for documentation pages. */
export function processorsToMarkdown(listed: readonly ListedProcessor[]): string {
  const sections = listed.map(({ processor }) => describeProcessor(processor))
  return `${['# Processors', tableOfContents(listed), ...sections].filter((text) => text !== '').join('\n\n')}\n`
}

function tableOfContents(listed: readonly ListedProcessor[]): string {
  const byNamespace = new Map<string, Processor[]>()
  for (const { processor } of listed) {
    byNamespace.set(processor.namespace, [...(byNamespace.get(processor.namespace) ?? []), processor])
  }
  return [...byNamespace]
    .map(([namespace, processors]) =>
      [`- ${namespace}`, ...processors.map(({ name, id }) => `  - [${name}](#${anchorOf(id)})`)].join('\n'),
    )
    .join('\n')
}

function describeProcessor(processor: Processor): string {
  const { id, appDetails, signature, signatureDocument } = processor
  const { description, properties, required = [] } = signatureDocument.parameters
  const about = [appDetails?.description, processor.description].filter((text) => typeof text === 'string')
  const rows = Object.entries(properties).map(([name, property]) => describeParameter(name, property, required))
  return [
    `## ${id}`,
    ...about.map((text) => escapeMarkdown(String(text))),
    '### Configuration',
    table(
      ['Stage', 'Supported'],
      [
        ['Input', supportsStage(signature, 'input') ? 'Yes' : 'No'],
        ['Response', supportsStage(signature, 'response') ? 'Yes' : 'No'],
      ],
    ),
    '### Parameters',
    ...(description === undefined ? [] : [escapeMarkdown(description)]),
    table(['Parameter', 'Description', 'Type', 'Required', 'Default', 'Examples'], rows),
  ].join('\n\n')
}

function describeParameter(name: string, property: JsonSchemaProperty, required: readonly string[]): string[] {
  return [
    code(name),
    escapeMarkdown(property.description ?? ''),
    escapeMarkdown(typeOf(property)),
    required.includes(name) ? 'Yes' : 'No',
    property.default === undefined ? '' : code(JSON.stringify(property.default)),
    (property.examples ?? []).map((example) => code(JSON.stringify(example))).join(', '),
  ]
}

function typeOf(schema: JsonSchemaProperty): string {
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' or ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const alternatives = schema.anyOf ?? schema.oneOf
  if (Array.isArray(alternatives)) return alternatives.map(typeOf).join(' or ')
  if (schema.type === 'array') return `array of ${schema.items === undefined ? 'any' : typeOf(schema.items)}`
  if (schema.type === 'object' && schema.properties !== undefined) {
    return `object of ${Object.keys(schema.properties).join(', ')}`
  }
  return typeof schema.type === 'string' ? schema.type : (schema.type?.join(' or ') ?? 'any')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** The anchor that common renderers give a heading: lower case, blanks to hyphens, other marks dropped. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-')
}

/** Text in a code span, which a table cell may hold. */
function code(text: string): string {
  return `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|]/g, '\\$&').replaceAll(/\s*\n\s*/g, ' ')
}
