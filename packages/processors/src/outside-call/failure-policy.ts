import { type Permissions, ProcessorError, pass, reject } from '@gatehouse/sdk'
import { z } from 'zod'
import type { OutsideCallError } from './outside-call-error.js'

/** What becomes of an exchange that the service gave no answer on. */
export type FailurePolicy = 'fail' | 'reject' | 'tag'

/** Parameter for the failure policy. There is no way to pass unseen. */
export const failurePolicyParameters = {
  when_unavailable: z
    .enum(['fail', 'reject', 'tag'])
    .default('fail')
    .describe(
      'What to do without an answer: fail the call, so that the gateway follows its own failure policy; reject; or tag ' +
        'the exchange as "unavailable" and let it go on.',
    ),
}

/** @throws ProcessorError when the policy needs a permission that is off: its reject would be dropped, and the exchange go on. */
export function checkFailurePolicy(parameters: { readonly when_unavailable: FailurePolicy } & Permissions): void {
  if (parameters.when_unavailable !== 'reject' || parameters.reject) return
  throw new ProcessorError({
    code: 'PARAMETERS_INVALID',
    detail: '"when_unavailable" is "reject", which needs the permission "reject".',
  })
}

/** What an exchange comes to that nobody has judged. @throws ProcessorError 503 or 504 under the policy `fail`. */
export function concludeUnjudged(
  name: string,
  { kind, message }: OutsideCallError,
  parameters: { readonly when_unavailable: FailurePolicy } & Permissions,
) {
  const isTimeout = kind === 'timeout'
  const detail = `Processor "${name}" has no answer to go by (${kind}).`
  const processorResult = { judged: false, unavailable: kind }
  const tags = parameters.annotate ? { [name]: ['unavailable'] } : {}
  switch (parameters.when_unavailable) {
    case 'fail':
      throw new ProcessorError({
        code: 'OUTSIDE_CALL_FAILED',
        status: isTimeout ? 504 : 503,
        detail,
        messages: [message],
      })
    case 'reject':
      return reject({ code: isTimeout ? 'AIGW_TIMEOUT' : 'AIGW_RESOURCE_AVAILABILITY', detail, tags, processorResult })
    case 'tag':
      return pass({ tags, processorResult })
  }
}
