import {
  isComplementOf11,
  isDay,
  isPalindrome,
  isUniform,
  isYearMonthDay,
  passesLuhn,
  passesMod11And2,
  passesVerhoeff,
  remainderOf,
  weightedSum,
} from '../check-digits.js'
import { type Identifier, score } from '../identifier.js'

/** Identifiers of Asia, the Pacific, the Near East and Africa. */
export const asiaPacificAfrica: readonly Identifier[] = [
  {
    type: 'au-tfn',
    kind: 'tax-id',
    country: 'AU',
    length: 9,
    pattern: /^\d{3} ?\d{3} ?\d{3}$/,
    validate: (tfn) => weightedSum(tfn, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0 && !isUniform(tfn),
    context: ['tfn', 'tax file'],
    score: score.possible,
    samples: ['876 543 210'],
  },
  {
    type: 'au-abn',
    kind: 'tax-id',
    country: 'AU',
    length: 11,
    pattern: /^[1-9]\d ?\d{3} ?\d{3} ?\d{3}$/,
    validate: (abn) => (weightedSum(abn, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0,
    context: ['abn', 'business number'],
    score: score.likely,
    bareScore: 0.5,
    samples: ['51 824 753 556'],
  },
  {
    type: 'au-acn',
    kind: 'company-id',
    country: 'AU',
    length: 9,
    pattern: /^\d{3} ?\d{3} ?\d{3}$/,
    validate: (acn) =>
      (10 - (weightedSum(acn, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 === Number(acn[8]) && !isUniform(acn),
    context: ['acn', 'company number'],
    score: score.possible,
    samples: ['005 499 981'],
  },
  {
    type: 'au-medicare',
    kind: 'health-id',
    country: 'AU',
    length: 10,
    pattern: /^[2-6]\d{3} ?\d{5} ?\d$/,
    validate: (number) => weightedSum(number, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(number[8]),
    context: ['medicare'],
    score: 0.5,
    bareScore: score.possible,
    samples: ['2123 45670 1'],
  },
  {
    type: 'nz-ird',
    kind: 'tax-id',
    country: 'NZ',
    length: [8, 9],
    pattern: /^\d{2,3}-?\d{3}-?\d{3}$/,
    validate: isIrd,
    context: ['ird', 'inland revenue'],
    score: score.contextual,
    samples: ['49-091-850'],
  },
  {
    type: 'in-aadhaar',
    kind: 'national-id',
    country: 'IN',
    length: 12,
    pattern: /^[2-9]\d{3}[- ]?\d{4}[- ]?\d{4}$/,
    validate: (number) => passesVerhoeff(number) && !isPalindrome(number),
    context: ['aadhaar', 'aadhar', 'uidai', 'आधार'],
    score: score.likely,
    bareScore: score.possible,
    samples: ['3123-4567-8909'],
  },
  {
    type: 'in-pan',
    kind: 'tax-id',
    country: 'IN',
    length: 10,
    pattern: /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/,
    context: ['pan', 'permanent account', 'income tax'],
    score: 0.5,
    samples: ['ABBPM4567S'],
  },
  {
    type: 'in-gstin',
    kind: 'tax-id',
    country: 'IN',
    length: 15,
    pattern: /^(?:0[1-9]|[12]\d|3[0-7])[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/,
    context: ['gstin', 'gst'],
    score: score.likely,
    samples: ['27ABCDE1234F1Z5'],
  },
  {
    type: 'in-voter',
    kind: 'national-id',
    country: 'IN',
    length: 10,
    pattern: /^[A-Z]{3}\d{7}$/,
    context: ['voter', 'epic', 'vote', 'election'],
    score: score.possible,
    samples: ['DBJ2289013'],
  },
  {
    type: 'in-passport',
    kind: 'passport',
    country: 'IN',
    length: 8,
    pattern: /^[A-PR-WY][1-9]\d ?\d{4}[1-9]$/,
    context: ['passport'],
    score: score.contextual,
    samples: ['J6932157'],
  },
  {
    type: 'in-vehicle-registration',
    kind: 'vehicle',
    country: 'IN',
    length: [8, 10],
    pattern:
      /^(?:A[NPRS]|BR|C[GH]|D[DLN]|G[AJ]|H[PR]|J[HK]|K[AL]|L[ADH]|M[HLNPZ]|NL|O[DR]|P[BY]|RJ|SK|T[GNRS]|U[KPT]|WB)[- ]?\d{1,2}[- ]?[A-Z]{1,3}[- ]?\d{4}$/,
    context: ['vehicle', 'registration', 'number plate', 'rto'],
    score: 0.5,
    samples: ['DL01CA1234'],
  },
  {
    type: 'sg-nric-fin',
    kind: 'national-id',
    country: 'SG',
    length: 9,
    pattern: /^[STFGM]\d{7}[A-Z]$/,
    validate: isNric,
    context: ['nric', 'fin'],
    score: score.sure,
    samples: ['S0000001I'],
  },
  {
    type: 'sg-uen',
    kind: 'tax-id',
    country: 'SG',
    length: [9, 10],
    pattern: /^(?:\d{8}[A-Z]|(?:19|20)\d{7}[A-Z]|[TSR]\d{2}[A-Z]{2}\d{4}[A-Z])$/,
    validate: isEntityNumber,
    context: ['uen', 'entity number'],
    score: score.possible,
    samples: ['53125226D'],
  },
  {
    type: 'kr-rrn',
    kind: 'national-id',
    country: 'KR',
    length: 13,
    pattern: /^\d{6}-?[1-4]\d{6}$/,
    validate: (rrn) => isDay(rrn.slice(0, 2), rrn.slice(2, 4), rrn.slice(4, 6)) && isKoreanRegion(rrn),
    context: ['rrn', '주민등록', '주민번호', 'resident registration'],
    score: score.likely,
    bareScore: score.possible,
    samples: ['960121-1021413'],
  },
  {
    type: 'kr-frn',
    kind: 'national-id',
    country: 'KR',
    length: 13,
    pattern: /^\d{6}-?[5-8]\d{6}$/,
    validate: (frn) => isDay(frn.slice(0, 2), frn.slice(2, 4), frn.slice(4, 6)) && isKoreanRegion(frn),
    context: ['frn', '외국인등록', 'foreigner registration'],
    score: score.likely,
    bareScore: score.possible,
    samples: ['050912-6000012'],
  },
  {
    type: 'kr-brn',
    kind: 'company-id',
    country: 'KR',
    length: 10,
    pattern: /^\d{3}-?\d{2}-?\d{5}$/,
    validate: (brn) => {
      const sum = weightedSum(brn, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor((Number(brn[8]) * 5) / 10)
      return (10 - (sum % 10)) % 10 === Number(brn[9])
    },
    context: ['brn', '사업자등록', 'business registration'],
    score: score.likely,
    bareScore: score.possible,
    samples: ['104-86-56659'],
  },
  {
    type: 'kr-driving-licence',
    kind: 'driving-licence',
    country: 'KR',
    length: 12,
    pattern: /^(?:1[1-9]|2[0-8])[- ]?\d{2}[- ]?\d{6}[- ]?\d{2}$/,
    context: ['license', 'licence', '운전면허'],
    score: score.possible,
    samples: ['11-22-123456-12'],
  },
  {
    type: 'kr-passport',
    kind: 'passport',
    country: 'KR',
    length: 9,
    pattern: /^[MSRODG](?:\d{8}|\d{3}[A-Z]\d{4})$/,
    context: ['passport', '여권'],
    score: score.contextual,
    samples: ['M123A4567', 'M12345678'],
  },
  {
    type: 'th-tnin',
    kind: 'national-id',
    country: 'TH',
    length: 13,
    pattern: /^[1-8][- ]?\d{4}[- ]?\d{5}[- ]?\d{2}[- ]?\d$/,
    validate: (id) =>
      (11 - (weightedSum(id, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(id[12]) &&
      Number(id.slice(1, 3)) >= 10 &&
      Number(id.slice(1, 3)) <= 96,
    context: ['tnin', 'thai', 'ประชาชน', 'national id'],
    score: score.likely,
    bareScore: score.possible,
    samples: ['1234567890121'],
  },
  {
    type: 'cn-resident-id',
    kind: 'national-id',
    country: 'CN',
    length: 18,
    pattern: /^[1-8]\d{5}(?:19|20)\d{9}[0-9X]$/,
    validate: (id) => isDay(id.slice(6, 10), id.slice(10, 12), id.slice(12, 14)) && passesMod11And2(id),
    context: ['身份证', 'resident id', 'id card'],
    score: score.sure,
    samples: ['11010519491231002X'],
  },
  {
    type: 'jp-my-number',
    kind: 'national-id',
    country: 'JP',
    length: 12,
    pattern: /^\d{4}[- ]?\d{4}[- ]?\d{4}$/,
    validate: (number) =>
      isComplementOf11(weightedSum(number, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]), number[11]) && !isUniform(number),
    context: ['my number', 'マイナンバー', '個人番号'],
    score: score.contextual,
    samples: ['1234 5678 9018'],
  },
  {
    type: 'tw-national-id',
    kind: 'national-id',
    country: 'TW',
    length: 10,
    pattern: /^[A-Z][1289]\d{8}$/,
    validate: isTaiwanId,
    context: ['身分證', 'national id', 'roc id'],
    score: score.likely,
    samples: ['A123456789'],
  },
  {
    type: 'my-nric',
    kind: 'national-id',
    country: 'MY',
    length: 12,
    pattern: /^\d{6}-?\d{2}-?\d{4}$/,
    validate: (id) => isYearMonthDay(id) && !NO_PLACE_OF_BIRTH.has(id.slice(6, 8)),
    context: ['mykad', 'nric', 'kad pengenalan'],
    score: 0.5,
    bareScore: score.contextual,
    samples: ['900101-14-5678'],
  },
  {
    type: 'ph-tin',
    kind: 'tax-id',
    country: 'PH',
    length: [9, 12],
    pattern: /^[0-5]\d{2}-?\d{3}-?\d{3}(?:-?\d{3})?$/,
    context: ['tin', 'bir', 'taxpayer'],
    score: score.contextual,
    samples: ['123-456-789-000'],
  },
  {
    type: 'il-id',
    kind: 'national-id',
    country: 'IL',
    length: 9,
    pattern: /^\d{8}-?\d$/,
    validate: (id) => passesLuhn(id) && !isUniform(id),
    context: ['teudat zehut', 'תעודת זהות', 'israeli id'],
    score: score.contextual,
    samples: ['123456782'],
  },
  {
    type: 'ae-emirates-id',
    kind: 'national-id',
    country: 'AE',
    length: 15,
    pattern: /^784[- ]?(?:19|20)\d{2}[- ]?\d{7}[- ]?\d$/,
    validate: passesLuhn,
    context: ['emirates id', 'الهوية'],
    score: score.sure,
    samples: ['784-1980-1234567-8'],
  },
  {
    type: 'za-id-number',
    kind: 'national-id',
    country: 'ZA',
    length: 13,
    pattern: /^\d{6} ?\d{4} ?[0-2]\d{2}$/,
    validate: (id) => isDay(id.slice(0, 2), id.slice(2, 4), id.slice(4, 6)) && passesLuhn(id),
    context: ['rsa id', 'south african', 'id number', 'permanent resident'],
    score: score.likely,
    samples: ['8001015009087'],
  },
  {
    type: 'ng-vehicle-registration',
    kind: 'vehicle',
    country: 'NG',
    length: 8,
    pattern: /^[A-HJ-NP-Y]{3}[- ]?\d{3}-?[A-Z]{2}$/,
    context: ['plate', 'vehicle', 'registration'],
    score: 0.5,
    bareScore: score.possible,
    samples: ['APP-456CV'],
  },
]

function isIrd(ird: string): boolean {
  const digits = ird.padStart(9, '0')
  const first = 11 - (weightedSum(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)
  const second = 11 - (weightedSum(digits, [7, 4, 3, 2, 5, 2, 7, 6]) % 11)
  const check = first === 10 ? second : first
  return check % 11 === Number(digits[8]) && Number(ird) > 10_000_000
}

const NRIC_LETTERS = { ST: 'JZIHGFEDCBA', FG: 'XWUTRQPNMLK', M: 'XWUTRQPNJLK' } as const

function isNric(nric: string): boolean {
  const first = nric[0] as string
  const sum = weightedSum(nric.slice(1, 8), [2, 7, 6, 5, 4, 3, 2])
  if (first === 'M') return NRIC_LETTERS.M[(sum + 3) % 11] === nric[8]
  const letters = 'ST'.includes(first) ? NRIC_LETTERS.ST : NRIC_LETTERS.FG
  return letters[(sum + ('TG'.includes(first) ? 4 : 0)) % 11] === nric[8]
}

/** The region goes up to 95. The check digit says nothing any more: numbers given since October 2020 end at random. */
function isKoreanRegion(number: string): boolean {
  return Number(number.slice(7, 9)) <= 95
}

const TAIWAN_LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'

function isTaiwanId(id: string): boolean {
  const region = String(TAIWAN_LETTERS.indexOf(id[0] as string) + 10)
  return remainderOf(String(weightedSum(region + id.slice(1), [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1])), 10) === 0
}

/** Codes that no state of Malaysia and no country has. */
const NO_PLACE_OF_BIRTH = new Set('00 17 18 19 20 69 70 73 80 81 94 95 96 97'.split(' '))

const ENTITY_CHARACTERS = 'ABCDEFGHJKLMNPQRSTUVWX0123456789'

/** Number of an entity of Singapore: a business, a company with its year, or another one with the letters of its type. */
function isEntityNumber(uen: string): boolean {
  const check = uen.at(-1)
  if (uen.length === 9) return 'XMKECAWLJDB'[weightedSum(uen, [10, 4, 9, 3, 8, 2, 7, 1]) % 11] === check
  if (/^\d/.test(uen)) return 'ZKCMDNERGWH'[weightedSum(uen, [10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11] === check
  const sum = [4, 3, 5, 3, 10, 2, 2, 5, 7].reduce(
    (total, weight, place) => total + weight * ENTITY_CHARACTERS.indexOf(uen[place] as string),
    0,
  )
  return ENTITY_CHARACTERS[(sum + 6) % 11] === check
}
