/**
 * Figures of one group of rows: all rows of a processor (neither source nor language), or those of a source, of a part (kind) of
 * it, of a language in it. Rates are from 0 to 1, rounded to four digits; a figure that does not apply is absent.
 */
export interface ReportRow {
  readonly processor: string
  readonly source?: string
  readonly kind?: string
  readonly language?: string
  /** Whether the data that the processor was fitted to has nothing of this source. Absent when that is not known. */
  readonly unseen?: boolean
  readonly n: number
  readonly positives: number
  /** Of the rows found, the share that is positive; of languages told, the share that is right. */
  readonly precision?: number
  /** Of the positive rows, the share that was found; of rows about a language, the share that was told right. */
  readonly recall?: number
  readonly f1?: number
  /** Share of all rows that were told right; of rows about detection only where there are positive and negative ones. */
  readonly accuracy?: number
  /** Mean of recall and of the share of negative rows that were not found. */
  readonly balancedAccuracy?: number
  /** Area under the ROC curve, where there are scores. */
  readonly auc?: number
  /** Recall at the threshold that finds 1 % of all negative rows of the processor, whatever their source. */
  readonly recallAt1PctFpr?: number
  /** Of the negative rows, the share that was found. */
  readonly fpr?: number
  /** The proposed threshold: the same for all rows of a processor. */
  readonly threshold?: number
  readonly recallAtThreshold?: number
  readonly fprAtThreshold?: number
  /** Share of rows for which no language was told. */
  readonly unanswered?: number
  /** Of the labelled ranges, the share that a finding overlaps. */
  readonly spanRecall?: number
  /** Of the findings, the share that overlaps a labelled range. */
  readonly spanPrecision?: number
  readonly spanF1?: number
  readonly exactSpanRecall?: number
  readonly exactSpanPrecision?: number
  readonly exactSpanF1?: number
  /** Findings that are known to be wrong. */
  readonly falseFindings?: number
  /** Findings of which the labels do not say whether they are right; they count neither way. */
  readonly unjudgedFindings?: number
  /** Median of the microseconds for a kilobyte of text; a shorter text counts as one. */
  readonly microsecondsPerKb?: number
  readonly microsecondsPerKbP99?: number
  readonly megabytesPerSecond?: number
  /** Rows on which the processor failed. They count nowhere else. */
  readonly failures?: number
}

/** Ranges of one type, labelled or found, in one source. */
export interface TypeRow {
  readonly processor: string
  readonly source: string
  readonly type: string
  readonly n: number
  /** Share that a range of the other side overlaps: recall of a labelled type, precision of a found one. */
  readonly overlap: number
  readonly exact: number
}

/** Detection in one category of a source. */
export interface CategoryRow {
  readonly processor: string
  readonly source: string
  readonly category: string
  readonly n: number
  readonly positives: number
  readonly recall?: number
  readonly fpr?: number
  readonly recallAt1PctFpr?: number
}

/** Ids of the rows of one source that were judged wrongly. */
export interface ErrorRow {
  readonly processor: string
  readonly source: string
  /** Positive rows that were not found; rows whose language was told wrongly. */
  readonly missed: readonly string[]
  /** Negative rows that were found. */
  readonly false: readonly string[]
}

/** A file that was measured with. */
export interface ReportedFile {
  readonly file: string
  readonly rows: number
  /** Of the file as it lies on disk. */
  readonly sha256: string
}

/** A processor that was measured. */
export interface ReportedProcessor {
  readonly name: string
  /** `namespace:name`. */
  readonly id: string
  readonly version: string
  /** Parameters that were set; the values of secret ones are left out. */
  readonly parameters?: Readonly<Record<string, unknown>>
  /** Files of `training` that are about it. */
  readonly fittedTo?: readonly string[]
  /** Rows with more findings than the processor lists; what it did not list counts as not found. */
  readonly rowsCutShort?: number
  /** The first few rows on which it failed, with the kind of the error. */
  readonly failures?: readonly { readonly id: string; readonly reason: string }[]
}

/** What an evaluation came to: plain data. It holds ids of rows, never their texts. */
export interface Report {
  readonly rows: readonly ReportRow[]
  readonly labelledTypes: readonly TypeRow[]
  readonly foundTypes: readonly TypeRow[]
  readonly categories: readonly CategoryRow[]
  readonly errors: readonly ErrorRow[]
  readonly processors: readonly ReportedProcessor[]
  readonly data: readonly ReportedFile[]
  /** Files that the processors were fitted to: sources that are not in them are unseen. */
  readonly training?: readonly ReportedFile[]
  readonly settings: {
    readonly falsePositiveRate: number
    /** Score from which on a row counted as found, when that was fixed. */
    readonly threshold?: number
    readonly sources?: readonly string[]
    readonly languages?: readonly string[]
  }
}
