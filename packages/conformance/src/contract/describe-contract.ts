import { caseGroups } from '../cases/index.js'
import type { ConformanceCase } from '../language/conformance-case.js'
import { describeExpectation } from '../language/expectation.js'
import { levelOf } from '../language/level-of.js'
import { sections } from '../language/section.js'
import {
  fixtureNamespace,
  fixtureVersion,
  requiredModes,
  requiredParameters,
  requiredProcessors,
} from './fixture-contract.js'

/** The fixture contract as Markdown: which processors a server under test must offer, and what they do. */
export function describeContract(): string {
  return `${[
    `Namespace \`${fixtureNamespace}\`, version \`${fixtureVersion}\`, default root path. The processors are registered in this order, one directly after the other; a server may offer others besides.`,
    table(
      ['name', 'signature', 'note'],
      requiredProcessors.map(({ name, signature, note }) => [`\`${name}\``, signature, note]),
    ),
    'Each takes these parameters beside `annotate`, `modify` and `reject`, whose defaults stay `true`, `false` and `false`:',
    table(
      ['parameter', 'type', 'default', 'meaning'],
      requiredParameters.map(({ name, type, fallback, meaning }) => [`\`${name}\``, type, fallback, meaning]),
    ),
    'The handlers do the same in both directions. "Its document" is the prompt at input and the response at response; "its first message" is the first message of the prompt, or the message of the first choice.',
    table(
      ['mode', 'the handler'],
      requiredModes.map(({ mode, does }) => [`\`${mode}\``, does]),
    ),
  ].join('\n\n')}\n`
}

/** All cases as Markdown: what the sections are, then id, title, section and level, in the order in which they run. */
export function describeCases(): string {
  const groups = caseGroups.map(({ name, cases }) => {
    const rows = cases.map((subject) => [String(subject.id), subject.title, subject.section, levelOf(subject)])
    return `### ${name}\n\n${table(['id', 'case', 'section', 'level'], rows)}`
  })
  return `${[table(['section', 'is about'], sections), ...groups].join('\n\n')}\n`
}

/** One case in full: every probe with what is expected, for a reader. */
export function describeCase(subject: ConformanceCase): string {
  const lines = [`${subject.id}. ${subject.title} (section ${subject.section}, ${levelOf(subject)})`]
  if ('behave' in subject) lines.push(...subject.steps.map((step, index) => `   ${index + 1}. ${step}`))
  else {
    for (const { name, must, should } of subject.probes) {
      lines.push(`   - ${name}`)
      if (must !== undefined) lines.push(`     MUST ${describeExpectation(must)}`)
      if (should !== undefined) lines.push(`     SHOULD ${describeExpectation(should)}`)
    }
  }
  if (subject.unseen !== undefined) lines.push(`   Unseen: ${subject.unseen}`)
  return `${lines.join('\n')}\n`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
