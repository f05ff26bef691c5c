import { describe, expect, test } from 'vitest'
import { optionalTypes, piiTypes, preparePiiSearch } from './find-pii.js'

const findPii = preparePiiSearch({
  types: new Set(piiTypes.filter((type) => !optionalTypes.includes(type))),
  countries: [],
  threshold: 0.5,
})
const found = (text: string) => findPii(text).map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`)

describe('finds personal data in sentences of many languages, and nothing else in them', () => {
  test.each([
    ['My number is (415) 555-2671, call after six.', ['phone: (415) 555-2671']],
    ['phone: 5551234', ['phone: 5551234']],
    ['(+34) 612 345 678 or +1 (415) 555-2671 x89', ['phone: (+34) 612 345 678', 'phone: +1 (415) 555-2671 x89']],
    ['0033 6 12 34 56 78', ['phone: 0033 6 12 34 56 78']],
    [
      'Acme, 5 Oak St, Salem, OR 97301 212-555-0123',
      ['street-address: 5 Oak St', 'postcode: 97301', 'phone: 212-555-0123'],
    ],
    ['Meine Handynummer ist 0151 23456789.', ['phone: 0151 23456789']],
    ['Mon portable : 06 12 34 56 78.', ['phone: 06 12 34 56 78']],
    ['Meu celular é (11) 98765-4321 e meu CPF é 111.444.777-35.', ['phone: (11) 98765-4321', 'br-cpf: 111.444.777-35']],
    ['Moja komórka: 501 234 567, PESEL 44051401458.', ['phone: 501 234 567', 'pl-pesel: 44051401458']],
    ['Mijn mobiele nummer is 06-12345678, BSN 111222333.', ['phone: 06-12345678', 'nl-bsn: 111222333']],
    ['Mitt personnummer är 811228-9874.', ['se-personnummer: 811228-9874']],
    ['Puhelin 040 123 4567, hetu 131052-308T.', ['phone: 040 123 4567', 'fi-hetu: 131052-308T']],
    ['Телефон 8 (916) 123-45-67, ИНН 500100732259.', ['phone: 8 (916) 123-45-67', 'ru-inn: 500100732259']],
    ['Паспорт серия 45 08 123456, родился 12.03.1985.', ['ru-passport: 45 08 123456', 'date-of-birth: 12.03.1985']],
    ['Το κινητό μου είναι 6912345678, ΑΦΜ 094259216', ['phone: 6912345678', 'gr-afm: 094259216']],
    ['Telefon numaram 0532 123 45 67', ['phone: 0532 123 45 67']],
    ['電話番号は090-1234-5678です。郵便番号は100-0001。', ['phone: 090-1234-5678', 'postcode: 100-0001']],
    [
      '我的手机号是13812345678，身份证号11010519491231002X',
      ['phone: 13812345678', 'cn-resident-id: 11010519491231002X'],
    ],
    ['전화번호는 010-1234-5678, 주민등록번호는 960121-1021413', ['phone: 010-1234-5678', 'kr-rrn: 960121-1021413']],
    ['โทร 081-234-5678 เลขบัตรประชาชน 1234567890121', ['phone: 081-234-5678', 'th-tnin: 1234567890121']],
    ['मेरा मोबाइल नंबर 98765 43210 है और आधार 3123 4567 8909', ['phone: 98765 43210', 'in-aadhaar: 3123 4567 8909']],
    ['هاتفي ٠٥٠١٢٣٤٥٦٧ ورقم الهوية 1000000008', ['phone: ٠٥٠١٢٣٤٥٦٧', 'sa-national-id: 1000000008']],
    ['הטלפון שלי 050-1234567 ותעודת זהות 123456782', ['phone: 050-1234567', 'il-id: 123456782']],
    ['Số điện thoại 0912 345 678, CCCD 001085012345', ['phone: 0912 345 678', 'vn-citizen-id: 001085012345']],
    ['Nomor HP saya 0812-3456-7890, NIK 3171015708900001', ['phone: 0812-3456-7890', 'id-nik: 3171015708900001']],
    ['Ich wurde am 3. März 1984 geboren.', ['date-of-birth: 3. März 1984']],
    ['Je suis né le 14 juillet 1989.', ['date-of-birth: 14 juillet 1989']],
    ['Nací el 5 de mayo de 1990.', ['date-of-birth: 5 de mayo de 1990']],
    ['Urodziłem się 1 stycznia 1980 r.', ['date-of-birth: 1 stycznia 1980']],
    ['生年月日：1984年3月5日', ['date-of-birth: 1984年3月5日']],
    ['DOB 03/05/84', ['date-of-birth: 03/05/84']],
    ['Date of birth: 19840305', ['date-of-birth: 19840305']],
    ['I wohne in der Lindenstraße 5, 10115 Berlin.', ['street-address: Lindenstraße 5', 'postcode: 10115']],
    ['Écris au 12 rue de la Paix, 75002 Paris.', ['street-address: 12 rue de la Paix', 'postcode: 75002']],
    ['Vivo en Calle de Alcalá 45, 28014 Madrid.', ['street-address: Calle de Alcalá 45', 'postcode: 28014']],
    ['ul. Długa 3, 00-238 Warszawa', ['street-address: ul. Długa 3', 'postcode: 00-238']],
    ['Ship to 221B Baker Street, London NW1 6XE.', ['street-address: 221B Baker Street', 'postcode: NW1 6XE']],
    ['I live at 5 Oak Drive.', ['street-address: 5 Oak Drive']],
    ['P.O. Box 1234, Springfield, IL 62701', ['street-address: P.O. Box 1234', 'postcode: 62701']],
    ['Meine IBAN: DE89 3704 0044 0532 0130 00, BIC DEUTDEFF', ['iban: DE89 3704 0044 0532 0130 00', 'bic: DEUTDEFF']],
    ['{"homePhone": "030/901820", "taxId": "86095742719"}', ['phone: 030/901820', 'de-tax-id: 86095742719']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('finds addresses of currencies by their checksums', () => {
  test.each([
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
    'ltc1qg42tkwuuxefutzxezdkdel39gfstuap288mfea',
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8',
    'rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh',
    '44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A',
    'addr1qx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzer3n0d3vllmyqwsx5wktcd8cc3sq835lu7drv2xwl2wywfgse35a3x',
  ])('%s, and not with one character changed', (address) => {
    expect(found(`pay to ${address} now`)).toEqual([`crypto-address: ${address}`])
    const at = address.length - 8
    const changed = address.slice(0, at) + (address[at] === 'e' ? 'a' : 'e') + address.slice(at + 1)
    expect(found(`pay to ${changed} now`)).toEqual([])
  })
})
