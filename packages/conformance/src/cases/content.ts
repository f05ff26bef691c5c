import type { CaseGroup, Probe } from '../language/conformance-case.js'
import type { Part } from '../language/exchange.js'
import { absent, anything, exactly, type Json, type JsonPattern, oneOf } from '../language/json-pattern.js'
import {
  choices,
  E,
  execute,
  fault,
  I,
  IP,
  M,
  messages,
  mp,
  part,
  processed,
  R,
  RP,
  saw,
  stamped,
} from './vocabulary.js'

const SAW = IP({ mode: 'saw' })
const EDIT = IP({ mode: 'edit', modify: true })
const EDIT_RESPONSE = RP({ mode: 'edit', modify: true })

const prompt = (body: Json): Part => part('input.messages', body)
const response = (body: Json): Part => part('response.choices', body)

const refusesShape = (name: string, content: Part, ...paths: readonly string[]): Probe => ({
  name,
  send: execute('both', M, content),
  must: fault(400, 'E+m', ...paths),
})

/** Sends a prompt and compares the document that comes back with its first content set to "changed". */
const edits = (name: string, content: Part, document: JsonPattern, ...text: readonly RegExp[]): Probe => ({
  name,
  send: execute('both', M, content, EDIT),
  must: { status: 200, parts: [{ name: 'input.messages', json: document, text }, { name: 'metadata' }] },
})

const DEPTH = 100_000
/** JSON whose key `a` holds lists in one another, {@link DEPTH} deep. */
const deep = (name: string, before: string): Part =>
  part(name, { before, unit: '[', times: DEPTH, after: `${']'.repeat(DEPTH)}}` })

