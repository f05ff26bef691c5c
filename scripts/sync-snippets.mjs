/** `npm run docs`: fills the code blocks of every Markdown file that name an example. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup.mjs'
import { fillSnippets } from './snippets.mjs'

const passedOver = new Set(['node_modules', 'dist', '.git', '.turbo'])

for (const file of listMarkdown(root)) {
  const before = readFileSync(file, 'utf8')
  const after = fillSnippets(before, (path) => readFileSync(join(root, path), 'utf8'))
  if (after === before) continue
  writeFileSync(file, after)
  console.log(file.slice(root.length + 1))
}

function listMarkdown(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return passedOver.has(entry.name) ? [] : listMarkdown(path)
    return entry.name.endsWith('.md') ? [path] : []
  })
}
