import { doubt } from './doubt.js'
import type { Evidence, Sign } from './evidence.js'
import { findGroups, judgeGroup } from './judge-group.js'
import { judgeWord } from './judge-word.js'
import type { Sentence, Token } from './sentence.js'

/** So many signs of one sentence are told, the surest: they overlap, and a text may be nothing but signs. */
const MAX_SIGNS = 16

/**
 * Judges one sentence. The places of what it returns are words of the text.
 *
 * @param earlier target of the group that `they` may stand for, 0 when none was named shortly before
 */
export function judgeSentence(sentence: Sentence, earlier: number): Evidence[] {
  const { tokens } = sentence
  let all = 0
  for (const { concepts } of tokens) all |= concepts
  const signs = [
    ...findGroups(sentence, earlier).flatMap((group) => judgeGroup(sentence, group, all)),
    ...tokens.flatMap((_, at) => judgeWord(sentence, at, all)),
  ]
  const evidence = signs.map((sign) => toEvidence(sentence, sign))
  return evidence.length <= MAX_SIGNS ? evidence : evidence.sort((a, b) => b.score - a.score).slice(0, MAX_SIGNS)
}

/** Field by field: a text may be nothing but signs, and copies of objects of several shapes are slow. */
function toEvidence(sentence: Sentence, sign: Sign): Evidence {
  const { kind, rule, score, severity, from, to, target = 0 } = sign
  return {
    kind,
    rule,
    score: score * doubt(sentence, sign),
    severity,
    from: (sentence.tokens[from] as Token).first,
    to: (sentence.tokens[to] as Token).word,
    target,
  }
}
