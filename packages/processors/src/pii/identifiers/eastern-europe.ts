import {
  isComplementOf11,
  isDay,
  isDayMonthYear,
  isUniform,
  isYearMonthDay,
  passesLuhn,
  passesMod11And10,
  remainderOf,
  weightedSum,
  weightedValues,
  withoutOffset,
} from '../check-digits.js'
import { type Identifier, score } from '../identifier.js'
import { isGreekTaxNumber, isSlovenianTaxNumber } from './vat-numbers.js'

/** Number of a citizen of what was Yugoslavia: day of birth, region, serial number, check digit modulo 11. */
function jmbg(country: string, type: string, regions: readonly [number, number], context: string[], sample: string) {
  return {
    type,
    kind: 'national-id',
    country,
    length: 13,
    pattern: /^\d{13}$/,
    validate: (number: string) =>
      isDay(
        number.slice(4, 7) < '800' ? `2${number.slice(4, 7)}` : `1${number.slice(4, 7)}`,
        number.slice(2, 4),
        number.slice(0, 2),
      ) &&
      Number(number.slice(7, 9)) >= regions[0] &&
      Number(number.slice(7, 9)) <= regions[1] &&
      isComplementOf11(weightedSum(number, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]), number[12]),
    context,
    score: 0.5,
    samples: [sample],
  } satisfies Identifier
}

