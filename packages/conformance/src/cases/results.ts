import type { CaseGroup, Probe } from '../language/conformance-case.js'
import type { Expectation } from '../language/expectation.js'
import {
  absent,
  exactly,
  inAnyOrder,
  type Json,
  type JsonPattern,
  nonemptyText,
  oneOf,
} from '../language/json-pattern.js'
import { disconnect, knownBoundary, parallel } from './behaviours.js'
import { E, execute, fault, I, IP, M, messages, mp, part, processed, R, RP, stamped } from './vocabulary.js'

interface Asked {
  readonly must?: Expectation
  readonly should?: Expectation
}

const onInput = (name: string, parameters: Json, asked: Asked): Probe => ({
  name,
  send: execute('both', M, I, IP(parameters)),
  ...asked,
})
const onResponse = (name: string, parameters: Json, asked: Asked): Probe => ({
  name,
  send: execute('both', M, I, R, RP(parameters)),
  ...asked,
})

const TAGS = { topic: ['b'] }
const FOUND = exactly({ n: 1 })
/** Stamped metadata and no other part. */
const onlyMetadata = (keys: { readonly [key: string]: JsonPattern } = {}): Expectation =>
  mp({ metadata: stamped(keys) })
const rejected = (reject: JsonPattern, keys: { readonly [key: string]: JsonPattern } = {}): Expectation =>
  mp({ reject, metadata: stamped(keys) })
const policyViolation = (processorResult: JsonPattern): JsonPattern =>
  exactly({ code: 'AIGW_POLICY_VIOLATION', detail: nonemptyText, processor_result: processorResult })

const LOGGED = 'The warning is in the log of the server; it is proved by a unit test of the server.'
const NOT_ASCII = 'Größe 日本 💳 \u0000 "x" \\ \u2028'

