import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { findInvisible } from '../dist/invisible-text/find-invisible.js'
import { noConversation } from '../dist/url-filter/conversation.js'
import { findUrls } from '../dist/url-filter/find-urls.js'
import { compileHostList } from '../dist/url-filter/host-list.js'
import { judgeUrl } from '../dist/url-filter/judge-url.js'

/**
 * Counts what the detectors without labelled data of their own find in data that is labelled for others, by source and
 * label: what they find in harmless rows is what they would find in yours. Default parameters. Build first.
 *
 *   node packages/processors/scripts/count-findings.mjs FILE.jsonl [FILE.jsonl.gz ...]
 */
const threshold = 0.5
const invisible = { threshold, anyBidi: false, keepSoftHyphens: true, keepWordJoiners: true }
const hosts = compileHostList([])
const policy = { isClosed: false, isAllowed: hosts, isDenied: hosts, schemes: new Set(), ports: new Set() }

const detectors = {
  'invisible-text': (text) => findInvisible(text, invisible).map(({ kind }) => kind),
  'url-filter': (text) =>
    findUrls(text)
      .flatMap((mention) => judgeUrl(mention, policy, noConversation))
      .filter(({ score }) => score >= threshold)
      .map(({ kind }) => kind),
}

const counts = new Map()
for (const path of process.argv.slice(2)) {
  const bytes = createReadStream(path)
  const lines = createInterface({ input: path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes })
  for await (const line of lines) {
    if (line === '') continue
    const { text, source, label = '' } = JSON.parse(line)
    for (const [detector, find] of Object.entries(detectors)) {
      add(`${detector}\t${source} ${label}`, ['rows', ...new Set(find(text))])
    }
  }
}
for (const [key, row] of [...counts].sort()) {
  const { rows, ...kinds } = row
  const found = Object.entries(kinds).map(([kind, count]) => `${kind} ${count}`)
  console.log(`${key}\t${rows} rows\t${found.join(', ') || '-'}`)
}

function add(key, names) {
  const row = counts.get(key) ?? {}
  for (const name of names) row[name] = (row[name] ?? 0) + 1
  counts.set(key, row)
}
