/** Codes that are detected under another one, since the two can hardly be told apart in writing. */
const DETECTED_AS = { bs: 'hr', id: 'ms', nb: 'no', nn: 'no' } as const

/** Codes that {@link detectLanguages} can report, and those that stand for one of them. ISO 639-1. */
export const detectableLanguages = [
  ...['af', 'am', 'ar', 'az', 'be', 'bg', 'bn', 'bo', 'bs', 'ca', 'cs', 'cy', 'da', 'de', 'dv', 'el', 'en', 'eo', 'es'],
  ...['et', 'eu', 'fa', 'fi', 'fr', 'ga', 'gu', 'ha', 'he', 'hi', 'hr', 'hu', 'hy', 'id', 'is', 'it', 'ja', 'ka', 'kk'],
  ...['km', 'kn', 'ko', 'ku', 'ky', 'la', 'lg', 'lo', 'lt', 'lv', 'mi', 'mk', 'ml', 'mn', 'mr', 'ms', 'mt', 'my', 'nb'],
  ...['ne', 'nl', 'nn', 'no', 'om', 'or', 'pa', 'pl', 'ps', 'pt', 'ro', 'ru', 'sd', 'si', 'sk', 'sl', 'sn', 'so', 'sq'],
  ...['sr', 'st', 'sv', 'sw', 'ta', 'te', 'tg', 'th', 'ti', 'tl', 'tn', 'tr', 'ts', 'ug', 'uk', 'ur', 'uz', 'vi', 'xh'],
  ...['yo', 'zh', 'zu'],
] as const

/** The code that a language is reported under: `ms` for `id`, `no` for `nb` and `nn`, `hr` for `bs`. */
export function resolveLanguage(code: string): string {
  return Object.hasOwn(DETECTED_AS, code) ? DETECTED_AS[code as keyof typeof DETECTED_AS] : code
}
