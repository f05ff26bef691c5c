import type { CaseGroup, Probe } from '../language/conformance-case.js'
import type { Part } from '../language/exchange.js'
import { E, execute, executeWith, fault, I, IP, M, messages, part, processed, R, RP, saw } from './vocabulary.js'

const refuses = (name: string, processor: string, ...parts: readonly Part[]): Probe => ({
  name,
  send: execute(processor, ...parts),
  must: E,
})

/** An error without `messages`: found by looking at which parts exist, before any JSON is read. */
const refusesEarly = (name: string, processor: string, ...parts: readonly Part[]): Probe => ({
  name,
  send: execute(processor, ...parts),
  must: fault(400, 'E-m'),
})

const SAW = { mode: 'saw' }
const runsAsInput = (name: string, processor: string): Probe => ({
  name,
  send: execute(processor, M, I, IP(SAW)),
  must: saw({ direction: 'input', prompt: [{ role: 'user', content: 'hello' }], response: null }),
})
const runsAsResponse = (name: string, processor: string, ...parts: readonly Part[]): Probe => ({
  name,
  send: execute(processor, M, ...parts, RP(SAW)),
  must: saw({
    direction: 'response',
    prompt: parts.includes(I) ? [{ role: 'user', content: 'hello' }] : null,
    response: [{ role: 'assistant', content: 'hi' }],
  }),
})

const brokenI = part('input.messages', '{')
const invalidI = part('input.messages', { messages: 5 })
const invalidR = part('response.choices', { choices: 5 })
const brokenM = part('metadata', '{')

/** Which parts must be there, which direction they mean, and what the signature says to that. */
export const fieldsDirectionSignature: CaseGroup = {
  name: 'Fields, direction, signature',
  cases: [
    {
      id: 34,
      title: 'Metadata comes first, then content',
      section: '6',
      probes: [
        refusesEarly('only I', 'both', I),
        refusesEarly('only M', 'both', M),
        refusesEarly('I broken and no metadata', 'both', brokenI),
        refusesEarly('I of a wrong shape and no metadata', 'both', invalidI),
      ],
    },
    {
      id: 35,
      title: 'Parameters must fit the direction',
      section: '6',
      probes: [
        refusesEarly('M, I, RP', 'both', M, I, RP({})),
        refusesEarly('M, I, IP, RP', 'both', M, I, IP({}), RP({})),
        refusesEarly('M, R, IP', 'both', M, R, IP({})),
        refusesEarly('M, I, R, IP', 'both', M, I, R, IP({})),
      ],
    },
    {
      id: 36,
      title: 'INPUT_ONLY takes input alone',
      section: '2.5',
      unseen:
        'Which of two faults the third request is refused for shows only in the text, which is free; its parameters ' +
        'are broken too, so that an answer with messages shows a wrong order.',
      probes: [
        refusesEarly('M, R', 'inp', M, R),
        refusesEarly('M, I, R', 'inp', M, I, R),
        refusesEarly('M, R, IP', 'inp', M, R, IP('{')),
        runsAsInput('M, I', 'inp'),
      ],
    },
    {
      id: 37,
      title: 'RESPONSE_ONLY takes a response, with the prompt or without',
      section: '2.5',
      probes: [
        refusesEarly('M, I', 'resp', M, I),
        runsAsResponse('M, I, R', 'resp', I, R),
        runsAsResponse('M, R', 'resp', R),
      ],
    },
    {
      id: 38,
      title: 'RESPONSE_AND_PROMPT takes both together',
      section: '2.5',
      probes: [
        refusesEarly('M, I', 'rp', M, I),
        refusesEarly('M, R', 'rp', M, R),
        runsAsResponse('M, I, R', 'rp', I, R),
      ],
    },
    {
      id: 39,
      title: 'BOTH_RESPONSE_PROMPT takes input, or a response with its prompt',
      section: '2.5',
      probes: [refusesEarly('M, R', 'brp', M, R), runsAsInput('M, I', 'brp'), runsAsResponse('M, I, R', 'brp', I, R)],
    },
    {
      id: 40,
      title: 'BOTH takes either, and a response alone has no prompt',
      section: '2.5',
      probes: [runsAsResponse('M, R', 'both', R), runsAsInput('M, I', 'both'), runsAsResponse('M, I, R', 'both', I, R)],
    },
    {
      id: 141,
      title: 'The first of several faults is answered',
      section: '6',
      probes: [
        {
          name: 'an unknown processor before a wrong content type',
          send: executeWith('unknown', 'text/plain', ''),
          must: { status: 404 },
        },
        {
          name: 'a wrong content type before a malformed body',
          send: executeWith('both', 'application/json', 'not multipart'),
          must: fault(415, 'E'),
        },
        {
          name: 'a malformed body before missing metadata',
          send: executeWith('both', 'multipart/form-data; boundary=x', 'not multipart'),
          must: { status: 400 },
          should: fault(400, 'E-m'),
        },
        refusesEarly('missing metadata before missing content', 'both', IP('{')),
        refusesEarly('missing content before parameters', 'both', M, IP('{')),
        refusesEarly('the signature before parameters', 'resp', M, I, IP('{')),
        refusesEarly('a required field before misplaced parameters', 'rp', M, R, IP('{')),
        refusesEarly('misplaced parameters before metadata', 'both', brokenM, I, RP('{')),
        refusesEarly('metadata before messages', 'both', brokenM, invalidI),
        {
          name: 'parameters before metadata',
          send: execute('both', brokenM, I, IP({ annotate: 5 })),
          must: fault(400, 'E+m', 'annotate'),
        },
        {
          name: 'messages before choices',
          send: execute('both', M, invalidI, invalidR),
          must: fault(400, 'E+m', 'messages'),
        },
        { name: 'choices last', send: execute('both', M, I, invalidR), must: fault(400, 'E+m', 'choices') },
      ],
    },
    {
      id: 142,
      title: 'Content that is there is read, and content of an unsupported kind is refused',
      section: '2.5',
      probes: [
        refuses('a prompt of a wrong shape beside a response', 'resp', M, invalidI, R),
        { name: 'an empty prompt', send: execute('both', M, messages()), must: processed },
      ],
    },
  ],
}
