import { defineProcessor, type Permissions, type RequestInput, signatures } from '@gatehouse/sdk'
import { z } from 'zod'
import type { Mask } from '../detection/mask.js'
import { prepareSettings } from '../detection/prepare-settings.js'
import { permittedAction, type Rule, tagText } from '../detection/rule.js'
import { scopeParameters } from '../detection/scope.js'
import type { RuleMatch } from '../detection/screen.js'
import { screenPrompt, screenResponse } from '../detection/screen-exchange.js'
import { type Conversation, noConversation, readConversation } from './conversation.js'
import { findUrls } from './find-urls.js'
import { compileHostList, isHostPattern } from './host-list.js'
import { judgeUrl, type UrlKind, urlKinds } from './judge-url.js'

export { MAX_URL_LENGTH } from './read-url.js'

/** Most entries of a list of hosts. */
const MAX_HOSTS = 10_000

const action = z.enum(['tag', 'mask', 'reject', 'off'])

/** What becomes of a kind that no action is given for; `strongest` is reject, else mask, else tag, by the permissions. */
const defaultActions = {
  'denied-host': 'strongest',
  scheme: 'strongest',
  'look-alike-host': 'strongest',
  'data-carrying': 'strongest',
  userinfo: 'tag',
  'private-host': 'tag',
  'ip-host': 'tag',
  port: 'strongest',
  shortener: 'tag',
  obfuscated: 'tag',
} as const satisfies Record<UrlKind, string>

const hosts = z
  .array(
    z
      .string()
      .min(1)
      .max(255)
      .refine(
        isHostPattern,
        'expected a host such as "example.com", "*.example.com" or "192.0.2.1", without scheme and port',
      ),
  )
  .max(MAX_HOSTS)
  .default([])

/** Parameters of {@link urlFilter}. */
const parameters = z.strictObject({
  allow_hosts: hosts.describe(
    'When not empty, URLs of all other hosts are findings. "*.example.com" is everything below example.com.',
  ),
  deny_hosts: hosts.describe('Hosts whose URLs are findings, also when allow_hosts has them.'),
  schemes: z
    .array(z.string().regex(/^[a-z][a-z0-9+.-]{0,31}$/, 'expected a scheme in lower case without the colon'))
    .max(100)
    .default([])
    .describe('Schemes that are allowed. When empty, all but those that run a program, such as javascript.'),
  ports: z.array(z.int().min(1).max(65_535)).max(100).default([]).describe('Ports that are allowed; any when empty.'),
  threshold: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe(
      'Lowest score that counts. 0.9 leaves what is certain; 0.3 takes in search links with words of the prompt.',
    ),
  entities: z
    .strictObject(
      Object.fromEntries(urlKinds.map((kind) => [kind, action.optional()])) as {
        [kind in UrlKind]: z.ZodOptional<typeof action>
      },
    )
    .default({})
    .describe(
      'What a finding of each kind leads to. Left out: userinfo, private-host, ip-host, shortener and obfuscated tag; the ' +
        'others the strongest that the permissions allow (reject, else mask, else tag). An action that is not permitted only tags.',
    ),
  tag: tagText.default('url').describe('Key of the tag; its values are the kinds found.'),
  ...scopeParameters,
})

type Parameters = z.output<typeof parameters>

type FindUrlIssues = (text: string, conversation: Conversation) => readonly RuleMatch[]

/**
 * Finds URLs that a policy forbids, that deceive, or that carry text of the conversation out; tags, masks or rejects them.
 *
 * Findings hold kinds, rules, places and scores, never a URL or a part of one.
 */
export const urlFilter = defineProcessor({
  namespace: 'gatehouse',
  name: 'url-filter',
  version: '1.0.0',
  description: 'Finds links and images by host, scheme and what they carry out, and tags, masks or rejects them.',
  signature: signatures.both,
  actions: ['annotate', 'modify', 'reject'],
  parameters,

  prepare: ({ allow_hosts, deny_hosts, schemes, ports, threshold }: Parameters): FindUrlIssues => {
    const policy = {
      isClosed: allow_hosts.length > 0,
      isAllowed: compileHostList(allow_hosts),
      isDenied: compileHostList(deny_hosts),
      schemes: new Set(schemes),
      ports: new Set(ports),
    }
    return (text, conversation) =>
      findUrls(text).flatMap((mention) =>
        judgeUrl(mention, policy, conversation)
          .filter(({ score }) => score >= threshold)
          .map(({ kind, rule, score }) => ({
            start: mention.start,
            end: mention.end,
            rule: urlKinds.indexOf(kind) * 2 + (mention.place === 'text' ? 0 : 1),
            score,
            name: rule,
          })),
      )
  },

  processInput({ prompt, parameters, prepared }) {
    return screenPrompt(
      prompt,
      parameters,
      settingsOf(parameters, (text) => prepared(text, noConversation)),
    )
  },

  processResponse({ prompt, response, parameters, prepared }) {
    const conversation = prompt === undefined ? noConversation : conversationOf(prompt)
    return screenResponse(
      response,
      settingsOf(parameters, (text) => prepared(text, conversation)),
    )
  },
})

function conversationOf({ messages }: RequestInput): Conversation {
  return readConversation(messages.map(({ content }) => content))
}

/** In running text a word takes the place of a URL; in a link or an image, whose label stays, a destination that leads nowhere. */
const inText: Mask = { replace: () => '[LINK]', findIn: () => [] }
const inMarkup: Mask = { replace: () => '#', findIn: () => [] }

const ruleActions = { tag: 'detect', mask: 'mask', reject: 'reject', strongest: undefined } as const

const settingsOf = prepareSettings((parameters: Parameters & Permissions) =>
  urlKinds.flatMap((kind): (Rule | undefined)[] => {
    const wanted = parameters.entities[kind] ?? defaultActions[kind]
    if (wanted === 'off') return [undefined, undefined]
    const action = permittedAction(ruleActions[wanted], parameters)
    return [inText, inMarkup].map((mask) => ({ type: kind, action, mask }))
  }),
)
