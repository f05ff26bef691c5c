import type { Processor } from '@gatehouse/sdk'
import type { PredictOptions } from './prediction/predict.js'
import type { Profile } from './profile/profile.js'

/** A processor to measure, and how. */
export interface Subject extends Pick<PredictOptions, 'parameters' | 'stage'> {
  /** What it is called in the report. */
  readonly name: string
  readonly processor: Processor
  /** What of the data is about it. Default: that of the catalogue's processor with its name, else the general one. */
  readonly profile?: Profile | undefined
}
