import { type Choice, defineProcessor, pass, reject, signatures } from '@gatehouse/sdk'
import { z } from 'zod'
import { type Review, reviewMessage } from './review-message.js'

const parameters = z.strictObject({
  allow: z.array(z.string().min(1)).default([]).describe('Names of the tools that may be called.'),
  pin: z
    .record(z.string(), z.record(z.string(), z.json()))
    .default({})
    .describe('Tool name to arguments that every call of it gets.'),
})

// #region processor
/**
 * Refuses tool calls that are not on the allow list, and pins arguments of the others, before the client runs them.
 *
 * Names and arguments of tools are written by the model, so tags, findings and details hold counts only.
 */
export const toolPolicy = defineProcessor({
  namespace: 'acme',
  name: 'tool-policy',
  version: '1.0.0',
  description: 'Refuses tool calls that are not allowed, and pins arguments of the others.',
  signature: signatures.responseOnly,
  actions: ['annotate', 'modify', 'reject'],
  parameters,

  processResponse({ response, parameters }) {
    const reviews = response.choices.map(({ message }) => reviewMessage(message, parameters))
    const refused = reviews.reduce((sum, review) => sum + review.refused, 0)
    const pinned = reviews.reduce((sum, review) => sum + review.pinned, 0)
    if (refused + pinned === 0) return pass()

    const findings = {
      tags: { 'tool-call': [...(refused > 0 ? ['refused'] : []), ...(pinned > 0 ? ['pinned'] : [])] },
      processorResult: { refused, pinned },
    }
    if (refused > 0 && parameters.reject) {
      return reject({ code: 'AIGW_POLICY_VIOLATION', detail: `${refused} tool call(s) are not allowed.`, ...findings })
    }
    const choices = response.choices.map((choice, index) => applyReview(choice, reviews[index]))
    return pass({ ...findings, response: { ...response, choices } })
  },
})
// #endregion processor

/** A choice that lost all its calls says so, and no longer announces them. */
function applyReview(choice: Choice, review: Review | undefined): Choice {
  if (review === undefined || review.message === choice.message) return choice
  const { message } = review
  if (message.tool_calls !== undefined) return { ...choice, message }
  const content = message.content === '' ? 'A tool call was refused.' : message.content
  return { ...choice, message: { ...message, content }, finish_reason: 'stop' }
}
