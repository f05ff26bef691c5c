import type { Permissions, Processor, Stage } from '../../processor/index.js'
import { takesInput, takesResponse } from '../../processor/index.js'
import { stageOfExchange, type TestExchange } from '../exchange.js'
import { type RunDecision, type RunOptions, runProcessor } from '../run-processor.js'
import type { LawOptions } from './law-options.js'
import { Random } from './random.js'

/** All permissions, and those that let a processor change what it would otherwise reject. */
export const permissionSets = {
  all: { annotate: true, modify: true, reject: true },
  noReject: { annotate: true, modify: true, reject: false },
  none: { annotate: false, modify: false, reject: false },
} as const satisfies Record<string, Permissions>

/** All eight sets of permissions. */
export const allPermissions: readonly Permissions[] = [false, true].flatMap((annotate) =>
  [false, true].flatMap((modify) => [false, true].map((reject) => ({ annotate, modify, reject }))),
)

/** A processor with what is known about it. */
export class Subject {
  readonly seed: number
  readonly parameters: object
  /** The stages whose requests can pass. */
  readonly stages: readonly Stage[]
  /** The samples as exchanges. */
  readonly exchanges: readonly TestExchange[]
  /** The texts in the samples. */
  readonly texts: readonly string[]

  constructor(
    readonly processor: Processor,
    readonly options: LawOptions,
  ) {
    if (options.samples.length === 0) throw new TypeError('The laws need at least one sample; none came.')
    this.seed = options.seed ?? Math.floor(Math.random() * 2 ** 32)
    this.parameters = options.parameters ?? {}
    this.stages = [
      ...(takesInput(processor.signature) ? (['input'] as const) : []),
      ...(takesResponse(processor.signature) ? (['response'] as const) : []),
    ]
    this.exchanges = options.samples.flatMap((sample) => (typeof sample === 'string' ? this.ofText(sample) : [sample]))
    this.texts = options.samples.flatMap((sample) => (typeof sample === 'string' ? [sample] : textsOf(sample)))
  }

  /** Random numbers of a law's own, so that laws do not depend on their order. */
  random(): Random {
    return new Random(this.seed)
  }

  /** One exchange for each stage, with `text` as the only one. */
  ofText(text: string): TestExchange[] {
    return this.stages.map((stage) => this.at(stage, [text]))
  }

  /** An exchange of a stage whose messages or choices are `contents`. */
  at(stage: Stage, contents: readonly (string | object)[]): TestExchange {
    if (stage === 'input') return { messages: contents }
    const isPromptRequired = this.processor.signature.required.includes('input.messages')
    return { choices: contents, ...(isPromptRequired ? { messages: ['Go on.'] } : {}) }
  }

  run(exchange: TestExchange, permissions: Permissions, options: RunOptions = {}): Promise<RunDecision> {
    return this.runAs(this.processor, exchange, permissions, options)
  }

  /** Runs a processor that is this one in disguise. */
  runAs(processor: Processor, exchange: TestExchange, permissions: Permissions, options: RunOptions = {}) {
    const parameters = { ...this.parameters, ...exchange.parameters, ...permissions }
    return runProcessor(processor, { ...exchange, ...options, parameters })
  }
}

/** All texts in the messages and choices of an exchange. */
export function textsOf(exchange: TestExchange): string[] {
  const { prompt, response } = exchange as { prompt?: TestExchange; response?: TestExchange }
  const items =
    stageOfExchange(exchange) === 'input'
      ? (exchange.messages ?? prompt?.messages ?? [])
      : (exchange.choices ?? response?.choices ?? [])
  return items.map(textOf).filter((text) => text !== '')
}

function textOf(item: string | { readonly content?: unknown; readonly message?: object }): string {
  if (typeof item === 'string') return item
  if (typeof item.content === 'string') return item.content
  return item.message === undefined ? '' : textOf(item.message)
}
