import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ProcessorError } from '../errors.js'
import {
  type ContentMode,
  defaultContentOptions,
  RequestInput,
  ResponseOutput,
  readPrompt,
  readResponse,
  roles,
  writePrompt,
  writeResponse,
} from './index.js'

const prompt = (text: string, content: ContentMode = 'text') =>
  readPrompt('input.messages', text, { ...defaultContentOptions, content })
const response = (text: string, content: ContentMode = 'text') =>
  readResponse('response.choices', text, { ...defaultContentOptions, content })

const faultOf = (read: () => unknown): ProcessorError => {
  try {
    read()
  } catch (error) {
    if (ProcessorError.isProcessorError(error)) return error
    throw error
  }
  throw new Error('expected a fault')
}

describe('[protocol 44] a prompt that does not have its shape', () => {
  test.each([
    { text: '[]', messages: ['expected an object, got an array'] },
    { text: 'null', messages: ['expected an object, got null'] },
    { text: '"x"', messages: ['expected an object, got a string'] },
    { text: '{}', messages: ['expected an array, got nothing: messages'] },
    { text: '{"messages":null}', messages: ['expected an array, got null: messages'] },
    { text: '{"messages":{}}', messages: ['expected an array, got an object: messages'] },
    { text: '{"messages":["x"]}', messages: ['expected an object, got a string: messages,0'] },
    {
      text: '{"messages":[{},null,[]]}',
      messages: ['expected an object, got null: messages,1', 'expected an object, got an array: messages,2'],
    },
  ])('$text', ({ text, messages }) => {
    expect(faultOf(() => prompt(text))).toMatchObject({ status: 400, code: 'CONTENT_INVALID', messages })
  })
})

describe('[protocol 46] [protocol 47] content and role', () => {
  test.each([
    { message: '{"content":5}', messages: ['expected a string or null, got a number: messages,0,content'] },
    { message: '{"content":{}}', messages: ['expected a string or null, got an object: messages,0,content'] },
    { message: '{"content":true}', messages: ['expected a string or null, got a boolean: messages,0,content'] },
    {
      message: '{"content":[{"type":"text","text":"a"}]}',
      messages: ['expected a string or null, got an array: messages,0,content'],
    },
    { message: '{"role":null}', messages: ['expected a string, got null: messages,0,role'] },
    {
      message: '{"role":7,"content":7}',
      messages: [
        'expected a string, got a number: messages,0,role',
        'expected a string or null, got a number: messages,0,content',
      ],
    },
  ])('$message is refused', ({ message, messages }) => {
    expect(faultOf(() => prompt(`{"messages":[${message}]}`)).messages).toEqual(messages)
  })

  test.each([
    { message: '{}', role: 'user' },
    { message: '{"role":"friend"}', role: 'friend' },
    { message: '{"role":""}', role: '' },
  ])('$message has the role "$role"', ({ message, role }) => {
    expect(prompt(`{"messages":[${message}]}`).messages[0]?.role).toBe(role)
  })

  test('a role that is absent means assistant in a choice', () => {
    expect(response('{"choices":[{"message":{"content":"x"}}]}').choices[0]?.message.role).toBe('assistant')
  })
})

describe('[protocol 50] a response that does not have its shape', () => {
  test.each([
    {
      text: '{"choices":[{"delta":{"content":"x"}}]}',
      messages: ['expected an object, got nothing: choices,0,message'],
    },
    { text: '{}', messages: ['expected an array, got nothing: choices'] },
    { text: '7', messages: ['expected an object, got a number'] },
    { text: '{"choices":[1]}', messages: ['expected an object, got a number: choices,0'] },
    {
      text: '{"choices":[{"message":{"content":1}}]}',
      messages: ['expected a string or null, got a number: choices,0,message,content'],
    },
  ])('$text', ({ text, messages }) => {
    expect(faultOf(() => response(text))).toMatchObject({ status: 400, code: 'CONTENT_INVALID', messages })
  })
})

describe('a part that is no JSON text', () => {
  test.each([
    { name: 'broken', text: '{"messages":[', code: 'JSON_INVALID' },
    { name: 'empty', text: '', code: 'JSON_INVALID' },
    { name: 'deep', text: `{"a":${'['.repeat(200)}`, code: 'JSON_TOO_DEEP' },
    { name: 'with a lone surrogate', text: '{"messages":[{"content":"\\ud800"}]}', code: 'TEXT_INVALID' },
  ])('$name: $code, without messages', ({ text, code }) => {
    expect(faultOf(() => prompt(text))).toMatchObject({ status: 400, code, messages: [] })
  })

  test('no error holds any of the content', () => {
    const texts = [
      '{"messages":[{"content":{"secret":1},"role":["secret"]},"secret"]}',
      '{"messages":"secret"}',
      '{"messages":[{"content":"secret}]}',
      '"secret"',
    ]
    for (const text of texts) {
      const { detail, messages, message } = faultOf(() => prompt(text))
      expect([detail, message, ...messages].join()).not.toContain('secret')
    }
  })
})

