import type { Sign } from './evidence.js'
import { Concept } from './lexicon/concept.js'
import { gapBetween, has, hasBetween, isNegated, type Sentence, type Token } from './sentence.js'

/** A group that a sentence names, or means by a pronoun. */
export interface Mention {
  readonly at: number
  /** Index in `targets` plus one. */
  readonly target: number
  /** 1 when the group is named, less for a pronoun. */
  readonly sureness: number
}

/** How sure a pronoun stands for a group. */
const PRONOUN = 0.93
/** What is left of a sign when the group is the object of a word such as "against" or "protect". */
const DEFENDED = 0.45
/** What is left when it is asked why: "why should they not be allowed to …?". */
const ASKED = 0.62
/** Furthest distance between the parts of a rule, in tokens. */
const REACH = 10
/** Most that may stand between the parts of a rule (see `gapBetween`). */
const MAX_GAP = 2.5

/** What is said of a group, and how sure hate is when it is. */
const TRAITS = [
  { concept: Concept.dehuman, rule: 'dehumanising', score: 0.9 },
  { concept: Concept.insult, rule: 'insulted-group', score: 0.82 },
  { concept: Concept.badTrait, rule: 'derogated-group', score: 0.75 },
] as const

const WANTED = Concept.modal | Concept.wish | Concept.intent
const ILL = Concept.harm | Concept.profane | Concept.insult | Concept.dehuman | Concept.emote | Concept.slur
const OTHERS = Concept.person | Concept.third | Concept.group | Concept.second
const OPENING =
  Concept.filler | Concept.profane | Concept.intent | Concept.modal | Concept.first | Concept.wish | Concept.praise

/**
 * Where groups are named, or meant by a pronoun that follows the name.
 *
 * @param earlier target of the group that a pronoun may stand for, 0 when none was named shortly before
 */
export function findGroups({ tokens }: Sentence, earlier: number): Mention[] {
  let last = earlier
  return tokens.flatMap((token, at) => {
    const isNamed = has(token, Concept.group)
    if (isNamed) last = token.target
    if (!isNamed && (last === 0 || !has(token, Concept.third))) return []
    return [{ at, target: last, sureness: (isNamed ? 1 : PRONOUN) * (isDefended(tokens, at) ? DEFENDED : 1) }]
  })
}

function isDefended(tokens: readonly Token[], at: number): boolean {
  if (has(tokens[at - 1], Concept.counter)) return true
  return has(tokens[at - 1], Concept.filler) && has(tokens[at - 2], Concept.counter)
}

/** A word that may say something of a group. */
interface Pair {
  readonly sentence: Sentence
  readonly at: number
  readonly other: number
  readonly token: Token
  readonly gap: number
  /** 1 when nothing that matters stands between, less for more. */
  readonly near: number
  readonly isBehind: boolean
  readonly isNegated: boolean
  readonly sureness: number
  /** Concepts of the whole sentence. */
  readonly all: number
}

/** Rule by rule, how sure hate is; 0 when the rule does not hold. */
const RULES: readonly (readonly [rule: string, judge: (pair: Pair) => number])[] = [
  ['hated-group', judgeEmotion],
  ['profane-of-group', judgeProfane],
  ['cursed-group', judgeCursed],
  [
    'accused-group',
    ({ token, isBehind, isNegated, near }) => (has(token, Concept.ruin) && isBehind && !isNegated ? 0.72 * near : 0),
  ],
  ['excluded-group', judgeExcluded],
  ['threatened-group', judgeThreatened],
  ['denied-dignity', judgeDenied],
]

/** Signs of hate in what a sentence says of one group. */
export function judgeGroup(sentence: Sentence, { at, target, sureness }: Mention, all: number): Sign[] {
  const { tokens } = sentence
  const signs: Sign[] = []
  const found = (rule: string, score: number, other: number): void => {
    if (score === 0) return
    const [from, to] = at < other ? [at, other] : [other, at]
    signs.push({ kind: 'hate', rule, score: score * sureness, severity: 3, from, to, target })
  }
  for (let other = Math.max(0, at - REACH); other <= Math.min(tokens.length - 1, at + REACH); other++) {
    const token = tokens[other] as Token
    if (other === at || token.concepts === 0) continue
    const gap = gapBetween(sentence, at, other)
    if (gap > MAX_GAP) continue
    const near = gap < 0.5 ? 1 : gap < 1 ? 0.8 : gap < 1.5 ? 0.6 : gap < 2 ? 0.4 : 0.25
    const isBehind = other > at
    const pair = {
      sentence,
      at,
      other,
      token,
      gap,
      near,
      isBehind,
      isNegated: isNegated(sentence, other),
      sureness,
      all,
    }
    const trait = TRAITS.find(({ concept }) => has(token, concept))
    if (trait !== undefined) found(trait.rule, trait.score * judgeTrait(pair), other)
    for (const [rule, judge] of RULES) found(rule, judge(pair), other)
  }
  return signs
}

