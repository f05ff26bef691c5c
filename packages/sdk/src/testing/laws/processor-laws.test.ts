import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import {
  type Action,
  defineProcessor,
  type InputContext,
  type InputResult,
  ProcessorError,
  pass,
  reject,
  signatures,
} from '../../index.js'
import { type LawOptions, processorLaws } from './index.js'

const NUMBER = /(?<!\d)\d(?:[ -]?\d){11,18}(?!\d)/g

const parameters = z.strictObject({ mask: z.string().default('[NUMBER]') })
type Handler = (context: InputContext<typeof parameters>) => InputResult | PromiseLike<InputResult>

const base = { namespace: 'acme', name: 'long-number', version: '1.0.0', parameters } as const

function mask(context: Parameters<Handler>[0]) {
  const messages = context.prompt.messages.map((message) => ({
    ...message,
    content: message.content.replaceAll(NUMBER, context.parameters.mask),
  }))
  return { ...context.prompt, messages }
}

const good: Handler = (context) => {
  const { prompt, parameters, span } = context
  const count = prompt.messages.flatMap(({ content }) => [...content.matchAll(NUMBER)]).length
  span.setAttribute('acme.count', count)
  if (count === 0) return pass()
  const tags = parameters.annotate ? { found: 'number' } : {}
  const processorResult = { count }
  if (parameters.reject) {
    return reject({ code: 'AIGW_POLICY_VIOLATION', detail: 'Long numbers.', tags, processorResult })
  }
  return pass({ tags, processorResult, prompt: parameters.modify ? mask(context) : undefined })
}

/** Wraps the good handler, so that a bad one is bad in one respect. */
const after =
  (change: (result: InputResult, context: Parameters<Handler>[0]) => InputResult): Handler =>
  (context) =>
    change(good(context) as InputResult, context)

const options: LawOptions<typeof parameters> = {
  samples: ['pay 4111 1111 1111 1111 now', 'hello'],
  idempotent: true,
  withinPermissions: true,
  maxLength: 65_536,
}

function processorOf(processInput: Handler, actions: readonly Action[] = []) {
  return defineProcessor({ ...base, actions, signature: signatures.inputOnly, processInput })
}

describe('a good processor keeps every law', () => {
  test.each(processorLaws(processorOf(good, ['annotate', 'modify', 'reject']), options))(
    '$name',
    ({ check }) => check(),
    60_000,
  )
})

describe('a good processor of responses keeps every law', () => {
  const responses = defineProcessor({
    ...base,
    signature: signatures.responseAndPrompt,
    processResponse({ response, prompt, parameters: { modify, mask } }) {
      const choices = response.choices.map((choice) => {
        const content = choice.message.content.replaceAll(NUMBER, mask)
        return { ...choice, message: { ...choice.message, content } }
      })
      return pass({
        processorResult: { choices: choices.length, messages: prompt.messages.length },
        response: modify ? { ...response, choices } : undefined,
      })
    },
  })
  test.each(processorLaws(responses, options))('$name', ({ check }) => check(), 60_000)
})

