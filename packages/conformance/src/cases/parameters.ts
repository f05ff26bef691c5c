import type { CaseGroup, Probe } from '../language/conformance-case.js'
import type { Json } from '../language/json-pattern.js'
import { absent } from '../language/json-pattern.js'
import { sameWords } from './behaviours.js'
import { checkParameters, E, execute, fault, I, IP, M, mp, part, processed, R, RP } from './vocabulary.js'

const refuses = (parameters: Json, ...paths: readonly string[]): Probe => ({
  name: JSON.stringify(parameters),
  send: execute('both', M, I, IP(parameters)),
  must: fault(400, 'E+m', ...paths),
})

const accepts = (parameters: Json): Probe => ({
  name: JSON.stringify(parameters),
  send: execute('both', M, I, IP(parameters)),
  must: processed,
})

/** How parameters are read, defaulted and refused. */
export const parameters: CaseGroup = {
  name: 'Parameters',
  cases: [
    {
      id: 52,
      title: 'No parameters part means all defaults',
      section: '5.4',
      probes: [
        { name: 'both', send: execute('both', M, I), must: processed },
        { name: 'need', send: execute('need', M, I), must: fault(400, 'E+m', 'must') },
        { name: 'need, response', send: execute('need', M, R), must: fault(400, 'E+m', 'must') },
        { name: 'need, given', send: execute('need', M, I, IP({ must: 'x' })), must: processed },
      ],
    },
    {
      id: 53,
      title: 'Parameters must be a JSON object',
      section: '5.4',
      probes: ['', 'null', '[]', '{"modify":'].map((body) => ({
        name: `input.parameters ${JSON.stringify(body)}`,
        send: execute('both', M, I, part('input.parameters', body)),
        must: fault(400, 'E+m', ''),
      })),
    },
    {
      id: 54,
      title: 'Types are strict, unknown keys are ignored',
      section: '5.4',
      probes: [refuses({ annotate: 'true' }, 'annotate'), accepts({ zzz: 1 })],
    },
    {
      id: 55,
      title: 'Modify and reject may both be allowed',
      section: '5.4',
      probes: [accepts({ modify: true, reject: true })],
    },
    {
      id: 56,
      title: 'Parameters are read before metadata and content',
      section: '6',
      unseen: 'That the answer is about the parameters shows by its messages: broken metadata or content has none.',
      probes: [
        {
          name: 'all three broken',
          send: execute('both', part('metadata', '{'), part('input.messages', '{'), part('input.parameters', '{')),
          must: fault(400, 'E+m', ''),
        },
      ],
    },
    {
      id: 171,
      title: 'Nothing is taken for another type',
      section: '5.4',
      probes: [
        refuses({ annotate: 1 }, 'annotate'),
        refuses({ annotate: null }, 'annotate'),
        refuses({ delay: '3' }, 'delay'),
        refuses({ delay: 3.5 }, 'delay'),
        refuses({ delay: true }, 'delay'),
        refuses({ mode: 5 }, 'mode'),
        refuses({ mode: null }, 'mode'),
        accepts({ delay: 3 }),
        {
          name: '{"delay":3.0}',
          send: execute('both', M, I, part('input.parameters', '{"delay":3.0}')),
          must: { anyOf: [processed, fault(400, 'E+m', 'delay')] },
        },
      ],
    },
    {
      id: 172,
      title: 'All problems are reported together, the same in both places',
      section: '5.4',
      probes: [
        refuses({ annotate: 'no', modify: 0, mode: false }, 'annotate', 'modify', 'mode'),
        {
          name: 'execute on need',
          send: execute('need', M, I, IP({ reject: 'true', must: 5 })),
          must: fault(400, 'E+m', 'reject', 'must'),
        },
        {
          name: 'configuration check on both',
          send: checkParameters('both', '{"annotate":"no","modify":0,"mode":false}'),
          must: { status: 400, paths: ['annotate', 'modify', 'mode'] },
        },
      ],
    },
    {
      id: 173,
      title: 'All eight combinations of the permissions are valid',
      section: '5.4',
      probes: [false, true].flatMap((annotate) =>
        [false, true].flatMap((modify) => [false, true].map((reject) => accepts({ annotate, modify, reject }))),
      ),
    },
    {
      id: 174,
      title: 'Response parameters count in response direction',
      section: '5.4',
      probes: [
        {
          name: 'annotate:false',
          send: execute('both', M, R, RP({ mode: 'tags', annotate: false })),
          must: mp({ metadata: { processor_id: 'Suite:Both', tags: absent } }),
        },
        { name: 'a wrong type', send: execute('both', M, R, RP({ modify: 'yes' })), must: fault(400, 'E+m', 'modify') },
        { name: 'null', send: execute('both', M, R, part('response.parameters', 'null')), must: E },
      ],
    },
    sameWords,
  ],
}
