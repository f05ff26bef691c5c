import { type Decision, type Fault, readDecision, readFault, silentPass } from '../model/decision.js'
import { type Exchange, type RequestPart, writeRequestParts } from '../model/exchange.js'
import { explainKeptBack, type Permission } from '../model/permissions.js'
import type { ListedProcessor } from '../model/signature.js'
import type { Answer, Api } from './api.js'

/** What a run came to. */
export type Outcome =
  | { readonly kind: 'decision'; readonly decision: Decision; readonly answer: Answer }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly answer: Answer }
  /** There is no answer, or none that can be read. */
  | { readonly kind: 'failure'; readonly reason: string; readonly answer: Answer | undefined }

/** A permission that is off, and what it keeps back. */
export interface KeptBack {
  readonly permission: Permission
  readonly what: string
}

/** Sends an exchange and reads the decision. Throws only when it is aborted. */
export async function runExchange(
  api: Api,
  processor: ListedProcessor,
  parts: readonly RequestPart[],
  signal: AbortSignal,
): Promise<Outcome> {
  let answer: Answer | undefined
  try {
    answer = await api.execute(processor, parts, signal)
    if (answer.status === 204) return { kind: 'decision', decision: silentPass, answer }
    if (answer.status !== 200) return { kind: 'fault', fault: readFault(answer.status, answer.text), answer }
    return { kind: 'decision', decision: readDecision(answer.parts), answer }
  } catch (error) {
    signal.throwIfAborted()
    const reason = error instanceof Error ? error.message : 'unknown'
    return {
      kind: 'failure',
      reason: answer === undefined ? `No answer came from the server: ${reason}.` : reason,
      answer,
    }
  }
}

/**
 * Finds out what missing permissions keep back, by running the exchange once more with each of them. An answer alone does
 * not tell: what a permission does not allow is dropped without a trace.
 */
export async function findKeptBack(
  api: Api,
  processor: ListedProcessor,
  exchange: Exchange,
  missing: readonly Permission[],
  decision: Decision,
  signal: AbortSignal,
): Promise<KeptBack[]> {
  const trials = missing.map(async (permission): Promise<KeptBack[]> => {
    const permitted = { ...exchange, parameters: { ...exchange.parameters, [permission]: true } }
    const outcome = await runExchange(api, processor, writeRequestParts(permitted), signal)
    if (outcome.kind !== 'decision') return []
    const what = explainKeptBack(permission, decision, outcome.decision)
    return what === undefined ? [] : [{ permission, what }]
  })
  return (await Promise.all(trials)).flat()
}
