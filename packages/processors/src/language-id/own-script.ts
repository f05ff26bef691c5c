/** Languages that are told by their script alone: practically no other large language is written in it. */
const LANGUAGE_OF_SCRIPT: Readonly<Record<string, string>> = {
  armenian: 'hy',
  bengali: 'bn',
  georgian: 'ka',
  greek: 'el',
  gujarati: 'gu',
  gurmukhi: 'pa',
  hangul: 'ko',
  hebrew: 'he',
  kannada: 'kn',
  khmer: 'km',
  lao: 'lo',
  malayalam: 'ml',
  myanmar: 'my',
  oriya: 'or',
  sinhala: 'si',
  tamil: 'ta',
  telugu: 'te',
  thaana: 'dv',
  thai: 'th',
  tibetan: 'bo',
}

/** Codes of the languages that are told by their script. */
export const ownScriptLanguages: readonly string[] = [...Object.values(LANGUAGE_OF_SCRIPT), 'ja', 'zh']

/** Kana that are more than so much of the signs make a text Japanese; Chinese has some as an ornament. */
const KANA_SHARE = 0.1

/** Forms of characters that only Japanese writes: neither the simplified nor the traditional ones of Chinese. */
const JAPANESE_ONLY =
  /[々円駅図対気実売読価労関験総発鉄広県戦沢浜桜様歳済渋黒戻変単営団囲壊巻帰弾徳従応悪恵拠拡挙掲掃斎暁栄検楽権歓歩残渓込働畑峠匂枠塀栃辻笹躾凪]/u

/** The language that a text of a script is in, when the script alone says so. */
export function languageOfScript(script: string, text: string): string | undefined {
  return script === 'han' ? languageOfHan(text) : LANGUAGE_OF_SCRIPT[script]
}

function languageOfHan(text: string): string {
  const kana = text.match(/[\u3041-\u30fa\u30fc-\u30ff]/g)?.length ?? 0
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return kana > KANA_SHARE * (kana + han) || JAPANESE_ONLY.test(text) ? 'ja' : 'zh'
}
