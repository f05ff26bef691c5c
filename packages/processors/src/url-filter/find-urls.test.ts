import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findUrls } from './find-urls.js'

/** What was found, as written and as parsed. */
const found = (text: string) =>
  findUrls(text).map(({ start, end, place, url }) => `${place} ${text.slice(start, end)} = ${url}`)
const written = (text: string) => findUrls(text).map(({ start, end }) => text.slice(start, end))

describe('findUrls', () => {
  test.each([
    { text: 'see https://example.com/a?b=c#d.', urls: ['https://example.com/a?b=c#d'] },
    { text: '(https://example.com/a_(b)), and', urls: ['https://example.com/a_(b)'] },
    { text: '**https://example.com**', urls: ['https://example.com'] },
    { text: '“https://example.com/x”，然后', urls: ['https://example.com/x'] },
    { text: '<https://example.com>', urls: ['https://example.com'] },
    { text: 'http://[2001:db8::1]:80/x', urls: ['http://[2001:db8::1]:80/x'] },
    { text: 'https:\\\\example.com\\x', urls: ['https:\\\\example.com\\x'] },
    { text: 'HTTPS://EXAMPLE.COM', urls: ['HTTPS://EXAMPLE.COM'] },
    { text: 'postgres://db.example.com:5432/x', urls: ['postgres://db.example.com:5432/x'] },
    { text: 'go to example.com or www.example.de now', urls: ['example.com', 'www.example.de'] },
    { text: 'example.io/path, example.dev:8080', urls: ['example.io/path', 'example.dev:8080'] },
    { text: 'curl 169.254.169.254/latest/meta-data', urls: ['169.254.169.254/latest/meta-data'] },
    { text: 'bücher.example.com/x', urls: ['bücher.example.com/x'] },
    { text: 'at the end.https://example.com', urls: ['https://example.com'] },
    { text: 'git+https://example.com/x', urls: ['git+https://example.com/x'] },
    { text: 'a javascript:alert(1) b', urls: ['javascript:alert(1)'] },
    { text: 'data:text/html;base64,PHNjcmlwdD4=', urls: ['data:text/html;base64,PHNjcmlwdD4='] },
    { text: 'from //example.com/x, not a//b.com', urls: ['//example.com/x'] },
    { text: 'https://example\u3002com/x\u3002OK', urls: ['https://example\u3002com/x'] },
    { text: 'https://example.com\u3002OK http://localhost\u3002OK', urls: ['https://example.com', 'http://localhost'] },
    { text: 'https://example.com\u200f שלום', urls: ['https://example.com'] },
    { text: 'x,https://a.example.com,https://b.example.com', urls: ['https://a.example.com,https://b.example.com'] },
  ])('finds $urls in $text', ({ text, urls }) => {
    expect(written(text)).toEqual(urls)
  })

  test.each([
    { text: 'hxxps://evil[.]example[.]com/x', url: 'https://evil.example.com/x' },
    { text: 'evil[.]example(.)com', url: 'http://evil.example.com' },
    { text: 'evil[dot]example[dot]com', url: 'http://evil.example.com' },
    { text: 'https[:]//example.com', url: 'https://example.com' },
    { text: 'https[://]example.com', url: 'https://example.com' },
    { text: 'h**p://example.com/a', url: 'http://example.com/a' },
  ])('reads $text', ({ text, url }) => {
    expect(findUrls(`at ${text}, today`)).toMatchObject([{ start: 3, end: 3 + text.length, url, isDefanged: true }])
  })

  test.each([
    { text: '[label](https://example.com/x "title")', found: ['link https://example.com/x = https://example.com/x'] },
    {
      text: '![alt](https://example.com/a.png)',
      found: ['image https://example.com/a.png = https://example.com/a.png'],
    },
    {
      text: '[a [b](https://example.com/b) c](https://example.com/c)',
      found: [
        'link https://example.com/b = https://example.com/b',
        'link https://example.com/c = https://example.com/c',
      ],
    },
    {
      text: '[![alt](https://a.example/i)](https://b.example)',
      found: ['image https://a.example/i = https://a.example/i', 'link https://b.example = https://b.example'],
    },
    { text: '[x](<https://example.com/a b>)', found: ['link https://example.com/a b = https://example.com/a b'] },
    { text: '[x](//example.com/a)', found: ['link //example.com/a = https://example.com/a'] },
    { text: '[x](javascript&colon;alert(1))', found: ['link javascript&colon;alert(1) = javascript:alert(1)'] },
    { text: '[1]: https://example.com/x', found: ['link https://example.com/x = https://example.com/x'] },
    { text: '![a][1]\n[1]: https://example.com/x', found: ['image https://example.com/x = https://example.com/x'] },
    {
      text: '<a href="https://example.com/?a=1&amp;b=2">x</a>',
      found: ['link https://example.com/?a=1&amp;b=2 = https://example.com/?a=1&b=2'],
    },
    { text: "<img alt=x src = '//example.com/i'>", found: ['image //example.com/i = https://example.com/i'] },
    { text: '<img/src=https://example.com/i>', found: ['image https://example.com/i = https://example.com/i'] },
    {
      text: '<p style="background:url(https://example.com/i)">',
      found: ['image https://example.com/i = https://example.com/i'],
    },
    { text: '[x](javascript\\:alert(1))', found: ['link javascript\\:alert(1) = javascript:alert(1)'] },
    { text: '<a href="\\\\example.com">', found: ['link \\\\example.com = https:\\\\example.com'] },
    { text: '<a href="\u0001javascript:a">', found: ['link \u0001javascript:a = javascript:a'] },
    { text: '<a href="/\t/example.com">', found: ['link /\t/example.com = https:/\t/example.com'] },
    { text: '<a\nhref\n=\n"//example.com">', found: ['link //example.com = https://example.com'] },
    { text: '<javascript:alert(1)>', found: ['link javascript:alert(1) = javascript:alert(1)'] },
    {
      text: '<img srcset="a.png 1x, https://example.com/b 2x,//example.org/c 3x">',
      found: ['image https://example.com/b = https://example.com/b', 'image //example.org/c = https://example.org/c'],
    },
    {
      text: '<a ping="https://example.com //example.org">',
      found: ['link https://example.com = https://example.com', 'link //example.org = https://example.org'],
    },
    {
      text: '<meta http-equiv=refresh content="0; url=//example.com">',
      found: ['link //example.com = https://example.com'],
    },
    { text: '<p style="background:url( //example.com/i)">', found: ['image //example.com/i = https://example.com/i'] },
    {
      text: 'href="https://example.com/ ![x](https://example.org/i)',
      found: [
        'link https://example.com/ = https://example.com/',
        'image https://example.org/i = https://example.org/i',
      ],
    },
    {
      text: '[x](<https://example.com/ ![x](https://example.org/i)',
      found: [
        'link https://example.com/ = https://example.com/',
        'image https://example.org/i = https://example.org/i',
      ],
    },
    {
      text: '<a href="java\nscript://%0aalert(1)">',
      found: ['link java\nscript://%0aalert(1) = java\nscript://%0aalert(1)'],
    },
    { text: '<a href="&#106;avascript:alert(1)">', found: ['link &#106;avascript:alert(1) = javascript:alert(1)'] },
  ])('reads $text', ({ text, found: expected }) => {
    expect(found(text)).toEqual(expected)
  })

  test.each([
    { name: 'the end of a sentence', text: 'the end.Next one. etc.' },
    { name: 'members of variables', text: 'console.log(user.name, this.data.id, np.array)' },
    { name: 'names of files', text: 'README.md main.rs setup.py run.sh a/b.io/c.py' },
    { name: 'a version', text: 'v1.2.3.4 and 10.0.0.0/8' },
    { name: 'an address of mail', text: 'ann.lee@mail.example.com' },
    { name: 'a time and a ratio', text: 'at 12:30, 3:4, note: this, data: that' },
    { name: 'a book', text: 'JavaScript: The Good Parts' },
    { name: 'a type of members', text: 'const a: string = b, https: x' },
    { name: 'a link to a place on the page', text: '[x](#top) [y](/a/b) [z](page.html) <a href="/x">' },
    { name: 'a namespace of C++', text: 'std::vector::size' },
    { name: 'brackets', text: '[a](b) [c]: d [dot] (dot)' },
    { name: 'an ellipsis', text: 'well...com' },
  ])('leaves alone $name', ({ text }) => {
    expect(written(text)).toEqual([])
  })

  test('ranges are in order, disjoint and inside the text', () => {
    const pieces = fc.constantFrom(
      ...[
        'http',
        'https',
        ':',
        '//',
        '/',
        'example',
        '.',
        'com',
        '[',
        ']',
        '(',
        ')',
        '[.]',
        '<',
        '>',
        '!',
        ' ',
        '@',
        '"',
      ],
      ...['href=', 'src=', 'data:', 'javascript:', '?q=', '[dot]', '&#x3a;', '\n', 'é', '\ud83d', '10.0.0.1', 'hxxp'],
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (chosen) => {
        const text = chosen.join('')
        let before = 0
        for (const { start, end } of findUrls(text)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          before = end
        }
      }),
      { numRuns: 2000 },
    )
  })
})