/** Identifiers of eastern and south-eastern Europe, and of states that were Soviet republics. */
export const easternEurope: readonly Identifier[] = [
  {
    type: 'cz-rodne-cislo',
    kind: 'national-id',
    country: 'CZ',
    length: 10,
    pattern: /^\d{6}\/?\d{4}$/,
    validate: isBirthNumber,
    context: ['rodné číslo', 'rodne cislo', 'r.č.'],
    score: score.likely,
    bareScore: score.possible,
    samples: ['710319/2745'],
  },
  {
    type: 'sk-rodne-cislo',
    kind: 'national-id',
    country: 'SK',
    length: 10,
    pattern: /^\d{6}\/?\d{4}$/,
    validate: isBirthNumber,
    context: ['rodné číslo', 'rodne cislo'],
    score: score.likely,
    bareScore: score.possible,
    samples: ['710319/2745'],
  },
  {
    type: 'ro-cnp',
    kind: 'national-id',
    country: 'RO',
    length: 13,
    pattern: /^[1-9]\d{12}$/,
    validate: (cnp) => {
      const check = weightedSum(cnp, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11
      const county = Number(cnp.slice(7, 9))
      return isYearMonthDay(cnp.slice(1)) && isRomanianCounty(county) && (check === 10 ? 1 : check) === Number(cnp[12])
    },
    context: ['cnp', 'cod numeric'],
    score: 0.5,
    samples: ['1800101221144'],
  },
  {
    type: 'bg-egn',
    kind: 'national-id',
    country: 'BG',
    length: 10,
    pattern: /^\d{10}$/,
    validate: (egn) =>
      isDay(egn.slice(0, 2), bulgarianMonth(Number(egn.slice(2, 4))), egn.slice(4, 6)) &&
      (weightedSum(egn, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === Number(egn[9]),
    context: ['егн', 'egn', 'единен граждански'],
    score: score.possible,
    samples: ['7523169263'],
  },
  {
    type: 'bg-foreigner-number',
    kind: 'national-id',
    country: 'BG',
    length: 10,
    pattern: /^\d{10}$/,
    validate: (number) => weightedSum(number, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 === Number(number[9]),
    context: ['лнч', 'lnch'],
    score: score.contextual,
    samples: ['7111042925'],
  },
  {
    type: 'hr-oib',
    kind: 'tax-id',
    country: 'HR',
    length: 11,
    pattern: /^\d{11}$/,
    validate: passesMod11And10,
    context: ['oib', 'osobni identifikacijski'],
    score: score.contextual,
    samples: ['33392005961'],
  },
  jmbg('HR', 'hr-jmbg', [30, 39], ['jmbg', 'matični broj'], '0101980330010'),
  jmbg('RS', 'rs-jmbg', [70, 99], ['jmbg', 'матични број', 'matični broj'], '0101980710000'),
  jmbg('BA', 'ba-jmbg', [10, 19], ['jmbg', 'matični broj'], '0101980100007'),
  jmbg('ME', 'me-jmbg', [20, 29], ['jmbg', 'matični broj'], '0101980210007'),
  jmbg('MK', 'mk-embg', [40, 49], ['ембг', 'embg', 'матичен број'], '0101980410006'),
  jmbg('SI', 'si-emso', [50, 59], ['emšo', 'emso', 'matična številka'], '0101006500006'),
  {
    type: 'rs-pib',
    kind: 'tax-id',
    country: 'RS',
    length: 9,
    pattern: /^\d{9}$/,
    validate: passesMod11And10,
    context: ['pib', 'пиб', 'poreski'],
    score: score.contextual,
    samples: ['101134702'],
  },
  {
    type: 'si-tax-number',
    kind: 'tax-id',
    country: 'SI',
    length: 8,
    pattern: /^[1-9]\d{7}$/,
    validate: isSlovenianTaxNumber,
    context: ['davčna številka', 'davčna'],
    score: score.contextual,
    samples: ['50223054'],
  },
  {
    type: 'gr-amka',
    kind: 'social-security',
    country: 'GR',
    length: 11,
    pattern: /^\d{11}$/,
    validate: (amka) => isDayMonthYear(amka) && passesLuhn(amka),
    context: ['amka', 'αμκα'],
    score: score.possible,
    samples: ['01013099997'],
  },
  {
    type: 'gr-afm',
    kind: 'tax-id',
    country: 'GR',
    length: 9,
    pattern: /^\d{9}$/,
    validate: isGreekTaxNumber,
    context: ['afm', 'αφμ', 'α.φ.μ'],
    score: score.contextual,
    samples: ['094259216'],
  },
  {
    type: 'gr-id-card',
    kind: 'national-id',
    country: 'GR',
    length: 8,
    pattern: /^[ABEZHIKMNOPTYX]{2}[- ]?\d{6}$/,
    context: ['αδτ', 'adt', 'δελτίο ταυτότητας', 'αριθμός ταυτότητας'],
    score: score.contextual,
    samples: ['AB 123456'],
  },
  {
    type: 'hu-tax-id',
    kind: 'tax-id',
    country: 'HU',
    length: 10,
    pattern: /^8\d{9}$/,
    validate: (id) => weightedSum(id, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === Number(id[9]),
    context: ['adóazonosító', 'adószám'],
    score: score.possible,
    samples: ['8071592153'],
  },
  {
    type: 'hu-taj',
    kind: 'health-id',
    country: 'HU',
    length: 9,
    pattern: /^\d{3}[- ]?\d{3}[- ]?\d{3}$/,
    validate: (taj) => weightedSum(taj, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === Number(taj[8]) && !isUniform(taj),
    context: ['taj', 'társadalombiztosítási'],
    score: score.contextual,
    samples: ['123 456 788'],
  },
  {
    type: 'hu-personal-id',
    kind: 'national-id',
    country: 'HU',
    length: 11,
    pattern: /^[1-8][- ]?\d{6}[- ]?\d{4}$/,
    validate: (id) => {
      const sum = weightedSum(id, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
      const rising = weightedSum(id, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
      // The weights rise until 1996 and fall since.
      return isYearMonthDay(id.slice(1)) && [sum, rising].some((each) => each % 11 === Number(id[10]))
    },
    context: ['személyi szám', 'személyi azonosító'],
    score: 0.5,
    bareScore: score.possible,
    samples: ['1-850101-1231'],
  },
  {
    type: 'hu-id-card',
    kind: 'national-id',
    country: 'HU',
    length: 8,
    pattern: /^\d{6} ?[A-Z]{2}$/,
    context: ['személyi igazolvány', 'személyazonosító igazolvány'],
    score: score.contextual,
    samples: ['123456AB'],
  },
  {
    type: 'ee-isikukood',
    kind: 'national-id',
    country: 'EE',
    length: 11,
    pattern: /^[1-8]\d{10}$/,
    validate: isBalticCode,
    context: ['isikukood', 'personal identification code'],
    score: 0.45,
    samples: ['36805280109'],
  },
  {
    type: 'lt-asmens-kodas',
    kind: 'national-id',
    country: 'LT',
    length: 11,
    pattern: /^[3-6]\d{10}$/,
    validate: isBalticCode,
    context: ['asmens kodas', 'a.k.'],
    score: 0.45,
    samples: ['33309240064'],
  },
  {
    type: 'lv-personas-kods',
    kind: 'national-id',
    country: 'LV',
    length: 11,
    pattern: /^\d{6}-?\d{5}$/,
    validate: (code) =>
      // Codes since July 2017 hold no day, and begin with 32.
      (code.startsWith('32') || isDayMonthYear(code)) &&
      ((1 + weightedSum(code, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11) % 10 === Number(code[10]),
    context: ['personas kods', 'p.k.'],
    score: score.likely,
    bareScore: score.contextual,
    samples: ['161175-19997'],
  },
  {
    type: 'ua-tax-number',
    kind: 'tax-id',
    country: 'UA',
    length: 10,
    pattern: /^\d{10}$/,
    validate: (number) =>
      (((weightedSum(number, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11) + 11) % 11) % 10 === Number(number[9]),
    context: ['рнокпп', 'іпн', 'rnokpp', 'rntrc', 'ідентифікаційний код', 'ідентифікаційний номер'],
    score: score.contextual,
    samples: ['1759013776'],
  },
  {
    type: 'ru-inn',
    kind: 'tax-id',
    country: 'RU',
    length: [10, 12],
    pattern: /^\d{10}(?:\d{2})?$/,
    validate: (inn) => {
      const check = (weights: readonly number[]) =>
        (weightedSum(inn, weights) % 11) % 10 === Number(inn[weights.length])
      if (inn.length === 10) return check([2, 4, 10, 3, 5, 9, 4, 6, 8])
      return check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) && check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
    },
    context: ['инн', 'inn'],
    score: score.possible,
    samples: ['500100732259', '7707083893'],
  },
  {
    type: 'ru-snils',
    kind: 'social-security',
    country: 'RU',
    length: 11,
    pattern: /^\d{3}-?\d{3}-?\d{3}[- ]?\d{2}$/,
    validate: (snils) => {
      const sum = weightedSum(snils, [9, 8, 7, 6, 5, 4, 3, 2, 1])
      return (sum % 101) % 100 === Number(snils.slice(9)) && !isUniform(snils.slice(0, 9))
    },
    context: ['снилс', 'snils'],
    score: score.likely,
    bareScore: score.possible,
    samples: ['112-233-445 95'],
  },
  {
    type: 'ru-passport',
    kind: 'passport',
    country: 'RU',
    length: 10,
    pattern: /^\d{2} ?\d{2} ?\d{6}$/,
    context: ['паспорт', 'серия', 'russian passport', 'российский'],
    score: score.contextual,
    samples: ['45 08 123456'],
  },
  {
    type: 'by-personal-number',
    kind: 'national-id',
    country: 'BY',
    length: 14,
    pattern: /^[1-6]\d{6}[ABCEHKM]\d{3}(?:PB|BA|BI)\d$/,
    context: ['личный номер', 'асабісты нумар', 'идентификационный номер'],
    score: score.likely,
    samples: ['3110579A014PB3'],
  },
  {
    type: 'kz-iin',
    kind: 'national-id',
    country: 'KZ',
    length: 12,
    pattern: /^\d{6}[0-6]\d{5}$/,
    validate: (iin) => {
      const first = weightedSum(iin, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11
      const check = first === 10 ? weightedSum(iin, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11 : first
      return isYearMonthDay(iin) && check === Number(iin[11])
    },
    context: ['иин', 'iin', 'жсн'],
    score: 0.45,
    samples: ['850101300015'],
  },
  {
    type: 'md-idnp',
    kind: 'national-id',
    country: 'MD',
    length: 13,
    pattern: /^[02]\d{12}$/,
    validate: (idnp) => weightedValues(idnp.slice(0, 12), [7, 3, 1]) % 10 === Number(idnp[12]) && !isUniform(idnp),
    context: ['idnp', 'cod personal'],
    score: score.contextual,
    samples: ['2004001234567'],
  },
  {
    type: 'ge-personal-number',
    kind: 'national-id',
    country: 'GE',
    length: 11,
    pattern: /^\d{11}$/,
    context: ['პირადი ნომერი', 'პირადი'],
    score: score.contextual,
    samples: ['01024085083'],
  },
  {
    type: 'al-national-id',
    kind: 'national-id',
    country: 'AL',
    length: 10,
    pattern: /^[A-T]\d[0156]\d[0-3]\d{4}[A-W]$/,
    context: ['nid', 'numri personal', 'letërnjoftim'],
    score: score.possible,
    samples: ['J05312045K'],
  },
]

/** Day of birth, 50 added to the month of women, 20 where a day has too many; a multiple of eleven. */
function isBirthNumber(number: string): boolean {
  return (
    isDay(number.slice(0, 2), (Number(number.slice(2, 4)) % 50) % 20, number.slice(4, 6)) &&
    remainderOf(number, 11) === 0
  )
}

function isBalticCode(code: string): boolean {
  const first = weightedSum(code, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11
  const second = weightedSum(code, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11
  return isYearMonthDay(code.slice(1)) && (first < 10 ? first : second % 10) === Number(code[10])
}

/** Counties, the sectors of the capital, and the codes of those who were registered elsewhere. */
function isRomanianCounty(county: number): boolean {
  return (
    (county >= 1 && county <= 48) || county === 51 || county === 52 || county === 70 || (county >= 80 && county <= 83)
  )
}

/** Months have 20 more for births before 1900, 40 more for those since 2000. */
function bulgarianMonth(month: number): number {
  return month > 40 ? month - 40 : withoutOffset(month, 20)
}
