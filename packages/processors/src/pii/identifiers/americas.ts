import { isComplementOf11, isDay, isUniform, passesLuhn, weightedSum } from '../check-digits.js'
import { type Identifier, score } from '../identifier.js'

const PASSPORT = ['passport', 'travel document']

/** Identifiers of North and South America. */
export const americas: readonly Identifier[] = [
  {
    type: 'us-ssn',
    country: 'US',
    length: 9,
    pattern: /^(?:\d{9}|\d{3}-\d{2}-\d{4}|\d{3} \d{2} \d{4}|\d{3}\.\d{2}\.\d{4})$/,
    validate: (ssn) =>
      !/^(?:000|666|9)/.test(ssn) &&
      ssn.slice(3, 5) !== '00' &&
      ssn.slice(5) !== '0000' &&
      !/^(?:123456789|078051120)$/.test(ssn) &&
      !isUniform(ssn),
    context: ['ssn', 'social security', 'ss number'],
    score: score.likely,
    bareScore: score.possible,
    samples: ['078-05-1123', '219 09 9998'],
  },
  {
    type: 'us-itin',
    country: 'US',
    length: 9,
    pattern: /^9\d{2}[- ]?\d{2}[- ]?\d{4}$/,
    validate: (itin) => /^(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])$/.test(itin.slice(3, 5)),
    context: ['itin', 'taxpayer', 'tax id'],
    score: score.likely,
    bareScore: 0.3,
    samples: ['911-70-1234'],
  },
  {
    type: 'us-aba-routing-number',
    country: 'US',
    length: 9,
    pattern: /^\d{4}-?\d{4}-?\d$/,
    validate: (aba) =>
      /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(aba) &&
      !isUniform(aba) &&
      weightedSum(aba, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0,
    context: ['aba', 'routing', 'rtn', 'bank'],
    score: score.likely,
    bareScore: score.possible,
    samples: ['121000358'],
  },
  {
    type: 'us-npi',
    country: 'US',
    length: 10,
    pattern: /^[12]\d{3}[- ]?\d{3}[- ]?\d{3}$/,
    validate: (npi) => passesLuhn(`80840${npi}`) && !isUniform(npi),
    context: ['npi', 'provider'],
    score: score.possible,
    samples: ['1245319599'],
  },
  {
    type: 'us-mbi',
    country: 'US',
    length: 11,
    pattern:
      /^[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d-?[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}$/,
    context: ['mbi', 'medicare', 'beneficiary'],
    score: score.likely,
    samples: ['1EG4-TE5-MK73'],
  },
  {
    type: 'us-dea-number',
    country: 'US',
    length: 9,
    pattern: /^[A-HJ-NP-UX][A-Z9]\d{7}$/,
    validate: (dea) => (weightedSum(dea.slice(2), [1, 2, 1, 2, 1, 2]) - Number(dea[8])) % 10 === 0,
    context: ['dea', 'medical license', 'prescriber'],
    score: 0.5,
    samples: ['AB1234563'],
  },
  {
    type: 'us-passport',
    country: 'US',
    length: 9,
    pattern: /^[A-Z0-9]\d{8}$/,
    context: PASSPORT,
    score: score.contextual,
    samples: ['A12803456'],
  },
  {
    type: 'us-driving-licence',
    country: 'US',
    length: [5, 17],
    pattern: /^(?:[A-Z]{1,2}[- ]?)?\d{1,14}(?:-\d{2,6}){0,3}$/,
    validate: (licence) => licence.length >= 6,
    context: [
      "driver's license",
      'drivers license',
      'driver license',
      'driver’s license',
      'driving license',
      'dl number',
    ],
    score: score.contextual,
    samples: ['D1234567'],
  },
  {
    type: 'us-bank-account',
    country: 'US',
    length: [8, 17],
    pattern: /^\d{8,17}$/,
    context: ['bank account', 'checking account', 'savings account', 'account number', 'account no'],
    score: score.contextual,
    samples: ['945456787654'],
  },
  {
    type: 'ca-sin',
    country: 'CA',
    length: 9,
    pattern: /^(?:\d{9}|\d{3}-\d{3}-\d{3}|\d{3} \d{3} \d{3})$/,
    validate: (sin) => /^[1-79]/.test(sin) && passesLuhn(sin) && !isUniform(sin),
    context: ['sin', 'social insurance', 'assurance sociale'],
    score: score.likely,
    bareScore: score.possible,
    samples: ['731-530-150'],
  },
  {
    type: 'br-cpf',
    country: 'BR',
    length: 11,
    pattern: /^\d{3}\.?\d{3}\.?\d{3}[- ]?\d{2}$/,
    validate: (cpf) =>
      !isUniform(cpf) &&
      isComplementOf11(weightedSum(cpf, [10, 9, 8, 7, 6, 5, 4, 3, 2]), cpf[9]) &&
      isComplementOf11(weightedSum(cpf, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]), cpf[10]),
    context: ['cpf', 'pessoa física'],
    score: score.sure,
    bareScore: 0.5,
    samples: ['111.444.777-35'],
  },
  {
    type: 'br-cnpj',
    country: 'BR',
    length: 14,
    pattern: /^\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}$/,
    validate: (cnpj) =>
      !isUniform(cnpj) &&
      isComplementOf11(weightedSum(cnpj, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]), cnpj[12]) &&
      isComplementOf11(weightedSum(cnpj, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]), cnpj[13]),
    context: ['cnpj'],
    score: score.sure,
    bareScore: score.likely,
    samples: ['11.222.333/0001-81'],
  },
  {
    type: 'mx-curp',
    country: 'MX',
    length: 18,
    pattern: /^[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d$/,
    validate: isCurp,
    context: ['curp'],
    score: score.sure,
    samples: ['HEGG560427MVZRRL04'],
  },
  {
    type: 'mx-rfc',
    country: 'MX',
    length: 13,
    pattern: /^[A-Z&Ñ]{4}\d{6}[A-Z0-9]{2}[0-9A]$/,
    validate: (rfc) => isDay(rfc.slice(4, 6), rfc.slice(6, 8), rfc.slice(8, 10)),
    context: ['rfc', 'contribuyentes'],
    score: score.likely,
    samples: ['GODE561231GR8'],
  },
  {
    type: 'ar-cuit',
    country: 'AR',
    length: 11,
    pattern: /^(?:20|23|24|27|30|33|34)[- ]?\d{8}[- ]?\d$/,
    validate: (cuit) => isComplementOf11(weightedSum(cuit, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]), cuit[10], '9'),
    context: ['cuit', 'cuil'],
    score: score.likely,
    bareScore: score.possible,
    samples: ['20-17254359-7'],
  },
  {
    type: 'ar-dni',
    country: 'AR',
    length: [7, 8],
    pattern: /^\d{1,2}\.?\d{3}\.?\d{3}$/,
    context: ['dni', 'documento nacional'],
    score: score.contextual,
    samples: ['20.123.456'],
  },
  {
    type: 'cl-rut',
    country: 'CL',
    length: [8, 9],
    pattern: /^\d{1,2}\.?\d{3}\.?\d{3}-?[0-9K]$/,
    validate: (rut) => {
      const digits = [...rut.slice(0, -1)].reverse()
      const sum = digits.reduce((total, digit, place) => total + Number(digit) * (2 + (place % 6)), 0)
      return isComplementOf11(sum, rut.at(-1), 'K') && !isUniform(rut.slice(0, -1))
    },
    context: ['rut', 'run', 'rol único'],
    score: score.likely,
    bareScore: score.contextual,
    samples: ['12.345.678-5'],
  },
  {
    type: 'ec-cedula',
    country: 'EC',
    length: 10,
    pattern: /^(?:0[1-9]|1\d|2[0-4])[0-5]\d{6}-?\d$/,
    validate: passesLuhn,
    context: ['cédula', 'cedula'],
    score: score.contextual,
    samples: ['1710034065'],
  },
]

const CURP_DIGITS = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ'

function isCurp(curp: string): boolean {
  const sum = [...curp.slice(0, 17)].reduce(
    (total, character, place) => total + CURP_DIGITS.indexOf(character) * (18 - place),
    0,
  )
  return isDay(curp.slice(4, 6), curp.slice(6, 8), curp.slice(8, 10)) && (10 - (sum % 10)) % 10 === Number(curp[17])
}
