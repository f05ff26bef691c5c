import type { LanguageScore } from './language-score.js'

/** Languages that the model does not know, each by a script that practically no other language is written in. */
const OWN_SCRIPTS: readonly (readonly [language: string, letter: RegExp])[] = [
  ['bo', /\p{Script=Tibetan}/gu],
  ['dv', /\p{Script=Thaana}/gu],
  ['km', /\p{Script=Khmer}/gu],
  ['my', /\p{Script=Myanmar}/gu],
  ['si', /\p{Script=Sinhala}/gu],
]

/** Codes of the languages that are told by their script alone. */
export const ownScriptLanguages: readonly string[] = OWN_SCRIPTS.map(([language]) => language)

const FIRST_OWN_SCRIPT = /[\p{Script=Tibetan}\p{Script=Thaana}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Sinhala}]/u

/** The language whose own script more than half of the letters and marks are in; its share of them is the score. */
export function findOwnScript(text: string): LanguageScore | undefined {
  if (!FIRST_OWN_SCRIPT.test(text)) return undefined
  const all = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0
  for (const [language, letter] of OWN_SCRIPTS) {
    const own = text.match(letter)?.length ?? 0
    if (own > all / 2) return { language, score: Math.min(1, own / all) }
  }
  return undefined
}
