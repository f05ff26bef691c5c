import { isUniform, passesLuhn, passesMod97 } from '../check-digits.js'
import { type Identifier, score } from '../identifier.js'
import { ibanLengths } from './iban-lengths.js'

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
    !isUniform(digits) &&
    CARD_ISSUERS.some(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits))
  )
}

function isIban(iban: string): boolean {
  return ibanLengths[iban.slice(0, 2)] === iban.length && passesMod97(iban.slice(4) + iban.slice(0, 4))
}

/** Identifiers that are not of one country. */
export const worldwide: readonly Identifier[] = [
  {
    type: 'payment-card',
    length: [12, 19],
    pattern: /^\d{4}(?:[ -]?\d){8,15}$/,
    validate: isCard,
    context: ['card', 'credit', 'debit', 'visa', 'mastercard', 'amex', 'karte', 'carte', 'tarjeta', 'carta', 'cartão'],
    score: 0.8,
    samples: ['4111 1111 1111 1111', '378282246310005', '5555-5555-5555-4444'],
  },
  {
    type: 'iban',
    length: [15, 34],
    pattern: /^[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}$/,
    validate: isIban,
    context: ['iban', 'account', 'bank', 'konto', 'compte', 'cuenta', 'conto', 'conta', 'rekening'],
    score: score.sure,
    samples: ['GB82 WEST 1234 5698 7654 32', 'DE89370400440532013000'],
  },
  {
    type: 'bic',
    length: [8, 11],
    pattern: /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/,
    validate: (bic) => /\d/.test(bic) && bic.slice(4, 6) in ibanLengths,
    context: ['bic', 'swift'],
    score: score.contextual,
    samples: ['COBADEF1XXX'],
  },
]
