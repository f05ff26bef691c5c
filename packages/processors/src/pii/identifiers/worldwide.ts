import { isUniform, passesLuhn, passesMod97 } from '../check-digits.js'
import { kindWords, plateWords } from '../context/context-words.js'
import { type Identifier, type IdentifierKind, score } from '../identifier.js'
import { ibanLengths } from './iban-lengths.js'

const NUMBER = /^(?:[A-Z]{1,3}-?)?\d{2,18}(?:[-. /]\d{1,8}){0,4}-?[A-Z]{0,2}$/

/** In groups of four, or as American Express and Diners Club group them. */
const CARD = /^\d{4}(?:[ .-]?\d{4}[ .-]?\d{1,4}(?:[ .-]?\d{1,7})?|[ .-]\d{6}[ .-]\d{4,5})$/

/** Issuer identification numbers of the large networks, with the lengths of their cards. */
const CARD_ISSUERS: readonly { readonly prefix: RegExp; readonly lengths: readonly number[] }[] = [
  { prefix: /^4/, lengths: [13, 16, 19] }, // Visa
  { prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] }, // Mastercard
  { prefix: /^3[47]/, lengths: [15] }, // American Express
  { prefix: /^3(?:0[0-59]|[689])/, lengths: [14, 15, 16, 17, 18, 19] }, // Diners Club
  { prefix: /^(?:6011|64[4-9]|65)/, lengths: [16, 17, 18, 19] }, // Discover
  { prefix: /^35/, lengths: [16, 17, 18, 19] }, // JCB
  { prefix: /^(?:1|2131)/, lengths: [15] }, // UATP; JCB, before 1989
  { prefix: /^(?:50|5[6-9]|6[0-9]|0604)/, lengths: [12, 13, 14, 15, 16, 17, 18, 19] }, // Maestro, UnionPay, RuPay, Elo, Mir
  { prefix: /^220[0-4]/, lengths: [16, 17, 18, 19] }, // Mir
  { prefix: /^(?:9792|8[0-9])/, lengths: [16] }, // Troy, RuPay
]

function isCard(digits: string): boolean {
  return (
    passesLuhn(digits) &&
    CARD_ISSUERS.some(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits)) &&
    !isUniform(digits)
  )
}

/** Countries of banks that have no IBAN. */
const OTHER_BANK_COUNTRIES = new Set(
  (
    'US CA AU NZ JP CN HK TW SG IN KR TH MY ID PH VN MX AR CL CO PE ZA NG KE GH MA ' +
    'AF AG AI AM AO AS AW BB BD BF BJ BM BN BO BS BT BW BZ CD CF CG CI CK CM CU CV CW DM DZ EC ER ET FJ FM GA GD GF GG GM GN ' +
    'GP GQ GU GW GY HT IM IR JE JM KH KI KM KN KP KY LA LK LR LS MF MG MH ML MM MO MP MQ MS MV MW MZ NA NC NE NP NR PA PF ' +
    'PG PM PR PW PY RE RW SB SL SN SR SS SX SY SZ TC TD TG TJ TM TO TT TV TZ UG UY UZ VC VE VI VU WF WS YT ZM ZW'
  ).split(' '),
)

/** Sixteen digits, fifteen of American Express, fourteen of Diners Club; other lengths are seldom a card. */
function hasUsualLength(digits: string): boolean {
  return digits.length === 16 || /^3[47]\d{13}$|^3[0689]\d{12}$/.test(digits)
}

function isIban(iban: string): boolean {
  return ibanLengths[iban.slice(0, 2)] === iban.length && passesMod97(iban.slice(4) + iban.slice(0, 4))
}

