import type { Sign } from './evidence.js'
import { Concept } from './lexicon/concept.js'
import {
  has,
  hasAround,
  hasBetween,
  isNegated,
  isSaidOfSomebody,
  isSaidOfYou,
  type Sentence,
  type Token,
} from './sentence.js'

/** What a term that is often harmless is worth, as a part of a sure one. */
const AMBIGUOUS = 0.5
/** What is left of profanity next to praise: "fucking great". */
const PRAISED = 0.6

/** Signs that one word of a sentence is by itself, whoever is meant. */
export function judgeWord(sentence: Sentence, at: number, all: number): Sign[] {
  const token = sentence.tokens[at] as Token
  const signs: (Sign | undefined)[] = []
  if (has(token, Concept.slur)) signs.push(judgeSlur(sentence, at, all))
  if (has(token, Concept.profane)) signs.push(judgeProfanity(sentence, at))
  else if (has(token, Concept.curse) && !isNegated(sentence, at)) signs.push(sign('threat', 'curse', 0.8, 3, at))
  // A swear word is seldom meant by what it names.
  if (has(token, Concept.sexual) && !has(token, Concept.profane)) {
    signs.push(
      token.isAmbiguous ? sign('sexual', 'sexual-term', 0.15, 1, at) : sign('sexual', 'sexual-term', 0.4, 2, at),
    )
  }
  if (has(token, Concept.insult)) signs.push(judgeInsult(sentence, at))
  else if (has(token, Concept.hostile)) signs.push(judgeHostile(sentence, at, all))
  if (has(token, Concept.harm)) signs.push(judgeThreat(sentence, at))
  return signs.filter((each) => each !== undefined)
}

function sign(kind: Sign['kind'], rule: string, score: number, severity: number, at: number): Sign {
  return { kind, rule, score, severity, from: at, to: at }
}

/** What makes a slur out of a word that is often harmless, wherever it stands in the sentence. */
const ILL_WILL =
  Concept.profane |
  Concept.insult |
  Concept.emote |
  Concept.dehuman |
  Concept.harm |
  Concept.exclude |
  Concept.curse |
  Concept.badTrait

/** How far around a slur stands what tells that people use it of themselves. */
const RECLAIM_REACH = 8

function judgeSlur(sentence: Sentence, at: number, all: number): Sign {
  const { tokens } = sentence
  const token = tokens[at] as Token
  const isMeantIll =
    isSaidOfSomebody(tokens, at) || (all & ILL_WILL & ~(token.isAmbiguous ? 0 : Concept.badTrait)) !== 0
  const unmeant = (all & Concept.group) !== 0 ? 0.55 : 0.38
  const sure = token.isAmbiguous ? (isMeantIll ? 0.8 : unmeant) : 0.92
  const score = sure * reclaimed(tokens, at, isMeantIll) * (isNegated(sentence, at) ? 0.7 : 1)
  return { ...sign('hate', 'slur', score, token.isAmbiguous ? 2 : 3, at), target: token.target }
}

/** What is left of a slur that people use of themselves. */
function reclaimed(tokens: readonly Token[], at: number, isMeantIll: boolean): number {
  const near = (concepts: number): boolean => hasAround(tokens, at, RECLAIM_REACH, concepts)
  if (near(Concept.own) && !near(Concept.second)) return 0.45
  const isOwn = near(Concept.praise) || hasBetween(tokens, at - 7, at, Concept.first)
  return isOwn && !isMeantIll ? 0.52 : 1
}

function judgeProfanity({ tokens }: Sentence, at: number): Sign {
  const token = tokens[at] as Token
  const isSaid = isSaidOfSomebody(tokens, at)
  const kinder = hasAround(tokens, at, 4, Concept.praise) && !isSaid ? PRAISED : 1
  const surer = token.isAmbiguous ? AMBIGUOUS : 1
  if (has(token, Concept.curse)) return sign('insult', 'curse', 0.7 * kinder * surer, 2, at)
  if (token.severity > 2) {
    return sign(isSaid ? 'insult' : 'profanity', 'profane-term', (isSaid ? 0.72 : 0.48) * kinder * surer, 2, at)
  }
  const sure = hasAround(tokens, at, 2, Concept.second) ? 0.42 : 0.34
  return sign('profanity', 'profane-term', sure * kinder * surer, token.isAmbiguous ? 1 : 2, at)
}

function judgeInsult(sentence: Sentence, at: number): Sign {
  const { tokens } = sentence
  if (isNegated(sentence, at)) return sign('insult', 'insult', 0.08, 1, at)
  if (isSaidOfYou(tokens, at)) return sign('insult', 'insult', 0.62, 2, at)
  const { severity, isAmbiguous } = tokens[at] as Token
  if (isSaidOfSomebody(tokens, at) || severity > 2) return sign('insult', 'insult', 0.45, 2, at)
  return sign('insult', 'insult', isAmbiguous ? 0.1 : 0.22, 1, at)
}

function judgeHostile({ tokens }: Sentence, at: number, all: number): Sign {
  const sure = isSaidOfYou(tokens, at) ? 0.22 : isSaidOfSomebody(tokens, at) ? 0.18 : 0.12
  return sign('insult', 'hostile-word', sure * ((all & Concept.praise) !== 0 ? 0.5 : 1), 1, at)
}

/** A threat to somebody, or harm wished on them, whoever they are. */
function judgeThreat(sentence: Sentence, at: number): Sign | undefined {
  const { tokens } = sentence
  const before = (concepts: number): boolean => hasBetween(tokens, at - 8, at, concepts)
  // "Kill the process if you like" is none, so the object stands close behind.
  const behind = (concepts: number): boolean => hasBetween(tokens, at, at + 3, concepts)
  const isSuffered = hasBetween(tokens, at - 3, at, Concept.is)
  const isAimedAt = (who: number): boolean => behind(who) || (isSuffered && before(who))
  if (isNegated(sentence, at) || before(Concept.counter)) return undefined
  const isOwn = before(Concept.first | Concept.wish)
  if (isOwn && before(Concept.intent) && behind(Concept.second)) return sign('threat', 'threat', 0.85, 3, at)
  if (before(Concept.wish | Concept.modal) && isAimedAt(Concept.second)) return sign('threat', 'threat', 0.6, 2, at)
  if (isOwn && before(Concept.intent | Concept.wish) && behind(Concept.third))
    return sign('threat', 'threat', 0.5, 2, at)
  if (before(Concept.wish | Concept.modal) && isAimedAt(Concept.person | Concept.third)) {
    return sign('threat', 'threat', 0.45, 2, at)
  }
  return undefined
}
