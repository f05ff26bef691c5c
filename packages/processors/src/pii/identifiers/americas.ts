import { isComplementOf11, isDay, isUniform, passesLuhn, weightedSum } from '../check-digits.js'
import { type Identifier, score } from '../identifier.js'

const PASSPORT = ['passport', 'travel document']

/** Identifiers of North and South America. */
export const americas: readonly Identifier[] = [
  {
    type: 'us-ssn',
    kind: 'social-security',
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
    kind: 'tax-id',
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
    kind: 'bank-account',
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
    kind: 'health-id',
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
    kind: 'health-id',
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
    kind: 'health-id',
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
    kind: 'passport',
    country: 'US',
    length: 9,
    pattern: /^[A-Z0-9]\d{8}$/,
    context: PASSPORT,
    score: score.contextual,
    samples: ['A12803456'],
  },
  {
    type: 'us-driving-licence',
    kind: 'driving-licence',
    country: 'US',
    length: [5, 17],
    pattern: /^(?:[A-Z]{1,3}-?)?\d{1,14}(?:-\d{1,6}){0,4}[A-Z]{0,2}$/,
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
    kind: 'bank-account',
    country: 'US',
    length: [8, 17],
    pattern: /^\d{8,17}$/,
    context: ['bank account', 'checking account', 'savings account', 'account number', 'account no'],
    score: score.contextual,
    samples: ['945456787654'],
  },
  {
    type: 'us-ein',
    kind: 'tax-id',
    country: 'US',
    length: 9,
    pattern: /^(?:0[1-6]|1[0-6]|2[0-7]|3\d|4[0-8]|5\d|6[0-8]|7[1-7]|8[0-8]|9[0-589])-?\d{7}$/,
    context: ['ein', 'employer identification', 'fein', 'federal tax'],
    score: score.contextual,
    samples: ['12-3456789'],
  },
  {
    type: 'us-alien-number',
    kind: 'national-id',
    country: 'US',
    length: [8, 10],
    pattern: /^A[- ]?\d{7,9}$/,
    context: ['alien registration', 'alien number', 'uscis', 'green card', 'a-number'],
    score: score.contextual,
    samples: ['A012345678'],
  },
  {
    type: 'us-medical-record-number',
    kind: 'health-id',
    country: 'US',
    length: [6, 12],
    pattern: /^[A-Z]{0,2}-?\d{6,10}$/,
    context: ['mrn', 'medical record number', 'medical record no'],
    score: score.contextual,
    samples: ['12345678'],
  },
  {
    type: 'ca-sin',
    kind: 'social-security',
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
    type: 'ca-health-number-on',
    kind: 'health-id',
    country: 'CA',
    length: [10, 12],
    pattern: /^[1-9]\d{3}[- ]?\d{3}[- ]?\d{3}(?:[- ]?[A-Z]{2})?$/,
    validate: (number) => passesLuhn(number.slice(0, 10)) && !isUniform(number.slice(0, 10)),
    context: ['ohip', 'health card', 'ontario health'],
    score: score.contextual,
    samples: ['9876-543-217-AB'],
  },
  {
    type: 'ca-health-number-bc',
    kind: 'health-id',
    country: 'CA',
    length: 10,
    pattern: /^9\d{3}[- ]?\d{3}[- ]?\d{3}$/,
    validate: (number) => isComplementOf11(weightedSum(number.slice(1), [2, 4, 8, 5, 10, 9, 7, 3]), number[9], 'X'),
    context: ['phn', 'personal health number', 'care card'],
    score: score.contextual,
    samples: ['9698 658 215'],
  },
  {
    type: 'ca-health-number-qc',
    kind: 'health-id',
    country: 'CA',
    length: 12,
    pattern: /^[A-Z]{4}[- ]?\d{4}[- ]?\d{4}$/,
    validate: (number) => isDay(number.slice(4, 6), Number(number.slice(6, 8)) % 50, number.slice(8, 10)),
    context: ['ramq', 'assurance maladie', 'assurance-maladie'],
    score: 0.4,
    samples: ['BOUF 9401 1419'],
  },
  {
    type: 'ca-passport',
    kind: 'passport',
    country: 'CA',
    length: 8,
    pattern: /^[A-Z]{2}\d{6}$/,
    context: ['canadian passport', 'passport'],
    score: score.contextual,
    samples: ['GA123456'],
  },
  {
    type: 'ca-driving-licence',
    kind: 'driving-licence',
    country: 'CA',
    length: 15,
    pattern: /^[A-Z]\d{4}-?\d{5}-?\d{5}$/,
    context: ["driver's licence", 'ontario licence', 'permis de conduire'],
    score: 0.4,
    samples: ['D6101-40706-60905'],
  },
  {
    type: 'ca-business-number',
    kind: 'company-id',
    country: 'CA',
    length: 15,
    pattern: /^\d{9} ?R[CMPTRZ] ?\d{4}$/,
    validate: (number) => passesLuhn(number.slice(0, 9)),
    context: ['business number', 'gst', 'hst'],
    score: score.likely,
    samples: ['123456782RC0001'],
  },
  {
    type: 'br-cpf',
    kind: 'tax-id',
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
    kind: 'tax-id',
    country: 'BR',
    length: 14,
    pattern: /^[0-9A-Z]{2}\.?[0-9A-Z]{3}\.?[0-9A-Z]{3}\/?[0-9A-Z]{4}-?\d{2}$/,
    validate: isCnpj,
    context: ['cnpj'],
    score: score.sure,
    bareScore: score.likely,
    samples: ['11.222.333/0001-81', '12.ABC.345/01DE-35'],
  },
  {
    type: 'mx-curp',
    kind: 'national-id',
    country: 'MX',
    length: 18,
    pattern:
      /^[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX](?:AS|B[CS]|C[CHLMS]|D[FG]|G[RT]|HG|JC|M[CNS]|N[ELT]|OC|PL|Q[RT]|S[LPR]|T[CLS]|VZ|YN|ZS)[A-Z]{3}[A-Z0-9]\d$/,
    validate: isCurp,
    context: ['curp'],
    score: score.sure,
    samples: ['HEGG560427MVZRRL04'],
  },
  {
    type: 'mx-rfc',
    kind: 'tax-id',
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
    kind: 'tax-id',
    country: 'AR',
    length: 11,
    pattern: /^(?:20|23|24|27|30|33|34|50|51|55)[- ]?\d{8}[- ]?\d$/,
    validate: (cuit) => isComplementOf11(weightedSum(cuit, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]), cuit[10], '9'),
    context: ['cuit', 'cuil'],
    score: score.likely,
    bareScore: score.possible,
    samples: ['20-17254359-7'],
  },
  {
    type: 'ar-dni',
    kind: 'national-id',
    country: 'AR',
    length: [7, 8],
    pattern: /^\d{1,2}\.?\d{3}\.?\d{3}$/,
    context: ['dni', 'documento nacional'],
    score: score.contextual,
    samples: ['20.123.456'],
  },
  {
    type: 'cl-rut',
    kind: 'tax-id',
    country: 'CL',
    length: [8, 9],
    pattern: /^(?:\d{7,8}|\d{1,2}\.\d{3}\.\d{3})-?[0-9K]$/,
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
    kind: 'national-id',
    country: 'EC',
    length: 10,
    pattern: /^(?:0[1-9]|1\d|2[0-4]|30|50)[0-6]\d{6}-?\d$/,
    validate: passesLuhn,
    context: ['cédula', 'cedula'],
    score: score.contextual,
    samples: ['1710034065'],
  },
]

/** Letters, which are given out since 2026, count from 17 (A). */
function isCnpj(cnpj: string): boolean {
  const values = Array.from(cnpj, (character) => character.charCodeAt(0) - 48)
  const isChecked = (weights: readonly number[]) => {
    const sum = weights.reduce((total, weight, place) => total + weight * (values[place] as number), 0)
    return isComplementOf11(sum, cnpj[weights.length])
  }
  const weights = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]
  return !isUniform(cnpj) && isChecked(weights) && isChecked([6, ...weights])
}

const CURP_DIGITS = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ'

function isCurp(curp: string): boolean {
  const sum = [...curp.slice(0, 17)].reduce(
    (total, character, place) => total + CURP_DIGITS.indexOf(character) * (18 - place),
    0,
  )
  return isDay(curp.slice(4, 6), curp.slice(6, 8), curp.slice(8, 10)) && (10 - (sum % 10)) % 10 === Number(curp[17])
}
