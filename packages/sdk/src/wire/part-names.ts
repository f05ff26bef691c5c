/** Names of the parts of an execute request and of its reply. They are case sensitive. */
export const partNames = {
  metadata: 'metadata',
  inputMessages: 'input.messages',
  responseChoices: 'response.choices',
  inputParameters: 'input.parameters',
  responseParameters: 'response.parameters',
  reject: 'reject',
} as const

/** A name of {@link partNames}. */
export type PartName = (typeof partNames)[keyof typeof partNames]

/** Media types of the protocol, without parameters. */
export const mediaTypes = {
  multipart: 'multipart/form-data',
  json: 'application/json',
} as const
