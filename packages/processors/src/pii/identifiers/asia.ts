import { isDay, isUniform, isYearMonthDay, passesLuhn, weightedSum, withoutOffset } from '../check-digits.js'
import { type Identifier, score } from '../identifier.js'

/** More identifiers of Asia and the Pacific. */
export const asia: readonly Identifier[] = [
  {
    type: 'in-driving-licence',
    kind: 'driving-licence',
    country: 'IN',
    length: [15, 16],
    pattern: /^[A-Z]{2}[- ]?\d{2}[- ]?(?:19|20)\d{2}[- ]?\d{7}$/,
    context: ['driving licence', 'driving license', 'dl no'],
    score: score.likely,
    samples: ['MH12 20110012345'],
  },
  {
    type: 'in-ifsc',
    kind: 'bank-account',
    country: 'IN',
    length: 11,
    pattern: /^[A-Z]{4}0[A-Z0-9]{6}$/,
    context: ['ifsc'],
    score: score.contextual,
    samples: ['SBIN0005943'],
  },
  {
    type: 'in-health-account',
    kind: 'health-id',
    country: 'IN',
    length: 14,
    pattern: /^\d{2}-?\d{4}-?\d{4}-?\d{4}$/,
    context: ['abha', 'ayushman', 'health id'],
    score: score.contextual,
    samples: ['91-1234-5678-9012'],
  },
  {
    type: 'pk-cnic',
    kind: 'national-id',
    country: 'PK',
    length: 13,
    pattern: /^[1-7]\d{4}-?\d{7}-?\d$/,
    context: ['cnic', 'nicop', 'شناختی'],
    score: score.likely,
    bareScore: score.contextual,
    samples: ['34201-0891231-8'],
  },
  {
    type: 'bd-nid',
    kind: 'national-id',
    country: 'BD',
    length: [10, 17],
    pattern: /^(?:\d{10}|\d{13}|(?:19|20)\d{15})$/,
    context: ['nid', 'জাতীয় পরিচয়পত্র'],
    score: score.contextual,
    samples: ['1984123456789'],
  },
  {
    type: 'lk-nic',
    kind: 'national-id',
    country: 'LK',
    length: [10, 12],
    pattern: /^(?:\d{9}[VX]|(?:19|20)\d{10})$/,
    validate: (nic) => {
      const day = Number(nic.length === 10 ? nic.slice(2, 5) : nic.slice(4, 7)) % 500
      return nic.length !== 11 && day >= 1 && day <= 366
    },
    context: ['nic', 'sri lanka'],
    score: score.possible,
    samples: ['853400937V', '198534000937'],
  },
  {
    type: 'hk-id',
    kind: 'national-id',
    country: 'HK',
    length: [8, 9],
    pattern: /^[A-Z]{1,2}\d{6}(?:\([0-9A]\)|[0-9A])$/,
    validate: isHongKongId,
    context: ['hkid', 'hong kong id', '香港身份證', '身份證'],
    score: score.likely,
    bareScore: score.possible,
    samples: ['A123456(3)', 'A1234563'],
  },
  {
    type: 'cn-social-credit-code',
    kind: 'company-id',
    country: 'CN',
    length: 18,
    pattern: /^[1-9ANY][1-59]\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/,
    validate: isSocialCreditCode,
    context: ['统一社会信用代码', '信用代码'],
    score: score.sure,
    samples: ['91110000600037341L'],
  },
  {
    type: 'cn-passport',
    kind: 'passport',
    country: 'CN',
    length: 9,
    pattern: /^(?:E[A-Z0-9]|[GDSP]\d)\d{7}$/,
    context: ['护照', 'chinese passport'],
    score: score.contextual,
    samples: ['E12345678'],
  },
  {
    type: 'tw-business-number',
    kind: 'company-id',
    country: 'TW',
    length: 8,
    pattern: /^\d{8}$/,
    validate: (number) => {
      const sum = Array.from(number, (digit, place) => Number(digit) * ([1, 2, 1, 2, 1, 2, 4, 1][place] as number))
        .map((product) => Math.floor(product / 10) + (product % 10))
        .reduce((total, value) => total + value, 0)
      return sum % 5 === 0 || (number[6] === '7' && (sum + 1) % 5 === 0)
    },
    context: ['統一編號', '統編'],
    score: score.contextual,
    samples: ['00501503'],
  },
  {
    type: 'jp-driving-licence',
    kind: 'driving-licence',
    country: 'JP',
    length: 12,
    pattern: /^\d{4}[- ]?\d{4}[- ]?\d{4}$/,
    context: ['運転免許', '免許証番号'],
    score: score.contextual,
    samples: ['123456789012'],
  },
  {
    type: 'jp-passport',
    kind: 'passport',
    country: 'JP',
    length: 9,
    pattern: /^[A-Z]{2}\d{7}$/,
    context: ['パスポート', '旅券', 'japanese passport'],
    score: score.contextual,
    samples: ['TK1234567'],
  },
  {
    type: 'jp-residence-card',
    kind: 'national-id',
    country: 'JP',
    length: 12,
    pattern: /^[A-Z]{2}\d{8}[A-Z]{2}$/,
    context: ['在留カード', '在留', 'residence card'],
    score: score.possible,
    samples: ['AB12345678CD'],
  },
  {
    type: 'vn-citizen-id',
    kind: 'national-id',
    country: 'VN',
    length: 12,
    pattern: /^0\d{2}[0-9]\d{8}$/,
    context: ['cccd', 'căn cước', 'cmnd', 'chứng minh nhân dân'],
    score: score.contextual,
    samples: ['001085012345'],
  },
  {
    type: 'vn-tax-code',
    kind: 'tax-id',
    country: 'VN',
    length: [10, 13],
    pattern: /^\d{10}(?:-?\d{3})?$/,
    validate: (code) => 10 - (weightedSum(code, [31, 29, 23, 19, 17, 13, 7, 5, 3]) % 11) === Number(code[9]),
    context: ['mã số thuế', 'mst'],
    score: score.contextual,
    samples: ['0100233488'],
  },
  {
    type: 'id-nik',
    kind: 'national-id',
    country: 'ID',
    length: 16,
    pattern: /^(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])\d{14}$/,
    validate: (nik) => {
      const day = withoutOffset(Number(nik.slice(6, 8)), 40)
      return isDay(nik.slice(10, 12), nik.slice(8, 10), day) && nik.slice(12) !== '0000'
    },
    context: ['nik', 'ktp', 'nomor induk'],
    score: score.contextual,
    samples: ['3171015708900001'],
  },
  {
    type: 'id-npwp',
    kind: 'tax-id',
    country: 'ID',
    length: 15,
    pattern: /^\d{2}\.?\d{3}\.?\d{3}\.?\d-?\d{3}\.?\d{3}$/,
    validate: (npwp) => passesLuhn(npwp.slice(0, 9)),
    context: ['npwp'],
    score: score.likely,
    bareScore: score.contextual,
    samples: ['01.312.166.0-091.000'],
  },
  {
    type: 'ph-sss',
    kind: 'social-security',
    country: 'PH',
    length: 10,
    pattern: /^\d{2}-\d{7}-\d$/,
    context: ['sss'],
    score: score.possible,
    samples: ['34-1234567-8'],
  },
  {
    type: 'ph-philhealth',
    kind: 'health-id',
    country: 'PH',
    length: 12,
    pattern: /^\d{2}-?\d{9}-?\d$/,
    context: ['philhealth'],
    score: score.contextual,
    samples: ['12-345678901-2'],
  },
  {
    type: 'my-passport',
    kind: 'passport',
    country: 'MY',
    length: 9,
    pattern: /^[AHK]\d{8}$/,
    context: ['pasport', 'malaysian passport'],
    score: score.contextual,
    samples: ['A12345678'],
  },
  {
    type: 'sg-passport',
    kind: 'passport',
    country: 'SG',
    length: 9,
    pattern: /^[EK]\d{7}[A-Z]$/,
    context: ['singapore passport', 'passport'],
    score: score.contextual,
    samples: ['E1234567K'],
  },
  {
    type: 'th-passport',
    kind: 'passport',
    country: 'TH',
    length: [8, 9],
    pattern: /^[A-Z]{1,2}\d{6,7}$/,
    context: ['หนังสือเดินทาง', 'thai passport'],
    score: score.contextual,
    samples: ['AA1234567'],
  },
  {
    type: 'ir-national-code',
    kind: 'national-id',
    country: 'IR',
    length: 10,
    pattern: /^\d{10}$/,
    validate: (code) => {
      const remainder = weightedSum(code, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
      return (remainder < 2 ? remainder : 11 - remainder) === Number(code[9]) && !isUniform(code)
    },
    context: ['کد ملی', 'کدملی', 'شماره ملی', 'melli'],
    score: score.contextual,
    samples: ['0013542419'],
  },
  {
    type: 'sa-national-id',
    kind: 'national-id',
    country: 'SA',
    length: 10,
    pattern: /^[12]\d{9}$/,
    validate: passesLuhn,
    context: ['iqama', 'الهوية الوطنية', 'رقم الهوية', 'إقامة', 'الإقامة', 'saudi id'],
    score: score.contextual,
    samples: ['1000000008'],
  },
  {
    type: 'kw-civil-id',
    kind: 'national-id',
    country: 'KW',
    length: 12,
    pattern: /^[123]\d{11}$/,
    validate: (id) =>
      isYearMonthDay(id.slice(1)) && 11 - (weightedSum(id, [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11) === Number(id[11]),
    context: ['civil id', 'الرقم المدني', 'البطاقة المدنية'],
    score: 0.45,
    samples: ['285010100015'],
  },
  {
    type: 'qa-id',
    kind: 'national-id',
    country: 'QA',
    length: 11,
    pattern: /^[23]\d{10}$/,
    context: ['qid', 'qatar id', 'البطاقة الشخصية'],
    score: score.contextual,
    samples: ['28463401234'],
  },
  {
    type: 'bh-cpr',
    kind: 'national-id',
    country: 'BH',
    length: 9,
    pattern: /^\d{2}(?:0[1-9]|1[0-2])\d{5}$/,
    context: ['cpr', 'الرقم الشخصي', 'bahrain id'],
    score: score.contextual,
    samples: ['850112345'],
  },
  {
    type: 'jo-national-number',
    kind: 'national-id',
    country: 'JO',
    length: 10,
    pattern: /^[29]\d{9}$/,
    context: ['الرقم الوطني'],
    score: score.contextual,
    samples: ['9851012345'],
  },
  {
    type: 'au-passport',
    kind: 'passport',
    country: 'AU',
    length: [8, 9],
    pattern: /^[A-Z]{1,2}\d{7}$/,
    context: ['australian passport', 'passport'],
    score: score.contextual,
    samples: ['PA1234567'],
  },
  {
    type: 'au-bank-account',
    kind: 'bank-account',
    country: 'AU',
    length: [12, 15],
    pattern: /^\d{3}-\d{3} ?\d{6,9}$/,
    context: ['bsb'],
    score: score.possible,
    samples: ['062-000 12345678'],
  },
  {
    type: 'au-bsb',
    kind: 'bank-account',
    country: 'AU',
    length: 6,
    pattern: /^\d{3}-?\d{3}$/,
    context: ['bsb'],
    score: score.contextual,
    samples: ['062-000'],
  },
  {
    type: 'nz-nhi',
    kind: 'health-id',
    country: 'NZ',
    length: 7,
    pattern: /^[A-HJ-NP-Z]{3}(?:\d{4}|\d{2}[A-HJ-NP-Z]{2})$/,
    validate: isHealthIndex,
    context: ['nhi', 'national health index'],
    score: score.possible,
    samples: ['ZZZ0016', 'ZBN77VL'],
  },
  {
    type: 'nz-bank-account',
    kind: 'bank-account',
    country: 'NZ',
    length: [15, 16],
    pattern: /^\d{2}-\d{4}-\d{7}-\d{2,3}$/,
    context: ['bank account', 'account'],
    score: 0.7,
    samples: ['01-0902-0068389-00'],
  },
  {
    type: 'nz-passport',
    kind: 'passport',
    country: 'NZ',
    length: [7, 8],
    pattern: /^[A-Z]{1,2}\d{6}$/,
    context: ['new zealand passport'],
    score: score.contextual,
    samples: ['LF123456'],
  },
  {
    type: 'nz-driving-licence',
    kind: 'driving-licence',
    country: 'NZ',
    length: 8,
    pattern: /^[A-Z]{2}\d{6}$/,
    context: ['nz driver', 'new zealand driver', 'nz licence'],
    score: score.contextual,
    samples: ['DA123456'],
  },
]

/** Letters count from ten, a missing first one as a blank (36); weights fall from nine. */
function isHongKongId(id: string): boolean {
  const digits = id.replaceAll(/[()]/g, '').padStart(9, ' ')
  const sum = Array.from(digits, (character, place) => {
    const value = character === ' ' ? 36 : Number.parseInt(character, 36)
    return value * (9 - place)
  }).reduce((total, value) => total + value, 0)
  return sum % 11 === 0
}

const CREDIT_CODE = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Powers of three modulo 31 (GB 32100-2015). */
function isSocialCreditCode(code: string): boolean {
  let weight = 1
  let sum = 0
  for (const character of code.slice(0, 17)) {
    sum += CREDIT_CODE.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return CREDIT_CODE[(31 - (sum % 31)) % 31] === code[17]
}

const HEALTH_INDEX = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** The old form has a check digit modulo 11, the new one a check letter modulo 23 (HISO 10046). */
function isHealthIndex(nhi: string): boolean {
  const sum = Array.from(nhi.slice(0, 6), (character, place) => {
    const value = /\d/.test(character) ? Number(character) : HEALTH_INDEX.indexOf(character) + 1
    return value * (7 - place)
  }).reduce((total, value) => total + value, 0)
  if (/\d$/.test(nhi)) return sum % 11 !== 0 && (11 - (sum % 11)) % 10 === Number(nhi[6])
  return HEALTH_INDEX[22 - (sum % 23)] === nhi[6]
}
