import { ProcessorError } from '../errors.js'
import type { Processor } from './processor.js'

/**
 * What somebody who serves a processor should know before the first request, as its default parameters have it: that a
 * request without parameters is refused, or that the processor can do what it has no permission for. No error, since a
 * request can bring parameters of its own.
 *
 * @returns one line that starts with the id of the processor; undefined when there is nothing to say.
 * @since 0.1.0
 */
export function startupWarning(processor: Processor): string | undefined {
  const problems = problemsOf(processor)
  return problems.length === 0 ? undefined : `${processor.id}: ${problems.join('; ')}`
}

function problemsOf(processor: Processor): readonly string[] {
  try {
    const outcome = processor.readParameters()
    return outcome.valid ? outcome.warnings : refused(outcome.problems)
  } catch (error) {
    // From `prepare`: what it throws on purpose names the parameters, the text of anything else may hold anything.
    return ProcessorError.isProcessorError(error)
      ? refused([error.detail, ...error.messages])
      : ['a request without parameters fails']
  }
}

function refused(problems: readonly string[]): readonly string[] {
  return [`a request without parameters is refused: ${problems.join('; ')}`]
}
