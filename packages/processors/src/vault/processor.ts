import { defineProcessor, pass, type ResponseOutput, type ResponseResult, signatures } from '@gatehouse/sdk'
import { z } from 'zod'
import type { KeptValues } from './restore.js'
import { restoreResponse } from './restore-response.js'
import { currentVault } from './vault.js'

/** Parameters of {@link vault}. */
const parameters = z.strictObject({
  modify: z
    .boolean()
    .default(true)
    .refine((isPermitted) => isPermitted, 'expected true: putting values back changes the response')
    .describe('Must be true, since putting values back changes the response.'),
})

/**
 * Puts back what detectors with the redaction style `vault` took out of the prompt of the same exchange: in the content of every
 * choice, and in the arguments of tool calls. A placeholder without a kept value stays.
 *
 * Put it last among the response stages, so that processors before it judge the response without the values.
 */
export const vault = defineProcessor({
  namespace: 'gatehouse',
  name: 'vault',
  version: '1.0.0',
  description: 'Puts values back into the response that the redaction style "vault" took out of the prompt.',
  signature: signatures.responseOnly,
  actions: ['modify'],
  parameters,

  processResponse({ response, metadata }) {
    const values = currentVault().read(metadata)
    return values instanceof Promise ? values.then((later) => putBack(response, later)) : putBack(response, values)
  },
})

function putBack(response: ResponseOutput, values: KeptValues): ResponseResult {
  const { choices, restored, unknown } = restoreResponse(response, values)
  if (restored === 0 && unknown === 0) return pass()
  const processorResult = { restored, unknown }
  return restored === 0 ? pass({ processorResult }) : pass({ processorResult, response: { ...response, choices } })
}
