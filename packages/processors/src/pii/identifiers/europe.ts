import {
  isComplementOf11,
  isDay,
  isUniform,
  passesDocumentCheck,
  passesLuhn,
  passesMod11And10,
  remainderOf,
  weightedSum,
  withoutOffset,
} from '../check-digits.js'
import { type Identifier, score } from '../identifier.js'
import { isPartitaIva } from './vat-numbers.js'

/** Identifiers of Europe. */
export const europe: readonly Identifier[] = [
  {
    type: 'gb-nhs-number',
    kind: 'health-id',
    country: 'GB',
    length: 10,
    pattern: /^\d{3}[- ]?\d{3}[- ]?\d{4}$/,
    validate: (nhs) => weightedSum(nhs, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 && !isUniform(nhs),
    context: ['nhs', 'national health', 'health service'],
    score: 0.5,
    bareScore: score.possible,
    samples: ['401-023-2137'],
  },
  {
    type: 'gb-nino',
    kind: 'social-security',
    country: 'GB',
    length: 9,
    pattern: /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]$/,
    validate: (nino) => !/^(?:BG|GB|KN|NK|NT|TN|ZZ)/.test(nino),
    context: ['national insurance', 'nino', 'ni number'],
    score: score.likely,
    samples: ['AB 12 34 56 C'],
  },
  {
    type: 'gb-driving-licence',
    kind: 'driving-licence',
    country: 'GB',
    length: 16,
    pattern: /^[A-Z]{1,5}9{0,4}\d[0156]\d[0-3]\d{2}[A-Z][A-Z9][A-Z0-9][A-Z]{2}$/,
    validate: (licence) => /^[A-Z9]{5}\d[0156]/.test(licence),
    context: ['licence', 'license', 'dvla'],
    score: score.likely,
    samples: ['MORGA607054SM9IJ'],
  },
  {
    type: 'gb-passport',
    kind: 'passport',
    country: 'GB',
    length: 9,
    pattern: /^(?:[A-Z]{2}\d{7}|\d{9})$/,
    context: ['passport'],
    score: score.contextual,
    samples: ['CD7654321'],
  },
  {
    type: 'gb-vehicle-registration',
    kind: 'vehicle',
    country: 'GB',
    length: 7,
    pattern: /^[A-HJ-PR-Y]{2}(?:0[1-9]|[12]\d|5[1-9]|[67]\d)[- ]?[A-HJ-PR-Z]{3}$/,
    context: ['vehicle', 'registration', 'number plate', 'dvla'],
    score: 0.5,
    samples: ['BD62 XYZ'],
  },
  {
    type: 'de-tax-id',
    kind: 'tax-id',
    country: 'DE',
    length: 11,
    pattern: /^[1-9]\d ?\d{3} ?\d{3} ?\d{3}$/,
    validate: (id) => hasOneDigitAgain(id.slice(0, 10)) && passesMod11And10(id),
    context: ['steuer', 'idnr', 'tax id', 'tin'],
    score: score.possible,
    samples: ['86095742719'],
  },
  {
    type: 'de-passport',
    kind: 'passport',
    country: 'DE',
    length: 9,
    pattern: /^[CFGHJK][CFGHJKLMNPRTVWXYZ0-9]{7}\d$/,
    validate: passesDocumentCheck,
    context: ['reisepass', 'passport', 'pass'],
    score: 0.5,
    samples: ['C01X00T41'],
  },
  {
    type: 'de-id-card',
    kind: 'national-id',
    country: 'DE',
    length: 9,
    pattern: /^[LMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8}$/,
    context: ['personalausweis', 'ausweis', 'id card'],
    score: score.contextual,
    samples: ['L01X00T47'],
  },
  {
    type: 'de-social-security',
    kind: 'social-security',
    country: 'DE',
    length: 12,
    pattern: /^\d{2} ?\d{6} ?[A-Z] ?\d{3}$/,
    validate: isGermanPension,
    context: ['rentenversicherung', 'sozialversicherung', 'rvnr', 'svnr'],
    score: score.sure,
    samples: ['15070649C103'],
  },
  {
    type: 'de-health-insurance',
    kind: 'health-id',
    country: 'DE',
    length: 10,
    pattern: /^[A-Z]\d{9}$/,
    validate: (number) => passesGermanHealthCheck(number),
    context: ['krankenversicher', 'egk', 'kvnr', 'gesundheitskarte'],
    score: 0.5,
    samples: ['M123456785'],
  },
  {
    type: 'de-lanr',
    kind: 'health-id',
    country: 'DE',
    length: 9,
    pattern: /^\d{9}$/,
    validate: (lanr) => (10 - (weightedSum(lanr, [4, 9, 4, 9, 4, 9]) % 10)) % 10 === Number(lanr[6]),
    context: ['lanr', 'arztnummer'],
    score: score.possible,
    samples: ['123456601'],
  },
  {
    type: 'es-nif',
    kind: 'tax-id',
    country: 'ES',
    length: [8, 9],
    pattern: /^\d{7,8}-?[A-Z]$/,
    validate: (nif) => SPANISH_LETTERS[Number(nif.slice(0, -1)) % 23] === nif.at(-1),
    context: ['nif', 'dni'],
    score: score.likely,
    samples: ['12345678Z'],
  },
  {
    type: 'es-nie',
    kind: 'tax-id',
    country: 'ES',
    length: 9,
    pattern: /^[XYZ]-?\d{7}-?[A-Z]$/,
    validate: (nie) => SPANISH_LETTERS[Number('XYZ'.indexOf(nie[0] as string) + nie.slice(1, 8)) % 23] === nie[8],
    context: ['nie', 'extranjero'],
    score: score.sure,
    samples: ['Z8078221M'],
  },
  {
    type: 'es-passport',
    kind: 'passport',
    country: 'ES',
    length: 9,
    pattern: /^[A-Z]{3}\d{6}$/,
    context: ['pasaporte', 'passport'],
    score: score.contextual,
    samples: ['AAA123456'],
  },
  {
    type: 'it-fiscal-code',
    kind: 'tax-id',
    country: 'IT',
    length: 16,
    pattern: /^[A-Z]{6}[0-9LMNP-V]{2}[ABCDEHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]$/,
    validate: isCodiceFiscale,
    context: ['codice fiscale', 'fiscal code'],
    score: score.sure,
    samples: ['RSSMRA85T10A562S'],
  },
  {
    type: 'it-vat-code',
    kind: 'tax-id',
    country: 'IT',
    length: 11,
    pattern: /^\d{11}$/,
    validate: isPartitaIva,
    context: ['partita iva', 'p.iva', 'vat'],
    score: score.possible,
    samples: ['01333550323'],
  },
  {
    type: 'it-driving-licence',
    kind: 'driving-licence',
    country: 'IT',
    length: 10,
    pattern: /^(?:[A-Z]{2}\d{7}[A-Z]|U1[B-DF-HJ-NP-TV-Z0-9]{7}[A-Z])$/,
    context: ['patente', 'licence', 'license'],
    score: 0.5,
    samples: ['AA0123456B'],
  },
  {
    type: 'it-passport',
    kind: 'passport',
    country: 'IT',
    length: 9,
    pattern: /^[A-Z]{2}\d{7}$/,
    context: ['passaporto', 'passport'],
    score: score.contextual,
    samples: ['AA1234567'],
  },
  {
    type: 'fr-nir',
    kind: 'social-security',
    country: 'FR',
    length: 15,
    pattern: /^[1-478] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}$/,
    validate: (nir) =>
      97 - remainderOf(nir.slice(0, 13).replace('2A', '19').replace('2B', '18'), 97) === Number(nir.slice(13)),
    context: ['nir', 'sécurité sociale', 'securite sociale', 'insee'],
    score: score.sure,
    samples: ['2 55 08 14 168 025 38'],
  },
  {
    type: 'pl-pesel',
    kind: 'national-id',
    country: 'PL',
    length: 11,
    pattern: /^\d{11}$/,
    validate: (pesel) =>
      isDay(pesel.slice(0, 2), Number(pesel.slice(2, 4)) % 20, pesel.slice(4, 6)) &&
      weightedSum(pesel, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
    context: ['pesel'],
    score: 0.5,
    samples: ['44051401458'],
  },
  {
    type: 'pl-nip',
    kind: 'tax-id',
    country: 'PL',
    length: 10,
    pattern: /^\d{3}-?\d{3}-?\d{2}-?\d{2}$/,
    validate: (nip) => weightedSum(nip, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(nip[9]) && !isUniform(nip),
    context: ['nip'],
    score: score.contextual,
    samples: ['123-456-32-18'],
  },
  {
    type: 'pl-id-card',
    kind: 'national-id',
    country: 'PL',
    length: 9,
    pattern: /^[A-Z]{3} ?\d{6}$/,
    validate: (card) => {
      const values = [...card].map((character) => Number.parseInt(character, 36))
      return (
        [7, 3, 1, 9, 7, 3, 1, 7, 3].reduce((sum, weight, place) => sum + weight * (values[place] as number), 0) % 10 ===
        0
      )
    },
    context: ['dowód', 'dowod'],
    score: score.contextual,
    samples: ['ABA300000'],
  },
  {
    type: 'se-personnummer',
    kind: 'national-id',
    country: 'SE',
    length: [10, 12],
    pattern: /^(?:(?:18|19|20)?\d{6})[-+ ]?\d{4}$/,
    validate: (number) => {
      const short = number.slice(-10)
      const year = number.length === 12 ? number.slice(0, 4) : short.slice(0, 2)
      const day = Number(short.slice(4, 6))
      return number.length !== 11 && isDay(year, short.slice(2, 4), day > 60 ? day - 60 : day) && passesLuhn(short)
    },
    context: ['personnummer', 'pnr', 'samordningsnummer', 'personal identity'],
    score: score.likely,
    bareScore: 0.5,
    samples: ['811228-9874', '19811228-9874'],
  },
  {
    type: 'se-organisationsnummer',
    kind: 'company-id',
    country: 'SE',
    length: 10,
    pattern: /^[1-9]\d[2-9]\d{3}-?\d{4}$/,
    validate: passesLuhn,
    context: ['organisationsnummer', 'orgnr', 'company identity'],
    score: score.likely,
    bareScore: score.possible,
    samples: ['212000-0142'],
  },
  {
    type: 'no-fodselsnummer',
    kind: 'national-id',
    country: 'NO',
    length: 11,
    pattern: /^\d{6} ?\d{5}$/,
    validate: (number) =>
      isDay(number.slice(4, 6), number.slice(2, 4), withoutOffset(Number(number.slice(0, 2)), 40)) &&
      weightedSum(number, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
      weightedSum(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
    context: ['fødselsnummer', 'personnummer', 'fnr'],
    score: score.likely,
    samples: ['15076500565'],
  },
  {
    type: 'dk-cpr',
    kind: 'national-id',
    country: 'DK',
    length: 10,
    pattern: /^\d{6}[- ]?\d{4}$/,
    validate: (cpr) => isDay(cpr.slice(4, 6), cpr.slice(2, 4), cpr.slice(0, 2)),
    context: ['cpr', 'personnummer'],
    score: score.possible,
    bareScore: score.contextual,
    samples: ['211062-5629'],
  },
  {
    type: 'fi-hetu',
    kind: 'national-id',
    country: 'FI',
    length: [10, 11],
    pattern: /^\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]$/,
    validate: (hetu) =>
      isDay(hetu.slice(4, 6), hetu.slice(2, 4), hetu.slice(0, 2)) &&
      '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(hetu.slice(0, 6) + hetu.slice(-4, -1)) % 31] === hetu.at(-1),
    context: ['henkilötunnus', 'hetu'],
    score: score.sure,
    samples: ['131052-308T'],
  },
  {
    type: 'nl-bsn',
    kind: 'national-id',
    country: 'NL',
    length: 9,
    pattern: /^\d{4}[. ]?\d{2}[. ]?\d{3}$/,
    validate: (bsn) => weightedSum(bsn, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && !isUniform(bsn),
    context: ['bsn', 'burgerservicenummer', 'sofinummer'],
    score: score.contextual,
    samples: ['111222333'],
  },
  {
    type: 'be-nrn',
    kind: 'national-id',
    country: 'BE',
    length: 11,
    pattern: /^\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}$/,
    validate: (nrn) =>
      hasBelgianMonth(nrn) &&
      !isUniform(nrn) &&
      ['', '2'].some((century) => 97 - remainderOf(century + nrn.slice(0, 9), 97) === Number(nrn.slice(9))),
    context: ['rijksregister', 'registre national', 'nrn', 'national number'],
    score: score.likely,
    samples: ['85.07.30-033.28'],
  },
  {
    type: 'pt-nif',
    kind: 'tax-id',
    country: 'PT',
    length: 9,
    pattern: /^[1-35689]\d{2} ?\d{3} ?\d{3}$/,
    validate: (nif) => isComplementOf11(weightedSum(nif, [9, 8, 7, 6, 5, 4, 3, 2]), nif[8]) && !isUniform(nif),
    context: ['nif', 'contribuinte'],
    score: score.contextual,
    samples: ['123456789'],
  },
  {
    type: 'ch-ahv',
    kind: 'social-security',
    country: 'CH',
    length: 13,
    pattern: /^756\.?\d{4}\.?\d{4}\.?\d{2}$/,
    validate: (ahv) => weightedSum(ahv, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
    context: ['ahv', 'avs'],
    score: score.sure,
    samples: ['756.9217.0769.85'],
  },
  {
    type: 'at-svnr',
    kind: 'social-security',
    country: 'AT',
    length: 10,
    pattern: /^[1-9]\d{3} ?\d{6}$/,
    validate: (svnr) => weightedSum(svnr, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(svnr[3]),
    context: ['sozialversicherung', 'svnr'],
    score: score.contextual,
    samples: ['1237 010180'],
  },
  {
    type: 'ie-pps',
    kind: 'social-security',
    country: 'IE',
    length: [8, 9],
    pattern: /^\d{7}[A-W][ABHW]?$/,
    validate: (pps) => {
      const extra = pps[8] === undefined || pps[8] === 'W' ? 0 : (pps.charCodeAt(8) - 64) * 9
      return 'WABCDEFGHIJKLMNOPQRSTUV'[(weightedSum(pps, [8, 7, 6, 5, 4, 3, 2]) + extra) % 23] === pps[7]
    },
    context: ['pps'],
    score: 0.5,
    samples: ['1234567T'],
  },
  {
    type: 'tr-national-id',
    kind: 'national-id',
    country: 'TR',
    length: 11,
    pattern: /^[1-9]\d{10}$/,
    validate: (id) => {
      const ten = ((weightedSum(id, [7, -1, 7, -1, 7, -1, 7, -1, 7]) % 10) + 10) % 10 === Number(id[9])
      return ten && weightedSum(id, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) % 10 === Number(id[10])
    },
    context: ['tc kimlik', 'tckn', 'kimlik', 'türkiye'],
    score: score.likely,
    samples: ['10000000146'],
  },
  {
    type: 'tr-license-plate',
    kind: 'vehicle',
    country: 'TR',
    length: [5, 9],
    pattern: /^(?:0[1-9]|[1-7]\d|8[01]) ?[A-PR-VYZ]{1,3} ?\d{2,4}$/,
    validate: (plate) => !/JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|AND|THE|FOR|TO|OR|OF|AT|BY/.test(plate),
    context: ['plaka', 'plakası', 'plate'],
    score: score.possible,
    samples: ['34 ABC 123'],
  },
]

const SPANISH_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE'

function sumOfDigitSums(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => {
    const product = weight * Number(digits[place])
    return sum + Math.floor(product / 10) + (product % 10)
  }, 0)
}

const letterNumber = (letter: string | undefined): string => String((letter ?? '').charCodeAt(0) - 64).padStart(2, '0')

function isGermanPension(number: string): boolean {
  const digits = number.slice(0, 8) + letterNumber(number[8]) + number.slice(9, 11)
  const day = Number(number.slice(2, 4)) % 50
  const isChecked = sumOfDigitSums(digits, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 === Number(number[11])
  return isChecked && day <= 31 && Number(number.slice(4, 6)) <= 12
}

function passesGermanHealthCheck(number: string): boolean {
  const digits = letterNumber(number[0]) + number.slice(1, 9)
  return sumOfDigitSums(digits, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 === Number(number[9])
}

const ODD_VALUES = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
] as const

function isCodiceFiscale(code: string): boolean {
  const sum = [...code.slice(0, 15)].reduce((total, character, place) => {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65
    return total + (place % 2 === 0 ? (ODD_VALUES[value] as number) : value)
  }, 0)
  return String.fromCharCode(65 + (sum % 26)) === code[15] && isBirthDay(code.slice(9, 11))
}

/** The letters that take the place of digits where two persons would have the same code. */
const OMOCODIA = 'LMNPQRSTUV'

/** A day of birth, 40 more for women. */
function isBirthDay(day: string): boolean {
  const digits = [...day].map((character) => (/\d/.test(character) ? character : OMOCODIA.indexOf(character))).join('')
  const number = withoutOffset(Number(digits), 40)
  return number >= 1 && number <= 31
}

/**
 * One of the ten digits stands there twice or three times, the others once at most (Bundeszentralamt für Steuern). Numbers that
 * are made up for tests also have every digit once, which hardly any other number of ten has.
 */
function hasOneDigitAgain(digits: string): boolean {
  const different = new Set(digits).size
  return different >= 9 || (different === 8 && /(\d)\1\1/.test([...digits].sort().join('')))
}

/** Months that are not known are 00; 20 or 40 is added for those who are not in the national register. Days may run over. */
function hasBelgianMonth(number: string): boolean {
  const month = Number(number.slice(2, 4))
  return month % 20 <= 12 && month < 60
}
