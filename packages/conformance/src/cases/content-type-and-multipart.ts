import type { CaseGroup, Probe } from '../language/conformance-case.js'
import { BOUNDARY, type Multipart, type Part } from '../language/exchange.js'
import {
  E,
  execute,
  executePath,
  executeWith,
  fault,
  I,
  IP,
  M,
  messages,
  mp,
  part,
  partWith,
  processed,
  R,
  RP,
  saw,
} from './vocabulary.js'

const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`
const tooLarge = fault(413, 'E')

const refusedType = (name: string, contentType: string | undefined): Probe => ({
  name,
  send: executeWith('both', contentType, { parts: [M, I] }),
  must: fault(415, 'E'),
})

/** A body that is not multipart as the request announces it: 400, and in a good server in the error shape. */
const malformed = (name: string, body: Multipart): Probe => ({
  name,
  send: executeWith('both', MULTIPART, body),
  must: { status: 400 },
  should: E,
})

const accepts = (name: string, ...parts: readonly Part[]): Probe => ({
  name,
  send: execute('both', ...parts),
  must: processed,
})

const extras = (count: number): Part[] =>
  Array.from({ length: count }, (_, index) => part(`extra-${index + 1}`, { n: index }))

const longMessage = (times: number): Part =>
  part('input.messages', { before: '{"messages":[{"content":"', unit: 'x', times, after: '"}]}' })
/** Bytes around the text of {@link longMessage}. */
const AROUND = '{"messages":[{"content":""}]}'.length

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const eAcute = { prompt: [{ role: 'user', content: 'é' }] }

/** Which bodies can be read at all: media type, boundary, parts, sizes, character sets. */
export const contentTypeAndMultipart: CaseGroup = {
  name: 'Content type and multipart',
  cases: [
    {
      id: 21,
      title: 'A request that is not multipart is refused',
      section: '3',
      probes: [
        refusedType('no Content-Type', undefined),
        refusedType('empty', ''),
        refusedType('application/json', 'application/json'),
        refusedType('no boundary', 'multipart/form-data'),
      ],
    },
    {
      id: 22,
      title: 'The media type is compared without case',
      section: '3',
      probes: [
        {
          name: 'Multipart/Form-Data',
          send: executeWith('both', `Multipart/Form-Data; boundary=${BOUNDARY}`, { parts: [M, I] }),
          must: { anyOf: [processed, fault(415, 'E')] },
          should: processed,
        },
      ],
    },
    {
      id: 23,
      title: 'A quoted boundary and a chunked body are understood',
      section: '3',
      probes: [
        {
          name: 'quoted',
          send: executeWith('both', `multipart/form-data; boundary="${BOUNDARY}"`, { parts: [M, I] }),
          must: processed,
        },
        { name: 'chunked', send: { ...execute('both', M, I), framing: { coding: 'chunked' } }, must: processed },
        {
          name: 'both',
          send: {
            ...executeWith('both', `multipart/form-data; boundary="${BOUNDARY}"`, { parts: [M, I] }),
            framing: { coding: 'chunked' },
          },
          must: processed,
        },
      ],
    },
    {
      id: 24,
      title: 'A body with another boundary is malformed',
      section: '4.4',
      probes: [malformed('another boundary', { parts: [M, I], boundary: 'another' })],
    },
    {
      id: 25,
      title: 'An empty body is refused',
      section: '4.4',
      probes: [{ name: 'no bytes', send: executeWith('both', MULTIPART, ''), must: E }],
    },
    {
      id: 26,
      title: 'A body without its end is refused',
      section: '4.4',
      probes: [
        malformed('cut inside the last part', { parts: [M, I], cut: BOUNDARY.length + 20 }),
        malformed('cut inside the first part', { parts: [M], cut: BOUNDARY.length + 20 }),
        {
          name: 'only the closing boundary is cut',
          send: executeWith('both', MULTIPART, { parts: [M, I], cut: BOUNDARY.length + 8 }),
          should: E,
        },
      ],
    },
    {
      id: 27,
      title: 'A part without a name is refused',
      section: '4.2',
      probes: [
        malformed('no name parameter', { parts: [M, I, partWith(['Content-Disposition: form-data'], {})] }),
        malformed('no Content-Disposition', { parts: [M, I, partWith(['Content-Type: application/json'], {})] }),
      ],
    },
    {
      id: 28,
      title: 'A few unknown parts are ignored, many are refused',
      section: '4.3',
      probes: [accepts('four', M, I, ...extras(4)), malformed('forty', { parts: [M, I, ...extras(40)] })],
    },
    {
      id: 29,
      title: 'Large parts are taken up to the limit, and never cut',
      section: '4.3',
      probes: [
        {
          name: '1,500,000 characters',
          send: execute('both', M, IP({ mode: 'measure' }), longMessage(1_500_000)),
          should: saw({ characters: 1_500_000 }),
        },
        {
          name: 'a body announced with 4 GiB',
          send: { ...execute('both', M, I), framing: { announcedBytes: 4 * 2 ** 30 } },
          should: tooLarge,
        },
        {
          name: 'a part as large as the limit',
          needs: 'part limit',
          send: ({ partLimitBytes }) => execute('both', M, longMessage(partLimitBytes - AROUND)),
          should: processed,
        },
        {
          name: 'one byte more',
          needs: 'part limit',
          send: ({ partLimitBytes }) => execute('both', M, longMessage(partLimitBytes - AROUND + 1)),
          should: tooLarge,
        },
      ],
    },
    {
      id: 30,
      title: 'A file name and an odd content type change nothing',
      section: '4.2',
      probes: [
        accepts(
          'both on every part',
          partWith(
            ['Content-Disposition: form-data; name="metadata"; filename="m.png"', 'Content-Type: image/png'],
            {},
          ),
          partWith(
            ['Content-Disposition: form-data; name="input.messages"; filename="i.png"', 'Content-Type: image/png'],
            { messages: [] },
          ),
        ),
      ],
    },
    {
      id: 31,
      title: 'Of two parts with one name the last counts',
      section: '4.1',
      probes: [
        {
          name: 'two metadata parts',
          send: execute(
            'both',
            M,
            part('metadata', { request_id: 'r2', step_id: 's2' }),
            I,
            IP({ mode: 'meta-empty' }),
          ),
          should: mp({ metadata: { request_id: 'r2', step_id: 's2' } }),
        },
        {
          name: 'two prompts',
          send: execute('both', M, I, messages({ role: 'user', content: 'second' }), IP({ mode: 'saw' })),
          should: saw({ prompt: [{ role: 'user', content: 'second' }] }),
        },
        {
          name: 'two parameters parts',
          send: execute('both', M, I, IP({ mode: 'none' }), IP({ mode: 'meta-empty' })),
          should: mp({ metadata: {} }),
        },
      ],
    },
    {
      id: 32,
      title: 'The charset of the request is honoured or refused',
      section: '4.5',
      probes: [
        { name: 'utf-16', send: executeWith('both', `${MULTIPART}; charset=utf-16`, { parts: [M, I] }), must: E },
        ...['ISO-8859-1', 'latin-1'].map((charset) => ({
          name: `${charset} with an e-acute`,
          send: executeWith('both', `${MULTIPART}; charset=${charset}`, {
            parts: [M, IP({ mode: 'saw' }), part('input.messages', latin1('{"messages":[{"content":"é"}]}'))],
          }),
          must: saw(eAcute),
        })),
      ],
    },
    {
      id: 33,
      title: 'Invalid UTF-8 is refused, not guessed at',
      section: '4.5',
      probes: [
        {
          name: 'a lone byte E9 in input.messages',
          send: execute('both', M, part('input.messages', latin1('{"messages":[{"content":"é"}]}'))),
          must: { anyOf: [processed, { status: 400 }] },
          should: E,
        },
      ],
    },
    {
      id: 121,
      title: 'Any chunking of the body is understood',
      section: '3',
      probes: [1, 7, 100].map((chunkBytes) => ({
        name: `chunks of ${chunkBytes} bytes`,
        send: { ...execute('both', M, I), framing: { coding: 'chunked' as const, chunkBytes } },
        must: processed,
      })),
    },
    {
      id: 122,
      title: 'The Content-Type header may be written in many ways',
      section: '3',
      probes: [
        refusedType('only blanks', '   '),
        refusedType('no media type', `;boundary=${BOUNDARY}`),
        refusedType('multipart/mixed', `multipart/mixed; boundary=${BOUNDARY}`),
        refusedType('a longer media type', `multipart/form-data-x; boundary=${BOUNDARY}`),
        ...[
          ['charset before boundary', `multipart/form-data; charset=utf-8; boundary=${BOUNDARY}`],
          ['no blanks', `multipart/form-data;boundary=${BOUNDARY};charset=UTF-8`],
        ].map(([name = '', contentType]) => ({
          name,
          send: executeWith('both', contentType, { parts: [M, I] }),
          must: processed,
        })),
        {
          name: 'BOUNDARY in upper case',
          send: executeWith('both', `multipart/form-data; BOUNDARY=${BOUNDARY}`, { parts: [M, I] }),
          must: { anyOf: [processed, fault(415, 'E')] },
          should: processed,
        },
        ...['x', 'x'.repeat(70), "a b'()+_,-./:=?c"].map((boundary) => ({
          name: `a boundary of ${boundary.length} characters`,
          send: executeWith('both', `multipart/form-data; boundary="${boundary}"`, { parts: [M, I], boundary }),
          must: processed,
        })),
        ...['', '""'].map((boundary) => ({
          name: `an empty boundary, written ${boundary || 'as nothing'}`,
          send: executeWith('both', `multipart/form-data; boundary=${boundary}`, { parts: [M, I], boundary: '' }),
          must: { anyOf: [processed, { status: [400, 415] }] },
          should: { anyOf: [fault(415, 'E'), E] },
        })),
      ],
    },
    {
      id: 123,
      title: 'Parts may come in any order',
      section: '4.1',
      probes: [
        accepts('content first', I, M),
        accepts('parameters first', IP({ mode: 'none' }), I, M),
        accepts('metadata last', R, RP({ mode: 'none' }), I, M),
      ],
    },
    {
      id: 124,
      title: 'Part names are compared with case, and a reject part is ignored',
      section: '4.1',
      probes: [
        { name: 'Metadata', send: execute('both', part('Metadata', {}), I), must: fault(400, 'E-m') },
        { name: 'Input.Messages', send: execute('both', M, part('Input.Messages', { messages: [] })), must: E },
        accepts('reject', M, I, part('reject', 'no JSON')),
        accepts('all six known names', M, I, R, RP({}), part('reject', {}), part('other', {})),
      ],
    },
    {
      id: 125,
      title: 'Part headers may be written in many ways',
      section: '4.2',
      probes: [
        ...[
          ['no content type', 'Content-Disposition: form-data; name="metadata"'],
          ['another disposition type', 'Content-Disposition: attachment; name="metadata"'],
          ['a name without quotes', 'Content-Disposition: form-data; name=metadata'],
          ['lower-case header name', 'content-disposition: form-data; name="metadata"'],
        ].map(([name = '', header = '']) => accepts(name, partWith([header], {}), I)),
        ...['text/plain', 'application/json; charset=utf-8', 'application/json;charset="UTF-8"'].map((type) =>
          accepts(type, partWith(['Content-Disposition: form-data; name="metadata"', `Content-Type: ${type}`], {}), I),
        ),
        accepts('other headers', partWith([...M.headers, 'Content-Length: 2', 'X-Other: 1'], {}), I),
      ],
    },
    {
      id: 126,
      title: 'UTF-8 needs no charset and takes one',
      section: '4.5',
      probes: [
        {
          name: 'no charset',
          send: execute('both', M, IP({ mode: 'saw' }), messages({ content: 'é' })),
          must: saw(eAcute),
        },
        ...['utf-8', 'UTF-8', '"utf-8"'].map((charset) => ({
          name: `charset=${charset}`,
          send: executeWith('both', `${MULTIPART}; charset=${charset}`, {
            parts: [M, IP({ mode: 'saw' }), messages({ content: 'é' })],
          }),
          must: saw(eAcute),
        })),
        {
          name: 'us-ascii with ASCII',
          send: executeWith('both', `${MULTIPART}; charset=us-ascii`, { parts: [M, I] }),
          must: processed,
        },
      ],
    },
    {
      id: 127,
      title: "A part's own charset comes before that of the request",
      section: '4.5',
      probes: [
        {
          name: 'a Latin-1 part in a UTF-8 request',
          send: execute('both', M, IP({ mode: 'saw' }), {
            headers: [
              'Content-Disposition: form-data; name="input.messages"',
              'Content-Type: application/json; charset=iso-8859-1',
            ],
            body: latin1('{"messages":[{"content":"é"}]}'),
          }),
          should: saw(eAcute),
        },
        {
          name: 'a UTF-8 part in a Latin-1 request',
          send: executeWith('both', `${MULTIPART}; charset=iso-8859-1`, {
            parts: [
              M,
              IP({ mode: 'saw' }),
              partWith(
                [
                  'Content-Disposition: form-data; name="input.messages"',
                  'Content-Type: application/json; charset=utf-8',
                ],
                { messages: [{ content: 'é' }] },
              ),
            ],
          }),
          should: saw(eAcute),
        },
        {
          name: 'Latin-1 is not windows-1252',
          send: executeWith('both', `${MULTIPART}; charset=iso-8859-1`, {
            parts: [M, IP({ mode: 'saw' }), part('input.messages', latin1('{"messages":[{"content":"\u0085"}]}'))],
          }),
          must: saw({ prompt: [{ role: 'user', content: '\u0085' }] }),
        },
        {
          name: 'an unknown charset of a part',
          send: execute(
            'both',
            M,
            partWith(
              ['Content-Disposition: form-data; name="input.messages"', 'Content-Type: text/plain; charset=utf-7'],
              {
                messages: [],
              },
            ),
          ),
          should: E,
        },
        {
          name: 'a byte above 127 in us-ascii',
          send: executeWith('both', `${MULTIPART}; charset=us-ascii`, {
            parts: [M, part('input.messages', latin1('{"messages":[{"content":"é"}]}'))],
          }),
          should: E,
        },
      ],
    },
    {
      id: 128,
      title: 'Malformed multipart is refused',
      section: '4.4',
      probes: [
        malformed('text before the first boundary', { parts: [M, I], preamble: 'hello' }),
        malformed('bare line feeds', { parts: [M, I], lineEnd: '\n' }),
        malformed('a header line without a colon', { parts: [M, partWith(['no colon here'], {}), I] }),
        malformed('no part at all', { parts: [] }),
      ],
    },
    {
      id: 129,
      title: 'What looks like a boundary inside a part does no harm',
      section: '4.4',
      probes: [
        {
          name: 'the boundary inside a line',
          send: execute(
            'both',
            M,
            IP({ mode: 'saw' }),
            messages({ content: `--${BOUNDARY}--` }, { content: `\r\n--${BOUNDARY}\r\n` }),
          ),
          must: saw({
            prompt: [
              { role: 'user', content: `--${BOUNDARY}--` },
              { role: 'user', content: `\r\n--${BOUNDARY}\r\n` },
            ],
          }),
        },
        {
          name: 'a line that begins with the boundary and goes on',
          send: execute('both', M, part('input.messages', `{"messages":\r\n--${BOUNDARY}x\r\n[]}`)),
          must: { status: 400 },
        },
        {
          name: 'bytes after the closing boundary',
          send: executeWith('both', MULTIPART, { parts: [M, I], epilogue: `text\r\n--${BOUNDARY}\r\n` }),
          must: processed,
        },
      ],
    },
    {
      id: 130,
      title: 'Floods are refused, and the next request is served',
      section: '4.3',
      probes: [
        malformed('10,000 parts', { parts: [M, I, ...extras(10_000)] }),
        {
          name: 'a part header of a million bytes',
          send: execute('both', M, I, partWith([`X-Long: ${'x'.repeat(1_000_000)}`], {})),
          must: { status: [400, 413] },
          should: { anyOf: [E, tooLarge] },
        },
        accepts('the next request', M, I),
      ],
    },
    {
      id: 131,
      title: 'Broken HTTP framing is refused or dropped, and the next request is served',
      section: '3',
      probes: [
        {
          name: 'the connection ends before the announced length',
          send: { ...execute('both', M, I), framing: { announcedBytes: 100_000, halfClose: true } },
          must: { anyOf: [{ status: 400 }, { closed: true }] },
        },
        {
          name: 'a chunk size that is no number',
          send: { ...execute('both', M, I), framing: { coding: 'chunked', lastChunk: 'xyz\r\n\r\n' } },
          must: { anyOf: [{ status: 400 }, { closed: true }] },
        },
        {
          name: 'a Content-Length that is no number',
          send: {
            method: 'POST',
            path: executePath('both'),
            headers: [
              ['Content-Type', MULTIPART],
              ['Content-Length', 'many'],
            ],
          },
          must: { anyOf: [{ status: 400 }, { closed: true }] },
        },
        accepts('the next request', M, I),
      ],
    },
  ],
}
