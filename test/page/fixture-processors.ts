import { setTimeout } from 'node:timers/promises'
import { defineProcessor, type Processor, ProcessorError, pass, reject, secret, signatures } from '@gatehouse/sdk'
import { z } from 'zod'

const namespace = 'fixture'
const version = '1.0.0'

/** Every kind of parameter that the page has a field for, and some that it has none for. Sends back what it got. */
const everyField = defineProcessor({
  namespace,
  name: 'every-field',
  version,
  signature: signatures.both,
  parameters: z.object({
    title: z.string().min(1).max(40).describe('A short text.'),
    notes: z.string().default('two\nlines'),
    size: z.int().min(1).max(9).default(3),
    ratio: z.number().min(0).max(1).optional(),
    strict: z.boolean().default(true),
    maybe: z.boolean().optional(),
    mode: z.enum(['low', 'high']).default('low'),
    words: z.array(z.string().min(1)).default(['first']),
    rules: z.array(z.object({ name: z.string().min(1), weight: z.number().default(1) })).default([]),
    nested: z.object({ host: z.string(), inner: z.object({ port: z.int() }).optional() }).optional(),
    limit: z.int().nullable().default(5),
    either: z.union([z.string(), z.array(z.number())]).optional(),
    token: secret(z.string()).optional(),
  }),
  processInput: ({ parameters }) => pass({ processorResult: { parameters } }),
  processResponse: ({ parameters }) => pass({ processorResult: { parameters } }),
})

/** More parameters in one group than anybody wants to scroll past. */
const manyFields = defineProcessor({
  namespace,
  name: 'many-fields',
  version,
  signature: signatures.inputOnly,
  parameters: z.object({
    each: z
      .object(
        Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`field-${index}`, z.int().max(9).optional()])),
      )
      .default({}),
  }),
  processInput: ({ parameters }) => pass({ processorResult: { parameters } }),
})

/** Replaces "blue" by "[COLOUR]", and rejects "red", as far as it may. */
const colours = defineProcessor({
  namespace,
  name: 'colours',
  version,
  signature: signatures.both,
  actions: ['annotate', 'modify', 'reject'],
  processInput({ prompt, parameters }) {
    const text = prompt.concatenate()
    if (text.includes('red') && parameters.reject) {
      return reject({ code: 'AIGW_POLICY_VIOLATION', detail: 'Red is not allowed.', tags: { colour: 'red' } })
    }
    if (!text.includes('blue')) return pass()
    const messages = prompt.messages.map((message) => ({
      ...message,
      content: message.content.replaceAll('blue', '[COLOUR]'),
    }))
    return pass({ tags: { colour: 'blue' }, prompt: { ...prompt, messages } })
  },
  processResponse({ response }) {
    const choices = response.choices.map((choice) => ({
      ...choice,
      message: { ...choice.message, content: choice.message.content.replaceAll('blue', '[COLOUR]') },
    }))
    return pass({ response: { ...response, choices } })
  },
})

/** Says back whatever it is told, in every place that the page shows. */
const echo = defineProcessor({
  namespace,
  name: 'echo',
  version,
  description: '<img src=x onerror="document.title=1"> \u202egnitset',
  signature: signatures.inputOnly,
  parameters: z.object({ '<b>key</b>': z.string().default('<i>value</i>').describe('<script>1</script>') }),
  processInput({ prompt, parameters }) {
    const text = prompt.messages.at(-1)?.content ?? ''
    if (parameters.reject) return reject({ code: 'AIGW_POLICY_VIOLATION', detail: text, tags: { said: text } })
    const processorResult = { [text]: text, list: [{ [text]: text }], deep: { deeper: { text } } }
    const messages = [...prompt.messages, { role: text, content: text }]
    return pass({ tags: { [text]: text }, processorResult, prompt: { ...prompt, messages } })
  },
})

/** Fails, with a text that may be told and with one that may not. */
const failing = defineProcessor({
  namespace,
  name: 'failing',
  version,
  signature: signatures.responseAndPrompt,
  processResponse({ response }) {
    if (response.choices[0]?.message.content === 'throw') throw new Error('inner text')
    throw new ProcessorError({ status: 503, detail: 'The model is away.', messages: ['try later'] })
  },
})

/** Ends when the caller is gone. */
const slow = defineProcessor({
  namespace,
  name: 'slow',
  version,
  signature: signatures.inputOnly,
  async processInput({ signal }) {
    await setTimeout(20_000, undefined, { signal })
    return pass()
  },
})

/** Processors that the tests of the page are run against. */
export const fixtureProcessors: readonly Processor[] = [colours, everyField, manyFields, echo, failing, slow]
