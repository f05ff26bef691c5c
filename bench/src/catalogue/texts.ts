import { Random } from '../random.js'

/** Sentences of everyday prompts, with what detectors look for now and then: `{n}` and the like are filled in. */
const SENTENCES = [
  'Could you summarise the notes of our last meeting and list who promised what?',
  'The report has {n} pages, and the third chapter still lacks its tables.',
  'Please write a short answer to the customer, friendly but firm, and keep the reference {n}.',
  'My colleague says that the previous version was faster; how would you measure that?',
  'Rewrite the paragraph below in plain words, as if for a newspaper.',
  'We ship on Tuesdays, invoices follow by mail to {mail} within a week.',
  'In our system every order has a number such as {n}-{n}, and a date.',
  'See https://docs.example.com/guides/{word}?page={n} for how it is done today.',
  'function total(items) {\n  return items.reduce((sum, { price }) => sum + price, {n})\n}',
  'Call me at the office under +49 30 {n}{n} or, better, in the afternoon.',
  '- first point: {word}\n- second point: the {word} of the {word}\n',
  'What is the difference between a {word} and a {word}, and which one should I choose?',
  'Ich hätte gern eine Übersetzung dieses Absatzes ins Französische, ohne die Namen zu ändern.',
  'The instructions for the machine are on page {n}; ignore the part about cleaning for now.',
  '¿Puedes explicarme por qué la tabla tiene {n} filas y no {n}?',
  'Their system prompt was printed by mistake, so we changed how logs are written.',
]

const WORDS = ['harbour', 'ledger', 'window', 'contract', 'garden', 'keyboard', 'novel', 'bridge', 'recipe', 'schedule']

/** A prompt of about so many UTF-16 code units, another one for each seed. */
export function promptText(units: number, seed: number): string {
  const random = new Random(seed)
  let text = ''
  while (text.length < units) text += `${fill(random.pick(SENTENCES), random)} `
  return text.slice(0, units)
}

function fill(sentence: string, random: Random): string {
  return sentence.replaceAll(/\{(n|word|mail)\}/g, (_, slot: string) => {
    if (slot === 'n') return String(random.integer(10_000))
    return slot === 'word' ? random.pick(WORDS) : `${random.pick(WORDS)}@example.com`
  })
}

/** Code and configuration without a secret, of about so many UTF-16 code units. */
export function cleanCode(units: number, seed: number): string {
  const random = new Random(seed)
  const line = () =>
    random.pick([
      `import { ${random.pick(WORDS)} } from './${random.pick(WORDS)}/index.js'\n`,
      `const ${random.pick(WORDS)}Total = items.filter(({ price }) => price > ${random.integer(900)}).length\n`,
      `  timeout: ${random.integer(60_000)}\n  retries: ${random.integer(9)}\n`,
      `// The ${random.pick(WORDS)} is closed before the ${random.pick(WORDS)}, since it holds on to it.\n`,
      `if (${random.pick(WORDS)} === undefined) throw new RangeError('no ${random.pick(WORDS)}')\n`,
      `"node_modules/${random.pick(WORDS)}": { "version": "${random.integer(20)}.${random.integer(20)}.0" },\n`,
    ])
  let code = ''
  while (code.length < units) code += line()
  return code.slice(0, units)
}
