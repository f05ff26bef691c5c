import type { TextRange } from '../detection/text-range.js'
import { judgePlausibility } from './plausibility.js'

/** How far from its kind a manifest's data may stand, and how many values are told apart. */
const MAX_MANIFEST_LENGTH = 4000
const MAX_VALUES = 32

const DATA = /^[ \t]{0,8}(?:data|stringData):[ \t]{0,4}\r?\n/m
const ENTRY =
  /^[ \t]{1,16}["']?(?<name>[\w.-]{1,80})["']?:[ \t]{0,4}(?:[|>][+-]?[ \t]{0,4}\r?\n[ \t]{1,16})?["']?(?<value>[A-Za-z\d+/]{8,2048}={0,2})["']?[ \t]{0,4}$/gm

/** The values in the manifest of a Kubernetes Secret whose kind stands at `[start, end)`. */
export function readKubernetesSecret(text: string, start: number, end: number): TextRange[] {
  const from = Math.max(0, start - MAX_MANIFEST_LENGTH)
  const before = text.slice(from, start)
  const documentStart = from + Math.max(0, before.lastIndexOf('\n---'))
  const rest = text.slice(documentStart, end + MAX_MANIFEST_LENGTH)
  const data = DATA.exec(rest)
  if (data === null) return []
  const dataStart = data.index + data[0].length
  const found: TextRange[] = []
  for (const match of rest.slice(dataStart).matchAll(ENTRY)) {
    const { value = '', name = '' } = match.groups ?? {}
    if (found.length === MAX_VALUES || judgePlausibility(value) === 'example') break
    if (value.length % 4 !== 0 || /^(?:user(?:name)?|namespace|name|email|host|url|ca\.crt)$/i.test(name)) continue
    const at = documentStart + dataStart + match.index + match[0].lastIndexOf(value)
    found.push({ start: at, end: at + value.length })
  }
  return found
}
