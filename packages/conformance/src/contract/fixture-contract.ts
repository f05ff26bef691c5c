/** A processor that the server under test must offer. */
export interface FixtureProcessor {
  readonly name: string
  readonly signature: string
  readonly note: string
}

/** A parameter of every fixture processor. */
export interface FixtureParameter {
  readonly name: string
  readonly type: string
  readonly fallback: string
  readonly meaning: string
}

/** What a handler does when the parameter `mode` has this value. */
export interface FixtureMode {
  readonly mode: string
  readonly does: string
}

/** Namespace of the fixture processors. Paths are in lower case: `/api/v1/execute/suite/both`. */
export const fixtureNamespace = 'Suite'
/** Version of each of them. */
export const fixtureVersion = 'v1'

/** The processors, in the order in which the server must list them, one directly after the other. */
export const requiredProcessors: readonly FixtureProcessor[] = [
  { name: 'Both', signature: 'BOTH', note: 'has the app details `{"build":"b1"}`; no other fixture has any' },
  { name: 'inp', signature: 'INPUT_ONLY', note: '' },
  { name: 'resp', signature: 'RESPONSE_ONLY', note: '' },
  { name: 'rp', signature: 'RESPONSE_AND_PROMPT', note: '' },
  { name: 'brp', signature: 'BOTH_RESPONSE_PROMPT', note: '' },
  { name: 'need', signature: 'BOTH', note: 'has one more parameter: `must`, a required string without a default' },
]

/** Parameters beside `annotate`, `modify` and `reject`, whose defaults stay `true`, `false`, `false`. */
export const requiredParameters: readonly FixtureParameter[] = [
  { name: 'mode', type: 'string', fallback: '`none`', meaning: 'what the handler does; see below' },
  { name: 'text', type: 'string', fallback: '`changed`', meaning: 'text that some modes write' },
  { name: 'delay', type: 'integer', fallback: '0', meaning: 'how long mode `slow` takes, in milliseconds' },
  { name: 'key', type: 'string', fallback: 'empty', meaning: 'under which modes `slow` and `seen` count' },
]

/**
 * The modes. "Its document" is the prompt in input direction and the response in response direction; "its first
 * message" is the first message of the prompt, or the message of the first choice.
 */
export const requiredModes: readonly FixtureMode[] = [
  { mode: 'none', does: 'Returns an empty Result.' },
  { mode: 'meta-empty', does: 'Result with metadata `{}`.' },
  { mode: 'tags', does: 'Result with the tag `Topic: B`, given in this spelling.' },
  {
    mode: 'tags-repeated',
    does: 'Result with tags, given in this order: key `Topic` with values `B`, `b`; key `TOPIC` with values `C`, `B`.',
  },
  { mode: 'tag-text', does: 'Result with the tag `text` whose value is the parameter `text`.' },
  { mode: 'same', does: 'Result whose modification is its document as it came.' },
  {
    mode: 'edit',
    does: 'Result whose modification is a copy of its document, with the content of its first message set to the parameter `text`.',
  },
  {
    mode: 'edit-in-place',
    does: 'Sets that content in the very document that it was handed, and returns that document as the modification.',
  },
  {
    mode: 'wrong-way',
    does: "Result that modifies the other direction's document: at input a response with one choice, at response a prompt with one message, content `text`.",
  },
  {
    mode: 'both-mods',
    does: 'Tries to return a Result that modifies both documents; what the SDK does about that is what the case is about.',
  },
  { mode: 'result', does: 'Result with processor_result `{"n":1}`.' },
  { mode: 'result-empty', does: 'Result with processor_result `{}`.' },
  {
    mode: 'everything',
    does: 'What `edit`, `tags` and `result` return, in one Result, with metadata `{"kept":"yes"}`.',
  },
  { mode: 'not-finite', does: 'Result with processor_result `{"n": NaN}`, NaN being the floating-point value.' },
  { mode: 'reject', does: 'Reject with code `AIGW_POLICY_VIOLATION` and detail `no`.' },
  { mode: 'reject-timeout', does: 'Reject with code `AIGW_TIMEOUT` and detail `late`.' },
  { mode: 'reject-tagged', does: 'What `reject` returns, with the tag `Topic: B` and processor_result `{"n":1}`.' },
  { mode: 'reject-everything', does: 'What `reject-tagged` returns, with metadata `{"kept":"yes"}`.' },
  { mode: 'reject-text', does: 'Reject with code `AIGW_POLICY_VIOLATION` and the parameter `text` as its detail.' },
  { mode: 'throw', does: "Throws the language's common exception with the text `fixture-secret`." },
  {
    mode: 'throw-400',
    does: 'Throws the SDK\'s documented error with status 400, detail `the fixture refuses`, messages `["the fixture has a reason: fixture"]`. An SDK without one: any error.',
  },
  { mode: 'nothing', does: 'Returns nothing (null, None, undefined, nil).' },
  { mode: 'alien', does: 'Returns a plain object that is neither Result nor Reject: `{"answer":42}`.' },
  {
    mode: 'reserved',
    does:
      'Result with metadata `{"processor_id":"forged","processor_version":"forged","request_id":"forged","step_id":"forged",' +
      '"app_details":{"forged":true},"processor_result":{"forged":true},"tags":{"forged":["yes"]},"kept":"yes"}`.',
  },
  {
    mode: 'promise',
    does: 'What `result` returns, as a promise (future, awaitable) made by a handler that is not itself declared asynchronous.',
  },
  {
    mode: 'saw',
    does:
      'Result with processor_result `{"direction":…,"prompt":…,"response":…,"metadata":…}`: direction is `input` or `response`; ' +
      'prompt and response are lists of `{"role":…,"content":…}`, one for each message or choice as the handler sees it, or ' +
      'null when the handler got none; metadata is the request metadata that the handler got.',
  },
  {
    mode: 'measure',
    does: 'Result with processor_result `{"characters":…}`: length of the content of its first message, in characters.',
  },
  {
    mode: 'slow',
    does:
      'Counts one start under `key`, then waits `delay` milliseconds without blocking others and returns an empty Result. ' +
      "If the SDK's abort signal fires first, counts one abort under `key` and ends at once. An SDK without one: only waits.",
  },
  {
    mode: 'seen',
    does: 'Result with processor_result `{"started":…,"aborted":…}`: what `slow` has counted under `key` in this server so far.',
  },
]
