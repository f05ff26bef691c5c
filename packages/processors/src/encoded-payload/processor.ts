import { defineProcessor, type Permissions, signatures } from '@gatehouse/sdk'
import { z } from 'zod'
import { compileAllow, exceptionParameters } from '../detection/exceptions.js'
import { fixedMask, type Mask, placeholderOf } from '../detection/mask.js'
import { permittedAction, type Rule } from '../detection/rule.js'
import { scopeParameters } from '../detection/scope.js'
import type { RuleMatch } from '../detection/screen.js'
import { type ScreeningSettings, screenPrompt, screenResponse } from '../detection/screen-exchange.js'
import { replaceRanges } from '../detection/text-range.js'
import { encodingNames } from './decoded-run.js'
import { findPayloads, type PayloadSearch } from './find-payloads.js'
import { isProse } from './hidden-prose.js'
import { isNeededCode } from './needed-code.js'
import { decodedTextOf, encodingsOf } from './payload.js'
import { type ScanHit, scanNames, scanText } from './scan-text.js'

/** Types of findings, each with the key of its tag. */
const tagKeys = {
  'prompt-injection': 'attacks-detected',
  secret: 'sensitive-data',
  'personal-data': 'sensitive-data',
  'encoded-text': 'encoded-payload',
  'over-budget': 'encoded-payload',
} as const satisfies Record<ScanHit['type'] | 'encoded-text' | 'over-budget', string>

type FindingType = keyof typeof tagKeys
const types = Object.keys(tagKeys) as FindingType[]

const action = z.enum(['tag', 'replace', 'mask', 'reject', 'off'])
type PayloadAction = z.output<typeof action>

/** Parameters of {@link encodedPayload}. */
const parameters = z.strictObject({
  encodings: z
    .array(z.enum(encodingNames))
    .min(1)
    .max(encodingNames.length)
    .default([...encodingNames])
    .describe('Encodings that are undone. Data URIs are read with "base64" and "percent".'),
  decompress: z.boolean().default(false).describe('Whether what was compressed by gzip or zlib is decompressed.'),
  scan: z
    .array(z.enum(scanNames))
    .max(scanNames.length)
    .default(['prompt-injection', 'secrets'])
    .describe('Built-in detectors that judge what was decoded. What they find there is a finding of its own type.'),
  threshold: z
    .number()
    .min(0)
    .max(1)
    .default(0.8)
    .describe('Confidence from 0 to 1 from which what was decoded counts as a prompt injection.'),
  max_depth: z.int().min(1).max(8).default(3).describe('Encodings inside each other that are undone.'),
  max_decoded: z
    .int()
    .min(1024)
    .max(16_777_216)
    .default(1_048_576)
    .describe('Characters (UTF-16 code units) that are decoded of one message, nested ones included.'),
  entities: z
    .strictObject(Object.fromEntries(types.map((type) => [type, action.optional()])) as EntityShape)
    .default({} as never)
    .describe(
      'What a finding of each type leads to. "replace" puts the decoded text in place, "mask" the type in square brackets. Left ' +
        'out: the strongest that the permissions allow (reject, else mask, else tag); for "encoded-text" replace, else tag.',
    ),
  allow: exceptionParameters.allow.describe(
    'Payloads that are no finding, by their code or by what it says: exact texts, or objects with a "pattern" in RE2 syntax that is ' +
      'searched in either.',
  ),
  ...scopeParameters,
})

type EntityShape = { [type in FindingType]: z.ZodOptional<typeof action> }
type Parameters = z.output<typeof parameters>

/**
 * Finds texts that are hidden by an encoding: base64, base32, hexadecimal, percent and character codes, data URIs, also inside
 * each other. Decodes them within a budget, has other detectors judge them, and may put them in place for those that follow.
 *
 * Tags, findings and details hold types, encodings, places and scores, never what was decoded.
 */
export const encodedPayload = defineProcessor({
  namespace: 'gatehouse',
  name: 'encoded-payload',
  version: '1.0.0',
  description:
    'Decodes text that hides in base64 and other encodings, judges it, and tags, replaces, masks or rejects it.',
  signature: signatures.both,
  actions: ['annotate', 'modify', 'reject'],
  parameters,

  prepare: ({ allow }: Parameters) => compileAllow(allow),

  processInput({ prompt, parameters, prepared: isAllowed }) {
    return screenPrompt(prompt, parameters, settingsOf(parameters, isAllowed))
  },

  processResponse({ response, parameters, prepared: isAllowed }) {
    return screenResponse(response, settingsOf(parameters, isAllowed))
  },
})

type IsAllowed = (value: string) => boolean

function settingsOf(parameters: Parameters & Permissions, isAllowed: IsAllowed): ScreeningSettings {
  const search: PayloadSearch = {
    encodings: new Set(parameters.encodings),
    decompress: parameters.decompress,
    maxDepth: parameters.max_depth,
    maxDecoded: parameters.max_decoded,
  }
  return {
    rules: types.map((type) => ruleOf(type, parameters, search)),
    findMatches: (text) => findMatches(text, parameters, search, isAllowed),
    tag: (type) => tagKeys[type as FindingType],
    permissions: parameters,
  }
}

function ruleOf(type: FindingType, { entities, modify, reject }: Parameters & Permissions, search: PayloadSearch) {
  const wanted: PayloadAction | undefined = entities[type] ?? (type === 'encoded-text' ? 'replace' : undefined)
  if (wanted === 'off') return undefined
  const rule: Rule = {
    type,
    action: permittedAction(wanted === 'tag' ? 'detect' : wanted === 'replace' ? 'mask' : wanted, { modify, reject }),
    mask: wanted === 'replace' && type !== 'over-budget' ? decodingMask(search) : fixedMask(placeholderOf(type)),
  }
  return rule
}

/** Puts what a match says in place of it. */
function decodingMask(search: PayloadSearch): Mask {
  return {
    replace: (matched) => {
      const { payloads } = findPayloads(matched, search)
      return replaceRanges(
        matched,
        payloads.map((payload) => ({ ...payload, replacement: decodedTextOf(payload) })),
      )
    },
    findIn: () => [],
  }
}

function findMatches(text: string, settings: Parameters, search: PayloadSearch, isAllowed: IsAllowed): RuleMatch[] {
  const { payloads, unread } = findPayloads(text, search)
  const matches = payloads.flatMap((payload): RuleMatch[] => {
    const decoded = decodedTextOf(payload)
    if (isAllowed(decoded) || isAllowed(text.slice(payload.start, payload.end))) return []
    const { start, end } = payload
    const hits: readonly { readonly type: FindingType; readonly score?: number }[] = scanText(decoded, settings)
    // Without detectors of its own, all is decoded for those that follow.
    const isUsual = settings.scan.length > 0 && isNeededCode(text.slice(start, end), encodingsOf(payload))
    const found = hits.length === 0 && isProse(decoded) && !isUsual ? [{ type: 'encoded-text' as const }] : hits
    const name = encodingsOf(payload).join(' ')
    const hidden = { kind: 'text', length: decoded.length } as const
    return found.map(({ type, ...score }) => ({ start, end, rule: types.indexOf(type), name, hidden, ...score }))
  })
  const overBudget = types.indexOf('over-budget')
  return [...matches, ...unread.map(({ start, end }) => ({ start, end, rule: overBudget }))]
}
