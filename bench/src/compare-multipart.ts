import { ProcessorError } from '@gatehouse/sdk'
import { defaultMultipartLimits, type Part, parseMultipart } from '@gatehouse/sdk/wire'
import { type BusboyPart, readByBusboy } from './busboy-reader.js'
import { codeOf, type ModelPart, readByModel, stricterThanBusboy } from './multipart-model.js'

/**
 * Parses a body with the codec, the model and busboy.
 *
 * @returns what the body came out as: `parts` or the fault of the model. @throws Error when two of them disagree in a way
 * that the model does not give a reason for.
 */
export async function compareMultipart(body: Buffer, boundary: string): Promise<string> {
  const model = readByModel(body, boundary, defaultMultipartLimits)
  const ours = readByCodec(body, boundary)

  if (typeof model === 'string') {
    if (ours !== codeOf(model)) throw new Error(`The codec gives ${describe(ours)}, the model "${model}".`)
    const theirs = await readByBusboy(body, boundary)
    if (theirs !== undefined && !stricterThanBusboy.has(model)) {
      throw new Error(`busboy gives ${theirs.length} parts, the codec refuses without a reason of its own: "${model}".`)
    }
    return model
  }

  if (typeof ours === 'string' || !isSame(ours, model.parts)) {
    throw new Error(`The codec gives ${describe(ours)}, the model ${model.parts.length} parts.`)
  }
  if (body.length === 0) return 'no body'
  // After the closing boundary busboy still reads what came in the same chunk; nothing of it is a part.
  const theirs = await readByBusboy(body.subarray(0, model.end), boundary)
  if (theirs === undefined) throw new Error(`busboy refuses, the codec gives ${ours.length} parts.`)
  if (!alignsWithBusboy(model.parts, theirs)) {
    throw new Error(`busboy has other parts: ${theirs.length}, the codec ${ours.length}.`)
  }
  return 'parts'
}

function readByCodec(body: Buffer, boundary: string): Part[] | string {
  try {
    return parseMultipart(body, { boundary })
  } catch (error) {
    if (ProcessorError.isProcessorError(error)) return error.code
    throw error
  }
}

function isSame(ours: Part[], model: readonly ModelPart[]): boolean {
  return (
    ours.length === model.length &&
    ours.every((part, index) => {
      const { name, charset, content } = model[index] ?? {}
      return part.name === name && part.charset === charset && part.bytes.toString('latin1') === content
    })
  )
}

function describe(outcome: Part[] | string): string {
  return typeof outcome === 'string' ? outcome : `${outcome.length} parts`
}

/** Whether busboy's parts are the model's, in order, but for those that it skips. */
function alignsWithBusboy(model: readonly ModelPart[], theirs: readonly BusboyPart[]): boolean {
  const [part, ...others] = model
  if (part === undefined) return theirs.length === 0
  const skips = skippedByBusboy(part.disposition)
  if (skips !== 'never' && alignsWithBusboy(others, theirs)) return true
  const [theirPart, ...theirOthers] = theirs
  return (
    skips !== 'always' &&
    theirPart?.name === part.encodedName &&
    matchesContent(theirPart.content, part) &&
    alignsWithBusboy(others, theirOthers)
  )
}

/** busboy decodes a part that names its charset; of those only UTF-8 is compared. */
function matchesContent(theirs: string, { content, charset }: ModelPart): boolean {
  if (theirs === content) return true
  if (charset === undefined) return false
  return charset.toLowerCase() !== 'utf-8' || theirs === Buffer.from(content, 'latin1').toString('utf8')
}

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]"
const DISPOSITION = new RegExp(
  `^form-data(?:[ \\t]*;[ \\t]*${TOKEN}+=(?:"(?:[^"\\\\]|\\\\.)*"|${TOKEN}+))*[ \\t]*$`,
  'i',
)

/**
 * Whether busboy leaves out a part with this disposition: always when its type is not `form-data` (the protocol does not
 * look at it) or its parameters are not as RFC 9110 has them (an unquoted value may be wider here); perhaps when one is an
 * extended one (RFC 8187), which only busboy decodes.
 */
function skippedByBusboy(disposition: string): 'always' | 'never' | 'perhaps' {
  if (/^form-data[ \t;]/i.test(disposition) && /\*=/.test(disposition)) return 'perhaps'
  return DISPOSITION.test(disposition) ? 'never' : 'always'
}