/** Identifiers that are not of one country. */
export const worldwide: readonly Identifier[] = [
  {
    type: 'payment-card',
    kind: 'payment-card',
    length: [12, 19],
    pattern: CARD,
    validate: (digits) => hasUsualLength(digits) && isCard(digits),
    context: kindWords['payment-card'],
    score: 0.8,
    samples: ['4111 1111 1111 1111', '378282246310005', '5555-5555-5555-4444', '30569309025904'],
  },
  {
    type: 'payment-card',
    kind: 'payment-card',
    length: [12, 19],
    pattern: CARD,
    validate: (digits) => !hasUsualLength(digits) && isCard(digits),
    context: kindWords['payment-card'],
    score: 0.4,
    samples: ['4222222222222', '6304000000000000000'],
  },
  {
    type: 'iban',
    kind: 'bank-account',
    length: [15, 34],
    pattern: /^[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}$/,
    validate: isIban,
    context: ['iban', 'account', 'bank', 'konto', 'compte', 'cuenta', 'conto', 'conta', 'rekening'],
    score: score.sure,
    samples: ['GB82 WEST 1234 5698 7654 32', 'DE89370400440532013000'],
  },
  {
    type: 'bic',
    kind: 'bank-account',
    length: [8, 11],
    pattern: /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/,
    validate: (bic) => Object.hasOwn(ibanLengths, bic.slice(4, 6)) || OTHER_BANK_COUNTRIES.has(bic.slice(4, 6)),
    context: ['bic', 'swift'],
    score: score.contextual,
    samples: ['COBADEF1XXX', 'DEUTDEFF'],
  },
  {
    type: 'imei',
    kind: 'device',
    length: 15,
    pattern: /^\d{2}-?\d{6}-?\d{6}-?\d$/,
    validate: (imei) => passesLuhn(imei) && !isUniform(imei),
    context: ['imei'],
    score: score.contextual,
    samples: ['490154203237518', '35-209900-176148-1'],
  },
  {
    type: 'vehicle-identification-number',
    kind: 'vehicle',
    length: 17,
    pattern: /^[A-HJ-NPR-Z0-9]{9}[A-HJ-NPR-Z0-9]{4}\d{4}$/,
    validate: isVehicleNumber,
    context: ['vin', 'chassis', 'fahrgestellnummer', 'numéro de série', 'bastidor', 'telaio'],
    score: score.likely,
    samples: ['1HGCM82633A004352'],
  },
  general('passport', 'passport', [6, 12], /^[A-Z]{0,3}\d{5,9}[A-Z]?$/, 'XYZ12345'),
  general(
    'driving-licence',
    'driving-licence',
    [6, 18],
    /^(?:[A-Z]{1,5}-?)?\d{2,12}(?:[- ]\d{1,6}){0,4}-?[A-Z]{0,3}\d{0,2}$/,
    'KLMNO1234567',
  ),
  general('national-id', 'national-id', [6, 20], NUMBER, 'QX-1234567'),
  general('tax-id', 'tax-id', [7, 18], NUMBER, '77-1234567-01'),
  general('health-id', 'health-id', [6, 18], NUMBER, 'HX-1234567'),
  general('bank-account', 'bank-account', [6, 22], /^\d{2,14}(?:[- ]\d{1,10}){0,4}$/, '12 3456 789'),
  general('social-security', 'social-security', [7, 14], NUMBER, '123-45-6789'),
  {
    type: 'vehicle-registration',
    kind: 'vehicle',
    length: [4, 9],
    pattern: /^[A-Z0-9]{1,7}(?:[- ][A-Z0-9]{1,4}){0,2}$/,
    validate: (plate) => /\d.*\d/.test(plate) && /[A-Z]/.test(plate),
    context: plateWords,
    isGeneral: true,
    score: 0.6,
    samples: ['QX-12-YZ'],
  },
]

/** What is called a number of its kind and has no form that a country is known for. */
function general(
  type: string,
  kind: IdentifierKind,
  length: readonly [number, number],
  pattern: RegExp,
  sample: string,
): Identifier {
  return {
    type,
    kind,
    length,
    pattern,
    validate: (compact) => compact.replaceAll(/[A-Z]/g, '').length >= 5,
    context: kindWords[kind],
    isGeneral: true,
    score: 0.6,
    samples: [sample],
  }
}

/** Values of letters in the number of a vehicle (ISO 3779); the ninth character checks the others (49 CFR 565.15). */
const VEHICLE_VALUES = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ'
const VEHICLE_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const

function isVehicleNumber(number: string): boolean {
  const sum = Array.from(number, (character, place) => {
    return (VEHICLE_VALUES.indexOf(character) % 10) * (VEHICLE_WEIGHTS[place] as number)
  }).reduce((total, value) => total + value, 0)
  return '0123456789X'[sum % 11] === number[8] && !number.startsWith('0X') && /[A-Z]/.test(number) && /\d/.test(number)
}
