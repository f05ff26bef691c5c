import { describe, expect, test } from 'vitest'
import { parseContentType } from './content-type.js'

const seventy = 'b'.repeat(70)

describe('parseContentType reads', () => {
  test.each([
    { header: 'multipart/form-data; boundary=edge-7f3a', boundary: 'edge-7f3a' },
    { header: 'multipart/form-data;boundary=edge-7f3a', boundary: 'edge-7f3a' },
    { header: ' multipart/form-data \t; \tboundary=b \t', boundary: 'b' },
    { header: 'Multipart/Form-Data; BOUNDARY=B', boundary: 'B' },
    { header: 'multipart/form-data; boundary="b"', boundary: 'b' },
    { header: 'multipart/form-data; boundary="a b:c=d"', boundary: 'a b:c=d' },
    { header: 'multipart/form-data; boundary="a\\"b\\\\c\\d"', boundary: 'a"b\\c\\d' },
    { header: 'multipart/form-data; boundary="a;b"; charset=utf-8', boundary: 'a;b', charset: 'utf-8' },
    { header: 'multipart/form-data;charset=ISO-8859-1;boundary="b"', boundary: 'b', charset: 'ISO-8859-1' },
    { header: 'multipart/form-data; charset="utf-8"; boundary=b', boundary: 'b', charset: 'utf-8' },
    { header: 'multipart/form-data; boundary=----=_Part_1_12.34', boundary: '----=_Part_1_12.34' },
    { header: 'multipart/form-data; boundary=a/b?c,d', boundary: 'a/b?c,d' },
    { header: 'multipart/form-data; boundary=b;', boundary: 'b' },
    { header: 'multipart/form-data;; x=y; boundary=b', boundary: 'b' },
    { header: `multipart/form-data; boundary=${seventy}`, boundary: seventy },
  ])('$header', ({ header, boundary, charset }) => {
    expect(parseContentType(header)).toEqual({ boundary, charset })
  })
})

describe('[protocol 21] parseContentType refuses', () => {
  test.each([
    { header: undefined, code: 'CONTENT_TYPE_MISSING' },
    { header: '', code: 'CONTENT_TYPE_MISSING' },
    { header: ' \t ', code: 'CONTENT_TYPE_MISSING' },
    { header: '; boundary=b', code: 'CONTENT_TYPE_MISSING' },
    { header: 'application/json', code: 'CONTENT_TYPE_UNSUPPORTED' },
    { header: 'multipart/mixed; boundary=b', code: 'CONTENT_TYPE_UNSUPPORTED' },
    { header: 'multipart/form-data boundary=b', code: 'CONTENT_TYPE_UNSUPPORTED' },
    { header: 'multipart/form-data, text/plain; boundary=b', code: 'CONTENT_TYPE_UNSUPPORTED' },
    { header: 'multipart/form-data', code: 'BOUNDARY_MISSING' },
    { header: 'multipart/form-data; charset=utf-8', code: 'BOUNDARY_MISSING' },
    { header: 'multipart/form-data; boundary=', code: 'BOUNDARY_MISSING' },
    { header: 'multipart/form-data; boundary=""', code: 'BOUNDARY_MISSING' },
    { header: 'multipart/form-data; boundary', code: 'BOUNDARY_MISSING' },
    { header: 'multipart/form-data; boundary="b', code: 'BOUNDARY_MISSING' },
    { header: 'multipart/form-data; boundary="b"c', code: 'BOUNDARY_MISSING' },
    { header: 'multipart/form-data; boundary = b', code: 'BOUNDARY_MISSING' },
    { header: 'multipart/form-data; boundary=b c', code: 'BOUNDARY_MISSING' },
    { header: 'multipart/form-data; boundary=b; boundary=c', code: 'BOUNDARY_MISSING' },
    { header: 'multipart/form-data; boundary="b "', code: 'BOUNDARY_MISSING' },
    { header: 'multipart/form-data; boundary="b\tc"', code: 'BOUNDARY_MISSING' },
    { header: 'multipart/form-data; boundary="\u00e9"', code: 'BOUNDARY_MISSING' },
    { header: `multipart/form-data; boundary=${seventy}b`, code: 'BOUNDARY_MISSING' },
  ])('$header', ({ header, code }) => {
    expect(() => parseContentType(header)).toThrow(expect.objectContaining({ code, status: 415 }))
  })
})

test('an error names the media type, but not more of it than fits a line', () => {
  expect(() => parseContentType('application/json')).toThrow('must be multipart/form-data; it is "application/json".')
  expect(() => parseContentType(`a/${'b'.repeat(1000)}`)).toThrow(/; it is "a\/b{62}\.\.\."\.$/)
})

test.each([
  ['white space', `multipart/form-data;${' \t'.repeat(50_000)}=`],
  ['an open quote', `multipart/form-data;boundary="${'\\"'.repeat(50_000)}`],
  ['parameters', `multipart/form-data${';a'.repeat(50_000)}`],
  ['empty parameters', `multipart/form-data${';'.repeat(100_000)}`],
])('a header of 100 KB of %s takes linear time', (_, header) => {
  const start = performance.now()
  expect(() => parseContentType(header)).toThrow()
  expect(performance.now() - start).toBeLessThan(500)
})
