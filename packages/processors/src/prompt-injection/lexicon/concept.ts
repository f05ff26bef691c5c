/**
 * What words of attacks on a model's instructions are about, whatever their language. The detector learns which of them
 * together make an attack; a single one says next to nothing.
 */
export const concepts = [
  'ignore',
  'previous',
  'following',
  'instruction',
  'rule',
  'system',
  'prompt',
  'reveal',
  'say',
  'repeat',
  'exact',
  'secret',
  'tell',
  'pretend',
  'become',
  'role',
  'new',
  'now',
  'free',
  'fiction',
  'you',
  'your',
  'initial',
  'not',
  'told',
  'model',
  'encode',
  'hint',
  'text',
  'send',
  'authority',
  'urgent',
  'stop',
  'task',
  'all',
  'answer',
  'translate',
  'mode',
  'obey',
  'harm',
  'allow',
  'refuse',
  'if',
  'know',
  'question',
  'game',
  'test',
  'only',
] as const

export type Concept = (typeof concepts)[number]

/**
 * Words of one language by concept, blanks between. `*` at the end of a word takes any ending, `_` joins the words of a
 * phrase. Accents, case and the like make no difference (see `plain-words.ts`). A word stands under one concept only.
 */
export type Lexicon = Partial<Readonly<Record<Concept, string>>>
