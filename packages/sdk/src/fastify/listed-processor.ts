import type { Processor } from '../processor/index.js'

/** A processor with the paths that are advertised for it. */
export interface ListedProcessor {
  readonly processor: Processor
  /** Root path, then `/execute/NAMESPACE/NAME`. */
  readonly executePath: string
  /** Root path, then `/signature/NAMESPACE/NAME`. */
  readonly signaturePath: string
}
