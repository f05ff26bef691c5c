import type { ConceptHits } from './find-concepts.js'
import { type Concept, concepts } from './lexicon/concept.js'

/** A rule holds where a word of each group stands within so many words. */
interface ConceptRule {
  readonly name: string
  readonly groups: readonly (readonly Concept[])[]
  readonly within: number
}

/** Combinations of concepts that attacks are made of. They are evidence, not proof: the model learns what each is worth. */
const RULES: readonly ConceptRule[] = [
  {
    name: 'override-instructions',
    groups: [
      ['ignore', 'stop'],
      ['instruction', 'rule', 'prompt'],
    ],
    within: 7,
  },
  {
    name: 'override-previous',
    groups: [['ignore'], ['previous', 'following', 'all'], ['instruction', 'rule', 'prompt', 'text', 'told']],
    within: 9,
  },
  {
    name: 'override-rules-of-yours',
    groups: [
      ['ignore', 'free'],
      ['your', 'you'],
      ['instruction', 'rule', 'prompt'],
    ],
    within: 8,
  },
  {
    name: 'reveal-prompt',
    groups: [
      ['reveal', 'repeat', 'tell', 'translate', 'say', 'encode', 'exact', 'question'],
      ['system', 'initial', 'your', 'previous'],
      ['prompt', 'instruction'],
    ],
    within: 8,
  },
  {
    name: 'repeat-text-above',
    groups: [
      ['reveal', 'repeat', 'say'],
      ['previous', 'initial'],
      ['text', 'all'],
    ],
    within: 8,
  },
  {
    name: 'told-you',
    groups: [['told'], ['you', 'your'], ['instruction', 'rule', 'prompt', 'not', 'question']],
    within: 9,
  },
  { name: 'reveal-secret', groups: [['reveal', 'tell', 'say', 'question', 'repeat'], ['secret']], within: 7 },
  { name: 'hint-secret', groups: [['hint', 'encode', 'translate'], ['secret']], within: 10 },
  { name: 'fiction-secret', groups: [['fiction', 'game', 'pretend'], ['secret']], within: 14 },
  { name: 'plea-secret', groups: [['urgent', 'authority'], ['secret']], within: 16 },
  {
    name: 'persona',
    groups: [
      ['become', 'pretend', 'role'],
      ['free', 'model', 'rule'],
    ],
    within: 12,
  },
  { name: 'persona-now', groups: [['now'], ['become', 'you'], ['role', 'model', 'free', 'pretend']], within: 10 },
  {
    name: 'unbound',
    groups: [
      ['free', 'ignore'],
      ['rule', 'harm', 'refuse', 'answer'],
    ],
    within: 10,
  },
  { name: 'never-refuse', groups: [['not'], ['refuse'], ['you', 'role', 'model', 'answer']], within: 10 },
  {
    name: 'new-instructions',
    groups: [
      ['new', 'now'],
      ['instruction', 'task', 'rule'],
    ],
    within: 4,
  },
  {
    name: 'authority',
    groups: [
      ['authority'],
      ['reveal', 'mode', 'ignore', 'allow'],
      ['secret', 'prompt', 'instruction', 'system', 'rule', 'free'],
    ],
    within: 14,
  },
  { name: 'mode', groups: [['mode'], ['test', 'authority', 'free', 'system']], within: 5 },
  {
    name: 'exact-reply',
    groups: [
      ['only', 'exact'],
      ['say', 'answer', 'repeat', 'reveal'],
    ],
    within: 5,
  },
  {
    name: 'model-ignores',
    groups: [['model'], ['ignore', 'obey'], ['instruction', 'rule', 'text', 'prompt']],
    within: 12,
  },
  { name: 'send-data', groups: [['send'], ['secret', 'text', 'previous'], ['all', 'your', 'reveal']], within: 10 },
]

/** Names of the rules, by index. */
export const ruleNames: readonly string[] = RULES.map(({ name }) => name)

/** A rule as one of its concepts sees it. */
interface Combination {
  readonly rule: number
  readonly within: number
  /** The groups in which the concept is not, as indexes in `concepts`. */
  readonly others: readonly (readonly number[])[]
}

/** By concept: the rules that have it in a group. */
const combinationsOf: readonly (readonly Combination[])[] = concepts.map((concept) =>
  RULES.flatMap(({ groups, within }, rule) => {
    const others = groups.filter((group) => !group.includes(concept))
    if (others.length === groups.length) return []
    return [{ rule, within, others: others.map((group) => group.map((name) => concepts.indexOf(name))) }]
  }),
)

/** Called for each place at which a rule holds: the word that completes it, and the rule. */
export type VisitRule = (word: number, rule: number) => void

/** A word so far before every text that no rule reaches back to it. */
const NOWHERE = -(2 ** 30)

/** The last word of each concept, and the last place at which each rule was told; of one text at a time. */
const lastWord = new Int32Array(concepts.length)
const lastTold = new Int32Array(RULES.length)

/** Finds where rules hold, in the order of the words; a rule is told once within its reach. */
export function forEachRule({ count, concepts: found, words }: ConceptHits, visit: VisitRule): void {
  lastWord.fill(NOWHERE)
  lastTold.fill(NOWHERE)
  for (let hit = 0; hit < count; hit++) {
    const concept = found[hit] as number
    const word = words[hit] as number
    lastWord[concept] = word
    for (const { rule, within, others } of combinationsOf[concept] as readonly Combination[]) {
      if (word - (lastTold[rule] as number) <= within || !haveAll(others, word - within)) continue
      lastTold[rule] = word
      visit(word, rule)
    }
  }
}

/** Whether of each group a concept stands at a word or behind it. */
function haveAll(groups: Combination['others'], from: number): boolean {
  for (const group of groups) if (!hasAny(group, from)) return false
  return true
}

function hasAny(group: readonly number[], from: number): boolean {
  for (const concept of group) if ((lastWord[concept] as number) >= from) return true
  return false
}