/** Handlers that break a law, with the laws that they break. */
const breaches: {
  name: string
  handler: Handler
  broken: readonly string[]
  actions?: readonly Action[]
  options?: Partial<typeof options>
}[] = [
  { name: 'never says anything', handler: () => pass(), broken: ['judges every sample'] },
  {
    name: 'cannot judge a sample',
    handler: (context) => (context.prompt.concatenate().includes('hello') ? (undefined as never) : good(context)),
    broken: ['judges every sample', 'decides under every set of permissions', 'takes every document', 'takes hostile'],
  },
  {
    name: 'fails when it may not do anything',
    handler: after((result, { parameters }) => {
      if (!parameters.annotate && !parameters.modify && !parameters.reject) throw new Error('no permission')
      return result
    }),
    broken: ['decides under every set of permissions'],
  },
  {
    name: 'rejects without permission',
    handler: after((_, { prompt }) =>
      prompt.concatenate().includes('4') ? reject({ code: 'AIGW_TIMEOUT', detail: 'x' }) : pass(),
    ),
    options: { withinPermissions: true },
    broken: ['decides under every set of permissions'],
  },
  {
    name: 'does more than it declares',
    handler: good,
    actions: ['annotate'],
    broken: ['does nothing but what its actions declare'],
  },
  {
    name: 'rejects without a word',
    handler: after((result, { parameters }) =>
      parameters.reject ? reject({ code: 'AIGW_TIMEOUT', detail: ' ' }) : result,
    ),
    broken: ['gives a detail with every reject'],
  },
  {
    name: 'finds what JSON cannot hold',
    handler: after(({ tags }) => pass({ tags, processorResult: { score: Number.NaN } })),
    broken: ['writes metadata and findings that JSON can hold'],
  },
  {
    name: 'finds a Map',
    handler: after(({ tags }) => pass({ tags, metadata: { seen: [new Map()] } })),
    broken: ['writes metadata and findings that JSON can hold'],
  },
  {
    name: 'puts a match in a tag',
    handler: (context) => {
      const [match] = context.prompt.concatenate().match(NUMBER) ?? []
      return match === undefined ? good(context) : pass({ tags: { match } })
    },
    broken: ['tells no content'],
  },
  {
    name: 'quotes content in its findings, in base64',
    handler: (context) =>
      pass({ processorResult: { context: Buffer.from(context.prompt.concatenate()).toString('base64') } }),
    broken: ['tells no content'],
  },
  {
    name: 'quotes the end of content in the detail',
    handler: ({ prompt, parameters }) =>
      parameters.reject
        ? reject({ code: 'AIGW_VALIDATION', detail: `Bad: ${prompt.concatenate().slice(-12)}` })
        : pass({ processorResult: { a: 1 } }),
    broken: ['tells no content'],
  },
  {
    name: 'puts content in its span',
    handler: after((result, { span, prompt }) => {
      span.addEvent('seen', { text: prompt.concatenate() })
      return result
    }),
    broken: ['tells no content'],
  },
  {
    name: 'logs unknown keys',
    handler: after((result, { logger, prompt }) => {
      for (const { name } of prompt.messages) logger.debug({ name }, 'seen')
      return result
    }),
    broken: ['tells no content'],
  },
  {
    name: 'writes to the console',
    handler: after((result, { prompt }) => {
      console.info('seen %s', prompt.concatenate())
      return result
    }),
    broken: ['tells no content'],
  },
  {
    name: 'throws content',
    handler: after((result, { prompt }) => {
      const content = prompt.concatenate()
      if (content.includes('@')) throw new ProcessorError({ status: 400, detail: 'No addresses.', messages: [content] })
      return result
    }),
    broken: ['tells no content'],
  },
  {
    name: 'changes its input in place',
    handler: after((result, { prompt, parameters }) => {
      if (parameters.modify && prompt.messages[0]) prompt.messages[0].content += '!'
      return result
    }),
    broken: ['leaves its input as it was'],
  },
  {
    name: 'changes metadata in place',
    handler: after((result, { metadata }) => {
      Object.assign(metadata, { seen: true })
      return result
    }),
    broken: ['leaves its input as it was'],
  },
  {
    name: 'drops unknown keys of messages',
    handler: (context) => {
      const { messages, ...rest } = mask(context)
      const bare = messages.map(({ role, content }) => ({ role, content }))
      return pass({ prompt: { ...rest, messages: bare }, processorResult: { a: 1 } })
    },
    broken: ['keeps keys that it does not know'],
  },
  {
    name: 'drops the envelope',
    handler: (context) => pass({ prompt: { messages: mask(context).messages }, processorResult: { a: 1 } }),
    broken: ['keeps keys that it does not know'],
  },
  {
    name: 'decides by chance',
    handler: after(({ tags }) => pass({ tags, processorResult: { n: Math.random() } })),
    broken: ['decides the same twice'],
  },
  {
    name: 'masks its own masks',
    handler: ({ prompt }) => {
      const messages = prompt.messages.map((message) => ({
        ...message,
        content: message.content.replaceAll(/\d{4}|X/g, 'XX'),
      }))
      return pass({ prompt: { ...prompt, messages }, processorResult: { a: 1 } })
    },
    broken: ['leaves alone what it has changed'],
  },
  {
    name: 'needs a message',
    handler: after((result, { prompt }) => {
      if ((prompt.messages[0]?.content.length as number) === undefined) throw new Error('no message')
      return result
    }),
    broken: ['takes every document'],
  },
  {
    name: 'cannot take a NUL',
    handler: after((result, { prompt }) => {
      if (prompt.concatenate().includes('\u0000')) throw new RangeError('NUL')
      return result
    }),
    broken: ['takes hostile text'],
  },
  {
    name: 'spreads a long text onto the stack',
    handler: after((result, { prompt }) => {
      Math.max(...[...prompt.concatenate()].map((character) => character.length))
      return result
    }),
    broken: ['takes linear time: one letter'],
  },
  {
    name: 'takes quadratic time',
    handler: after((result, { prompt }) => {
      for (const { content } of prompt.messages) /a+$/.test(`${content}!`)
      return result
    }),
    broken: ['takes linear time: one letter'],
  },
  {
    name: 'takes exponential time',
    handler: after((result, { prompt }) => {
      for (const { content } of prompt.messages) if (/^(?:4+)+$/.test(`${content.slice(0, 60)}!`)) return pass()
      return result
    }),
    broken: ['takes linear time: digits'],
  },
  {
    name: 'takes quadratic time in the number of messages',
    handler: after((result, { prompt }) => {
      let count = 0
      for (const { content } of prompt.messages) {
        for (const other of prompt.messages) if (content === other.content) count++
      }
      return count < 0 ? pass() : result
    }),
    broken: ['takes linear time: many messages'],
  },
]

