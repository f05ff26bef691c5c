/** Longest segment, in UTF-16 code units; a segment ends at the last sentence or line end behind the shortest length. */
const SEGMENT_LENGTH = 240
const SHORTEST_SEGMENT = 80

/** Most segments of one text, so that at most about 15,000 code units are looked at. */
export const MAX_SEGMENTS = 64

/** Segments that tell the language of most of a text: one that is in half of it is in about half of them. */
export const MAIN_SEGMENTS = 24

/** A text that is no longer, in UTF-16 code units, is looked at whole. */
export const MAX_SAMPLED_LENGTH = MAX_SEGMENTS * SEGMENT_LENGTH

/** End of a line, or of a sentence with what follows its mark. */
const BREAK = /\n|[.!?…]["'”’»)]*\s|[。！？]/gu

/**
 * Cuts a text into segments of 80 to 240 code units, at sentence and line ends where there are some, else at a blank.
 *
 * Of a text with more than `maxSegments` × 240 code units only as many segments are taken, spread evenly with the
 * first and the last among them, so that the cost of a long text is bounded. What stands between them is not looked at.
 */
export function sampleText(text: string, maxSegments = MAX_SEGMENTS): string[] {
  if (text.length <= maxSegments * SEGMENT_LENGTH) return cutSegments(text)
  const lastStart = text.length - SEGMENT_LENGTH
  return Array.from({ length: maxSegments }, (_, index) => {
    const start = Math.round((index * lastStart) / (maxSegments - 1))
    return text.slice(start, start + SEGMENT_LENGTH)
  })
}

function cutSegments(text: string): string[] {
  const segments: string[] = []
  for (let start = 0; start < text.length; ) {
    const length = segmentLength(text.slice(start, start + SEGMENT_LENGTH))
    segments.push(text.slice(start, start + length))
    start += length
  }
  return segments
}

/** Where the first segment of `text` ends; `text` is no longer than a segment. */
function segmentLength(text: string): number {
  if (text.length < SEGMENT_LENGTH) return text.length
  let end = 0
  for (const match of text.matchAll(BREAK)) end = match.index + match[0].length
  if (end < SHORTEST_SEGMENT) end = text.lastIndexOf(' ') + 1
  return end < SHORTEST_SEGMENT ? text.length : end
}

/** A sentence that is shorter, in UTF-16 code units, says too little by itself. */
const SHORTEST_SENTENCE = 30

/** Cuts a segment at the ends of sentences and lines; what would be too short stays with what follows, or with the last. */
export function cutSentences(segment: string): string[] {
  const pieces: string[] = []
  let start = 0
  for (const match of segment.matchAll(BREAK)) {
    const end = match.index + match[0].length
    if (end - start < SHORTEST_SENTENCE || segment.length - end < SHORTEST_SENTENCE) continue
    pieces.push(segment.slice(start, end))
    start = end
  }
  pieces.push(segment.slice(start))
  return pieces
}
