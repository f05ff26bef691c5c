import { defineProcessor, ProcessorError, pass, reject, signatures } from '@gatehouse/sdk'
import { z } from 'zod'
import { type Answer, askService } from './ask-service.js'

// #region parameters
const parameters = z.strictObject({
  timeout_ms: z.int().min(1).max(10_000).default(500).describe('Most milliseconds to wait for the service.'),
  when_unavailable: z
    .enum(['fail', 'reject', 'tag'])
    .default('fail')
    .describe('What to do without an answer: fail the call, reject the exchange, or tag it and let it go on.'),
})
// #endregion parameters

/**
 * Has a moderation service judge what the user wrote.
 *
 * @param url of the service. It belongs to the server, not to the parameters: a caller must not choose where prompts go.
 */
export function createModeration(url: string) {
  return defineProcessor({
    namespace: 'acme',
    name: 'moderation',
    version: '1.0.0',
    description: 'Has an outside moderation service judge the prompt.',
    signature: signatures.inputOnly,
    actions: ['annotate', 'reject'],
    parameters,

    // #region prepare
    prepare({ when_unavailable, reject }) {
      if (when_unavailable !== 'reject' || reject) return
      throw new ProcessorError({
        code: 'PARAMETERS_INVALID',
        detail: '"when_unavailable" is "reject", which needs the permission "reject".',
      })
    },
    // #endregion prepare

    // #region handler
    async processInput({ prompt, parameters, signal, logger }) {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(parameters.timeout_ms)])
      let answer: Answer
      try {
        answer = await askService(url, prompt.concatenate(['user']), limit)
      } catch (error) {
        // The caller is gone, or the server's own time limit has passed: nobody waits for a result.
        signal.throwIfAborted()
        logger.warn({ reason: (error as Error).name }, 'The moderation service gave no answer.')
        return concludeWithoutAnswer(parameters.when_unavailable, limit.aborted)
      }
      if (!answer.flagged) return pass()
      const tags = { moderation: ['flagged', ...answer.categories] }
      if (!parameters.reject) return pass({ tags })
      return reject({ code: 'AIGW_POLICY_VIOLATION', detail: 'The moderation service flagged the prompt.', tags })
    },
    // #endregion handler
  })
}

// #region policy
function concludeWithoutAnswer(policy: z.output<typeof parameters>['when_unavailable'], isTimeout: boolean) {
  const detail = isTimeout ? 'The moderation service took too long.' : 'The moderation service is not available.'
  switch (policy) {
    case 'fail':
      // The gateway sees a failed call and follows its own failure policy.
      throw new ProcessorError({ code: 'MODERATION_UNAVAILABLE', status: isTimeout ? 504 : 503, detail })
    case 'reject':
      return reject({ code: isTimeout ? 'AIGW_TIMEOUT' : 'AIGW_RESOURCE_AVAILABILITY', detail })
    case 'tag':
      return pass({ tags: { moderation: ['unavailable'] } })
  }
}
// #endregion policy
