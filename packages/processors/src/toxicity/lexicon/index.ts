import { arabic } from './arabic.js'
import { chinese } from './chinese.js'
import type { Lexicon } from './concept.js'
import { dutch } from './dutch.js'
import { english } from './english.js'
import { french } from './french.js'
import { german } from './german.js'
import { hindi } from './hindi.js'
import { italian } from './italian.js'
import { japanese } from './japanese.js'
import { polish } from './polish.js'
import { portuguese } from './portuguese.js'
import { russian } from './russian.js'
import { spanish } from './spanish.js'
import { termsOnly } from './terms-only.js'
import { turkish } from './turkish.js'

/** The grammar of abuse by language code, as far as there is one. */
export const languages: readonly (readonly [string, Lexicon])[] = [
  ['ar', arabic],
  ['de', german],
  ['en', english],
  ['es', spanish],
  ['fr', french],
  ['hi', hindi],
  ['it', italian],
  ['ja', japanese],
  ['nl', dutch],
  ['pl', polish],
  ['pt', portuguese],
  ['ru', russian],
  ['tr', turkish],
  ['zh', chinese],
  ...termsOnly,
]
