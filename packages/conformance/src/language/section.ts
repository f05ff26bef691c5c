/** What the protocol has rules about. Cases name the number; rules of one section belong together. */
export const sections = [
  ['1', 'routes and methods'],
  ['2.2', 'the list of processors'],
  ['2.3', 'the signature of a processor'],
  ['2.4', 'the check of parameters'],
  ['2.5', 'which content each signature takes'],
  ['3', 'content type and transfer of an execute request'],
  ['4.1', 'names of parts'],
  ['4.2', 'headers of parts'],
  ['4.3', 'limits'],
  ['4.4', 'malformed multipart'],
  ['4.5', 'character sets'],
  ['5.1', 'metadata'],
  ['5.2', 'the prompt'],
  ['5.3', 'the response'],
  ['5.4', 'parameters'],
  ['6', 'the order of checks'],
  ['7', 'the call of the handler'],
  ['8.2', 'rejects'],
  ['8.3', 'from a result to a reply'],
  ['9.1', 'framing of a reply'],
  ['9.2', 'content in a reply'],
  ['9.3', 'metadata in a reply'],
  ['9.4', 'tags'],
  ['10.1', 'errors of a request'],
  ['10.3', 'errors of a handler'],
  ['13', 'JSON that languages read differently'],
] as const

/** Number of a section. */
export type Section = (typeof sections)[number][0]
