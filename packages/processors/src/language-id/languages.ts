/** Codes that are detected under another one, since the two can hardly be told apart in writing. */
const DETECTED_AS = { bs: 'hr', id: 'ms', nb: 'no', nn: 'no' } as const

/** Codes that {@link detectLanguages} can report, and those that stand for one of them. ISO 639-1. */
export const detectableLanguages = [
  ...['am', 'ar', 'az', 'be', 'bg', 'bn', 'bo', 'bs', 'ca', 'cs', 'da', 'de', 'dv', 'el', 'en', 'es', 'et', 'eu'],
  ...['fa', 'fi', 'fr', 'gu', 'he', 'hi', 'hr', 'hu', 'hy', 'id', 'is', 'it', 'ja', 'ka', 'km', 'kn', 'ko', 'ku', 'lo'],
  ...['lt', 'lv', 'ml', 'mr', 'ms', 'my', 'nb', 'nl', 'nn', 'no', 'or', 'pa', 'pl', 'pt', 'ro', 'ru', 'si', 'sk', 'sl'],
  ...['sq', 'sr', 'sv', 'ta', 'te', 'th', 'tl', 'tr', 'uk', 'ur', 'vi', 'yo', 'zh'],
] as const

/** The code that a language is reported under: `ms` for `id`, `no` for `nb` and `nn`, `hr` for `bs`. */
export function resolveLanguage(code: string): string {
  return Object.hasOwn(DETECTED_AS, code) ? DETECTED_AS[code as keyof typeof DETECTED_AS] : code
}
