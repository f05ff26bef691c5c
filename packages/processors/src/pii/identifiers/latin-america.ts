import { isComplementOf11, isDay, isUniform, isYearMonthDay, passesLuhn, weightedSum } from '../check-digits.js'
import { type Identifier, score } from '../identifier.js'

/** More identifiers of Latin America. */
export const latinAmerica: readonly Identifier[] = [
  {
    type: 'mx-clabe',
    kind: 'bank-account',
    country: 'MX',
    length: 18,
    pattern: /^\d{3} ?\d{3} ?\d{11} ?\d$/,
    validate: (clabe) => {
      const sum = Array.from(clabe.slice(0, 17), Number)
        .map((digit, place) => (digit * ([3, 7, 1][place % 3] as number)) % 10)
        .reduce((total, value) => total + value, 0)
      return (10 - (sum % 10)) % 10 === Number(clabe[17]) && !isUniform(clabe)
    },
    context: ['clabe', 'cuenta clabe', 'interbancaria'],
    score: score.possible,
    samples: ['032180000118359719'],
  },
  {
    type: 'mx-social-security',
    kind: 'social-security',
    country: 'MX',
    length: 11,
    pattern: /^\d{2}[- ]?\d{2}[- ]?\d{2}[- ]?\d{4}[- ]?\d$/,
    validate: (nss) => passesLuhn(nss) && !isUniform(nss),
    context: ['nss', 'imss', 'seguro social'],
    score: score.contextual,
    samples: ['12345678903'],
  },
  {
    type: 'mx-voter-key',
    kind: 'national-id',
    country: 'MX',
    length: 18,
    pattern: /^[A-Z]{6}\d{8}[HM]\d{3}$/,
    validate: (key) => isYearMonthDay(key.slice(6)),
    context: ['clave de elector', 'ine', 'ife'],
    score: 0.8,
    samples: ['GMVLMR80070501M100'],
  },
  {
    type: 'ar-cbu',
    kind: 'bank-account',
    country: 'AR',
    length: 22,
    pattern: /^\d{8} ?\d{14}$/,
    validate: (cbu) => {
      const check = (digits: string, weights: readonly number[]) =>
        (10 - (weightedSum(digits, weights) % 10)) % 10 === Number(digits[weights.length])
      return check(cbu, [7, 1, 3, 9, 7, 1, 3]) && check(cbu.slice(8), [3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3])
    },
    context: ['cbu', 'clave bancaria'],
    score: score.likely,
    samples: ['2850590940090418135201'],
  },
  {
    type: 'br-pis',
    kind: 'social-security',
    country: 'BR',
    length: 11,
    pattern: /^\d{3}\.?\d{5}\.?\d{2}-?\d$/,
    validate: (pis) => isComplementOf11(weightedSum(pis, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]), pis[10]) && !isUniform(pis),
    context: ['pis', 'pasep', 'nis', 'nit'],
    score: score.likely,
    bareScore: score.contextual,
    samples: ['120.56412.54-5'],
  },
  {
    type: 'br-health-card',
    kind: 'health-id',
    country: 'BR',
    length: 15,
    pattern: /^[1-2789]\d{2} ?\d{4} ?\d{4} ?\d{4}$/,
    validate: (cns) => weightedSum(cns, [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
    context: ['cns', 'cartão sus', 'cartão nacional de saúde'],
    score: score.possible,
    samples: ['100000000060018'],
  },
  {
    type: 'br-driving-licence',
    kind: 'driving-licence',
    country: 'BR',
    length: 11,
    pattern: /^\d{11}$/,
    context: ['cnh', 'habilitação', 'carteira de motorista'],
    score: score.contextual,
    samples: ['98765432100'],
  },
  {
    type: 'br-rg',
    kind: 'national-id',
    country: 'BR',
    length: [8, 9],
    pattern: /^(?:\d{7,8}|\d{1,2}\.\d{3}\.\d{3})-?[0-9X]$/,
    context: ['rg', 'registro geral', 'carteira de identidade'],
    score: score.contextual,
    samples: ['12.345.678-9'],
  },
  {
    type: 'br-voter-id',
    kind: 'national-id',
    country: 'BR',
    length: 12,
    pattern: /^\d{4} ?\d{4} ?(?:0[1-9]|1\d|2[0-8])\d{2}$/,
    context: ['título de eleitor', 'titulo de eleitor', 'título eleitoral'],
    score: score.contextual,
    samples: ['1234 5678 0191'],
  },
  {
    type: 'br-passport',
    kind: 'passport',
    country: 'BR',
    length: 8,
    pattern: /^[A-Z]{2}\d{6}$/,
    context: ['passaporte brasileiro', 'brazilian passport', 'passaporte'],
    score: score.contextual,
    samples: ['FN123456'],
  },
  {
    type: 'co-nit',
    kind: 'tax-id',
    country: 'CO',
    length: [9, 10],
    pattern: /^\d{1,3}\.?\d{3}\.?\d{3}-?\d$/,
    validate: (nit) => {
      const digits = [...nit.slice(0, -1)].reverse().join('')
      return (
        '01987654321'[weightedSum(digits, [3, 7, 13, 17, 19, 23, 29, 37, 41].slice(0, digits.length)) % 11] ===
        nit.at(-1)
      )
    },
    context: ['nit'],
    score: score.contextual,
    samples: ['213.123.432-1'],
  },
  {
    type: 'co-cedula',
    kind: 'national-id',
    country: 'CO',
    length: [6, 10],
    pattern: /^(?:\d{6,10}|\d{1,4}\.\d{3}\.\d{3}|\d\.\d{3}\.\d{3}\.\d{3})$/,
    context: ['cédula de ciudadanía', 'cedula de ciudadania', 'c.c.', 'cédula'],
    score: score.contextual,
    samples: ['1.020.345.678'],
  },
  {
    type: 'pe-ruc',
    kind: 'tax-id',
    country: 'PE',
    length: 11,
    pattern: /^(?:10|15|17|20)\d{9}$/,
    validate: (ruc) => (11 - (weightedSum(ruc, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(ruc[10]),
    context: ['ruc'],
    score: score.possible,
    samples: ['20512333797'],
  },
  {
    type: 'pe-dni',
    kind: 'national-id',
    country: 'PE',
    length: [8, 9],
    pattern: /^\d{8}(?:-?[0-9A-K])?$/,
    validate: (dni) => dni.length === 8 || isPeruvianCheck(dni),
    context: ['dni', 'documento nacional'],
    score: score.contextual,
    samples: ['10117410-2'],
  },
  {
    type: 've-rif',
    kind: 'tax-id',
    country: 'VE',
    length: 10,
    pattern: /^[VEJPG]-?\d{8}-?\d$/,
    validate: (rif) => {
      const sum =
        ({ V: 4, E: 8, J: 12, P: 16, G: 20 }[rif[0] as string] ?? 0) +
        weightedSum(rif.slice(1), [3, 2, 7, 6, 5, 4, 3, 2])
      return '00987654321'[sum % 11] === rif[9]
    },
    context: ['rif'],
    score: score.likely,
    bareScore: score.possible,
    samples: ['V-11470283-4'],
  },
  {
    type: 've-cedula',
    kind: 'national-id',
    country: 'VE',
    length: [7, 9],
    pattern: /^[VE]-? ?\d{1,2}\.?\d{3}\.?\d{3}$/,
    context: ['cédula', 'cedula', 'c.i.'],
    score: score.contextual,
    samples: ['V-12.345.678'],
  },
  {
    type: 'uy-ci',
    kind: 'national-id',
    country: 'UY',
    length: 8,
    pattern: /^\d\.?\d{3}\.?\d{3}-?\d$/,
    validate: (ci) => (10 - (weightedSum(ci, [2, 9, 8, 7, 6, 3, 4]) % 10)) % 10 === Number(ci[7]),
    context: ['cédula', 'cedula', 'c.i.'],
    score: 0.4,
    bareScore: score.contextual,
    samples: ['3.456.789-4'],
  },
  {
    type: 'py-ruc',
    kind: 'tax-id',
    country: 'PY',
    length: [6, 9],
    pattern: /^\d{5,8}-\d$/,
    validate: (ruc) => {
      const sum = [...ruc.slice(0, -1)]
        .reverse()
        .reduce((total, digit, place) => total + Number(digit) * (place + 2), 0)
      return ((11 - (sum % 11)) % 11) % 10 === Number(ruc.at(-1))
    },
    context: ['ruc'],
    score: score.possible,
    samples: ['80028061-0'],
  },
  {
    type: 'ec-ruc',
    kind: 'tax-id',
    country: 'EC',
    length: 13,
    pattern: /^(?:0[1-9]|1\d|2[0-4])\d{8}-?\d{2}[1-9]$/,
    context: ['ruc'],
    score: score.contextual,
    samples: ['1792060346-001'],
  },
  {
    type: 'do-cedula',
    kind: 'national-id',
    country: 'DO',
    length: 11,
    pattern: /^\d{3}-?\d{7}-?\d$/,
    validate: (cedula) => passesLuhn(cedula) && !isUniform(cedula),
    context: ['cédula', 'cedula'],
    score: score.likely,
    bareScore: score.contextual,
    samples: ['001-1391820-5'],
  },
  {
    type: 'do-rnc',
    kind: 'tax-id',
    country: 'DO',
    length: 9,
    pattern: /^\d-?\d{2}-?\d{5}-?\d$/,
    validate: (rnc) => ((10 - (weightedSum(rnc, [7, 9, 8, 6, 5, 4, 3, 2]) % 11) + 9) % 9) + 1 === Number(rnc[8]),
    context: ['rnc'],
    score: score.contextual,
    samples: ['1-01-85004-3'],
  },
  {
    type: 'cr-cedula',
    kind: 'national-id',
    country: 'CR',
    length: 9,
    pattern: /^[1-9]-?0?\d{3}-?\d{4}$/,
    context: ['cédula', 'cedula'],
    score: score.contextual,
    samples: ['1-0913-0259'],
  },
  {
    type: 'gt-cui',
    kind: 'national-id',
    country: 'GT',
    length: 13,
    pattern: /^\d{4} ?\d{5} ?\d{4}$/,
    validate: (cui) => {
      const department = Number(cui.slice(9, 11))
      const isChecked = weightedSum(cui, [2, 3, 4, 5, 6, 7, 8, 9]) % 11 === Number(cui[8])
      return isChecked && department >= 1 && department <= 22 && Number(cui.slice(11)) >= 1
    },
    context: ['cui', 'dpi'],
    score: score.possible,
    samples: ['1234 56789 0101'],
  },
  {
    type: 'sv-dui',
    kind: 'national-id',
    country: 'SV',
    length: 9,
    pattern: /^\d{8}-?\d$/,
    validate: (dui) => (10 - (weightedSum(dui, [9, 8, 7, 6, 5, 4, 3, 2]) % 10)) % 10 === Number(dui[8]),
    context: ['dui', 'documento único'],
    score: score.possible,
    bareScore: score.contextual,
    samples: ['00016297-5'],
  },
  {
    type: 'cu-identity-number',
    kind: 'national-id',
    country: 'CU',
    length: 11,
    pattern: /^\d{11}$/,
    validate: (number) => isDay(number.slice(0, 2), number.slice(2, 4), number.slice(4, 6)),
    context: ['carné de identidad', 'carnet de identidad', 'ci'],
    score: score.contextual,
    samples: ['91021527775'],
  },
]

/** The check character of a DNI, a digit or a letter in its place. */
function isPeruvianCheck(dni: string): boolean {
  const remainder = weightedSum(dni, [3, 2, 7, 6, 5, 4, 3, 2]) % 11
  return '65432110987'[remainder] === dni[8] || 'KJIHGFEDCBA'[remainder] === dni[8]
}
