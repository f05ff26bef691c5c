import type { ExchangePiece } from '../outside-call/exchange-pieces.js'
import { viewText } from '../text/text-view.js'
import { type Embedding, similarityOf } from './embedder.js'
import { findReadyTopic, type ReadyTopicName } from './ready-topics.js'
import { isSmallTalk } from './small-talk.js'
import type { Topic, TopicSettings } from './topic.js'
import { TopicIndex, type TopicScore } from './topic-index.js'

/** A topic by the name of a ready one, or as the operator describes it. */
export type NamedTopic = ReadyTopicName | TopicSettings

/** What texts may be about. */
export interface PolicySettings {
  readonly allowed: readonly NamedTopic[]
  readonly denied: readonly NamedTopic[]
  /** Score that a topic needs which has no threshold of its own. */
  readonly threshold: number
  /** Similarity of embeddings that stands for that score. */
  readonly similarity: number
  /** Whether greetings and the like are on topic. */
  readonly smallTalk: boolean
}

/** Type of the finding for a text about none of the allowed topics. */
export const OFF_TOPIC = 'off-topic'

interface PolicyTopic extends Topic {
  readonly isDenied: boolean
  readonly threshold: number
  readonly action: 'tag' | 'reject' | undefined
}

/** A text about a denied topic, or about no allowed one. */
export interface TopicFinding extends TopicScore {
  readonly type: string
  readonly action: 'tag' | 'reject' | undefined
}

/** What a text came to. */
export interface TopicJudgement {
  readonly findings: readonly TopicFinding[]
  /** Score of each topic, by name. */
  readonly scores: Readonly<Record<string, number>>
}

/** Judges texts by topics. */
export class TopicPolicy {
  readonly #settings: PolicySettings
  readonly #topics: readonly PolicyTopic[]
  readonly #index: TopicIndex
  /** Every example once, for an embedding model. */
  readonly examples: readonly string[]

  constructor(settings: PolicySettings) {
    this.#settings = settings
    this.#topics = [
      ...settings.denied.map((topic) => resolve(topic, true, settings.threshold)),
      ...settings.allowed.map((topic) => resolve(topic, false, settings.threshold)),
    ]
    this.#index = new TopicIndex(this.#topics)
    this.examples = [...new Set(this.#topics.flatMap(({ examples }) => examples))]
  }

  /**
   * Judges one text.
   *
   * @param embeddings that of the text and those of {@link examples}; left out when there is no model
   */
  judge(
    { text, range }: Pick<ExchangePiece, 'text' | 'range'>,
    embeddings?: { readonly own: Embedding; readonly examples: readonly Embedding[] },
  ): TopicJudgement {
    const scored = this.#index.score(text).map((local, topic): TopicScore => {
      const meant = embeddings === undefined ? 0 : this.#scoreMeaning(this.#topics[topic] as PolicyTopic, embeddings)
      if (meant > local.score) return { score: meant, range }
      return { ...local, range: { start: range.start + local.range.start, end: range.start + local.range.end } }
    })
    const findings: TopicFinding[] = []
    let isAllowed = this.#settings.allowed.length === 0
    let best = 0
    this.#topics.forEach(({ name, isDenied, threshold, action }, topic) => {
      const { score, range } = scored[topic] as TopicScore
      if (!isDenied) {
        best = Math.max(best, score)
        isAllowed ||= score >= threshold
      } else if (score >= threshold && score > 0) findings.push({ type: name, action, score, range })
    })
    if (!isAllowed && !(this.#settings.smallTalk && isSmallTalk(viewText(text)))) {
      findings.push({ type: OFF_TOPIC, action: undefined, score: 1 - best, range })
    }
    const scores = Object.fromEntries(this.#topics.map(({ name }, topic) => [name, scored[topic]?.score ?? 0]))
    return { findings, scores }
  }

  /** The similarity to the example that is most alike, so stretched that the one asked for comes to the threshold. */
  #scoreMeaning(
    { examples, threshold }: PolicyTopic,
    { own, examples: all }: { readonly own: Embedding; readonly examples: readonly Embedding[] },
  ): number {
    const { similarity } = this.#settings
    let best = 0
    for (const example of examples) {
      const other = all[this.examples.indexOf(example)]
      if (other !== undefined) best = Math.max(best, similarityOf(own, other))
    }
    if (best < similarity) return (threshold * best) / similarity
    return threshold + ((1 - threshold) * (best - similarity)) / Math.max(1e-6, 1 - similarity)
  }
}

function resolve(topic: NamedTopic, isDenied: boolean, threshold: number): PolicyTopic {
  if (typeof topic === 'string') return { ...findReadyTopic(topic), isDenied, threshold, action: undefined }
  return { ...topic, isDenied, threshold: topic.threshold ?? threshold, action: topic.action }
}
