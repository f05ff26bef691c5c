import type { CaseGroup, ConformanceCase } from '../language/conformance-case.js'
import { content } from './content.js'
import { contentTypeAndMultipart } from './content-type-and-multipart.js'
import { fieldsDirectionSignature } from './fields-direction-signature.js'
import { parameters } from './parameters.js'
import { results } from './results.js'
import { routingAndDiscovery } from './routing-and-discovery.js'

/** Every case, by subject, in the order in which they run. */
export const caseGroups: readonly CaseGroup[] = [
  routingAndDiscovery,
  contentTypeAndMultipart,
  fieldsDirectionSignature,
  content,
  parameters,
  results,
]

/** Every case without its group. */
export const conformanceCases: readonly ConformanceCase[] = caseGroups.flatMap((group) => group.cases)
