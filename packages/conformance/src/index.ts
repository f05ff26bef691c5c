// Running the suite

export { ExchangeError, type ExchangeFailure } from './http/exchange-error.js'
export { type ConformanceOptions, runConformance } from './runner/run-conformance.js'
export { parseSelection } from './select-cases.js'

// What came of it

export type {
  CaseReport,
  ConformanceReport,
  Failure,
  Outcome,
  OutcomeCounts,
  ProbeReport,
} from './report/conformance-report.js'
export { formatJunit } from './report/format-junit.js'
export { formatCase, formatSummary, formatText, type TextOptions } from './report/format-text.js'

// The cases, as data

export { caseGroups, conformanceCases } from './cases/index.js'
export { describeCase, describeCases } from './contract/describe-contract.js'
export type { Reply } from './http/reply.js'
export type {
  BehaviourCase,
  Bench,
  CaseGroup,
  ConformanceCase,
  Known,
  Level,
  Need,
  Probe,
  ProbeCase,
} from './language/conformance-case.js'
export type { Bytes, Exchange, Framing, Multipart, Part, Repetition } from './language/exchange.js'
export type { Answer, ErrorShape, Expectation, PartPattern, TextPattern } from './language/expectation.js'
export type { Json, JsonPattern, JsonRule } from './language/json-pattern.js'
export { levelOf } from './language/level-of.js'
export { type Section, sections } from './language/section.js'

// What a server under test must offer

export { describeContract } from './contract/describe-contract.js'
