import { setMaxListeners } from 'node:events'
import { type Permissions, ProcessorError } from '@gatehouse/sdk'
import type { Span } from '@opentelemetry/api'
import type { ExchangePiece } from './exchange-pieces.js'
import { concludeUnjudged, type FailurePolicy } from './failure-policy.js'
import { OutsideCallError } from './outside-call-error.js'

/** Begins to judge each piece, and those that `keyOf` says are alike once. */
export function askOnce<Answer>(
  pieces: readonly ExchangePiece[],
  keyOf: (piece: ExchangePiece) => string,
  ask: (piece: ExchangePiece) => Promise<Answer>,
): Promise<Answer>[] {
  const begun = new Map<string, Promise<Answer>>()
  return pieces.map((piece) => {
    const key = keyOf(piece)
    const asking = begun.get(key) ?? ask(piece)
    begun.set(key, asking)
    return asking
  })
}

/** The exchange that is judged, and on whose behalf. */
export interface ExchangeContext {
  /** Name of the processor. */
  readonly name: string
  readonly parameters: { readonly when_unavailable: FailurePolicy } & Permissions
  readonly signal: AbortSignal
  readonly span: Span
}

/** What the answers on an exchange come to. */
export interface Conclusion<R> {
  /** Whether answers that are missing would change nothing. */
  readonly isDecided: boolean
  readonly result: R
}

/** How an exchange is judged. */
export interface ExchangeJudge<Answer, R> {
  /** Finds what is to be judged. */
  readonly find: () => readonly ExchangePiece[]
  /** Begins to judge the pieces: one promise for each, in their order. */
  readonly ask: (pieces: readonly ExchangePiece[]) => readonly Promise<Answer>[]
  /** Judges by the answers, `undefined` where there is none. */
  readonly conclude: (pieces: readonly ExchangePiece[], answers: readonly (Answer | undefined)[]) => Conclusion<R>
}

/**
 * Has a service judge the pieces of an exchange. Without an answer on one of them the failure policy decides, unless the
 * answers on the others have decided already.
 *
 * @param judge `undefined` when the operator has configured no service.
 * @throws ProcessorError `NOT_CONFIGURED`, or of the failure policy; the reason of the signal when that fires.
 */
export async function judgeExchange<Answer, R>(
  { name, parameters, signal, span }: ExchangeContext,
  judge: ExchangeJudge<Answer, R> | undefined,
) {
  if (judge === undefined) {
    const detail = `Processor "${name}" has no service or model in its configuration.`
    throw new ProcessorError({ code: 'NOT_CONFIGURED', status: 503, detail })
  }
  const prefix = name.replaceAll('-', '_')
  try {
    // An exchange may have many texts, and each call listens; Node takes more than ten listeners for a leak.
    setMaxListeners(0, signal)
    const pieces = judge.find()
    span.setAttribute(`${prefix}.texts`, pieces.length)
    const outcomes = await Promise.allSettled(judge.ask(pieces))
    signal.throwIfAborted()
    const failed = outcomes.find((outcome) => outcome.status === 'rejected')
    const answers = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : undefined))
    const { isDecided, result } = judge.conclude(pieces, answers)
    if (failed !== undefined && !isDecided) throw failed.reason
    return result
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof OutsideCallError)) throw error
    span.setAttribute(`${prefix}.unavailable`, error.kind)
    return concludeUnjudged(name, error, parameters)
  }
}