/** "They are …", "these … people". */
function judgeTrait({ sentence: { tokens }, at, other, near, gap, isBehind, isNegated }: Pair): number {
  if (isNegated) return 0
  const isSaid = isBehind
    ? hasBetween(tokens, at - 3, other, Concept.is)
    : other === at - 1 || hasBetween(tokens, other, at, Concept.is)
  return near * (isSaid ? 1 : gap < 0.5 ? 0.75 : 0.5)
}

/** "I hate …", and less of somebody who does. */
function judgeEmotion({ sentence, at, other, token, near, isBehind, isNegated, sureness }: Pair): number {
  if (!has(token, Concept.emote) || isNegated || sureness < PRONOUN) return 0
  const { tokens, isVerbLast } = sentence
  const isFirst = hasBetween(tokens, other - 10, other, Concept.first)
  const hasOther = tokens.some((each, index) => index < other && index !== at && has(each, OTHERS))
  return 0.85 * near * (isBehind === isVerbLast && (isFirst || !hasOther) ? 1 : 0.4)
}

function judgeProfane({ sentence: { tokens }, at, other, token, near, isBehind }: Pair): number {
  if (!has(token, Concept.profane) || has(token, Concept.curse) || token.isAmbiguous) return 0
  const isSaid = isBehind && hasBetween(tokens, at, other, Concept.is)
  return isSaid || Math.abs(other - at) <= 3 ? (token.severity > 2 ? 0.82 : 0.7) * near : 0
}

function judgeCursed({ token, gap, near, isBehind, isNegated }: Pair): number {
  if (!has(token, Concept.curse)) return 0
  if (has(token, Concept.profane)) return gap < 1 ? (isBehind ? 0.75 : 0.85) : 0
  return isNegated ? 0 : 0.9 * near
}

function judgeExcluded({ sentence: { tokens }, other, token, near, isBehind, isNegated, all }: Pair): number {
  if (has(token, Concept.away) && (!isBehind || !hasBetween(tokens, other, tokens.length, Concept.group)))
    return 0.8 * near
  if (!has(token, Concept.exclude) || isNegated) return 0
  if ((all & WANTED) !== 0) return 0.75 * near * asked(all)
  return !isBehind && isOpening(tokens, other) ? 0.7 * near : 0
}

function judgeThreatened({ sentence: { tokens }, at, other, token, gap, near, isBehind, isNegated }: Pair): number {
  if (!has(token, Concept.harm) || isNegated || gap >= 2) return 0
  const before = Math.min(at, other) - 6
  if (hasBetween(tokens, before, other, Concept.counter)) return 0
  if (hasBetween(tokens, before, Math.max(at, other) + 1, WANTED)) return 0.92 * Math.max(0.7, near)
  return !isBehind && isOpening(tokens, other) ? 0.85 * near : 0
}

/** What is good is denied to them; that nobody "deserves to be hurt" is none of it. */
function judgeDenied({ sentence: { tokens }, at, other, token, gap, near, all }: Pair): number {
  if (!has(token, Concept.dignity | Concept.praise) || !isDenied(tokens, at, other)) return 0
  if (hasBetween(tokens, other, other + 10, ILL)) return 0
  const strength = Concept.modal | Concept.is | Concept.intent | Concept.first
  const isStrong = hasBetween(tokens, Math.min(at, other) - 3, Math.max(at, other) + 1, strength)
  return (isStrong ? 0.75 : 0.55) * asked(all) * (gap < 2 ? 0.95 : near)
}

/** Whether a negation stands between a group and what is denied to it, or before both. */
function isDenied(tokens: readonly Token[], group: number, other: number): boolean {
  if (other < group) return hasBetween(tokens, other - 5, other, Concept.not)
  if (hasBetween(tokens, group, other, Concept.not) || has(tokens[group - 1], Concept.not)) return true
  const isOrdered = hasBetween(tokens, group - 6, group, Concept.modal | Concept.intent)
  return isOrdered && hasBetween(tokens, group - 6, group, Concept.not)
}

function asked(all: number): number {
  return (all & Concept.why) === 0 ? 1 : ASKED
}

/** Whether only words that do not matter stand before a place, so that it begins a command. */
function isOpening(tokens: readonly Token[], at: number): boolean {
  return tokens.every((token, index) => index >= at || has(token, OPENING))
}
