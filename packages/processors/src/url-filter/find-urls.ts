import { readAttribute, readDestination, readStyle } from './read-markup.js'
import { readBareUrl, readHost } from './read-url.js'
import type { Reading, UrlMention } from './url-mention.js'

const DOT = 0x2e
const COLON = 0x3a
const EQUALS = 0x3d
const OPENING_BRACKET = 0x5b
const CLOSING_BRACKET = 0x5d
const OPENING_PARENTHESIS = 0x28
const EXCLAMATION_MARK = 0x21

/** So many brackets may be open; of more, the outer ones are forgotten. */
const MAX_OPEN_BRACKETS = 1000

/** Between two dots, or none, of a host that was made unclickable without one. */
const SPELT_DOT = /[[(]dot[\])]/iy

/**
 * Finds URLs, in order and without overlap: with a scheme or without, in links and images of Markdown, in attributes of
 * HTML, and made unclickable. One pass, linear time.
 */
export function findUrls(text: string): UrlMention[] {
  const mentions: UrlMention[] = []
  let open: number[] = []
  let hasImages: boolean | undefined
  let floor = 0
  for (let at = 0; at < text.length; at++) {
    let reading: Reading
    switch (text.charCodeAt(at)) {
      case DOT:
        reading = readHost(text, at, at + 1, floor)
        break
      case COLON:
        reading = readBareUrl(text, at, mentions.at(-1)?.end ?? 0)
        break
      case EQUALS:
        reading = readAttribute(text, at)
        break
      case OPENING_BRACKET:
        if (open.length === MAX_OPEN_BRACKETS) open = open.slice(MAX_OPEN_BRACKETS / 2)
        open.push(at)
        reading = readSpeltDot(text, at, floor)
        break
      case OPENING_PARENTHESIS:
        reading = readSpeltDot(text, at, floor) ?? readStyle(text, at)
        break
      case CLOSING_BRACKET: {
        const opener = open.pop()
        if (opener !== undefined) {
          hasImages ??= text.includes('![')
          reading = readDestination(text, at + 1, text.charCodeAt(opener - 1) === EXCLAMATION_MARK, hasImages)
        }
        break
      }
    }
    if (reading === undefined) continue
    mentions.push(...reading.mentions)
    floor = reading.end
    at = Math.max(at, floor - 1)
  }
  return mentions
}

function readSpeltDot(text: string, at: number, floor: number): Reading {
  SPELT_DOT.lastIndex = at
  return SPELT_DOT.test(text) ? readHost(text, at, SPELT_DOT.lastIndex, floor) : undefined
}
