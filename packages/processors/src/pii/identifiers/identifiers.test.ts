import { describe, expect, test } from 'vitest'
import { identifiers } from './index.js'

/** Numbers that were made by the rule of their country, none of a person or company that is known. */
const VALID: Readonly<Record<string, readonly string[]>> = {
  'ar-cuit': ['20-39285056-3', '50-22201027-3'],
  'au-abn': ['42 471 083 798', '62 408 044 030'],
  'be-nrn': ['02.06.63-543.76', '22.03.63-943.75'],
  'bg-egn': ['8042153804', '2108158807', '0352271966'],
  bic: ['HOBANEZ2', 'IGNESSO5DCV'],
  'ch-uid': ['CHE-068.150.078', 'CHE-479.135.062'],
  'cn-social-credit-code': ['35641878063989342C', '75696973063786331Q'],
  'de-tax-id': ['13674790285', '39825240718', '30075804918'],
  'ec-cedula': ['1904928213', '0361782998'],
  'fr-nir': ['8 59 41 64 486 918 24', '8 76 41 19 683 213 51'],
  'id-nik': ['7355161908318433', '6203022801365762'],
  'is-kennitala': ['150871-5309', '640347-3339'],
  'it-fiscal-code': ['CUDILT32M60E513S', 'CWMHST98M20E034U'],
  'it-vat-code': ['01262110370', '09862660447'],
  'lv-personas-kods': ['301175-96811', '328673-00679'],
  'mu-nic': ['P2505700457853', 'G0505703499263'],
  'mx-curp': ['HEWI060427MVZRNL02', 'HOEV020315MVZAHQ80'],
  'my-nric': ['580728-03-5327', '251219-45-5317'],
  'no-bank-account': ['2957.73.89894', '0993.59.10487'],
  'pe-dni': ['68072453-4', '08154753-5', '10117410-G'],
  'ro-cnp': ['5601221330486', '3801104226111', '9261102807956'],
  'sg-uen': ['37723234C', '67429191C', '63151598D'],
  'si-tax-number': ['91543649', '83480072', '83980300'],
}

/** Numbers of the same form that a rule rules out, by what it says. */
const INVALID: readonly (readonly [type: string, number: string, why: string])[] = [
  ['be-nrn', '81.57.30-039.26', 'there is no month 17'],
  ['bg-egn', '3392274980', 'there is no month 52'],
  ['bg-egn', '6864244776', 'months from 41 on have no 20 besides'],
  ['ch-uid', 'CHE-513.375.140', 'a check digit of ten is not issued'],
  ['de-tax-id', '86465250713', 'two digits stand there twice'],
  ['de-tax-id', '62095230719', 'two digits stand there twice'],
  ['eu-vat-number', 'BG0426928793', 'ten digits have a check digit'],
  ['eu-vat-number', 'IT80703173155', 'no province has this number'],
  ['eu-vat-number', 'NL539207445B00', 'branches are counted from 01'],
  ['id-nik', '6871018708900001', 'no province has this number'],
  ['id-nik', '3171018308900001', 'there is no day 43'],
  ['is-kennitala', '520171-3396', 'the last digit is the century'],
  ['it-fiscal-code', 'CUDILF82T79E686Y', 'there is no day 39'],
  ['it-vat-code', '59652965407', 'no province has this number'],
  ['lv-personas-kods', '321174-78711', 'codes without a day have a check digit too'],
  ['mu-nic', 'J2906201704189', 'the check character'],
  ['mx-curp', 'HEGG560427MVURRL04', 'no state has these letters'],
  ['my-nric', '480501-96-6452', 'no place of birth has this number'],
  ['no-bank-account', '9264.13.89210', 'a check digit of ten is not issued'],
  ['no-fodselsnummer', '95098901265', 'there is no day 55'],
  ['no-organisation-number', '941 858 040', 'a check digit of ten is not issued'],
  ['pe-dni', '10119460-2', 'the check digit'],
  ['ro-cnp', '2381215497969', 'no county has the number 49'],
  ['sg-uen', '53122226D', 'the check letter'],
  ['si-tax-number', '53080300', 'there is none without a remainder'],
  ['us-ein', '49-2881647', 'no campus gives this prefix'],
]

describe('numbers of a country', () => {
  test.each(Object.entries(VALID).flatMap(([type, numbers]) => numbers.map((number) => [type, number] as const)))(
    '%s: %s',
    (type, number) => {
      expect(isOfType(type, number)).toBe(true)
    },
  )

  test.each(INVALID)('not %s: %s, %s', (type, number) => {
    expect(isOfType(type, number)).toBe(false)
  })
})

function isOfType(type: string, number: string): boolean {
  const compact = number.replaceAll(/[^\dA-Z]/g, '')
  return identifiers.some(
    (each) => each.type === type && each.pattern.test(number) && (each.validate?.(compact) ?? true),
  )
}
