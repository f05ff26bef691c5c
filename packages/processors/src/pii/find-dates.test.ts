import { describe, expect, test } from 'vitest'
import { findDates } from './find-dates.js'
import { scanText } from './scan-text.js'

const found = (text: string) =>
  findDates(scanText(text), true).map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`)

describe('findDates', () => {
  test.each([
    ['on 2024-05-03.', ['date: 2024-05-03']],
    ['at 2024-05-03T10:15:30.123Z', ['date: 2024-05-03T10:15:30.123Z']],
    ['05/03/2024, 3.5.2024 and 03-05-24', ['date: 05/03/2024', 'date: 3.5.2024', 'date: 03-05-24']],
    ['3 March 2024 or March 3rd, 2024', ['date: 3 March 2024', 'date: March 3rd, 2024']],
    [
      'le 3 mars 2024, am 3. März, el 3 de marzo de 2024',
      ['date: 3 mars 2024', 'date: 3. März', 'date: 3 de marzo de 2024'],
    ],
    ['21-May, May-21 and May 2021', ['date: 21-May', 'date: May-21', 'date: May 2021']],
    ['2024年5月3日', ['date: 2024年5月3日']],
    ['2024년 5월 3일', ['date: 2024년 5월 3일']],
    ['in 1984, 05/2024 or 2024-05', ['date: 1984', 'date: 05/2024', 'date: 2024-05']],
    ['at 3:45 PM on Friday', ['date: 3:45 PM', 'date: Friday']],
    ['born 12/31/1984', ['date-of-birth: 12/31/1984']],
    ['she was born in 1984', ['date: 1984']],
    ['30 February 2024 and 31/31/2024', ['date: February 2024']],
    ['version 2024, v1984, 2024.1.2.3, /2024/05/03/, $1984', []],
    ['5 of 12, 1/2, 10-20', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})