/** What a processor is handed, what comes back unchanged, and which shapes are refused. */
export const content: CaseGroup = {
  name: 'Content',
  cases: [
    {
      id: 41,
      title: 'Metadata must be a JSON object',
      section: '5.1',
      probes: ['', 'null', '[]', '"x"', '{"a":'].map((body) => ({
        name: `metadata ${JSON.stringify(body)}`,
        send: execute('both', part('metadata', body), I),
        must: fault(400, 'E-m'),
      })),
    },
    {
      id: 42,
      title: 'The ids are echoed with whatever JSON value they have',
      section: '5.1',
      probes: [
        ...[
          { request_id: 5, step_id: null },
          { request_id: { a: [1] }, step_id: false },
          { request_id: '', step_id: 'é\n"' },
        ].map((ids) => ({
          name: JSON.stringify(ids),
          send: execute('both', part('metadata', ids), I, IP({ mode: 'meta-empty' })),
          must: mp({ metadata: stamped(ids) }),
        })),
        {
          name: 'a number that a double cannot hold',
          send: execute(
            'both',
            part('metadata', '{"request_id":12345678901234567890,"step_id":1.0}'),
            I,
            IP({ mode: 'meta-empty' }),
          ),
          must: mp({ metadata: stamped({ request_id: anything, step_id: 1 }) }),
          should: {
            status: 200,
            parts: [{ name: 'metadata', text: [/"request_id":\s*12345678901234567890\b/, /"step_id":\s*1\.0\b/] }],
          },
        },
      ],
    },
    {
      id: 43,
      title: 'Ids that did not come are not made up',
      section: '9.3',
      probes: [
        {
          name: 'metadata {}',
          send: execute('both', part('metadata', {}), I, IP({ mode: 'meta-empty' })),
          must: mp({ metadata: { processor_id: 'Suite:Both', request_id: absent, step_id: absent } }),
        },
      ],
    },
    {
      id: 44,
      title: 'A prompt must be an object with a list of objects',
      section: '5.2',
      probes: ['[]', 'null', '{}', '{"messages":null}', '{"messages":["x"]}'].map((body) =>
        refusesShape(body, prompt(body)),
      ),
    },
    {
      id: 45,
      title: 'A prompt may have no messages',
      section: '5.2',
      probes: [{ name: '{"messages":[]}', send: execute('both', M, messages()), must: processed }],
    },
    {
      id: 46,
      title: 'The content of a message is a string',
      section: '5.2',
      probes: [
        refusesShape('5', messages({ content: 5 }), 'messages,0,content'),
        refusesShape('an object', messages({ content: 'a' }, { content: {} }), 'messages,1,content'),
        {
          name: 'a list of content parts',
          send: execute('both', M, messages({ role: 'user', content: [{ type: 'text', text: 'hello' }] })),
          must: { anyOf: [fault(400, 'E+m'), processed] },
        },
      ],
    },
    {
      id: 47,
      title: 'The role of a message is any string, and user when absent',
      section: '5.2',
      probes: [
        refusesShape('null', messages({ role: null, content: 'a' }), 'messages,0,role'),
        refusesShape('7', messages({ role: 7, content: 'a' }), 'messages,0,role'),
        {
          name: 'absent, "friend" and empty',
          send: execute('both', M, SAW, messages({ content: 'a' }, { role: 'friend', content: 'b' }, { role: '' })),
          must: saw({
            prompt: [
              { role: 'user', content: 'a' },
              { role: 'friend', content: 'b' },
              { role: '', content: '' },
            ],
          }),
        },
        edits('"friend" is kept', messages({ role: 'friend', content: 'a' }), {
          messages: [exactly({ role: 'friend', content: 'changed' })],
        }),
      ],
    },
    {
      id: 48,
      title: 'Null content and unknown keys survive the change of another message',
      section: '5.2',
      probes: [
        edits(
          'a tool call',
          prompt({
            messages: [
              { role: 'user', content: 'hello', name: 'mia' },
              { role: 'assistant', content: null, tool_calls: [{ id: 'c' }] },
            ],
            model: 'm',
          }),
          exactly({
            messages: [
              exactly({ role: 'user', content: 'changed', name: 'mia' }),
              exactly({ role: 'assistant', content: null, tool_calls: [exactly({ id: 'c' })] }),
            ],
            model: 'm',
          }),
        ),
        {
          name: 'the handler sees the empty string',
          send: execute('both', M, SAW, messages({ role: 'assistant', content: null, tool_calls: [{ id: 'c' }] })),
          must: saw({ prompt: [{ role: 'assistant', content: '' }] }),
        },
        edits('an absent content is written as null', messages({ content: 'a' }, { role: 'assistant' }), {
          messages: [{ content: 'changed' }, { role: 'assistant', content: null }],
        }),
        edits('an empty string stays one', messages({ content: 'a' }, { role: 'assistant', content: '' }), {
          messages: [{ content: 'changed' }, { role: 'assistant', content: '' }],
        }),
      ],
    },
    {
      id: 49,
      title: 'A message without content can be given one',
      section: '5.2',
      probes: [
        {
          name: 'content absent, then "x"',
          send: execute('both', M, messages({ role: 'user' }), IP({ mode: 'edit', text: 'x', modify: true })),
          must: mp({ 'input.messages': { messages: [{ role: 'user', content: 'x' }] }, metadata: {} }),
        },
        edits('content null, then "changed"', messages({ role: 'user', content: null }), {
          messages: [{ role: 'user', content: 'changed' }],
        }),
      ],
    },
    {
      id: 50,
      title: 'A choice has a whole message, and its unknown keys are kept',
      section: '5.3',
      probes: [
        refusesShape('a streaming chunk', choices({ delta: { content: 'x' } })),
        {
          name: 'unknown keys of envelope, choice and message',
          send: execute(
            'both',
            M,
            response({
              id: 'c1',
              choices: [
                { index: 0, message: { role: 'assistant', content: 'hi', refusal: null }, finish_reason: 'stop' },
              ],
              usage: { total: 3 },
            }),
            EDIT_RESPONSE,
          ),
          must: mp({
            'response.choices': exactly({
              id: 'c1',
              choices: [
                exactly({
                  index: 0,
                  message: exactly({ role: 'assistant', content: 'changed', refusal: null }),
                  finish_reason: 'stop',
                }),
              ],
              usage: exactly({ total: 3 }),
            }),
            metadata: {},
          }),
        },
      ],
    },
    {
      id: 51,
      title: 'A broken prompt is refused beside a valid response',
      section: '6',
      probes: [{ name: 'I broken, R valid', send: execute('both', M, R, prompt('{')), must: E }],
    },
    {
      id: 151,
      title: 'Metadata reaches the handler untouched and is not echoed',
      section: '5.1',
      probes: [
        {
          name: 'other keys',
          send: execute('both', part('metadata', { request_id: 'r', step_id: 's', tenant: { id: [1, 'é'] } }), I, SAW),
          must: mp({
            metadata: {
              tenant: absent,
              request_id: 'r',
              processor_result: { metadata: exactly({ request_id: 'r', step_id: 's', tenant: { id: [1, 'é'] } }) },
            },
          }),
        },
      ],
    },
    {
      id: 152,
      title: 'A response must be an object with a list of choices',
      section: '5.3',
      probes: [
        ...['[]', 'null', '{}', '{"choices":null}', '{"choices":["x"]}', '{"choices":[{}]}'].map((body) =>
          refusesShape(body, response(body)),
        ),
        refusesShape('content 5', choices({ message: { content: 5 } }), 'choices,0,message,content'),
        refusesShape('role null', choices({ message: { role: null, content: 'a' } }), 'choices,0,message,role'),
        { name: 'no choices', send: execute('both', M, choices()), must: processed },
        {
          name: 'null content',
          send: execute('both', M, choices({ message: { role: 'assistant', content: null } }), RP({ mode: 'saw' })),
          must: saw({ response: [{ role: 'assistant', content: '' }] }),
        },
      ],
    },
    {
      id: 153,
      title: 'A message of a choice without a role is one of the assistant',
      section: '5.3',
      probes: [
        {
          name: 'role absent',
          send: execute('both', M, choices({ message: { content: 'a' } }), RP({ mode: 'saw' })),
          must: saw({ response: [{ role: oneOf('assistant', 'user'), content: 'a' }] }),
          should: saw({ response: [{ role: 'assistant', content: 'a' }] }),
        },
      ],
    },
    {
      id: 154,
      title: 'Content that is not JSON is refused without messages',
      section: '10.1',
      probes: [
        ...['', '{', '{"messages":[]} x'].map((body) => ({
          name: `input.messages ${JSON.stringify(body)}`,
          send: execute('both', M, prompt(body)),
          must: fault(400, 'E-m'),
        })),
        { name: 'response.choices', send: execute('both', M, response('{')), must: fault(400, 'E-m') },
        {
          name: 'NaN is not JSON',
          send: execute('both', M, prompt('{"messages":[],"n":NaN}')),
          must: { anyOf: [processed, E] },
          should: E,
        },
      ],
    },
    {
      id: 155,
      title: 'Every fault of a document is reported',
      section: '10.1',
      probes: [
        refusesShape(
          'three faults',
          messages({ role: 1, content: 'a' }, { content: 2 }, 3),
          'messages,0,role',
          'messages,1,content',
          'messages,2',
        ),
      ],
    },
    {
      id: 156,
      title: 'Keys that mean something to a language are only keys',
      section: '13',
      probes: [
        edits(
          '__proto__ and constructor',
          prompt('{"messages":[{"content":"a","__proto__":{"role":"system"},"constructor":1}],"__proto__":{"x":1}}'),
          { messages: [{ role: 'user', content: 'changed', constructor: 1 }] },
          /"__proto__":\s*\{\s*"role":\s*"system"\s*\}/,
          /"__proto__":\s*\{\s*"x":\s*1\s*\}/,
        ),
        {
          name: 'the last of repeated keys counts',
          send: execute('both', M, SAW, prompt('{"messages":[{"content":"a","content":"b"}]}')),
          must: saw({ prompt: [{ role: 'user', content: 'b' }] }),
        },
      ],
    },
    {
      id: 157,
      title: 'Numbers under unknown keys keep their text',
      section: '13',
      probes: ['1.0', '1e2', '-0', '9007199254740993', '12345678901234567890', '1E400', '0.10'].map((number) => ({
        name: number,
        send: execute('both', M, prompt(`{"messages":[{"content":"a","n":${number}}]}`), EDIT),
        should: {
          status: 200,
          parts: [
            { name: 'input.messages', text: [new RegExp(`"n":\\s*${number.replace('.', '\\.')}\\s*[,}]`)] },
            { name: 'metadata' },
          ],
        },
      })),
    },
    {
      id: 158,
      title: 'Lone surrogates never become invalid UTF-8',
      section: '13',
      probes: [
        {
          name: 'in the content',
          send: execute('both', M, prompt('{"messages":[{"content":"\\ud800"}]}'), IP({ mode: 'saw' })),
          should: { anyOf: [E, { status: 200, parts: [{ name: 'metadata' }] }] },
        },
        {
          name: 'in a key that is written back',
          send: execute('both', M, prompt('{"messages":[{"content":"a","n":"\\udc00"}]}'), EDIT),
          should: { anyOf: [E, { status: 200, parts: [{ name: 'input.messages' }, { name: 'metadata' }] }] },
        },
        {
          name: 'in the request id',
          send: execute('both', part('metadata', '{"request_id":"\\ud800"}'), I, IP({ mode: 'meta-empty' })),
          should: { anyOf: [E, { status: 200, parts: [{ name: 'metadata' }] }] },
        },
      ],
    },
    {
      id: 159,
      title: 'JSON nested 100,000 deep is refused or read, and the next request is served',
      section: '10.1',
      probes: [
        ...[
          { name: 'metadata', send: execute('both', deep('metadata', '{"a":'), I) },
          { name: 'input.messages', send: execute('both', M, deep('input.messages', '{"messages":[],"a":')) },
          { name: 'input.parameters', send: execute('both', M, I, deep('input.parameters', '{"a":')) },
        ].map((probe) => ({ ...probe, should: { anyOf: [E, processed] } })),
        {
          name: 'never closed',
          send: execute('both', M, part('input.messages', '['.repeat(DEPTH))),
          should: E,
        },
        { name: 'the next request', send: execute('both', M, I), must: processed },
      ],
    },
    {
      id: 160,
      title: 'A byte order mark in a part does no harm',
      section: '13',
      probes: [
        {
          name: 'before the prompt',
          send: execute('both', M, prompt('\ufeff{"messages":[]}')),
          must: { anyOf: [processed, E] },
        },
      ],
    },
  ],
}
