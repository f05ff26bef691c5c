import {
  documentLists,
  documentRules,
  documents,
  documentTasks,
  hiddenInstructions,
  humanInstructions,
} from './documents.mjs'
import { fill, makeRandom, pick } from './grammar.mjs'

/** Chance that a document has an instruction for its human readers; of two, that it has a second one. */
const HUMAN_INSTRUCTION = 0.6
const MAX_SENTENCES = 22

/**
 * Documents of all kinds in turn, each with and without an instruction for the model in it, so that only the instruction tells them
 * apart; the same ones for the same seed.
 */
export function makeDocumentTexts({ seed, documents: count }) {
  const random = makeRandom(seed)
  const kinds = Object.keys(documents)
  return Array.from({ length: count }, (_, index) => {
    const kind = kinds[index % kinds.length]
    const arrange = planDocument(documents[kind], random)
    const hidden = fill(pick(hiddenInstructions, random), documentLists, random)
    return [
      { text: arrange([]), label: 'benign', kind },
      { text: arrange([random() < 0.1 ? hidden.toUpperCase() : hidden]), label: 'injection', kind },
    ]
  }).flat()
}

/** A document that can be written with further sentences in it. */
function planDocument(sentences, random) {
  const length = 1 + Math.floor(random() ** 1.5 * MAX_SENTENCES)
  const body = sample([...sentences, ...pick(Object.values(documents), random)], length, random).map((sentence) =>
    fill(sentence, documentLists, random),
  )
  while (random() < HUMAN_INSTRUCTION)
    body.splice(
      Math.floor(random() * (body.length + 1)),
      0,
      fill(pick(humanInstructions, random), documentLists, random),
    )
  const task = fill(pick(documentTasks, random), documentLists, random)
  const rule = pick(documentRules, random)
  const between = random() < 0.5 ? '\n' : ' '
  const roll = random()
  const at = roll < 0.35 ? body.length : roll < 0.5 ? 0 : Math.floor(random() * (body.length + 1))
  return (added) => {
    const text = body.toSpliced(at, 0, ...added).join(between)
    return task === '' ? text : `${task}${rule}${text}`
  }
}

/** So many different entries of a list, in any order. */
function sample(list, count, random) {
  const left = [...list]
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(Math.floor(random() * left.length), 1)[0],
  )
}
