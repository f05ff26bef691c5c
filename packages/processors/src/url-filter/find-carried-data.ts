import { decodePayloads } from '../text/decode-payloads.js'
import type { Conversation } from './conversation.js'
import type { UrlMention } from './url-mention.js'

/** What tells that a URL carries data, and how sure that is, 0 to 1. */
export interface CarriedData {
  readonly rule:
    | 'conversation'
    | 'encoded-conversation'
    | 'encoded-text'
    | 'encoded-object'
    | 'encoded-token'
    | 'prose'
    | 'name'
    | 'long'
    | 'long-host'
  readonly score: number
}

/** Longest part of a URL that is looked into, in code units. */
const MAX_CARRIED = 16_384
/** Shorter parts carry nothing worth a look. */
const MIN_CARRIED = 12
/** From this length on a part is long, whatever it says. */
const LONG_PART = 256
/** So many words make prose. */
const PROSE_WORDS = 6
/** Labels of a host, without the domain, that are longer than names. */
const LONG_LABELS = 40
/** This share of the words of a part must stand in the conversation. */
const OVERLAP = 0.5

/** Scores by where a URL stands: what loads by itself sends data without anybody's doing. */
const SCORES = {
  image: {
    conversation: 0.95,
    'encoded-conversation': 0.95,
    'encoded-text': 0.9,
    'encoded-object': 0.5,
    'encoded-token': 0.4,
    prose: 0.8,
    name: 0.4,
    'long-host': 0.6,
    long: 0.4,
  },
  link: {
    conversation: 0.4,
    'encoded-conversation': 0.95,
    'encoded-text': 0.6,
    'encoded-object': 0.3,
    'encoded-token': 0.3,
    prose: 0.3,
    name: 0.2,
    'long-host': 0.4,
    long: 0.2,
  },
  text: {
    conversation: 0.4,
    'encoded-conversation': 0.95,
    'encoded-text': 0.4,
    'encoded-object': 0.3,
    'encoded-token': 0.2,
    prose: 0.2,
    name: 0.2,
    'long-host': 0.3,
    long: 0.2,
  },
} as const

/**
 * Looks into the parts of a URL where data can be carried out: names below the domain, path, query and fragment. They are
 * decoded (percent, base64, hex, within each other), and compared with the conversation. What the conversation has as a URL
 * already carries nothing new.
 */
export function findCarriedData(url: URL, mention: UrlMention, conversation: Conversation): CarriedData | undefined {
  const labels = url.hostname.split('.').slice(0, -2)
  const parts = [
    ...splitParts(url.pathname, /[/;]/),
    ...splitParts(url.search.slice(1), /[&;=]/),
    ...splitParts(url.hash.slice(1), /[&;=/]/),
    labels.join(''),
    decodePercent(url.username),
    decodePercent(url.password),
    // Of many short values, what they say together.
    splitParts(url.search.slice(1), /&/)
      .map((pair) => pair.slice(pair.indexOf('=') + 1))
      .join(' '),
  ].filter((part) => part.length >= MIN_CARRIED)
  if (parts.length === 0) return undefined
  if (conversation.quotes(mention.url)) return undefined
  const scores = SCORES[mention.place]
  let found: CarriedData | undefined
  const note = (rule: CarriedData['rule'], score: number): void => {
    if (found === undefined || score > found.score) found = { rule, score }
  }
  const plain = parts.join(' ')
  if (conversation.overlap(plain) >= OVERLAP) note('conversation', scores.conversation)
  for (const { text, encodings } of decodePayloads(plain)) {
    // What is percent-encoded only is read already.
    if (!encodings.some((encoding) => encoding === 'base64' || encoding === 'hex')) continue
    if (conversation.overlap(text) >= OVERLAP) note('encoded-conversation', scores['encoded-conversation'])
    else if (/^\s*[[{]/.test(text)) note('encoded-object', scores['encoded-object'])
    else {
      const rule = isToken(text) ? 'encoded-token' : 'encoded-text'
      note(rule, scores[rule])
    }
  }
  const prose = parts.filter(isProse)
  if (prose.some((part) => !FILE_NAME.test(part))) note('prose', scores.prose)
  else if (prose.length > 0) note('name', scores.name)
  if (parts.some((part) => part.length >= LONG_PART)) note('long', scores.long)
  if (labels.join('').length >= LONG_LABELS && /\d/.test(labels.join(''))) note('long-host', scores['long-host'])
  return found
}

/** So many letters and digits in a row may be a credential or a number of somebody. */
const CREDENTIAL = /[a-z\d]{12}/i

/** Whether a text is short fields with signs between them, as programs put into addresses: `3|1207|0|photo-page||en`. */
function isToken(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters * 2 < text.length && !CREDENTIAL.test(text)
}

/** A sentence as the name of a file, as pictures of articles have it. */
const FILE_NAME = /^\S+\.[a-z\d]{2,5}$/i

/** Parts of a component, each decoded once. */
function splitParts(component: string, separator: RegExp): string[] {
  if (component.length < MIN_CARRIED) return []
  return component.slice(0, MAX_CARRIED).split(separator).map(decodePercent)
}

function decodePercent(part: string): string {
  if (!part.includes('%')) return part.includes('+') ? part.replaceAll('+', ' ') : part
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch {
    return part
  }
}

function isProse(part: string): boolean {
  return (part.match(/\p{L}{2}[\s_-]/gu)?.length ?? 0) >= PROSE_WORDS
}
