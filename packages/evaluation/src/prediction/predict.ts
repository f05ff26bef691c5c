import {
  type Parameters,
  type Processor,
  ProcessorError,
  RequestInput,
  ResponseOutput,
  type Stage,
} from '@gatehouse/sdk'
import { INVALID_SPAN_CONTEXT, trace } from '@opentelemetry/api'
import { type Prediction, readOutput } from './read-output.js'

/** A text to judge, and the role of the message that it stands in. */
export interface JudgedText {
  readonly text: string
  readonly role: string | undefined
}

/** A prediction, and how long it took. */
export interface TimedPrediction extends Prediction {
  /** Time in the handler, in milliseconds. */
  readonly milliseconds: number
}

/** Judges one text with one processor and one set of parameters. */
export type Predict = (text: JudgedText) => Promise<TimedPrediction>

/** How a processor is run on labelled texts. */
export interface PredictOptions {
  /** Values for parameters that are not left to their defaults. */
  readonly parameters?: Readonly<Record<string, unknown>> | undefined
  /** Where it is run. Default: the input stage if it has that, else the response stage. */
  readonly stage?: Stage | undefined
  /** Where the score stands in `processor_result`, steps joined by dots. */
  readonly scorePath?: string | undefined
}

/**
 * Prepares a processor for many texts. Each text is the only message of a prompt, or of a response, and is handed to the handler
 * without the wire in between, so that the time measured is the processor's own.
 *
 * @throws ProcessorError when the parameters are not valid. TypeError when the processor has no handler for the stage, or a
 * parameter is not known.
 */
export function preparePredict(processor: Processor, { parameters = {}, stage, scorePath }: PredictOptions): Predict {
  const common = { ...readParameters(processor, parameters), ...bystanders() }
  const { processInput, processResponse } = processor.handlers
  const chosen = stage ?? (processInput === undefined ? 'response' : 'input')
  const judge = {
    input:
      processInput &&
      (({ text, role = 'user' }: JudgedText) =>
        processInput({ ...common, prompt: new RequestInput([{ role, content: text }]) })),
    response:
      processResponse &&
      (({ text, role = 'assistant' }: JudgedText) =>
        processResponse({
          ...common,
          prompt: new RequestInput([]),
          response: new ResponseOutput([{ message: { role, content: text } }]),
        })),
  }[chosen]
  if (judge === undefined) throw new TypeError(`Processor "${processor.id}" has no ${chosen} stage.`)
  return async (text) => {
    const startedAt = performance.now()
    const output = await judge(text)
    const milliseconds = performance.now() - startedAt
    return { ...readOutput(output, scorePath), milliseconds }
  }
}

function readParameters(processor: Processor, parameters: Readonly<Record<string, unknown>>) {
  const outcome = processor.readParameters(JSON.stringify(parameters), 'operator')
  const unknown = outcome.warnings.filter((warning) => warning.startsWith('unknown key'))
  const problems = [...(outcome.valid ? [] : outcome.problems), ...unknown]
  if (!outcome.valid || problems.length > 0) {
    throw new ProcessorError({
      code: 'PARAMETERS_INVALID',
      detail: `The parameters of processor "${processor.id}" are not valid: ${problems.join('; ')}`,
    })
  }
  return { parameters: outcome.parameters as Parameters, prepared: outcome.prepared }
}

/** What a handler gets besides content and parameters: nothing that keeps or stops anything. */
function bystanders() {
  return {
    metadata: {},
    signal: new AbortController().signal,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    span: trace.wrapSpanContext(INVALID_SPAN_CONTEXT),
  }
}
