// Measuring

export { type EvaluationOptions, evaluate, type Progress, type RowFilter } from './evaluate.js'
export { type Predict, type PredictOptions, preparePredict, type TimedPrediction } from './prediction/predict.js'
export { type Profile, profileSchema } from './profile/profile.js'
export { generalProfile, profiles } from './profile/profiles.js'
export type { Subject } from './subject.js'

// Labelled data

export { DatasetError } from './dataset/dataset-error.js'
export { type LabelledRow, labelledRowSchema } from './dataset/labelled-row.js'
export { findRows } from './evaluate.js'

// What came of it

export { describeEnvironment, type Environment } from './report/environment.js'
export { formatMarkdown, type MarkdownOptions } from './report/format-markdown.js'
export { formatDifferences, formatErrors, type RowListOptions, shownIds } from './report/format-row-lists.js'
export { formatText, type TextOptions } from './report/format-text.js'
export type {
  CategoryRow,
  ErrorRow,
  Report,
  ReportedFile,
  ReportedProcessor,
  ReportRow,
  TypeRow,
} from './report/report.js'

// What must be kept

export {
  type Baseline,
  type BaselineOptions,
  baselineSchema,
  compareWithBaseline,
  formatShortfall,
  type Shortfall,
} from './baseline/compare-with-baseline.js'

// What changed

export {
  compareReports,
  type Difference,
  type EarlierReport,
  earlierReportSchema,
  IncomparableError,
} from './difference/compare-reports.js'