test('a document with more values than the limit is refused before it is built', () => {
  const text = JSON.stringify({ messages: [], empty: Array(500_000).fill({}) })
  expect(faultOf(() => prompt(text))).toMatchObject({ status: 413, code: 'JSON_TOO_LARGE', messages: [] })
  const bounds = { ...defaultContentOptions, maxJsonValues: 4 }
  expect(readPrompt('input.messages', '{"messages":[{"content":"x"}]}', bounds).messages).toHaveLength(1)
  expect(() => readPrompt('input.messages', '{"messages":[{"content":"x","a":1}]}', bounds)).toThrow(
    /more than 4 values/,
  )
})

test('of very many problems the first hundred are listed and the rest is counted', () => {
  const { messages } = faultOf(() => prompt(JSON.stringify({ messages: Array(250_000).fill(0) })))
  expect(messages).toHaveLength(101)
  expect(messages.at(-1)).toBe('and 249900 problems more')
})

describe('what was not changed is written as it came', () => {
  test.each([
    { name: '[protocol 45] no messages', text: '{"messages":[]}' },
    { name: 'an empty string', text: '{"messages":[{"role":"user","content":""}]}' },
    {
      name: '[protocol 48] null content',
      text: '{"messages":[{"role":"assistant","content":null,"tool_calls":[{"id":"c"}]}],"model":"m"}',
    },
    {
      name: 'unknown keys',
      text: '{"messages":[{"role":"user","content":"a","name":{"first":["b"]}}],"model":"m","n":null}',
    },
    {
      name: 'exact numbers',
      text: '{"messages":[{"role":"user","content":"a","n":1.0}],"big":9007199254740993,"z":-0,"f":[1e400]}',
    },
    {
      name: '__proto__ as a key',
      text: '{"messages":[{"role":"user","content":"a","__proto__":{"polluted":1}}],"__proto__":{"polluted":true}}',
    },
    {
      name: '[protocol 74] text of every script',
      text: '{"messages":[{"role":"user","content":"é 漢 😀 \\u0000 \u2028"}]}',
    },
  ])('$name', ({ text }) => {
    expect(writePrompt(prompt(text))).toBe(text)
    const { messages, ...rest } = prompt(text)
    expect(writePrompt({ messages: messages.map((message) => ({ ...message })), ...rest })).toBe(text)
  })

  test('choices, with their keys and those beside them', () => {
    const text =
      '{"choices":[{"index":0,"message":{"role":"assistant","content":null,"refusal":1.50},"logprobs":{"__proto__":[2.0]}}],"id":"r","usage":{"total":1e2}}'
    expect(writeResponse(response(text))).toBe(text)
    expect(writeResponse({ ...response(text) })).toBe(text)
  })

  test('nothing leaks into prototypes', () => {
    prompt(
      '{"messages":[{"__proto__":{"polluted":1}}],"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    )
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(Object.getPrototypeOf(prompt('{"messages":[],"__proto__":{"a":1}}'))).toBe(RequestInput.prototype)
  })
})

describe('keys that are called like methods', () => {
  const names = ['concatenate', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__', 'toJSON', 'then']

  test.each(names)('"%s" hides nothing from a handler, and is written back', (name) => {
    const read = prompt(`{"messages":[{"role":"user","content":"a"}],"${name}":{"x":1.0}}`)
    expect(read.concatenate()).toBe('a\n')
    expect(`${read}`).toBe('[object Object]')
    for (const written of [writePrompt(read), writePrompt({ ...read, messages: read.messages })]) {
      expect(written).toBe(`{"messages":[{"role":"user","content":"a"}],"${name}":{"x":1.0}}`)
    }
    const answered = response(`{"choices":[],"${name}":[1.0]}`)
    expect(answered.concatenate()).toBe('')
    expect(writeResponse({ ...answered })).toBe(`{"choices":[],"${name}":[1.0]}`)
  })
})

describe('null content', () => {
  const text = '{"messages":[{"role":"assistant","content":null},{"role":"user"}]}'

  test('is the empty string for a handler', () => {
    expect(prompt(text).messages.map(({ content }) => content)).toEqual(['', ''])
  })

  test('[protocol 48] stays null while it is empty, also in a copy', () => {
    const read = prompt(text)
    const messages = read.messages.map((message) => ({ ...message, content: message.content.trim() }))
    expect(JSON.parse(writePrompt({ ...read, messages }))).toEqual({
      messages: [
        { role: 'assistant', content: null },
        { role: 'user', content: null },
      ],
    })
  })

  test('[protocol 49] is a string once it was given one', () => {
    const read = prompt('{"messages":[{}]}')
    for (const message of read.messages) message.content = 'x'
    expect(writePrompt(read)).toBe('{"messages":[{"role":"user","content":"x"}]}')
  })

  test('a message of the handler with empty content is written as it is', () => {
    expect(writePrompt({ messages: [{ role: 'user', content: '' }] })).toBe(
      '{"messages":[{"role":"user","content":""}]}',
    )
  })
})

describe('concatenate', () => {
  const read = new RequestInput([
    { role: roles.system, content: 'be brief' },
    { role: roles.user, content: 'hi' },
    { role: roles.user, content: '' },
    { role: roles.tool, content: '7' },
  ])

  test.each([
    { ofRoles: undefined, text: 'be brief\nhi\n\n7\n' },
    { ofRoles: [], text: 'be brief\nhi\n\n7\n' },
    { ofRoles: ['user'], text: 'hi\n\n' },
    { ofRoles: ['tool', 'system'], text: 'be brief\n7\n' },
    { ofRoles: ['developer'], text: '' },
  ])('$ofRoles', ({ ofRoles, text }) => {
    expect(read.concatenate(ofRoles)).toBe(text)
  })

  test('of a response has all choices', () => {
    const message = (content: string) => ({ message: { role: 'assistant', content } })
    expect(new ResponseOutput([message('a'), message('b')]).concatenate()).toBe('a\nb\n')
  })
})

describe('any document', () => {
  const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => value !== undefined)
  const key = fc.oneof(
    fc.string().filter((name) => name.isWellFormed()),
    fc.constantFrom('__proto__', 'constructor', 'concatenate', 'toJSON', 'toString', '0', '7'),
  )
  const extra = fc.array(fc.tuple(key, json), { maxLength: 4 })
  const text = fc.string({ unit: 'grapheme' })
  const part = fc.oneof(
    text.map((value) => ({ type: 'text', text: value })),
    fc.record({ type: fc.constant('image_url'), image_url: json }),
    text.map((value) => ({ type: 'input_text', text: value, cache: 1 })),
  )

  /** JSON text with own keys in front, so that no key is lost or moved by an object literal. */
  const objectText = (own: readonly (readonly [string, unknown])[], more: readonly (readonly [string, unknown])[]) => {
    const names = new Set(own.map(([name]) => name))
    const entries = new Map(more.filter(([name]) => !names.has(name)))
    const members = [...own, ...entries].map(
      ([name, value]) => `${JSON.stringify(name)}:${typeof value === 'function' ? value() : JSON.stringify(value)}`,
    )
    return `{${members.join(',')}}`
  }

  const messageText = (content: fc.Arbitrary<unknown>) =>
    fc.tuple(content, text, extra).map(([value, role, more]) =>
      objectText(
        [
          ['role', role],
          ['content', value],
        ],
        more,
      ),
    )
  const raw = (value: string) => () => value

  test.each([
    { mode: 'text', content: fc.option(text) },
    { mode: 'multimodal', content: fc.oneof(fc.option(text), fc.array(part, { maxLength: 4 })) },
  ] as const)('comes out of $mode mode as it went in, also as a copy', ({ mode, content }) => {
    fc.assert(
      fc.property(fc.array(messageText(content), { maxLength: 4 }), extra, (messages, more) => {
        const promptText = objectText([['messages', raw(`[${messages.join(',')}]`)]], more)
        const read = prompt(promptText, mode)
        expect(canonical(writePrompt(read))).toEqual(canonical(promptText))
        const copy = { ...read, messages: read.messages.map((message) => ({ ...message })) }
        expect(writePrompt(copy)).toBe(writePrompt(read))

        const choices = messages.map((message) => objectText([['message', raw(message)]], more))
        const responseText = objectText([['choices', raw(`[${choices.join(',')}]`)]], more)
        expect(canonical(writeResponse(response(responseText, mode)))).toEqual(canonical(responseText))
      }),
    )
  })

  /** Members as sorted pairs, since integer keys move to the front of an object and `__proto__` needs care. */
  function canonical(document: string): unknown {
    return pairs(JSON.parse(document))
  }

  function pairs(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(pairs)
    if (typeof value !== 'object' || value === null) return value
    return Object.entries(value)
      .map(([name, inner]) => [name, pairs(inner)])
      .sort(([first], [second]) => (String(first) < String(second) ? -1 : 1))
  }
})
