import type { ParameterSchema, Processor, Signature } from '../../processor/index.js'
import { declaresActions, explainsRejects, findsInJson, judgesSamples, takesEveryPermission } from './acting-laws.js'
import { tellsNoContent } from './content-law.js'
import { endsWhenAborted, keepsUnknownKeys, takesEveryDocument, takesHostileText } from './document-laws.js'
import { growsLinearly } from './growth-laws.js'
import type { Law } from './law.js'
import type { LawOptions } from './law-options.js'
import { changesOnlyOnce, decidesTheSameTwice, leavesInputAlone } from './steadiness-laws.js'
import { Subject } from './subject.js'

/**
 * What holds for any good processor, as laws to be checked one by one:
 *
 * ```ts
 * const laws = processorLaws(cardNumber, { samples: ['pay 4111 1111 1111 1111'], idempotent: true })
 * test.each(laws)('$name', ({ check }) => check(), 60_000)
 * ```
 *
 * A law samples; it cannot prove that a processor is good, only that it is not.
 *
 * @throws TypeError without samples.
 * @since 0.1.0
 */
export function processorLaws<P extends ParameterSchema>(
  processor: Processor<Signature, P>,
  options: LawOptions<P>,
): readonly Law[] {
  const subject = new Subject(processor as unknown as Processor, options as unknown as LawOptions)
  const { deterministic = true, idempotent = false, linear = true, changesInPlace = false } = options
  const hasActions = processor.actions.length > 0
  return [
    judgesSamples(subject),
    takesEveryPermission(subject),
    ...(hasActions ? [declaresActions(subject)] : []),
    explainsRejects(subject),
    findsInJson(subject),
    tellsNoContent(subject),
    ...(changesInPlace ? [] : [leavesInputAlone(subject)]),
    keepsUnknownKeys(subject),
    ...(deterministic ? [decidesTheSameTwice(subject)] : []),
    ...(idempotent ? [changesOnlyOnce(subject)] : []),
    takesEveryDocument(subject),
    takesHostileText(subject),
    endsWhenAborted(subject),
    ...(linear ? growsLinearly(subject) : []),
  ]
}
