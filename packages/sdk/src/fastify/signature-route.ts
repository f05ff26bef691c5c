import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import { logFault, toFault } from '../execution/index.js'
import type { Processor } from '../processor/index.js'
import { decodeText } from '../wire/index.js'
import { tooLarge } from './read-body.js'

const JSON_TYPE = 'application/json; charset=utf-8'

/** The handler of `GET /signature/NAMESPACE/NAME`: cheap and without side effects, since operators use it as a health check. */
export function createSignatureHandler({ signatureDocument }: Processor) {
  const body = JSON.stringify(signatureDocument)
  return (_request: FastifyRequest, reply: FastifyReply): FastifyReply => reply.code(200).type(JSON_TYPE).send(body)
}

/**
 * The handler of `POST /signature/NAMESPACE/NAME`: checks a parameters document, whatever its `Content-Type` says, and
 * answers 200 or 400 with all problems; 413 when it is longer than `maxBytes`. `validation.warnings` names unknown keys, and
 * actions that lack their permission.
 */
export function createParameterCheckHandler(processor: Processor, maxBytes: number) {
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    if (bytes.length > maxBytes) throw tooLarge(maxBytes)
    const { valid, problems, warnings } = checkParameters(processor, bytes, request.log)
    const document = {
      ...processor.signatureDocument,
      validation: { valid, errors: problems, ...(warnings.length > 0 ? { warnings } : {}) },
    }
    return reply
      .code(valid ? 200 : 400)
      .type(JSON_TYPE)
      .send(JSON.stringify(document))
  }
}

interface Check {
  readonly valid: boolean
  readonly problems: readonly string[]
  readonly warnings: readonly string[]
}

function checkParameters(processor: Processor, bytes: Buffer, log: FastifyBaseLogger): Check {
  try {
    const text = decodeText({ name: 'body', charset: undefined, bytes }, undefined)
    const outcome = processor.readParameters(text)
    return { valid: outcome.valid, problems: outcome.valid ? [] : outcome.problems, warnings: outcome.warnings }
  } catch (error) {
    const fault = toFault(processor, error)
    if (fault.status >= 500) {
      logFault(log, processor, fault)
      throw fault
    }
    return { valid: false, problems: fault.messages.length > 0 ? fault.messages : [fault.detail], warnings: [] }
  }
}
