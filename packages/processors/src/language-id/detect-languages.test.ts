import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectLanguages } from './detect-languages.js'
import { detectableLanguages, resolveLanguage } from './languages.js'

const defaults = { threshold: 0.5, multiDetect: false, codeDetect: false }

function detect(text: string, options: Partial<typeof defaults> = {}): string[] {
  return [...detectLanguages(text, { ...defaults, ...options }).keys()]
}

const sentences = {
  af: 'Waar is die naaste treinstasie van hier af, asseblief?',
  ar: 'أين تقع أقرب محطة قطار من هنا من فضلك؟',
  bn: 'এখান থেকে নিকটতম রেল স্টেশন কোথায়?',
  cs: 'Kde je prosím odsud nejbližší vlakové nádraží?',
  cy: "Ble mae'r orsaf drenau agosaf o'r fan hon, os gwelwch yn dda?",
  de: 'Wo ist bitte von hier aus der nächste Bahnhof?',
  el: 'Πού βρίσκεται ο πλησιέστερος σιδηροδρομικός σταθμός;',
  en: 'Where is the nearest railway station from here, please?',
  eo: 'Kie estas la plej proksima stacidomo de ĉi tie, mi petas?',
  es: '¿Dónde está la estación de tren más cercana, por favor?',
  fi: 'Missä on täältä lähin rautatieasema, kiitos?',
  fr: "Où se trouve la gare la plus proche d'ici, s'il vous plaît ?",
  ga: 'Cá bhfuil an stáisiún traenach is gaire don áit seo, le do thoil?',
  he: 'איפה נמצאת תחנת הרכבת הקרובה ביותר, בבקשה?',
  hi: 'यहाँ से सबसे नज़दीकी रेलवे स्टेशन कहाँ है?',
  it: "Dov'è la stazione ferroviaria più vicina, per favore?",
  ja: 'ここから一番近い駅はどこですか。',
  kk: 'Ең жақын теміржол вокзалы қайда орналасқан?',
  km: 'តើស្ថានីយ៍រថភ្លើងនៅឯណា?',
  ko: '여기서 가장 가까운 기차역이 어디에 있습니까?',
  la: 'Ubi est statio ferriviaria proxima, quaeso? Romam hodie ire volo.',
  mk: 'Каде се наоѓа најблиската железничка станица одовде?',
  mn: 'Эндээс хамгийн ойрын галт тэрэгний буудал хаана байдаг вэ?',
  nl: 'Waar is hier vandaan het dichtstbijzijnde treinstation?',
  pl: 'Gdzie jest stąd najbliższa stacja kolejowa?',
  pt: 'Onde fica a estação de comboios mais próxima, por favor?',
  ru: 'Где отсюда ближайшая железнодорожная станция?',
  so: 'Xaggee ku taal saldhigga tareenka ee ugu dhow halkan, fadlan?',
  sv: 'Var ligger närmaste järnvägsstation härifrån?',
  sw: 'Kituo cha treni kilicho karibu zaidi kutoka hapa kiko wapi, tafadhali?',
  th: 'สถานีรถไฟที่ใกล้ที่สุดอยู่ที่ไหน',
  tr: 'Buradan en yakın tren istasyonu nerede?',
  uk: 'Де звідси найближча залізнична станція?',
  ur: 'یہاں سے قریب ترین ریلوے اسٹیشن کہاں ہے؟',
  vi: 'Nhà ga xe lửa gần đây nhất ở đâu?',
  zu: 'Isiteshi sesitimela esiseduze sikuphi lapha? Ngifuna ukuya eThekwini namuhla.',
  zh: '请问离这里最近的火车站在哪里？',
}

