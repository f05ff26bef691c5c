import type { ParameterSchema } from '../../processor/index.js'
import type { TestExchange, TestParameters } from '../exchange.js'

/** What {@link processorLaws} needs to know about a processor. */
export interface LawOptions<P extends ParameterSchema = ParameterSchema> {
  /**
   * Exchanges that are typical for the processor; it should have something to say about at least one of them. A string is
   * tried as a message of the user, as an answer of the assistant, or as both, as the signature has it.
   */
  readonly samples: readonly (string | TestExchange<P>)[]
  /** Parameters for every sample that has none. Permissions in them do not count: the laws try all of them. */
  readonly parameters?: TestParameters<P> | undefined
  /** Pieces of the samples that must not come out, besides words with digits or `@`, which are found without being named. */
  readonly secrets?: readonly string[] | undefined
  /** Whether it decides the same on the same exchange. Default true. */
  readonly deterministic?: boolean | undefined
  /** Whether it leaves alone what it has changed: masking twice is masking once. Default false. */
  readonly idempotent?: boolean | undefined
  /** Whether its time grows at most linearly with the length of the text. Default true. */
  readonly linear?: boolean | undefined
  /** Longest text to measure, in UTF-16 code units. Default 1,048,576. */
  readonly maxLength?: number | undefined
  /** Whether it changes the document it is given, as the protocol allows, instead of a copy. Default false. */
  readonly changesInPlace?: boolean | undefined
  /** Whether it looks at its permissions, so that nothing it does is ever dropped. Default false. */
  readonly withinPermissions?: boolean | undefined
  /** Makes the same texts again; a broken law names the one it had. Default: another one each time. */
  readonly seed?: number | undefined
}