/** How what a handler returns becomes the answer. */
export const results: CaseGroup = {
  name: 'Results',
  cases: [
    {
      id: 57,
      title: 'Nothing to say is 204 without a body',
      section: '8.3',
      probes: [
        onInput('none', { mode: 'none' }, { must: processed }),
        onInput('result-empty', { mode: 'result-empty' }, { must: processed }),
        onResponse('none, response', { mode: 'none' }, { must: processed }),
      ],
    },
    {
      id: 58,
      title: 'Metadata set by the handler gives 200 and the stamps, nothing else',
      section: '9.3',
      probes: [
        onInput('meta-empty', { mode: 'meta-empty' }, { must: onlyMetadata() }),
        onResponse('meta-empty, response', { mode: 'meta-empty' }, { must: onlyMetadata() }),
      ],
    },
    {
      id: 59,
      title: 'The findings are in the metadata, whatever is permitted',
      section: '8.3',
      probes: [
        onInput('result', { mode: 'result' }, { must: onlyMetadata({ processor_result: FOUND }) }),
        onInput(
          'nothing permitted',
          { mode: 'result', annotate: false, modify: false, reject: false },
          { must: onlyMetadata({ processor_result: FOUND }) },
        ),
      ],
    },
    {
      id: 60,
      title: 'Tags are sent in lower case, and dropped without annotate',
      section: '8.3',
      unseen: LOGGED,
      probes: [
        onInput('tags', { mode: 'tags' }, { must: onlyMetadata({ tags: exactly(TAGS) }) }),
        onInput('annotate:false', { mode: 'tags', annotate: false }, { must: onlyMetadata() }),
        onResponse('tags, response', { mode: 'tags' }, { must: onlyMetadata({ tags: exactly(TAGS) }) }),
      ],
    },
    {
      id: 61,
      title: 'A changed prompt is sent, and dropped without modify',
      section: '8.3',
      unseen: LOGGED,
      probes: [
        onInput(
          'modify:true',
          { mode: 'edit', modify: true },
          {
            must: mp({
              'input.messages': exactly({ messages: [exactly({ role: 'user', content: 'changed' })] }),
              metadata: stamped(),
            }),
          },
        ),
        onInput('modify absent', { mode: 'edit' }, { must: onlyMetadata() }),
      ],
    },
    {
      id: 62,
      title: 'An equal document is no change',
      section: '8.3',
      unseen: 'That no warning is logged is proved by a unit test of the server.',
      probes: [
        onInput('modify:true', { mode: 'same', modify: true }, { must: onlyMetadata() }),
        onInput('modify:false', { mode: 'same', modify: false }, { must: onlyMetadata() }),
        onResponse('modify:true, response', { mode: 'same', modify: true }, { must: onlyMetadata() }),
        {
          name: 'with a role and a content that the server filled in',
          send: execute('both', M, messages({}), IP({ mode: 'same', modify: true })),
          must: onlyMetadata(),
        },
      ],
    },
    {
      id: 63,
      title: 'A changed response is sent, and dropped without modify',
      section: '8.3',
      probes: [
        onResponse(
          'modify:true',
          { mode: 'edit', modify: true },
          {
            must: mp({
              'response.choices': exactly({
                choices: [
                  exactly({
                    index: 0,
                    message: exactly({ role: 'assistant', content: 'changed' }),
                    finish_reason: 'stop',
                  }),
                ],
              }),
              metadata: stamped(),
            }),
          },
        ),
        onResponse('modify absent', { mode: 'edit' }, { must: onlyMetadata() }),
      ],
    },
    {
      id: 64,
      title: "The other direction's document cannot be changed",
      section: '8.3',
      unseen: LOGGED,
      probes: [
        onInput(
          'a response at input',
          { mode: 'wrong-way', modify: true },
          {
            must: { anyOf: [onlyMetadata(), mp({ 'response.choices': {}, metadata: stamped() })] },
            should: onlyMetadata(),
          },
        ),
        onResponse(
          'a prompt at response',
          { mode: 'wrong-way', modify: true },
          {
            must: { anyOf: [onlyMetadata(), mp({ 'input.messages': {}, metadata: stamped() })] },
            should: onlyMetadata(),
          },
        ),
      ],
    },
    {
      id: 65,
      title: 'A reject is 200 with a reject part',
      section: '9.2',
      probes: [
        onInput('reject:true', { mode: 'reject', reject: true }, { must: rejected(policyViolation(null)) }),
        onResponse(
          'reject:true, response',
          { mode: 'reject', reject: true },
          { must: rejected(policyViolation(null)) },
        ),
      ],
    },
    {
      id: 66,
      title: 'A reject is dropped without permission',
      section: '8.3',
      unseen: LOGGED,
      probes: [
        onInput('reject absent', { mode: 'reject' }, { must: onlyMetadata() }),
        onResponse('reject absent, response', { mode: 'reject' }, { must: onlyMetadata() }),
      ],
    },
    {
      id: 67,
      title: 'The code of a time-out is spelt without a stray letter',
      section: '8.2',
      probes: [
        onInput(
          'reject-timeout',
          { mode: 'reject-timeout', reject: true },
          {
            must: rejected({ code: oneOf('AIGW_TIMEOUT', 'fAIGW_TIMEOUT') }),
            should: rejected({ code: 'AIGW_TIMEOUT' }),
          },
        ),
      ],
    },
    {
      id: 68,
      title: 'A reject carries findings in both parts, and tags if permitted',
      section: '8.3',
      probes: [
        onInput(
          'annotate:true',
          { mode: 'reject-tagged', reject: true, annotate: true },
          { must: rejected(policyViolation(FOUND), { processor_result: FOUND, tags: exactly(TAGS) }) },
        ),
        onInput(
          'annotate:false',
          { mode: 'reject-tagged', reject: true, annotate: false },
          {
            must: mp({ reject: policyViolation(FOUND), metadata: { ...stampsOf('Both'), processor_result: FOUND } }),
            should: rejected(policyViolation(FOUND), { processor_result: FOUND }),
          },
        ),
      ],
    },
    {
      id: 69,
      title: 'A failing handler is a 500 that tells nothing',
      section: '10.3',
      probes: [
        onInput('throw', { mode: 'throw' }, { must: { ...fault(500, 'E'), hidden: ['fixture-secret'] } }),
        onResponse('throw, response', { mode: 'throw' }, { must: { ...fault(500, 'E'), hidden: ['fixture-secret'] } }),
        ...['nothing', 'alien', 'both-mods'].map((mode) => onInput(mode, { mode }, { must: fault(500, 'E') })),
      ],
    },
    {
      id: 70,
      title: 'The documented error class says its status and reason',
      section: '10.3',
      probes: [
        onInput(
          'throw-400',
          { mode: 'throw-400' },
          {
            must: { anyOf: [E, fault(500, 'E')] },
            should: {
              ...fault(400, 'E+m'),
              json: { detail: 'the fixture refuses', messages: ['the fixture has a reason: fixture'] },
            },
          },
        ),
      ],
    },
    {
      id: 71,
      title: 'Reserved keys in metadata of the handler do not count',
      section: '8.3',
      probes: [
        onInput(
          'stamps overwrite',
          { mode: 'reserved' },
          { must: mp({ metadata: { ...stampsOf('Both'), kept: 'yes' } }) },
        ),
        onInput(
          'findings and tags are not smuggled in',
          { mode: 'reserved', annotate: false },
          { should: onlyMetadata({ kept: 'yes' }) },
        ),
        {
          name: 'ids that did not come are not made up',
          send: execute('both', part('metadata', {}), I, IP({ mode: 'reserved' })),
          should: mp({ metadata: { kept: 'yes', request_id: absent, step_id: absent } }),
        },
        {
          name: 'app details of a processor without any are not made up',
          send: execute('inp', M, I, IP({ mode: 'reserved' })),
          should: mp({ metadata: { ...stampsOf('inp'), kept: 'yes', app_details: absent } }),
        },
      ],
    },
    {
      id: 72,
      title: 'A promise of a plain function is awaited',
      section: '7',
      probes: [
        onInput('promise', { mode: 'promise' }, { must: onlyMetadata({ processor_result: FOUND }) }),
        onResponse('promise, response', { mode: 'promise' }, { must: onlyMetadata({ processor_result: FOUND }) }),
      ],
    },
    {
      id: 73,
      title: 'Every multipart answer is well framed, metadata last',
      section: '9.1',
      unseen: 'The framing of every other multipart answer is checked as well, in its own case.',
      probes: [
        onInput(
          'a changed prompt with tags and findings',
          { mode: 'everything', modify: true },
          {
            must: mp({
              'input.messages': {},
              metadata: stamped({ processor_result: FOUND, tags: exactly(TAGS), kept: 'yes' }),
            }),
          },
        ),
        onResponse(
          'a changed response with tags and findings',
          { mode: 'everything', modify: true },
          {
            must: mp({
              'response.choices': {},
              metadata: stamped({ processor_result: FOUND, tags: exactly(TAGS), kept: 'yes' }),
            }),
          },
        ),
        onInput('a reject', { mode: 'reject-tagged', reject: true }, { must: mp({ reject: {}, metadata: {} }) }),
        onInput('metadata alone', { mode: 'meta-empty' }, { must: mp({ metadata: {} }) }),
      ],
    },
    {
      id: 74,
      title: 'Text that is not ASCII survives both ways',
      section: '9.2',
      probes: [
        onInput(
          'in a prompt',
          { mode: 'edit', text: NOT_ASCII, modify: true },
          { must: mp({ 'input.messages': { messages: [{ content: NOT_ASCII }] }, metadata: {} }) },
        ),
        {
          name: 'in what the handler sees',
          send: execute('both', M, messages({ content: NOT_ASCII }), IP({ mode: 'saw' })),
          must: mp({ metadata: { processor_result: { prompt: [{ role: 'user', content: NOT_ASCII }] } } }),
        },
        onInput(
          'in a tag',
          { mode: 'tag-text', text: 'größe 日本 💳' },
          { must: onlyMetadata({ tags: exactly({ text: ['größe 日本 💳'] }) }) },
        ),
        onInput(
          'in the detail of a reject',
          { mode: 'reject-text', text: NOT_ASCII, reject: true },
          { must: rejected({ detail: NOT_ASCII }) },
        ),
      ],
    },
    parallel,
    disconnect,
    {
      id: 181,
      title: 'A document changed in place counts as changed',
      section: '7',
      probes: [
        onInput(
          'prompt',
          { mode: 'edit-in-place', modify: true },
          { must: mp({ 'input.messages': { messages: [{ content: 'changed' }] }, metadata: stamped() }) },
        ),
        onResponse(
          'response',
          { mode: 'edit-in-place', modify: true },
          { must: mp({ 'response.choices': { choices: [{ message: { content: 'changed' } }] }, metadata: stamped() }) },
        ),
        onInput('without modify', { mode: 'edit-in-place' }, { must: onlyMetadata() }),
      ],
    },
    {
      id: 182,
      title: 'A dropped reject loses its tags and keeps its findings',
      section: '8.3',
      probes: [
        onInput(
          'reject-tagged without permission',
          { mode: 'reject-tagged' },
          {
            must: { anyOf: [onlyMetadata(), onlyMetadata({ processor_result: FOUND })] },
            should: onlyMetadata({ processor_result: FOUND }),
          },
        ),
      ],
    },
    {
      id: 183,
      title: 'Numbers that are not finite never become bare words',
      section: '9.3',
      probes: [
        onInput(
          'NaN in the findings',
          { mode: 'not-finite' },
          { must: { anyOf: [fault(500, 'E'), onlyMetadata({ processor_result: { n: null } })] } },
        ),
      ],
    },
    {
      id: 184,
      title: 'Tags that differ only in case are one tag',
      section: '9.4',
      probes: [
        onInput(
          'keys and values repeated',
          { mode: 'tags-repeated' },
          {
            must: onlyMetadata({ tags: { topic: oneOf(inAnyOrder(['b', 'c']), inAnyOrder(['b', 'b', 'c']), ['c']) } }),
            should: onlyMetadata({ tags: exactly({ topic: ['b', 'c'] }) }),
          },
        ),
        onInput('an empty value is a mistake', { mode: 'tag-text', text: '' }, { must: fault(500, 'E') }),
      ],
    },
    {
      id: 185,
      title: 'An empty detail and an empty change are kept',
      section: '8.2',
      probes: [
        onInput(
          'a reject without a detail',
          { mode: 'reject-text', text: '', reject: true },
          { must: rejected({ code: 'AIGW_POLICY_VIOLATION', detail: '' }) },
        ),
        onInput(
          'a content that is emptied',
          { mode: 'edit', text: '', modify: true },
          { must: mp({ 'input.messages': { messages: [{ content: '' }] }, metadata: stamped() }) },
        ),
      ],
    },
    {
      id: 186,
      title: 'A processor without app details has none in its metadata',
      section: '9.3',
      probes: [
        {
          name: 'inp',
          send: execute('inp', M, I, IP({ mode: 'meta-empty' })),
          must: mp({ metadata: exactly(stampsOf('inp')) }),
        },
      ],
    },
    knownBoundary,
    {
      id: 188,
      title: 'Metadata that a reject sets is sent, also when the reject is dropped',
      section: '9.3',
      probes: [
        onInput(
          'permitted',
          { mode: 'reject-everything', reject: true },
          {
            must: rejected(policyViolation(FOUND), { processor_result: FOUND, tags: exactly(TAGS), kept: 'yes' }),
          },
        ),
        onInput(
          'dropped',
          { mode: 'reject-everything' },
          {
            must: {
              anyOf: [onlyMetadata({ kept: 'yes' }), onlyMetadata({ kept: 'yes', processor_result: FOUND })],
            },
          },
        ),
      ],
    },
  ],
}

function stampsOf(name: string): { readonly [key: string]: JsonPattern } {
  const stamps = { processor_id: `Suite:${name}`, processor_version: 'v1', request_id: 'r', step_id: 's' }
  return name === 'Both' ? { ...stamps, app_details: exactly({ build: 'b1' }) } : stamps
}
