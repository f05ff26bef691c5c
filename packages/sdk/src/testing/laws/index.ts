export type { Law } from './law.js'
export type { LawOptions } from './law-options.js'
export { processorLaws } from './processor-laws.js'