describe('detectLanguages', () => {
  test.each(Object.entries(sentences))('%s', (language, text) => {
    expect(detect(text)).toEqual([language])
    expect(detect(text.toUpperCase())).toEqual([language])
  })

  test.each([
    { name: 'one unclear word', text: 'zxqj' },
    { name: 'a word of many languages', text: 'radio' },
    { name: 'Quechua, which the model does not know', text: 'Maypitaq kachkan aswan qaylla estación kaymanta?' },
    { name: 'letters at random', text: 'qwpk vnzx jjtr lkqd wmvb xqzz' },
  ])('$name is unknown', ({ text }) => {
    expect(detect(text)).toEqual(['unknown'])
  })

  test.each(['ann.lee@mail.example.com', ' https://example.com/a/b?c=d\n'])('%j has no language', (text) => {
    expect(detect(text)).toEqual([])
  })

  test('an address with a sentence in it is read', () => {
    expect(detect(`https://example.com/${'wo-ist-der-naechste-bahnhof-'.repeat(4)}`)).not.toEqual([])
    expect(detect('mail an ann@example.com bitte, wo ist der Bahnhof')).toEqual(['de'])
  })

  test.each(['', ' \n', '2 + 2 = 4', '😀 👍🏽', '\u0301\u200d', '\ud800'])(
    '%j has no letters and so no language',
    (text) => {
      expect(detect(text)).toEqual([])
    },
  )

  test('the score of unknown is what the best candidate lacks to 1', () => {
    const [score] = detectLanguages(sentences.en, { ...defaults, threshold: 0 }).values()
    const unknown = detectLanguages(sentences.en, { ...defaults, threshold: 1.1 }).get('unknown')
    expect(unknown).toBeCloseTo(1 - (score ?? 0), 10)
  })

  test('the language of most of a text, or all of them', () => {
    const text = `${`${sentences.en} `.repeat(12)}\n${`${sentences.ru} `.repeat(4)}`
    expect(detect(text)).toEqual(['en'])
    expect(detect(text, { multiDetect: true }).toSorted()).toEqual(['en', 'ru'])
  })

  test('a foreign passage at the end of a long text is found among all languages', () => {
    const text = `${`${sentences.en} `.repeat(20_000)}${`${sentences.ru} `.repeat(6)}`
    expect(detect(text, { multiDetect: true })).toContain('ru')
  })

  test('two sentences of a short message are two languages', () => {
    expect(detect(`${sentences.en} ${sentences.fr}`, { multiDetect: true }).toSorted()).toEqual(['en', 'fr'])
  })

  test('parts of one sentence in two scripts are two languages', () => {
    expect(detect('Please translate this: Где находится библиотека?', { multiDetect: true }).toSorted()).toEqual([
      'en',
      'ru',
    ])
  })

  test.each([
    { text: '東京駅はどこですか', language: 'ja' },
    { text: '東京駅', language: 'ja' },
    { text: '请问火车站在哪里', language: 'zh' },
    { text: '請問火車站在哪裡', language: 'zh' },
    { text: 'この iPhone の使い方', language: 'ja' },
  ])('$text is $language', ({ text, language }) => {
    expect(detect(text)).toEqual([language])
  })

  test.each([
    'hello',
    'hello world',
    'Hi there!',
    'bonjour',
    'ok thanks',
    'Guten Tag',
    'muchas gracias',
    'merci beaucoup',
    'спасибо',
  ])('%s is known, short as it is', (text) => {
    expect(detect(text)).not.toEqual(['unknown'])
  })

  test('program text is code only when asked for', () => {
    const text =
      'const station = stations.find((each) => each.isNear)\nif (station === undefined) {\n  throw new Error()\n}'
    expect(detect(text, { codeDetect: true })).toEqual(['code'])
    expect(detect(text)).not.toContain('code')
    const both = `${`${sentences.en} `.repeat(6)}\n${`${text}\n`.repeat(2)}`
    expect(detect(both, { codeDetect: true, multiDetect: true }).toSorted()).toEqual(['code', 'en'])
  })

  test('any text gives codes that are documented, with scores from 0 to 1', () => {
    const known = new Set<string>([...detectableLanguages.map(resolveLanguage), 'code', 'unknown'])
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), fc.boolean(), (text, multiDetect, codeDetect) => {
        for (const [language, score] of detectLanguages(text, { threshold: 0.2, multiDetect, codeDetect })) {
          expect(known).toContain(language)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('a word that names a member of Object.prototype is a word', () => {
    expect(detect('constructor __proto__ toString')).toHaveLength(1)
  })
})
