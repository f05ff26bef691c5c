/** A JSON object whose members are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a value is a JSON object: no array, not null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A processor as the server lists it. */
export interface ListedProcessor {
  readonly id: string
  readonly namespace: string
  readonly name: string
  readonly version: string
  readonly description: string | undefined
}

/** Where an exchange is judged: before the model, or after it. */
export type Stage = 'input' | 'response'

/** Whether a part must come, may come, or is not taken. */
export type Need = 'required' | 'optional' | 'none'

/** What the signature endpoint says of a processor. */
export interface Signature {
  readonly prompt: Need
  readonly response: Need
  /** JSON Schema of the parameters. */
  readonly parameters: JsonObject
}

/**
 * Reads the list of processors. Entries without a name are left out.
 *
 * @throws TypeError when it is no such list.
 */
export function readProcessorList(document: unknown): ListedProcessor[] {
  if (!isJsonObject(document) || !Array.isArray(document.processors)) {
    throw new TypeError('The list of processors has another form than expected: no array "processors".')
  }
  return document.processors.filter(isJsonObject).flatMap((entry) => {
    const { namespace, name, latest_version: version, description } = entry
    if (typeof namespace !== 'string' || typeof name !== 'string') return []
    return [
      {
        id: `${namespace}:${name}`,
        namespace,
        name,
        version: typeof version === 'string' ? version : '',
        description: typeof description === 'string' ? description : undefined,
      },
    ]
  })
}

/**
 * Reads a signature document.
 *
 * @throws TypeError when it is no such document.
 */
export function readSignature(document: unknown): Signature {
  if (!isJsonObject(document) || !Array.isArray(document.fields) || !isJsonObject(document.parameters)) {
    throw new TypeError('The signature has another form than expected: no "fields" or no "parameters".')
  }
  const fields = document.fields.filter(isJsonObject)
  const needOf = (type: string): Need => {
    const field = fields.find((candidate) => candidate.type === type)
    if (field === undefined) return 'none'
    return field.required === true ? 'required' : 'optional'
  }
  return {
    prompt: needOf('input.messages'),
    response: needOf('response.choices'),
    parameters: document.parameters,
  }
}

/** The stages in which a processor with this signature can run. */
export function stagesOf({ prompt, response }: Signature): Stage[] {
  const stages: Stage[] = []
  if (prompt !== 'none' && response !== 'required') stages.push('input')
  if (response !== 'none') stages.push('response')
  return stages
}