describe('a bad processor breaks the law', () => {
  test.each(breaches)(
    'that $name: $broken',
    { timeout: 90_000 },
    async ({ handler, broken, actions = [], options: own }) => {
      vi.spyOn(console, 'info').mockImplementation(() => undefined)
      const laws = processorLaws(processorOf(handler, actions), {
        samples: options.samples,
        idempotent: true,
        seed: 7,
        ...own,
      })
      const isWanted = (name: string) => broken.some((wanted) => name.startsWith(wanted))
      for (const { name, check } of laws) {
        if (isWanted(name)) await expect(check(), name).rejects.toThrow(/expected .*came .*seed 7/s)
        else if (!name.startsWith('takes linear'))
          await check().catch((error: Error) => expect.soft(error, name).toBeUndefined())
      }
      expect(broken.filter((wanted) => !laws.some(({ name }) => name.startsWith(wanted)))).toEqual([])
    },
  )

  test('that runs on after its signal', async () => {
    const deaf = processorOf(async (context) => {
      await sleep(context.prompt.messages.length * 4_000, undefined, { ref: false })
      return good(context)
    })
    const law = processorLaws(deaf, options).find(({ name }) => name.startsWith('ends soon'))
    await expect(law?.check()).rejects.toThrow(/runs on/)
  })

  test('not when it ends with its signal', async () => {
    const polite = processorOf(async (context) => {
      await sleep(60_000, undefined, { ref: false, signal: context.signal })
      return good(context)
    })
    const law = processorLaws(polite, options).find(({ name }) => name.startsWith('ends soon'))
    await expect(law?.check()).resolves.toBeUndefined()
  })
})

test('secrets that look like nothing are found when they are named', async () => {
  const quoting = processorOf(({ prompt }) =>
    pass({ tags: { word: prompt.concatenate().includes('swordfish') ? 'swordfish' : 'none' } }),
  )
  const lawWith = (secrets: readonly string[]) =>
    processorLaws(quoting, { samples: ['say swordfish'], secrets }).find(({ name }) => name.startsWith('tells no'))
  await expect(lawWith([])?.check()).resolves.toBeUndefined()
  await expect(lawWith(['swordfish'])?.check()).rejects.toThrow(/came some of it at tags\.word/)
})

test('options leave laws out', () => {
  const names = processorLaws(processorOf(good), {
    samples: ['a'],
    deterministic: false,
    linear: false,
    changesInPlace: true,
  }).map(({ name }) => name.split(' ', 2).join(' '))
  expect(names).toEqual([
    'judges every',
    'decides under',
    'gives a',
    'writes metadata',
    'tells no',
    'keeps keys',
    'takes every',
    'takes hostile',
    'ends soon',
  ])
})

test('laws need a sample', () => {
  expect(() => processorLaws(processorOf(good), { samples: [] })).toThrow(TypeError)
})
