import type { z } from 'zod'
import { roles } from '../content/index.js'
import { writeExactJson } from '../json/index.js'
import type { MembersOf, ParameterSchema, Permissions, Stage } from '../processor/index.js'
import { type PartTexts, partNames } from '../wire/index.js'

/** What a caller may send as parameters; what is left out, or `undefined`, is not sent. */
export type TestParameters<P extends ParameterSchema> = {
  readonly [Name in keyof Sendable<P>]?: Sendable<P>[Name] | undefined
}

type Sendable<P extends ParameterSchema> = MembersOf<z.input<P>> & Permissions

/**
 * One exchange for a processor to judge: at the response stage when it has `choices` or a `response`, else at the input
 * stage. Nothing is checked here, so that a test can send what the protocol refuses.
 */
export interface TestExchange<P extends ParameterSchema = ParameterSchema> {
  /** Messages of the prompt. A string is a message of the user. */
  readonly messages?: readonly (string | object)[] | undefined
  /** The whole prompt document, in place of `messages`. */
  readonly prompt?: object | undefined
  /** Choices of the response. A string is a finished answer of the assistant. */
  readonly choices?: readonly (string | object)[] | undefined
  /** The whole response document, in place of `choices`. */
  readonly response?: object | undefined
  /** Default: no parameters part, so the processor's defaults count. */
  readonly parameters?: TestParameters<P> | undefined
  /** Request metadata. Default `{}`. */
  readonly metadata?: object | undefined
}

/** The stage that an exchange is at. */
export function stageOfExchange({ choices, response }: TestExchange): Stage {
  return choices === undefined && response === undefined ? 'input' : 'response'
}

/** The parts that a caller would send for an exchange. */
export function partsOfExchange(exchange: TestExchange): PartTexts {
  const { messages, choices, parameters, metadata = {} } = exchange
  const prompt = exchange.prompt ?? (messages && { messages: messages.map(toMessage) })
  const response = exchange.response ?? (choices && { choices: choices.map(toChoice) })
  const parametersName =
    stageOfExchange(exchange) === 'input' ? partNames.inputParameters : partNames.responseParameters
  return {
    [partNames.metadata]: writeExactJson(metadata),
    [partNames.inputMessages]: prompt && writeExactJson(prompt),
    [partNames.responseChoices]: response && writeExactJson(response),
    [parametersName]: parameters && writeExactJson(parameters),
  }
}

function toMessage(message: string | object): object {
  return typeof message === 'string' ? { role: roles.user, content: message } : message
}

function toChoice(choice: string | object, index: number): object {
  if (typeof choice !== 'string') return choice
  return { index, message: { role: roles.assistant, content: choice }, finish_reason: 'stop' }
}
