import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  attachmentsOf,
  defaultContentOptions,
  type Message,
  readPrompt,
  readResponse,
  writePrompt,
  writeResponse,
} from './index.js'

const options = { ...defaultContentOptions, content: 'multimodal' } as const
const promptOf = (messages: readonly unknown[]) => readPrompt('input.messages', JSON.stringify({ messages }), options)
const written = (messages: readonly Message[]) => JSON.parse(writePrompt({ messages })).messages

const text = (value: string, more: object = {}) => ({ type: 'text', text: value, ...more })
const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' } }

describe('[protocol 46] the text parts of a message are messages for a handler', () => {
  test.each([
    { name: 'one text', content: [text('a')], seen: ['a'] },
    { name: 'texts between other parts', content: [image, text('a'), image, text('b')], seen: ['a', 'b'] },
    { name: 'a text of another type', content: [{ type: 'input_text', text: 'a' }], seen: ['a'] },
    { name: 'empty text', content: [text('')], seen: [''] },
    { name: 'no text', content: [image], seen: [''] },
    { name: 'no part', content: [], seen: [''] },
  ])('$name', ({ content, seen }) => {
    const { messages } = promptOf([
      { role: 'system', content: 'x' },
      { role: 'user', content, name: 'mia' },
    ])
    expect(messages.slice(1).map((message) => message.content)).toEqual(seen)
    expect(messages.slice(1).map((message) => message.role)).toEqual(seen.map(() => 'user'))
    expect(messages.map(({ name }) => name)).toEqual([undefined, 'mia', ...seen.slice(1).map(() => undefined)])
  })

  test('as many as the limit of values allows', () => {
    const content = Array.from({ length: 240_000 }, () => ({ text: '' }))
    expect(promptOf([{ content }]).messages).toHaveLength(content.length)
    expect(
      readResponse('response.choices', JSON.stringify({ choices: [{ message: { content } }] }), options).choices,
    ).toHaveLength(content.length)
  })
})

describe('what a handler makes of the texts goes back into their parts', () => {
  const content = [text('a', { cache: 1 }), image, text('b')]
  const read = () => promptOf([{ role: 'user', content, name: 'mia' }]).messages

  test('every text is changed where it stood', () => {
    const upper = read().map((message) => ({ ...message, content: message.content.toUpperCase() }))
    expect(written(upper)).toEqual([
      { role: 'user', content: [text('A', { cache: 1 }), image, text('B')], name: 'mia' },
    ])
  })

  test('in place too', () => {
    const messages = read()
    for (const message of messages) message.content = '*'
    expect(written(messages)).toEqual([
      { role: 'user', content: [text('*', { cache: 1 }), image, text('*')], name: 'mia' },
    ])
  })

  test('a dropped message drops its part', () => {
    expect(written(read().slice(0, 1))).toEqual([
      { role: 'user', content: [text('a', { cache: 1 }), image], name: 'mia' },
    ])
    expect(written(read().slice(1))).toEqual([{ role: 'user', content: [image, text('b')] }])
    expect(written([])).toEqual([])
  })

  test('a message that was put between them stands after the group', () => {
    const [first, second] = read() as [Message, Message]
    const between: Message = { role: 'system', content: 'note' }
    expect(written([first, between, second])).toEqual([{ role: 'user', content, name: 'mia' }, between])
  })

  test('text for a message without text is added to it', () => {
    const [message] = promptOf([{ role: 'user', content: [image] }]).messages as [Message]
    expect(written([message])).toEqual([{ role: 'user', content: [image] }])
    expect(written([{ ...message, content: 'see' }])).toEqual([{ role: 'user', content: [image, text('see')] }])
  })

  test('texts of different messages stay apart', () => {
    const { messages } = promptOf([
      { role: 'user', content: [text('a')] },
      { role: 'user', content: [text('a')] },
    ])
    expect(written(messages)).toEqual([
      { role: 'user', content: [text('a')] },
      { role: 'user', content: [text('a')] },
    ])
  })
})

test('a choice with content parts is one choice again when it is written', () => {
  const choices = [
    { index: 0, message: { role: 'assistant', content: [text('a'), image, text('b')] }, finish_reason: 'stop' },
  ]
  const read = readResponse('response.choices', JSON.stringify({ choices, id: 'r' }), options)
  expect(read.choices.map(({ message }) => message.content)).toEqual(['a', 'b'])
  expect(read.concatenate()).toBe('a\nb\n')
  for (const { message } of read.choices) message.content = message.content.toUpperCase()
  expect(JSON.parse(writeResponse(read))).toEqual({
    choices: [{ ...choices[0], message: { role: 'assistant', content: [text('A'), image, text('B')] } }],
    id: 'r',
  })
})

describe('parts without their shape', () => {
  test.each([
    { content: ['a'], messages: ['expected an object: messages,0,content,0'] },
    { content: [text('a'), null], messages: ['expected an object: messages,0,content,1'] },
    { content: [{ type: 'text' }], messages: ['expected a string: messages,0,content,0,text'] },
    { content: [{ type: 'text', text: 7 }], messages: ['expected a string: messages,0,content,0,text'] },
    {
      name: 'an unknown type without text, where it may stand under any name',
      content: [text('a'), { type: 'reasoning', summary: 'b' }],
      messages: ['expected a text, or a type of part that has none: messages,0,content,1'],
    },
    {
      name: 'no type',
      content: [{}],
      messages: ['expected a text, or a type of part that has none: messages,0,content,0'],
    },
    {
      name: 'a list of parts in a part',
      content: [{ type: 'image', content: [image, text('b')] }],
      messages: ['expected no text inside of a part: messages,0,content,0,content,1'],
    },
    {
      name: 'a text beside another one further inside',
      content: [text('a', { more: { deep: [[text('b')]] } })],
      messages: ['expected no text inside of a part: messages,0,content,0,more,deep,0,0'],
    },
  ])('$content', ({ content, messages }) => {
    expect(() => promptOf([{ content }])).toThrow(expect.objectContaining({ code: 'CONTENT_INVALID', messages }))
  })

  test('other content than text and parts is refused as in text mode', () => {
    expect(() => promptOf([{ content: 7 }])).toThrow(
      expect.objectContaining({ messages: ['expected a string or null, got a number: messages,0,content'] }),
    )
  })
})

test('masking a text is the same, whether it stands in a message or in parts of one', () => {
  const part = fc.oneof(
    fc.string({ unit: 'grapheme' }).map((value) => text(value)),
    fc.constant(image),
  )
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const masked = promptOf([{ role: 'user', content: parts }]).messages.map((message) => ({
        ...message,
        content: message.content.replaceAll('a', '*'),
      }))
      const expected = parts.map((one) => ('text' in one ? text(one.text.replaceAll('a', '*')) : one))
      expect(written(masked)).toEqual([{ role: 'user', content: expected }])
    }),
  )
})

describe('attachmentsOf', () => {
  test.each([
    { name: 'text alone', content: [text('a'), text('b')], attachments: [0, 0] },
    {
      name: 'parts between texts, told of the first',
      content: [image, text('a'), image, text('b')],
      attachments: [2, 0],
    },
    { name: 'no text', content: [image, image], attachments: [2] },
    { name: 'no parts', content: 'a', attachments: [0] },
    { name: 'an empty list', content: [], attachments: [0] },
  ])('$name', ({ content, attachments }) => {
    const prompt = promptOf([{ role: 'user', content }])
    expect(prompt.messages.map((message) => attachmentsOf(message).length)).toEqual(attachments)
  })
})
