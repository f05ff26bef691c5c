import { arabic } from './arabic.js'
import { bengali } from './bengali.js'
import { chinese } from './chinese.js'
import type { Lexicon } from './concept.js'
import { dutch } from './dutch.js'
import { english } from './english.js'
import { french } from './french.js'
import { german } from './german.js'
import { hebrew } from './hebrew.js'
import { hindi } from './hindi.js'
import { indonesian } from './indonesian.js'
import { italian } from './italian.js'
import { japanese } from './japanese.js'
import { korean } from './korean.js'
import { persian } from './persian.js'
import { polish } from './polish.js'
import { portuguese } from './portuguese.js'
import { russian } from './russian.js'
import { spanish } from './spanish.js'
import { swedish } from './swedish.js'
import { tagalog } from './tagalog.js'
import { thai } from './thai.js'
import { turkish } from './turkish.js'
import { ukrainian } from './ukrainian.js'
import { vietnamese } from './vietnamese.js'

/** Whether words are found anywhere, since the script has no blanks or particles are attached to them. */
export interface Language {
  readonly lexicon: Lexicon
  readonly isAttached: boolean
}

/** Those first in the list win where two languages have one word. */
export const languages: readonly Language[] = [
  ...[
    english,
    german,
    french,
    spanish,
    italian,
    portuguese,
    dutch,
    swedish,
    polish,
    russian,
    ukrainian,
    turkish,
    hindi,
    bengali,
    vietnamese,
    indonesian,
    tagalog,
  ].map((lexicon) => ({ lexicon, isAttached: false })),
  ...[arabic, hebrew, persian, chinese, japanese, korean, thai].map((lexicon) => ({ lexicon, isAttached: true })),
]
